"""Organisations through which a public body reaches its public: other agencies, departments, their staff."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from jdrewrite.analysis.served_word.around import CLOSE, is_others, is_the_end, meet
from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.analysis.served_word.spotting import Known, known, spots
from jdrewrite.analysis.served_word.words import Word
from jdrewrite.model import Statement


def partners(statements: Sequence[Statement], kind: str) -> str:
    """Return the text's own plural for the organisations that the role works for; empty where it does not.

    A mention counts as one of those served does, where the sentence serves them.

    Args:
        statements: labelled statements.
        kind: of the organisation.
    """
    if kind not in book().partners.kinds:
        return ""
    points: defaultdict[str, float] = defaultdict(float)
    named: defaultdict[str, int] = defaultdict(int)
    for line in {s.text: s for s in statements}.values():
        for found in spots(line.text, _forms()):
            plural = book().partners.forms[found.group().casefold()]
            named[plural] += 1
            points[plural] += _points(line, found, Word(plural, ()))
    at = book().partners
    least = at.fewer if sum(named.values()) >= at.several else at.least
    if sum(points.values()) < least:
        return ""
    return max(sorted(named), key=lambda plural: (plural not in at.vague, points[plural], named[plural]))


def goes_to_partners(s: Statement) -> bool:
    """Tell whether the work of a line goes to such an organisation, and is not only done beside it."""
    served = [(e.start, e.end) for e in s.evidence if e.lens == "customer"]
    return any(
        any(start < m.end() and m.start() < end for start, end in served)
        or pattern(book().partners.toward, CLOSE).search(s.text[: m.start()])
        for m in spots(s.text, _forms())
    )


def _points(s: Statement, found: re.Match[str], word: Word) -> float:
    """Return what a mention counts: by its section where the line serves them, and more where it says for whom."""
    lens = {e.value for e in s.evidence if e.lens == "customer" and meet(e, found)}
    if lens != {"external"} or is_others(word, s.text[: found.start()], s.text[found.end() :]):
        return 0.0
    return book().sections.get(s.section, 0.0) * (book().partners.end if is_the_end(s, found) else 1.0)


@cache
def _forms() -> Known:
    return known(book().partners.forms)
