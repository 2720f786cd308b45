"""Which kind of organisation a job description speaks for: whom it can serve depends on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

import msgspec

from jdrewrite.analysis.literals import Letters, told
from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.analysis.served_word.words import Kind
from jdrewrite.model import Statement

REMEMBERED = 20_000
"""Distinct statements whose cues are kept: organisations repeat their boilerplate."""
_IN_TITLE = 4.0
"""Points of a kind that the title names, beside what it has as a part of the text: the museum technician of a college
works for a museum."""
_SELLER = "seller"
Place = tuple[int, int]
"""The numbers of a kind and of one of its cues."""


def kind_of(title: str, statements: Sequence[Statement]) -> Kind:
    """Return the kind of organisation whose words the text has most.

    Notices name laws and agencies whoever the employer is; what is asked of a person speaks of other employers.

    Args:
        title: of the job.
        statements: of the job description.
    """
    told, asked = _told(title, statements), _count(s.text for s in statements if s.section == "requirements")
    titled = {number for (number, _), _ in cues_in(title)}
    points = [
        (_points(number, kind, told, asked) + (_IN_TITLE if number in titled else 0.0), kind)
        for number, kind in enumerate(book().kind)
    ]
    enough = [p for p in points if p[0] >= p[1].least]
    general = max((p for p in enough if not p[1].over), key=lambda p: p[0])[1]
    precise = max((p for p in enough if general.name in p[1].over), key=lambda p: p[0], default=(0.0, general))[1]
    return precise if precise is general else msgspec.structs.replace(precise, like=general.name)


def may_sell(title: str, statements: Sequence[Statement]) -> bool:
    """Tell whether a text has anything of a business: a brand, revenue, "our product", or that it is a company."""
    told = _told(title, statements)
    seller = next(number for number, kind in enumerate(book().kind) if kind.name == _SELLER)
    if _points(seller, book().kind[seller], told, Counter()) >= book().nobody.clues:
        return True
    business = pattern(book().nobody.business)
    return any(business.search(text) for text in _texts(title, statements))


def _told(title: str, statements: Sequence[Statement]) -> Counter[Place]:
    return _count(_texts(title, statements))


def _texts(title: str, statements: Sequence[Statement]) -> list[str]:
    """Return what speaks of this employer."""
    return [title, *(s.text for s in statements if s.section not in {"legal", "requirements"})]


def _points(number: int, kind: Kind, told: Counter[Place], asked: Counter[Place]) -> float:
    return sum(
        cue.points * min(cue.most, told[number, at] + (asked[number, at] if cue.asked else 0))
        for at, cue in enumerate(kind.cues)
    )


def _count(texts: Iterable[str]) -> Counter[Place]:
    """Return how often each cue stands in some texts."""
    total: Counter[Place] = Counter()
    for text in texts:
        for place, count in cues_in(text):
            total[place] += count
    return total


@lru_cache(maxsize=REMEMBERED)
def cues_in(text: str) -> tuple[tuple[Place, int], ...]:
    """Return the cues that stand in one statement, and how often."""
    counts = []
    for number, at in _letters().possible(text.casefold()):
        kind = book().kind[number]
        clear = pattern(kind.unless).sub(" ", text) if kind.unless else text
        if count := len(pattern(kind.cues[at].words).findall(clear)):
            counts.append(((number, at), count))
    return tuple(counts)


@cache
def _letters() -> Letters[Place]:
    """Return the cues by letters without which they do not stand in a text: most do not, and need not be tried."""
    cues = [((number, at), cue.words) for number, kind in enumerate(book().kind) for at, cue in enumerate(kind.cues)]
    return Letters(
        (letters.casefold(), place)
        for (place, _), known in zip(cues, told("kinds", [words for _, words in cues]), strict=True)
        for letters in known.needs or {""}
    )
