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
    """Return the job description's own plural for the colleagues whom the work reaches; else nothing.

    A general word comes first ("staff"), if the role has it twice; then those who use the work ("business
    stakeholders"), if two lines of the role name them.
    """
    reach = book().reach
    told = [s.text.lower() for s in statements if s.section in _ROLE]
    counts = {word: len(re.findall(rf"\b{word}\b", "\n".join(told))) for word in reach.colleagues}
    best = max(counts, key=lambda word: counts[word])
    if counts[best] >= reach.plain:
        return best
    lines = {word: sum(bool(re.search(rf"(?<![\w-]){word}\b", line)) for line in set(told)) for word in reach.using}
    often = max(lines, key=lambda word: lines[word])
    return often if lines[often] >= reach.plain else ""
