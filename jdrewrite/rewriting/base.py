"""What every engine is: it takes an assessment and returns proposals. It never judges them; that is verifying's."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from jdrewrite.model import Assessment, Kind, Proposal


class Engine(Protocol):
    """Proposes changes to a job description."""

    name: str

    def propose(self, assessment: Assessment, kinds: Collection[Kind]) -> tuple[Proposal, ...]:
        """Return proposals in the order of their gain, without verdicts."""
        ...

    def alternatives(self, assessment: Assessment, statement: str, count: int) -> tuple[Proposal, ...]:
        """Return up to ``count`` different proposals for one statement."""
        ...
