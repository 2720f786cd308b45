"""The terminal UI in a browser on this machine. Importing this package loads no web server; ``serve`` does."""

from __future__ import annotations

import os
from collections.abc import Callable

from jdrewrite.errors import SetupError


def serve(path: str | None, port: int, ready: Callable[[str], None]) -> None:
    """Serve the terminal UI on the loopback address until the process is told to end.

    Args:
        path: a job description, or a folder to choose one from; None for the present folder.
        port: 0 for any that is free.
        ready: called with the address, once it answers.

    Raises:
        SetupError: the extra is not installed, the port is taken, or the system cannot end a group of processes.
    """
    if not hasattr(os, "killpg"):
        raise SetupError(
            "jdrewrite serve", "works on Linux and macOS only", "use 'jdrewrite FILE' in a terminal of this system"
        )
    try:
        import textual_serve  # noqa: F401
    except ModuleNotFoundError as missing:
        raise SetupError(
            "jdrewrite serve",
            "the package textual-serve is not installed",
            "install it with 'pip install \"jdrewrite[serve]\"', or use 'jdrewrite FILE' in a terminal",
        ) from missing
    from jdrewrite.web.server import run

    run(path, port, ready)
