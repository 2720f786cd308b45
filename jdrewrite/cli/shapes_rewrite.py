"""The JSON that ``rewrite`` writes, as types; see ``shapes``."""

from __future__ import annotations

import msgspec

from jdrewrite.cli.shapes import Decided, ErrorText, FileError, Output, Recorded
from jdrewrite.model import FunctionGuess, Proposal


class RefusedPart(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a model's answer that could not become a proposal."""

    reason: str
    statement: str | None
    excerpt: str


class UsedEngine(msgspec.Struct, frozen=True, kw_only=True):
    """What an engine used for one job description, or would use."""

    requests: int
    prompt_tokens: int
    cached_tokens: int
    completion_tokens: int
    cost: float | None
    currency: str
    estimated: bool


class RewrittenDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One job description with its proposals, and what came of them."""

    path: str
    title: str
    function: tuple[FunctionGuess, ...]
    score_before: float
    score_after: float
    accepted: tuple[str, ...]
    output: str | None
    proposals: tuple[Proposal, ...]
    refusals: tuple[RefusedPart, ...]
    usage: UsedEngine | None
    failure: ErrorText | None
    """Why the engine gave up part of the way; what it gave before is among the proposals."""
    versions: dict[str, str]
    score_version: str
    decided: dict[str, Decided]
    """Id of a proposal, and what a person decided of it in an earlier version."""
    library: Recorded | None = None


class Rewrite(Output, frozen=True, kw_only=True):
    """Output of ``jdrewrite rewrite --format json``."""

    schema: str = "rewrite/1"
    documents: tuple[RewrittenDocument, ...]
    errors: tuple[FileError, ...]


class EstimatedDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What an engine would use for one job description."""

    path: str
    usage: UsedEngine


class Estimate(Output, frozen=True, kw_only=True):
    """Output of ``jdrewrite rewrite --dry-run --format json``."""

    schema: str = "estimate/1"
    engine: str
    documents: tuple[EstimatedDocument, ...]
    total: UsedEngine
    errors: tuple[FileError, ...]
