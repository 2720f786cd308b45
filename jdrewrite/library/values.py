"""What a library says of a document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from jdrewrite.library.entries import LockSet, Noted, Origin, SettingsSet, State, StateSet


class Version(msgspec.Struct, frozen=True, kw_only=True):
    """One text of a document."""

    number: int
    text: str
    """sha256 of the bytes."""
    size: int
    path: str
    format: str
    title: str
    origin: Origin
    at: str
    who: str
    n: int = 0
    """Number of the journal's line."""
    parent: int | None = None
    note: str = ""
    score: float | None = None
    """0 to 100; None until it was analysed."""
    function: str = ""
    scored_at: str = ""
    """When; empty where an older library does not say it."""
    versions: dict[str, str] = {}
    """Of score, rules, catalogue and model, as of the analysis."""


class StoredDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document with its versions and what was said of it; decisions are asked for one by one."""

    id: str
    """10 hex digits."""
    versions: tuple[Version, ...]
    """Oldest first, never empty."""
    fingerprints: tuple[str, ...] = ()
    """Of the latest version."""
    states: tuple[StateSet, ...] = ()
    """Oldest first; the last one holds."""
    notes: tuple[Noted, ...] = ()
    lock: LockSet | None = None
    """Who has it locked; None where nobody has."""
    unlocked: LockSet | None = None
    """Who unlocked it last; None while somebody has it locked."""
    settings: dict[str, Any] = {}
    settings_from: tuple[SettingsSet, ...] = ()
    """Who set them, oldest first, each with the values that nobody has set anew since; None is one taken away."""
    decided: dict[str, int] = {}
    """How many decisions of each outcome the journal holds."""
    touched: int = 0
    """Number of the last entry about it: what is larger is more recent, whatever the clocks said."""
    changed_at: str = ""

    @property
    def latest(self) -> Version:
        """The version that was added last."""
        return self.versions[-1]

    @property
    def title(self) -> str:
        """Title of the latest version."""
        return self.latest.title

    @property
    def state(self) -> State:
        """The state that it is in; a document begins as a draft."""
        return self.states[-1].state if self.states else "draft"

    def versions_of(self, path: str, number: int) -> frozenset[int]:
        """Return the numbers of the versions that are one file: a text, and every other one read from the same place.

        Args:
            path: of the file; ``-`` for standard input.
            number: of the version that the file holds now.
        """
        place = str(Path(path).resolve()) if path not in ("", "-") else None
        return frozenset({number, *(v.number for v in self.versions if v.path == place)})

    def version(self, number: int | None = None) -> Version:
        """Return a version.

        Args:
            number: 1 for the first; None for the latest.

        Raises:
            KeyError: there is no such version.
        """
        if number is None:
            return self.latest
        if not 1 <= number <= len(self.versions):
            raise KeyError(number)
        return self.versions[number - 1]
