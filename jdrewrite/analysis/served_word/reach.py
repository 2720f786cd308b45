"""Whom the work reaches first: those served themselves, or colleagues through whom it comes to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.model import FunctionGuess, Statement

_ROLE = frozenset({"purpose", "duties"})


def lands_inside(title: str, statements: Sequence[Statement], guess: FunctionGuess) -> bool:
    """Tell whether the work lands on colleagues: by the title, the function, and whom the duties name more often.

    Args:
        title: of the job.
        statements: labelled statements.
        guess: the function, and how sure it is.
    """
    reach = book().reach
    titled = for_colleagues_alone(title) or pattern(reach.titles).search(title)
    points = reach.title if titled else 0.0
    if guess.name in reach.functions and guess.confidence >= reach.likely:
        points += reach.function
    named = [s.labels.customer for s in statements if s.section in _ROLE]
    outside, inside = named.count("external"), named.count("internal")
    if inside > outside:
        points += reach.named
    elif outside >= reach.several and outside > 2 * inside and not pattern(reach.desk).search(title):
        points -= reach.named
    return points >= reach.least


def for_colleagues_alone(title: str) -> bool:
    """Tell whether a title is that of a role whose whole work is for colleagues."""
    return bool(pattern(book().reach.alone).search(title))


def colleagues(statements: Sequence[Statement]) -> str:
    """Return the job description's own plural for colleagues of any kind, if the role names them; else nothing."""
    reach = book().reach
    told = "\n".join(s.text for s in statements if s.section in _ROLE).lower()
    counts = {word: len(re.findall(rf"\b{word}\b", told)) for word in reach.colleagues}
    best = max(counts, key=lambda word: counts[word])
    return best if counts[best] >= reach.plain else ""
