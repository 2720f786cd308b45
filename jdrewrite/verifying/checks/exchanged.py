"""Facts in each other's places: "a team of 8 and 5 years" may not become "a team of 5 and 8 years"."""

from __future__ import annotations

from jdrewrite.model import Fact
from jdrewrite.verifying import belonging
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text


def compare(before: Text, after: Text) -> Outcome:
    """Find figures, times and names that changed places, though both texts have all of them."""
    return Outcome(
        changed=[
            Fact(
                check="exchanged",
                text=f"“{found.word}” belongs to “{found.now}” now: it belonged to “{found.was}”",
                start=found.span[0],
                end=found.span[1],
            )
            for found in belonging.exchanged([before], [after])
        ]
    )
