"""Ranks the job functions of a job description by its title and its duties.

``function_evidence`` says what speaks for each function; here it becomes signs, and weights of signs the chance that a
reader names the function (``function_weights.json``, made by ``tools/function_weights.py`` from what readers said of
whole texts, and from titles). A title that names no function or several says less than one that names one and no
other, and what title and duties say both counts more. Functions that lie next to each other (``kin``) lift each other.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import cache
from operator import mul
from typing import TYPE_CHECKING

import msgspec

from jdrewrite import resources
from jdrewrite.analysis.function_evidence import Evidence, evidence, kin_of, names
from jdrewrite.model import FunctionGuess

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OTHER = "other"
_SHOWN = 3
_OF_TITLE = {"title": 1.0, "title_words": 0.55, "rank": 0.9}
"""What expressions of a title weigh, single words, and what a rank says by itself."""
_ROUGHLY = {**_OF_TITLE, "duties": 1.1, "duty_words": 0.06}
"""What evidence weighs where it is only asked whether there is enough of it."""
_KIN, _BEHIND = 0.2, 0.95
"""What a title passes on to the functions next to its own, so that they stand behind it rather than a chance word."""
CLEAR = 2.5
"""How far ahead of all others a function is by a title that is clear."""
_ENOUGH = 0.9
"""Evidence below which no function is named."""
_UNKNOWN = 0.29
"""Confidence that it is none of them, where nothing speaks for any."""
_DOUBTED, _SUREST = 0.9, 0.95
"""Confidence from which words that say one thing twice make a title look surer than it is, and the most that is said of
any guess: readers of the same text name other functions."""


class Weights(msgspec.Struct, frozen=True):
    """What each sign weighs, in the order of ``signs``, where the title is all there is and where there are duties."""

    title: tuple[float, ...]
    duties: tuple[float, ...]
    none_by_title: float
    none_by_duties: float
    """The weight of its being none of them."""


@cache
def _weights() -> Weights:
    return resources.table(resources.tables() / "function_weights.json", Weights)


def rank(title: str, duties: Sequence[str] = ()) -> tuple[FunctionGuess, ...]:
    """Return the three likeliest functions, best first; ``other`` is the first where none fits.

    Args:
        title: the job's title.
        duties: texts of the duties; they decide where the title is vague.
    """
    found = evidence(title, duties)
    weights = _weights()
    own, none = (weights.duties, weights.none_by_duties) if duties else (weights.title, weights.none_by_title)
    shares = chances(signs(found), own, none)
    if not duties:
        shares = {name: _doubted(share) for name, share in shares.items()}
    ranked = sorted(shares.items(), key=lambda item: (-item[1], item[0]))[:_SHOWN]
    if max(_sums(found, _ROUGHLY).values(), default=0.0) < _ENOUGH:
        # Not enough to name one; what little there is stands behind.
        behind = [(name, share) for name, share in ranked if any(name in kind for kind in found)]
        ranked = [(OTHER, max(_UNKNOWN, *(share for _, share in ranked))), *behind][:_SHOWN]
    return tuple(FunctionGuess(name=name, confidence=round(min(share, _SUREST), 3)) for name, share in ranked)


def _doubted(share: float) -> float:
    over = max(0.0, share - _DOUBTED)
    return share - over + over * (_SUREST - _DOUBTED) / (1 - _DOUBTED)


def of_title(found: Evidence) -> defaultdict[str, float]:
    """Return how much of a title speaks for each function."""
    return _sums(found, _OF_TITLE)


def _sums(found: Evidence, weights: Mapping[str, float]) -> defaultdict[str, float]:
    sums: defaultdict[str, float] = defaultdict(float)
    for kind, weight in weights.items():
        for name, value in getattr(found, kind).items():
            sums[name] += weight * value
    return sums


def signs(found: Evidence) -> dict[str, tuple[float, ...]]:
    """Return for each function how far each sign speaks for it; of the title alone, the first."""
    titles = of_title(found)
    first, second = sorted([0.0, 0.0, *titles.values()])[:-3:-1]
    clear = float(first - second >= CLEAR)
    for name, value in list(titles.items()):
        for kin in kin_of(name):
            # Lifted, but never past the one that lifts it.
            titles[kin] = max(titles[kin], min(titles[kin] + _KIN * value, _BEHIND * value))
    beside: defaultdict[str, float] = defaultdict(float)
    for name, value in found.duties.items():
        for kin in kin_of(name):
            beside[kin] += value
    signed: dict[str, tuple[float, ...]] = {}
    for name in names():
        title, told, words = (kind.get(name, 0.0) for kind in (titles, found.duties, found.duty_words))
        signed[name] = (
            title,
            math.log1p(title),
            clear * title,
            told,
            words,
            clear * told,
            clear * words,
            math.log1p(words),
            beside[name],
            math.sqrt(title * told),
        )
    return signed


def chances(signed: Mapping[str, Sequence[float]], weights: Sequence[float], none: float) -> dict[str, float]:
    """Return the chance of each function; with that of none of them they sum to one."""
    sums = {name: sum(map(mul, weights, own)) for name, own in signed.items()}
    top = max(none, *sums.values())
    powers = {name: math.exp(value - top) for name, value in sums.items()}
    total = sum(powers.values()) + math.exp(none - top)
    return {name: power / total for name, power in powers.items()}
