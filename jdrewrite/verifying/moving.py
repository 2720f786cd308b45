"""Whether a fact that left one line and stands in another moved there, or only looks like another line's own.

A fact moves with what it is said of. A figure that turns up in another line without the words that stood beside it
is another fact: "answer calls within 2 hours" is not kept by "answer letters within 2 hours".
"""

from __future__ import annotations

import re

from jdrewrite.model import Fact
from jdrewrite.verifying.checks import figures, named
from jdrewrite.verifying.lexicon import akin, among
from jdrewrite.verifying.texts import text_of

_WORD = re.compile(r"[\w$€£%]+")
_NEAR = 4
"""Words of content before and behind a fact that are asked whether they came with it."""
_HALF = 0.5
_HARD = named("hard")
_UNITS = re.compile(
    r"(?:second|minute|hour|day|week|month|quarter|year|percent|time|dollar|euro|pound|people|person)s?", re.IGNORECASE
)


def moved(fact: Fact, where: str, stays: str, source: str, had: str = "") -> bool:
    """Tell whether a fact of one line stands in another line, with what it is said of.

    Args:
        fact: what is missing beside ``where``.
        where: the line in which the fact stands; its span lies there.
        stays: the same line on the other side, without the fact; what stands there too did not move with it.
        source: the other line, in which it may stand as well.
        had: what counts for nothing, since the other line has it on both sides.
    """
    new, old = _words(source), _words(had)
    if not _stands(fact, source) or _stands(fact, had):
        return False
    kept = _words(stays)
    beside = [word for word in _beside(fact, where) if not (_in(word, old) or _in(word, kept))]
    if not beside:
        return fact.check not in _HARD
    return sum(_in(word, new) for word in beside) >= _HALF * len(beside)


def _stands(fact: Fact, text: str) -> bool:
    """Tell whether a line says a fact: a figure in digits or in words, anything else in words of its family."""
    if fact.check == "figures":
        forms = {form for form, *_ in figures.found(text)}
        return all(form in forms for form, *_ in figures.found(fact.text))
    words = _words(text)
    return all(_in(word, words) for word in _words(fact.text))


def _beside(fact: Fact, where: str) -> list[str]:
    """Return the nearest words of content around a fact."""
    words = [w for w in text_of(where).words if not _UNITS.fullmatch(w.text) and not among("light", w.form)]
    before = [w.text.lower() for w in words if w.end <= fact.start][-_NEAR:]
    behind = [w.text.lower() for w in words if w.start >= fact.end][:_NEAR]
    return [*before, *behind]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _in(word: str, others: list[str]) -> bool:
    return any(akin(word, other) for other in others)
