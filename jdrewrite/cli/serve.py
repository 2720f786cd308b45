"""``jdrewrite serve``: the terminal UI in a browser on this machine."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import Annotated

import typer

from jdrewrite.cli import output
from jdrewrite.cli.diagnostics import say
from jdrewrite.errors import MissingInput

_OPENING = {False: "A browser opens; if none does, open the address in one.", True: "Open the address in a browser."}


def serve(
    path: Annotated[
        str | None, typer.Argument(metavar="[FILE|FOLDER]", help="A job description, or a folder to choose one from.")
    ] = None,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port; 0 for a free one.")] = 0,
    no_open: Annotated[bool, typer.Option("--no-open", help="Print the address, and open no browser.")] = False,
) -> None:
    """Open the terminal UI in a browser, on this machine only, until Ctrl-C. Needs the extra 'serve'.

    Whoever has the address that is printed can read and change what is opened here: keep it to yourself.
    """
    from jdrewrite.web import serve as serve_ui

    if path is not None and not Path(path).exists():
        raise MissingInput(path, "there is no such file or folder", "check the path")

    def ready(address: str) -> None:
        output.Page().line(address)
        output.flush()
        say("keep this window: Ctrl-C here stops it. " + _OPENING[no_open])
        if not no_open:
            webbrowser.open(address)

    serve_ui(str(Path(path).absolute()) if path is not None else None, port, ready)
