"""What an engine tells while it works. A front shows each as it comes, and may stop listening at any time."""

from __future__ import annotations

from typing import Literal

import msgspec

from jdrewrite.errors import JdrewriteError
from jdrewrite.model import Proposal

Stage = Literal["asking", "waiting", "answering", "judging", "again", "done", "cancelled"]


class Usage(msgspec.Struct, frozen=True, kw_only=True):
    """What was used: of one request, of one job description, or of a run."""

    requests: int = 0
    """Requests that were sent; 0 for an answer out of the cache."""
    prompt_tokens: int = 0
    cached_tokens: int = 0
    """Those of the prompt tokens that the provider had in its own cache."""
    completion_tokens: int = 0
    cost: float | None = None
    """In ``currency``; None where the settings give no price for the model."""
    currency: str = "USD"
    estimated: bool = False
    """True where the server reported nothing and the figures are our own count."""

    def plus(self, other: Usage) -> Usage:
        """Return both together; a cost is known only where both are."""
        if not other.requests:
            return self
        if not self.requests:
            return other
        known = self.cost is not None and other.cost is not None
        return Usage(
            requests=self.requests + other.requests,
            prompt_tokens=self.prompt_tokens + other.prompt_tokens,
            cached_tokens=self.cached_tokens + other.cached_tokens,
            completion_tokens=self.completion_tokens + other.completion_tokens,
            cost=(self.cost or 0.0) + (other.cost or 0.0) if known else None,
            currency=other.currency,
            estimated=self.estimated or other.estimated,
        )


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """Where the work stands, in one plain sentence. The last event of every stream is ``done`` or ``cancelled``."""

    stage: Stage
    text: str
    usage: Usage = Usage()
    """Used so far for this job description."""


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """A part of an answer that cannot become a proposal: an unknown id, a locked statement, a broken entry."""

    reason: str
    statement: str | None = None
    """Id of the statement, where the answer named one that exists."""
    excerpt: str = ""
    """The first words of what the model wrote, without control codes."""


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """The engine gave up part of the way; what it yielded before stands."""

    error: JdrewriteError


Event = Proposal | Progress | Refusal | Failure
"""Everything that a stream yields; match on the type."""
