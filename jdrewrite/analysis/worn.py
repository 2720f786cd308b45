"""Finds clauses that are glued to statement after statement, so that stuffing does not raise the score."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from jdrewrite.analysis.weights import WORN
from jdrewrite.model import Statement

_WORD = re.compile(r"[a-z0-9’']+")
_INSIDE = 5
"""Words that two statements must share in a row, anywhere, to hold the same clause."""
_EDGE = 3
"""The same at the start or the end of the statement, where clauses are glued on."""
_SINGLE = 0.4
"""Share of the statements that may begin or end with the same word for those served before it is glue."""


def worn(statements: Sequence[Statement]) -> frozenset[str]:
    """Return the ids of the statements whose evidence lies in a clause that at least ``WORN`` statements hold.

    A whole statement that is repeated counts as well.
    """
    grams = {s.id: _grams(s.text) for s in statements}
    least_single = max(WORN, round(_SINGLE * len(statements)))
    often = Counter(gram for found in grams.values() for gram in found)
    return frozenset(
        s.id
        for s in statements
        if any(often[gram] >= (WORN if len(gram) > 2 else least_single) and _touches(gram, s) for gram in grams[s.id])
    )


def _grams(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.lower())
    found = {tuple(words[i : i + _INSIDE]) for i in range(len(words) - _INSIDE + 1)}
    if len(words) > _EDGE:
        found.add(("^", *words[:_EDGE]))
        found.add((*words[-_EDGE:], "$"))
        found |= {("^", words[0]), (words[-1], "$")}
    return found


def _touches(gram: tuple[str, ...], statement: Statement) -> bool:
    """Tell whether a clause overlaps the words for which a label was given."""
    words = set(gram) - {"^", "$"}
    return any(
        words & set(_WORD.findall(statement.text[e.start : e.end].lower()))
        for e in statement.evidence
        if e.lens in {"frame", "sight", "customer", "voice"}
    )
