"""What every engine is: it takes an assessment and returns proposals. It never judges them; that is verifying's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator
from threading import Event as Cancel
from typing import Protocol, runtime_checkable

import msgspec

from jdrewrite.model import Assessment, Fact, Kind, Proposal
from jdrewrite.rewriting.events import Event, Usage

Judge = Callable[[Proposal], Proposal]
"""Returns a proposal with its verdict. Given from outside: an engine shares no code with its judge."""
Ledger = Callable[[str], tuple[Fact, ...]]
"""Returns the facts of a statement that have to stand. Given from outside for the same reason."""


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What an engine is given besides the assessment."""

    judge: Judge
    ledger: Ledger
    comments: tuple[str, ...] = ()
    """What customers said that bears on this job, if anything is known; quoted to a model as data."""
    cancel: Cancel | None = None
    """Once set, the stream ends within a second, and nothing more is sent or paid for."""


class Engine(Protocol):
    """Proposes changes to a job description."""

    name: str

    def propose(self, assessment: Assessment, kinds: Collection[Kind]) -> tuple[Proposal, ...]:
        """Return proposals in the order of their gain, without verdicts."""
        ...

    def alternatives(self, assessment: Assessment, statement: str, count: int) -> tuple[Proposal, ...]:
        """Return up to ``count`` different proposals for one statement."""
        ...


@runtime_checkable
class StreamingEngine(Engine, Protocol):
    """An engine whose answer takes long enough to be shown piece by piece."""

    def stream(self, assessment: Assessment, kinds: Collection[Kind], given: Given) -> Generator[Event]:
        """Yield judged proposals as they come, between them what happens, and ``Progress`` at the end."""
        ...

    def estimate(self, assessment: Assessment, kinds: Collection[Kind], given: Given) -> Usage:
        """Return what ``stream`` will probably use; nothing is sent."""
        ...

    def begin(self, assessment: Assessment, kinds: Collection[Kind], given: Given) -> None:
        """Set to work on an assessment whose stream will be listened to later."""
        ...

    def close(self) -> None:
        """Stop what is under way, and close all connections."""
        ...
