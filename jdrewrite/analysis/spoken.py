"""Whether a job description speaks of what somebody says of the job: words are told apart by their beginnings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from jdrewrite.catalogue import Occupation, filled, of_lists
from jdrewrite.language.words import small_words
from jdrewrite.model import ROLE_SECTIONS, Statement

_WORD = re.compile(r"[a-z]{3,}", re.IGNORECASE)
_NO_THING = re.compile(
    r"\bin order (?:to|that|for)\b|\breport(?:s|ing)?(?: directly)? to\b|\bup[- ]to[- ]date\b|\bto date\b",
    re.IGNORECASE,
)
"""Turns of phrase whose nouns name no order, report or date."""
_STEM = 6
"""Letters by which words are told apart: "release", "releases" and "released" are one."""
_EFFECT = re.compile(r"\bso that\b|\bbefore\b|, (?:and|which)\b|\bthat \{customers")
"""Words from which on a purpose says what comes of the work."""
_ANY_ACT = ("see", "team", "help", "keep", "make", "serve", "find", "give", "work", "show", "need", "know")
_MANNER = ("clear", "useful", "correct", "reliable", "dependable", "easy", "safely", "rely", "order", "well")
"""How work is done, of which few job descriptions speak; it does not tell what is done."""
_BORNE_OUT = 0.6
"""Share of what a purpose says is done that the job description must have words of. Of 79 purposes of trades below a
half readers with the whole text found 38 to be the heart of the job and 13 other work, of 129 others 90 and five; of
those of sources that nobody had worked from, 2 of 14 below it and 9 of 17 others could be signed as they stood."""


def stems_of(title: str, statements: Sequence[Statement]) -> frozenset[str]:
    """Return the stems of a title, and of all that the role is said to do and to know."""
    return frozenset(stems((title, *(s.text for s in statements if s.section in ROLE_SECTIONS))))


def is_spoken_of(purpose: str, whole: frozenset[str]) -> bool:
    """Tell whether a job description speaks of most of what a purpose says is done.

    Args:
        purpose: as it stands in the catalogue.
        whole: what ``stems_of`` returns, or the stems of a part.
    """
    return share_spoken_of(purpose, whole) >= _BORNE_OUT


def purpose_by_title(occupation: Occupation, whole: frozenset[str]) -> str:
    """Return what a job of this title is there for, of lists what the job description speaks of.

    Args:
        occupation: that the title names.
        whole: what ``stems_of`` returns.

    Returns:
        The purpose, as it stands in the catalogue; empty where the job description speaks of other work.
    """
    purpose = of_lists(occupation.purpose, lambda one: not whole.isdisjoint(stems((one,))))
    return purpose if is_spoken_of(purpose, whole) else ""


def share_spoken_of(text: str, whole: frozenset[str]) -> float:
    """Return the share of what a purpose says is done that a job description has words of; the smallest do not count.

    What comes of it ("so that ...") may be in other words than the job description's.
    """
    done = _EFFECT.split(text, maxsplit=1)[0]
    said = (set(stems((done,))) - _small()) or (set(stems((text,))) - _small())
    return len(said & whole) / len(said) if said else 0.0


def empty(stem: str) -> bool:
    """Tell whether a stem is that of a stop word, of an act of any job, or of how it is done."""
    return stem in _small()


def stems(texts: Iterable[str]) -> Iterator[str]:
    """Yield the beginnings by which the words of texts are told apart; of turns of phrase that name no thing, none."""
    for word in words_in(texts):
        yield word.removesuffix("s")[:_STEM]


def words_in(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words of texts in lower case, without turns of phrase that name no thing and the shortest."""
    for text in texts:
        for match in _WORD.finditer(_NO_THING.sub(" ", filled(text, " "))):
            yield match.group().lower()


@cache
def _small() -> frozenset[str]:
    """Return the stems of stop words, of acts that are any job's, and of how they are done."""
    return frozenset(stems((*small_words(), *_ANY_ACT, *_MANNER)))
