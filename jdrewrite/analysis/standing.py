"""Compares a score with those of real job descriptions of the same function."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import Any

from jdrewrite import resources
from jdrewrite.analysis.weights import VERSION
from jdrewrite.model import Standing
from jdrewrite.rounding import per_cent

LEAST = 30
"""Job descriptions that a function must have in the reference to be compared with."""
ALL = "all"


@cache
def reference() -> dict[str, tuple[float, ...]]:
    """Return the sorted scores of the reference, by function with enough of them, and of ``all``.

    Computed by ``tools/reference.py`` from the 1,039 job descriptions that NOTICE names; empty where the table is of
    another version of the score.
    """
    data = resources.table(resources.tables() / "reference.json", dict[str, Any])
    return {name: tuple(scores) for name, scores in data["scores"].items()} if data["score"] == VERSION else {}


def standing(total: float, function: str) -> Standing | None:
    """Return where a score stands within its function, or against all where the function is too rare."""
    known = reference()
    group = function if len(known.get(function, ())) >= LEAST else ALL
    scores = known.get(group)
    if not scores:
        return None
    lower, upper = bisect_left(scores, total), bisect_right(scores, total)
    percentile = per_cent((lower + upper) / 2 / len(scores)) if lower else 0
    return Standing(percentile=percentile, group=group, count=len(scores))
