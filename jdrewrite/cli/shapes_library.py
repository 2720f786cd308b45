"""The JSON of ``jdrewrite library``, as types; see ``shapes``."""

from __future__ import annotations

import msgspec

from jdrewrite.cli.shapes import Output
from jdrewrite.library.entries import Decision, LockSet, Noted, State, StateSet
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


class LibraryDocument(Output, frozen=True, kw_only=True):
    """Output of ``jdrewrite library show --format json`` and, with everything in its order, of ``history``."""

    schema: str = "library-document/1"
    document: Listed
    lock: LockSet | None
    settings: dict[str, object]
    versions: tuple[Version, ...]
    states: tuple[StateSet, ...]
    notes: tuple[Noted, ...]
    decisions: tuple[Decision, ...]
    """All, oldest first."""
    standing: tuple[Decision, ...]
    """The last on each statement and each new line, but for those that were taken back."""
    notices: tuple[str, ...]
