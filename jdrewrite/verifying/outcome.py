"""What one check found, before it becomes part of a verdict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from jdrewrite.model import Fact

Found = tuple[str, str, int, int]
"""A fact in a form that can be compared, its words, and their span."""


class Outcome(msgspec.Struct):
    """Facts by what became of them."""

    kept: list[Fact] = []
    lost: list[Fact] = []
    invented: list[Fact] = []
    changed: list[Fact] = []
    asked: list[Fact] = []
    """What has probably changed, but the grammar is not sure: a person should look."""
    warnings: list[Fact] = []


def fact(check: str, found: Found) -> Fact:
    """Return a found fact for the verdict."""
    return Fact(check=check, text=found[1], start=found[2], end=found[3])


def compared(check: str, before: Iterable[Found], after: Iterable[Found]) -> Outcome:
    """Compare two lists of facts: what is only before was lost, what is only after was invented.

    A fact that is said once more in the rewrite is not a new one.
    """
    old, new = list(before), list(after)
    out = Outcome()
    left = Counter(form for form, *_ in new)
    for found in old:
        if left[found[0]] > 0:
            out.kept.append(fact(check, found))
        else:
            out.lost.append(fact(check, found))
    known = {form for form, *_ in old}
    out.invented += [fact(check, found) for found in new if found[0] not in known]
    return out
