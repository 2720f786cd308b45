"""What the words mean by which somebody is named, and those around them, for the order of who receives the work.

Each piece of a word has the vector with which ``lens_net`` begins: words of like meaning lie near each other, those too
that no list here has. A place where somebody is named is five of them: the noun, what stands directly before it, what
goes before, what follows, and the whole line. A linear form of these, and of products of noun, title, duties and
neighbours (whom a nurse helps is another than whom a buyer helps), says whether those named there receive the work. The
table is made by ``tools/first_hand_weights.py``: axes and weights, no words.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jdrewrite import resources
from jdrewrite.analysis.lens_net import Vectors, word_vectors

if TYPE_CHECKING:
    from jdrewrite.analysis.served_word.first_hand import Spot

FILE = "first_hand_meaning.npz"
KINDS = ("noun", "near", "before", "behind", "line", "title", "duties")
"""What has a vector of its own; all up to ``line`` belong to a place."""
OF_PLACE = 5
AXES = 32
PRODUCTS = (
    ("duties", "noun", 16),
    ("title", "noun", 16),
    ("duties", "before", 16),
    ("noun", "near", 12),
    ("noun", "behind", 12),
)
"""What is multiplied, and the axes of each that are."""
LESS = 0.3
"""What products count beside what is multiplied, so that many small ones do not outweigh it."""
WIDE = 3.0
"""By what scores are multiplied as features, so that they spread as the others do."""
_NEAR, _BEFORE, _BEHIND = 2, 7, 3
"""Pieces around somebody that are looked at."""
_WORD = re.compile(r"\w+|[^\w\s]")
Floats = NDArray[np.float32]


class Meant(NamedTuple):
    """The vectors of a text."""

    places: Floats
    """By place, and the first ``OF_PLACE`` of ``KINDS``."""
    role: Floats
    """Of the title and of the duties."""


class Table(NamedTuple):
    """What was learned."""

    axes: Floats
    """By kind: by what a vector is multiplied."""
    middles: Floats
    """By kind: what is taken off the products."""
    weights: Floats
    """Of the columns, and the bias."""


def meant(title: str, duties: Iterable[str], places: Sequence[Spot]) -> Meant:
    """Return the vectors of a text.

    Args:
        title: of the job.
        duties: lines of the role.
        places: where it names somebody.
    """
    known = word_vectors()
    texts = dict.fromkeys((title, *duties, *(place.line.text for place in places)))
    words = {text: list(_WORD.finditer(text)) for text in texts}
    pieces = {text: known.pieces.of_each([word.group().lower() for word in own]) for text, own in words.items()}
    lines = _vectors(pieces, known)
    means = {text: _mean(vectors) for text, vectors in lines.items()}
    own = [means[text] for text in duties]
    role = np.stack([means[title], np.mean(own, axis=0) if own else _mean(known.of([]))])
    found = np.zeros((len(places), OF_PLACE, role.shape[1]), dtype=np.float32)
    for row, place in zip(found, places, strict=True):
        text = place.line.text
        vectors = lines[text]
        spans = (word.span() for word, own in zip(words[text], pieces[text], strict=True) for _ in own)
        at = [n for n, (left, right) in enumerate(spans) if left < place.end and place.start < right]
        first, last = (at[0], at[-1] + 1) if at else (0, 0)
        row[0] = _mean(vectors[first:last])
        row[1] = _mean(vectors[max(0, first - _NEAR) : first])
        row[2] = _mean(vectors[max(0, first - _BEFORE) : first])
        row[3] = _mean(vectors[last : last + _BEHIND])
        row[4] = means[text]
    return Meant(found, role)


def _vectors(pieces: Mapping[str, Sequence[Sequence[int]]], known: Vectors) -> dict[str, Floats]:
    """Return the vectors of each line's pieces, looked up for all lines in one go."""
    rows = {text: [piece for own in words for piece in own] for text, words in pieces.items()}
    every = known.of([piece for own in rows.values() for piece in own])
    ends = accumulate(map(len, rows.values()))
    return {text: every[end - len(own) : end] for (text, own), end in zip(rows.items(), ends, strict=True)}


def _mean(vectors: Floats) -> Floats:
    mean: Floats = np.add.reduce(vectors, axis=0) / max(len(vectors), 1)
    return mean


def on_axes(found: Meant, axes: Floats, middles: Floats) -> tuple[Floats, Floats]:
    """Return the vectors of the places, and of title and duties, as numbers on few axes."""
    places = (found.places.transpose(1, 0, 2) @ axes[:OF_PLACE]).transpose(1, 0, 2) - middles[:OF_PLACE]
    role = (found.role[:, None] @ axes[OF_PLACE:])[:, 0] - middles[OF_PLACE:]
    return places, role


def columns(places: Floats, role: Floats) -> Floats:
    """Return what is weighed: a row for each place.

    Args:
        places: numbers by place, kind and axis.
        role: those of the title and of the duties, once for all places or for each.
    """
    count = len(places)
    every = np.concatenate([places, np.broadcast_to(role, (count, *role.shape[-2:]))], axis=1)
    by_kind = dict(zip(KINDS, every.transpose(1, 0, 2), strict=True))
    products = [
        LESS * (by_kind[a][:, :most, None] * by_kind[b][:, None, :most]).reshape(count, most * most)
        for a, b, most in PRODUCTS
    ]
    return np.concatenate([places.reshape(count, OF_PLACE * places.shape[-1]), *products], axis=1)


def features(who: Sequence[str], scores: Sequence[float], every: Iterable[str]) -> dict[str, dict[str, float]]:
    """Return what the places say of everybody: in the middle, at most, how often, and beside whom they speak for most.

    Args:
        who: is named at each place.
        scores: of the places; -1 speaks against somebody, 1 for.
        every: all candidates; who is nowhere named is told how much speaks for others.
    """
    own: defaultdict[str, list[float]] = defaultdict(list)
    for plural, score in zip(who, scores, strict=True):
        own[plural].append(score)
    told = {
        plural: (
            sum(found) / len(found),
            max(found),
            math.log1p(sum(min(max((score + 1) / 2, 0.0), 1.0) for score in found)),
        )
        for plural, found in own.items()
    }
    best = [max(each) for each in zip(*told.values(), strict=True)] or [0.0, 0.0, 0.0]
    names = ("meant", "meant most", "meant often")
    made: dict[str, dict[str, float]] = {}
    for plural in every:
        values = told.get(plural, (0.0, 0.0, 0.0))
        behind = [value - top if plural in told else top for value, top in zip(values, best, strict=True)]
        made[plural] = {name: WIDE * value for name, value in zip(names, values, strict=True)}
        made[plural] |= {f"{name} beside": WIDE * value for name, value in zip(names, behind, strict=True)}
    return made


def of_text(
    title: str, duties: Sequence[str], places: Sequence[Spot], every: Iterable[str]
) -> Mapping[str, Mapping[str, float]]:
    """Return what the words of a text say of each candidate, as features of the order.

    Args:
        title: of the job.
        duties: lines of the role.
        places: where it names somebody.
        every: all candidates.
    """
    table = _table()
    found = columns(*on_axes(meant(title, duties, places), table.axes, table.middles))
    scores = found @ table.weights[:-1] + table.weights[-1]
    return features([place.who for place in places], scores.tolist(), every)


@cache
def _table() -> Table:
    with np.load(resources.tables() / FILE) as table:
        return Table(*(table[name].astype(np.float32) for name in Table._fields))
