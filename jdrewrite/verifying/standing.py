"""The facts of one statement that any rewrite of it has to keep, told beforehand to whoever writes."""

from __future__ import annotations

from jdrewrite.model import Fact
from jdrewrite.verifying.checks import CHECKS
from jdrewrite.verifying.texts import text_of


def ledger(text: str) -> tuple[Fact, ...]:
    """Return the facts of a statement by which a rewrite will be judged, in the order in which they stand.

    Raises:
        ModelMissing: the language model is not installed.
    """
    taken = text_of(text)
    kept = [fact for check in CHECKS.values() if check.told for fact in check.compare(taken, taken).kept]
    return tuple(sorted(kept, key=lambda fact: (fact.start, fact.end, fact.check)))
