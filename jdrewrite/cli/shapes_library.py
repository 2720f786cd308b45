"""The JSON of ``jdrewrite library``, as types; see ``shapes``."""

from __future__ import annotations

from typing import Any

import msgspec

from jdrewrite.cli.shapes import Decided, Output
from jdrewrite.library.entries import State
from jdrewrite.library.values import Version


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One document in a list."""

    id: str
    title: str
    state: State
    score: float | None
    function: str
    versions: int
    path: str
    changed_at: str
    locked_by: str | None
    decided: dict[str, int]


class LibraryList(Output, frozen=True, kw_only=True):
    """Output of ``jdrewrite library list --format json``."""

    schema: str = "library-list/1"
    library: str
    documents: tuple[Listed, ...]
    notices: tuple[str, ...]


class Lock(msgspec.Struct, frozen=True, kw_only=True):
    """Who keeps others from changing a document, and why."""

    at: str
    who: str
    reason: str


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """A document went into another state."""

    n: int
    at: str
    who: str
    state: State
    reason: str


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody wrote a note; ``statement`` is null where it is about the whole."""

    n: int
    at: str
    who: str
    text: str
    statement: str | None


class LibraryDocument(Output, frozen=True, kw_only=True):
    """Output of ``jdrewrite library show --format json`` and, with everything in its order, of ``history``."""

    schema: str = "library-document/1"
    document: Listed
    locked: Lock | None
    settings: dict[str, Any]
    versions: tuple[Version, ...]
    states: tuple[Moved, ...]
    notes: tuple[Note, ...]
    decisions: tuple[Decided, ...]
    """All, oldest first."""
    standing: tuple[Decided, ...]
    """The last on each statement and each new line, but for those that were taken back."""
    notices: tuple[str, ...]
