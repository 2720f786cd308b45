"""The way in: one file alone goes straight to the terminal UI; everything else to the command line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from jdrewrite import own_process

_INTERRUPTED = 130
"""As in ``docs/exit-codes.md``."""


def run() -> None:
    """Entry point of the ``jdrewrite`` command."""
    own_process.settle()
    try:
        _run()
    except KeyboardInterrupt:  # before the command line was there to tell it
        print("jdrewrite: interrupted", file=sys.stderr)  # noqa: T201
        sys.exit(_INTERRUPTED)


def _run() -> None:
    words = sys.argv[1:]
    if len(words) == 1 and is_terminal() and Path(words[0]).is_file():
        # Not by way of the command line: its imports would stand between the key press and the text on the screen.
        sys.exit(_opened(words[0]))
    from jdrewrite.cli.main import app

    app(prog_name="jdrewrite")


def is_terminal() -> bool:
    """Tell whether a person sits before a terminal that can draw a screen."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") not in {"dumb", "unknown"}


def _opened(path: str) -> int:
    from jdrewrite.tui import run as run_ui

    try:
        return run_ui(path)
    except Exception as error:  # noqa: BLE001 - told as one line, with its exit code
        from jdrewrite.cli import diagnostics

        return diagnostics.exit_code_of(error)
