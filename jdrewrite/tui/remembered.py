"""What the UI remembers from one day to the next: look, panes, the tour, recent files. No text of any document."""

from __future__ import annotations

import contextlib
from pathlib import Path

import msgspec

from jdrewrite import folders
from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.documents.files import save
from jdrewrite.errors import JdrewriteError

MOST_RECENT = 12


class Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """The state of the UI; unknown or broken files are forgotten, never an error."""

    theme: str = "jdrewrite-dark"
    left: int = 0
    """Width of the documents pane in cells; 0: as the screen allows."""
    right: int = 0
    """The same of the right pane."""
    toured: bool = False
    recent: tuple[str, ...] = ()
    """Absolute paths, the last opened first."""
    engine: str = "offline"

    def opened(self, path: str) -> Remembered:
        """Return the state after a file was opened."""
        whole = str(Path(path).resolve())
        others = tuple(p for p in self.recent if p != whole)
        return msgspec.structs.replace(self, recent=(whole, *others)[:MOST_RECENT])


def place() -> Path:
    """Return where it is kept; ``JDREWRITE_STATE`` names another folder."""
    return folders.state() / "screen.json"


def remembered() -> Remembered:
    """Return what was kept; a new one where there is nothing that can be read."""
    try:
        return from_json(place().read_bytes(), Remembered)
    except (OSError, Unreadable):
        return Remembered()


def remember(state: Remembered) -> None:
    """Keep it. Where it cannot be written, the session goes on without."""
    with contextlib.suppress(OSError, JdrewriteError):
        place().parent.mkdir(parents=True, exist_ok=True)
        save(place(), msgspec.json.encode(state))
