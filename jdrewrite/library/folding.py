"""One entry of the journal applied to what is known of its document. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch

import msgspec

from jdrewrite.library.entries import Base, Decision, Entry, LockSet, Noted, Scored, SettingsSet, StateSet, VersionAdded
from jdrewrite.library.values import StoredDocument, Version

_replaced = msgspec.structs.replace


def folded(document: StoredDocument | None, entry: Entry) -> StoredDocument | None:
    """Return the document after an entry.

    Args:
        document: as it was; None before its first version.
        entry: what happened; one about a document that is not there changes nothing.
    """
    if document is None:
        if not isinstance(entry, VersionAdded):
            return None
        document = StoredDocument(id=entry.document, versions=())
    return _replaced(_after(entry, document), touched=entry.n, changed_at=entry.at)


@singledispatch
def _after(entry: Base, document: StoredDocument) -> StoredDocument:  # noqa: ARG001 - a run changes no document
    return document


@_after.register
def _version(entry: VersionAdded, document: StoredDocument) -> StoredDocument:
    version = Version(
        number=len(document.versions) + 1,
        text=entry.text,
        size=entry.size,
        path=entry.path,
        format=entry.format,
        title=entry.title,
        origin=entry.origin,
        at=entry.at,
        who=entry.who,
        n=entry.n,
        parent=entry.parent,
        note=entry.note,
    )
    return _replaced(document, versions=(*document.versions, version), fingerprints=entry.fingerprints)


@_after.register
def _scored(entry: Scored, document: StoredDocument) -> StoredDocument:
    versions = tuple(
        _replaced(v, score=entry.score, function=entry.function, scored_at=entry.at, versions=entry.versions)
        if v.number == entry.number
        else v
        for v in document.versions
    )
    return _replaced(document, versions=versions)


@_after.register
def _decided(entry: Decision, document: StoredDocument) -> StoredDocument:
    counts = {**document.decided, entry.outcome: document.decided.get(entry.outcome, 0) + 1}
    return _replaced(document, decided=counts)


@_after.register
def _state(entry: StateSet, document: StoredDocument) -> StoredDocument:
    return _replaced(document, states=(*document.states, entry))


@_after.register
def _note(entry: Noted, document: StoredDocument) -> StoredDocument:
    return _replaced(document, notes=(*document.notes, entry))


@_after.register
def _lock(entry: LockSet, document: StoredDocument) -> StoredDocument:
    lock, unlocked = (entry, None) if entry.locked else (None, entry)
    return _replaced(document, lock=lock, unlocked=unlocked)


@_after.register
def _settings(entry: SettingsSet, document: StoredDocument) -> StoredDocument:
    merged = {key: value for key, value in {**document.settings, **entry.values}.items() if value is not None}
    return _replaced(document, settings=merged, settings_from=(*_left(document, entry), entry))


def _left(document: StoredDocument, entry: SettingsSet) -> Iterator[SettingsSet]:
    """Yield the entries on settings of which something still holds after another one."""
    for before in document.settings_from:
        values = {name: value for name, value in before.values.items() if name not in entry.values}
        if values:
            yield _replaced(before, values=values)
