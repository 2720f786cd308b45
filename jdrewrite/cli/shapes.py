"""The JSON that the commands write, as types: ``docs/json/*.schema.json`` is generated from these.

Within one number (``check/1``) keys may be added, never removed and never given another meaning.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from jdrewrite import __version__
from jdrewrite.catalogue import Function
from jdrewrite.library.entries import Outcome, State
from jdrewrite.model import (
    Configured,
    Finding,
    FunctionGuess,
    Lens,
    Reason,
    Standing,
    Statement,
    TitleFrom,
    Verdict,
    WordFrom,
)


class Output(msgspec.Struct, frozen=True, kw_only=True):
    """What stands at the head of every JSON document."""

    jdrewrite: str = __version__
    schema: str


class ErrorText(msgspec.Struct, frozen=True, kw_only=True):
    """What is wrong with a file, what to do about it, and the exit code that it alone would give."""

    reason: str
    way_out: str
    exit_code: int


class FileError(msgspec.Struct, frozen=True, kw_only=True):
    """A file that gave no result."""

    path: str
    error: ErrorText


class LensPart(msgspec.Struct, frozen=True, kw_only=True):
    """The part of the score that one lens gives."""

    points: float
    out_of: float
    reasons: tuple[Reason, ...]
    missing: tuple[Reason, ...]


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody decided of a proposal, as the library keeps it."""

    n: int
    """Number of the line in the library's journal; it gives the order."""
    at: str
    who: str
    by: Literal["person", "batch"]
    version: int
    statement: str | None
    """Fingerprint; null for a new line."""
    outcome: Outcome
    reason: str
    kind: str
    original: str | None
    proposed: str
    text: str
    """The person's own words, empty where they are the proposed ones."""
    engine: str
    source: str
    score_version: str
    passed: bool | None


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """What the library knows of a job description; null where no library was asked for."""

    document: str
    version: int
    how: Literal["same", "version", "new"]
    state: State
    decisions: tuple[Decided, ...]
    """Those that hold: the last on each statement and each new line."""


class CheckedDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One job description as ``check`` saw it."""

    path: str
    format: str
    title: str
    title_from: TitleFrom
    """Where the title was found that does not stand where a title would; empty for one that does, or was given."""
    jobs: tuple[str, ...]
    """Titles of a text that holds several jobs; empty for one job."""
    function: tuple[FunctionGuess, ...]
    trade: str
    """Name of the part of the function to which the job belongs; empty where none is known."""
    customer_word: str
    customer_word_from: WordFrom
    """Where it is from: the text, what is usual, a phrase for a text that names nobody, or somebody who said it."""
    through: str = ""
    """Through whom the work reaches them first: colleagues or partners; empty where it meets them itself."""
    score: float
    lenses: dict[Lens, LensPart]
    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]
    silenced: tuple[Finding, ...]
    level: str
    standing: Standing | None
    notes: tuple[str, ...]
    versions: dict[str, str]
    score_version: str
    library: Recorded | None = None
    configured: Configured = Configured()
    """What a project file changed: lenses that are left out are no keys of ``lenses``."""


class Check(Output, frozen=True, kw_only=True):
    """Output of ``jdrewrite check --format json``."""

    schema: str = "check/1"
    documents: tuple[CheckedDocument, ...]
    errors: tuple[FileError, ...]


class Verify(Output, frozen=True, kw_only=True):
    """Output of ``jdrewrite verify ORIGINAL REWRITE --format json``."""

    schema: str = "verify/1"
    original: str
    rewrite: str
    verdict: Verdict


class Functions(Output, frozen=True, kw_only=True):
    """Output of ``jdrewrite functions --format json``."""

    schema: str = "functions/1"
    functions: tuple[Function, ...]


class CheckedPart(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that ``doctor`` looked at."""

    part: str
    """``jdrewrite``, or ``engine`` and its name."""
    name: str
    state: Literal["ok", "note", "problem"]
    told: str
    way_out: str


class Doctor(Output, frozen=True, kw_only=True):
    """Output of ``jdrewrite doctor --format json``."""

    schema: str = "doctor/1"
    checks: tuple[CheckedPart, ...]
