"""Random keys: ``python -m tests.tui.fuzz`` presses 2,000 on each of three documents."""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import shutil
import tempfile
import time
from pathlib import Path

from jdrewrite.documents import read
from jdrewrite.editing.carry import kept
from jdrewrite.keeping.library_shelf import LibraryShelf
from jdrewrite.library import open_library
from jdrewrite.tui.app import JdrewriteApp
from jdrewrite.tui.commands import DEFAULT_KEYS
from jdrewrite.tui.screens.workspace import Workspace
from jdrewrite.tui.screenshot import settled
from jdrewrite.workshop.client import Here
from tests.conftest import ROOT

LEFT_OUT = {"quit", "own_editor"}
"""One ends the session, the other leaves the terminal."""
KEYS = [key for name, keys in DEFAULT_KEYS.items() if name not in LEFT_OUT for key in keys.split(",")]
KEYS += ["up", "down", "j", "k", "enter", "escape", "escape", "tab", "pagedown", "home", "end", "space", "backspace"]
KEYS += [*"xy 1é", "left", "right", "ctrl+p", "shift+tab", "delete"]
DOCUMENTS = (
    "word/accounts-receivable-specialist.docx",
    "markdown/backend-engineer.md",
    "text/production-operator.txt",
)
SIZES = ((120, 40), (80, 24), (160, 50), (100, 30))


async def pressed(path: Path, count: int, seed: int) -> Workspace:
    """Press random keys at random sizes, and return the desk as it is then.

    An exception in the UI is raised here.
    """
    rng = random.Random(seed)  # noqa: S311 - a test
    app = JdrewriteApp(str(path), workshop=Here(), shelf=LibraryShelf())
    async with app.run_test(size=SIZES[0]) as pilot:
        await settled(app, pilot)
        desk = app.screen
        for number in range(count):
            await pilot.press(rng.choice(KEYS))
            if number % 12 == 11:
                await pilot.press("escape", "escape")  # else most keys end in a dialog
            if number % 50 == 49:
                await pilot.resize_terminal(*rng.choice(SIZES))
                await settled(app, pilot)
        for _ in range(6):
            await pilot.press("escape")
        await settled(app, pilot)
        assert app.is_running
        assert isinstance(desk, Workspace)
        return desk


def checked(path: Path, source: bytes, desk: Workspace) -> None:
    """Hold what the library kept against what was on the desk, and the file against what it was."""
    assert path.read_bytes() == source
    with open_library() as library:
        assert not library.notices
    left = LibraryShelf().earlier(read(path))
    now = kept(desk.session.desk)
    if desk.session.history.past:
        assert left is not None
        assert (left.decisions, left.locks, left.notes) == (now.decisions, now.locks, now.notes)


def main() -> None:
    """Press the keys and print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keys", type=int, default=2000, help="on each document")
    chosen = parser.parse_args()
    for number, name in enumerate(DOCUMENTS):
        with tempfile.TemporaryDirectory() as folder:
            for variable in ("STATE", "LIBRARY", "CONFIG"):
                os.environ[f"JDREWRITE_{variable}"] = f"{folder}/{variable.lower()}"
            path = Path(shutil.copy(ROOT / "examples" / name, folder))
            os.chdir(folder)
            start, source = time.monotonic(), path.read_bytes()
            desk = asyncio.run(pressed(path, chosen.keys, number))
            checked(path, source, desk)
            actions = len(desk.session.history.past)
            seconds = time.monotonic() - start
            told = f"{name}: {chosen.keys} keys, {actions} actions to undo, {seconds:.0f} s, no exception, store intact"
            print(told)  # noqa: T201 - a report
            os.chdir(ROOT)


if __name__ == "__main__":
    main()
