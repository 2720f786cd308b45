"""What happens to a library, one value each: the journal holds these and nothing else."""

from __future__ import annotations

import re
from typing import Any, Literal

import msgspec

_ID = re.compile(r"[0-9a-f]{10}")

State = Literal["draft", "review", "agreed", "published", "archived"]
STATES: tuple[State, ...] = ("draft", "review", "agreed", "published", "archived")
Outcome = Literal["accepted", "edited", "rejected", "overridden", "open"]
"""``edited``: accepted in the person's own words. ``overridden``: accepted although the judge refused it.
``open``: an earlier decision was taken back."""
OUTCOMES: tuple[Outcome, ...] = ("accepted", "edited", "rejected", "overridden", "open")
TAKEN: tuple[Outcome, ...] = ("accepted", "edited", "overridden")
"""Outcomes after which the wording stands in the text."""
Origin = Literal["read", "rewritten", "edited", "restored", "imported"]


def is_id(name: str) -> bool:
    """Tell whether a name is one that a library gives to a document: ten hexadecimal digits, small letters."""
    return _ID.fullmatch(name) is not None


class Base(msgspec.Struct, frozen=True, kw_only=True, tag_field="entry", omit_defaults=True):
    """What every entry says."""

    document: str = ""
    """Id of the document that it is about, ten hexadecimal digits; empty for a run over many."""
    at: str = ""
    """When, in UTC, as the clock of that machine said; the order is that of the journal, not of the clocks."""
    who: str = ""
    """The person's name on the machine, or as given."""
    n: int = 0
    """Number of the line in the journal; set when it is read back."""


class VersionAdded(Base, frozen=True, kw_only=True, tag="version", omit_defaults=True):
    """A text came into the library: the first version of a document, or its next."""

    number: int
    """1 for the first."""
    text: str
    """sha256 of the bytes, which lie under this name."""
    size: int
    """In bytes."""
    path: str
    """Where it came from, absolute; ``-`` for standard input."""
    format: str
    title: str
    origin: Origin = "read"
    parent: int | None = None
    """The version that it was made from, where that is known."""
    fingerprints: tuple[str, ...] = ()
    """12 hex digits each, one for each distinct statement."""
    note: str = ""


class Scored(Base, frozen=True, kw_only=True, tag="score", omit_defaults=True):
    """A version was analysed."""

    number: int
    score: float
    function: str
    versions: dict[str, str] = {}
    """Of ``score``, ``rules``, ``catalogue`` and ``model``."""


class Decision(Base, frozen=True, kw_only=True, tag="decision", omit_defaults=True):
    """Somebody decided of one proposal."""

    version: int
    """Version of the document in which the proposal was made."""
    statement: str | None
    """Fingerprint of the statement; None for a proposed new line."""
    outcome: Outcome
    kind: str
    """``reframe``, ``connect`` or ``add``."""
    original: str | None
    proposed: str
    """As the engine worded it."""
    text: str = ""
    """The person's own words, where they are others."""
    reason: str = ""
    """Why; never empty for an overridden one."""
    engine: str
    source: str = ""
    """Entry of the catalogue, or version of the prompt."""
    score_version: str = ""
    passed: bool | None = None
    """What the judge said of the wording that counts; None where it was not asked."""
    near: str = ""
    """Fingerprint of the statement below which a new line belongs."""
    by: Literal["person", "batch"] = "person"
    """``batch``: nobody looked at it, a command accepted all of a kind."""

    @property
    def key(self) -> str:
        """What the decision is about: the statement, or the new line that was proposed."""
        return self.statement or f"add:{self.proposed}"

    @property
    def wording(self) -> str:
        """The wording that counts."""
        return self.text or self.proposed


class StateSet(Base, frozen=True, kw_only=True, tag="state", omit_defaults=True):
    """A document went into another state."""

    state: State
    reason: str = ""


class Noted(Base, frozen=True, kw_only=True, tag="note", omit_defaults=True):
    """Somebody wrote a note."""

    text: str
    statement: str | None = None
    """Fingerprint of the statement that it is about; None for the whole."""


class LockSet(Base, frozen=True, kw_only=True, tag="lock", omit_defaults=True):
    """Somebody locked a document against changes by others, or unlocked it."""

    locked: bool
    reason: str = ""


class SettingsSet(Base, frozen=True, kw_only=True, tag="settings", omit_defaults=True):
    """Settings of one document, such as the function that a person knows better; None takes one away."""

    values: dict[str, Any]


class Run(Base, frozen=True, kw_only=True, tag="run", omit_defaults=True):
    """A command went over documents: a check, a rewrite, an audit."""

    command: str
    documents: tuple[str, ...] = ()
    """Ids of the documents."""
    figures: dict[str, Any] = {}
    """What came out, as the command counts it."""


Entry = VersionAdded | Scored | Decision | StateSet | Noted | LockSet | SettingsSet | Run
