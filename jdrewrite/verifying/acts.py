"""A sentence of many acts, of which a rewrite changes one: the judge reads that one.

Class specifications say all duties in one sentence with semicolons. A parser loses its way in it, and says of an act far
from the change that somebody else does it now.
"""

from __future__ import annotations

import msgspec

from jdrewrite.model import FACTS_OF_ORIGINAL, FACTS_OF_REWRITE, Fact, Verdict

_MANY = 4
"""Parts from which a sentence is read in parts."""


def changed_act(before: str, after: str) -> tuple[str, str, int]:
    """Return the only part that differs between two sentences, in both, and where it begins; else both whole, and 0.

    Args:
        before: the original, white space collapsed.
        after: the rewrite, white space collapsed.
    """
    one, other = before.split(";"), after.split(";")
    different = [n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0].strip() != pair[1].strip()]
    if not (len(one) == len(other) >= _MANY and len(different) == 1):
        return before, after, 0
    (n,) = different
    start = sum(len(part) + 1 for part in one[:n])
    blank = min(len(part) - len(part.lstrip()) for part in (one[n], other[n]))
    if not (one[n].strip() and other[n].strip()) or one[:n] != other[:n]:
        return before, after, 0
    return one[n][blank:], other[n][blank:], start + blank


def in_sentence(verdict: Verdict, start: int) -> Verdict:
    """Return a verdict on a part with its spans in the sentence.

    Args:
        verdict: on the part.
        start: where the part begins, the same in both sentences.
    """
    if not start:
        return verdict
    names = (*FACTS_OF_ORIGINAL, *FACTS_OF_REWRITE)
    facts = {name: tuple(_moved(fact, start) for fact in getattr(verdict, name)) for name in names}
    return msgspec.structs.replace(verdict, **facts)


def _moved(fact: Fact, start: int) -> Fact:
    return msgspec.structs.replace(fact, start=fact.start + start, end=fact.end + start)
