"""The documents of the left pane: which are there, how they are called, and their chips."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from rich.text import Text

from jdrewrite.documents import FORMATS
from jdrewrite.keeping.shelf import SIGNS, Entry
from jdrewrite.rounding import figure

MOST = 400
"""Entries of a folder that are shown; more can be opened by their path."""
_ENDINGS = {ending for entry in FORMATS.values() for ending in entry.endings if ending}


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the pane."""

    path: str
    name: str
    folder: bool = False


def inside(folder: Path) -> tuple[list[Item], int]:
    """Return what can be opened in a folder, folders first, and how many more there are.

    A folder that may not be read holds nothing.
    """
    try:
        found = sorted(folder.iterdir(), key=lambda p: (not p.is_dir(), p.name.lower()))
    except OSError:
        return [], 0
    items = [
        Item(path=str(path), name=path.name, folder=path.is_dir())
        for path in found
        if not path.name.startswith(".") and (path.suffix.lower() in _ENDINGS or path.is_dir())
    ]
    return items[:MOST], max(0, len(items) - MOST)


def label(item: Item, known: Mapping[str, Entry], *, here: bool) -> Text:
    """Draw one line: state, name, score.

    Args:
        item: what it is about.
        known: documents of the library by absolute path.
        here: it is the one on the desk.
    """
    if item.folder:
        return Text(item.name + "/")
    entry = known.get(item.path)
    text = Text(f"{SIGNS[entry.state if entry else 'new']} ")
    if entry is not None and entry.score is not None:  # before the name, which may be too long for the pane
        text.append(f"{figure(entry.score, 0):>3} ", style="bold reverse")
        text.append(" ")
    text.append(item.name, style="bold" if here else "")
    return text


def known_by_path(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return entries by their absolute path."""
    return {str(Path(entry.path).resolve()): entry for entry in entries}


def items_of(paths: Iterable[str]) -> list[Item]:
    """Return files as items, those left out that are gone."""
    return [Item(path=path, name=Path(path).name) for path in paths if Path(path).is_file()]
