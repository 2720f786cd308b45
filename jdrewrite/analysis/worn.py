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
    words = {s.id: _WORD.findall(s.text.lower()) for s in statements}
    spread = Counter(word for own in words.values() for word in set(own))
    # A clause stands in several statements only if each of its words does, and few words do.
    common = {word for word, count in spread.items() if count >= WORN}
    grams = {name: _grams(own, common) for name, own in words.items()}
    least_single = max(WORN, round(_SINGLE * len(statements)))
    often = Counter(gram for found in grams.values() for gram in found)
    return frozenset(
        s.id
        for s in statements
        if any(often[gram] >= (WORN if len(gram) > 2 else least_single) and _touches(gram, s) for gram in grams[s.id])
    )


def _grams(words: list[str], common: set[str]) -> set[tuple[str, ...]]:
    """Return the stretches of a statement that may stand in several."""
    found = set()
    run = 0
    for i, word in enumerate(words, 1):
        run = run + 1 if word in common else 0
        if run >= _INSIDE:
            found.add(tuple(words[i - _INSIDE : i]))
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
