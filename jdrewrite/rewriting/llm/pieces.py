"""What comes over the line from one request, and what can go wrong with it, in words of this house."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Shape = Literal["schema", "json", "text"]
"""How the shape of an answer is asked for."""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """One request for one answer."""

    system: str
    user: str
    schema: dict[str, Any]
    """JSON schema of the answer."""
    max_tokens: int


class Waiting(msgspec.Struct, frozen=True):
    """Nothing goes over the line for a while, and why."""

    seconds: float
    text: str


class Ended(msgspec.Struct, frozen=True, kw_only=True):
    """The answer has ended."""

    finish: str
    """``stop``, ``length``, ``content_filter``, ... as the server says."""
    prompt_tokens: int | None = None
    """None where the server reports nothing."""
    cached_tokens: int = 0
    completion_tokens: int = 0


Piece = str | Waiting | Ended


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was looked at."""

    name: str
    state: Literal["ok", "note", "problem"]
    told: str
    way_out: str = ""
    """What to do; for ``ok`` empty."""


class Trouble(Exception):
    """A request failed.

    Attributes:
        kind: ``again`` may pass by itself; ``denied`` will not, for any text; ``option`` means that the server does
            not know something that was asked of it; ``unusable`` is an answer that makes no sense; ``late`` is one
            that took too long.
        reason: without a full stop, without the key.
        way_out: what the user can do, as an imperative.
        after: seconds that the server asks to wait.
    """

    def __init__(
        self,
        kind: Literal["again", "denied", "option", "unusable", "late"],
        reason: str,
        way_out: str,
        after: float | None = None,
    ) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        self.way_out = way_out
        self.after = after
