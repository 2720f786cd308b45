"""What an entry of another library says that is new to a document here.

What is known already is not taken twice. Settings, locks and scores replace what they find: they come in only where
they are newer than what is here, so that an export that is brought in again undoes nothing that was done since.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from jdrewrite.library.entries import Decision, Entry, LockSet, Scored, SettingsSet, VersionAdded
from jdrewrite.library.exporting import entries_of
from jdrewrite.library.library import Library
from jdrewrite.library.values import StoredDocument

_replaced = msgspec.structs.replace


class Known:
    """A document as it is here, before anything of it comes in; None stands for one that is not here."""

    def __init__(self, library: Library, document: StoredDocument | None) -> None:
        self._document = document
        entries = entries_of(library, document) if document else []
        self._held = {_identity(entry): entry for entry in entries}
        self._set_at = dict.fromkeys(document.settings, document.changed_at) if document else {}
        """When each setting was set; not later than this, where no entry says it."""
        for entry in document.settings_from if document else ():
            self._set_at |= dict.fromkeys(entry.values, entry.at)

    def same(self, entry: VersionAdded) -> int | None:
        """Return the number that a version has here, None for one that is not here."""
        held = self._held.get(_identity(entry))
        return held.number if isinstance(held, VersionAdded) else None

    def news(self, entry: Entry, numbers: Mapping[int, int]) -> Entry | None:
        """Return an entry with what is new in it, None where nothing is.

        Args:
            entry: of the other library.
            numbers: the numbers that its versions have here.
        """
        if self._document is None:
            return entry
        match entry:
            case SettingsSet(values=values, at=at):
                newer = {k: v for k, v in values.items() if k not in self._set_at or at > self._set_at[k]}
                return _replaced(entry, values=newer) if newer else None
            case LockSet(at=at):
                last = self._document.lock or self._document.unlocked
                return entry if last is None or at > last.at else None
            case Scored(number=number, at=at):
                scored_at = self._scored_at(numbers.get(number, 0))
                return entry if at > scored_at else None
            case _:
                return None if _identity(entry) in self._held else entry

    def _scored_at(self, number: int) -> str:
        """Return when a version was analysed that is here; empty where it was not, or is not here."""
        versions = self._document.versions if self._document else ()
        found = versions[number - 1] if 1 <= number <= len(versions) else None
        return "" if found is None or found.score is None else found.scored_at or found.at


def moved(entry: Entry, document: str, numbers: Mapping[int, int]) -> Entry:
    """Return an entry as it is to be written here: another document, other version numbers."""
    here = _replaced(entry, document=document, n=0)
    if isinstance(here, VersionAdded):
        parent = numbers.get(here.parent) if here.parent is not None else None
        return _replaced(here, number=numbers[here.number], parent=parent)
    if isinstance(here, Scored):
        return _replaced(here, number=numbers.get(here.number, here.number))
    if isinstance(here, Decision):
        return _replaced(here, version=numbers.get(here.version, here.version))
    return here


def _identity(entry: Entry) -> tuple[str, bytes]:
    """What makes two entries the same, wherever they stand in which journal."""
    plain: dict[str, Any] = {"n": 0, "document": ""}
    if isinstance(entry, VersionAdded):
        plain |= {"number": 0, "parent": None, "fingerprints": ()}
    elif isinstance(entry, Decision):
        plain |= {"version": 0}
    return type(entry).__name__, msgspec.json.encode(_replaced(entry, **plain))
