"""The trained part of the section labels: weights of words, and of what stands around a statement.

Two softmax layers, both plain tables made by ``tools/section_weights.py`` from labelled statements (sources
and licences in NOTICE). The first weighs a statement's own features; the second weighs what the first said of
the statement and its neighbours, beside the heading above it. numpy does the sums; nothing is learned here.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import TYPE_CHECKING, get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from jdrewrite import resources
from jdrewrite.analysis.section_features import features
from jdrewrite.model import BlockKind, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SECTIONS: tuple[Section, ...] = get_args(Section)
_INDEX = {section: number for number, section in enumerate(SECTIONS)}
_KINDS = tuple(BlockKind)
_REMEMBERED = 20_000
"""Distinct statements whose weights are kept: organisations repeat their boilerplate."""
Floats = NDArray[np.float64]


class Place(msgspec.Struct, frozen=True):
    """Where a statement stands."""

    heading: Section | None
    """What the nearest heading opens; None where it says nothing or there is none."""
    under: str
    """The words of the nearest heading; empty before the first."""
    kind: BlockKind
    left: bool
    """A paragraph behind the list of its heading, which has often left the heading's subject."""
    block: int
    """Number of the block: its statements are read together."""
    run: int
    """Number of the stretch between two headings."""
    glued: bool = False
    """The heading stands in the same line: "Responsibilities: Manage ..."."""


class Layer(msgspec.Struct, frozen=True):
    """One softmax layer: a row of weights for each feature, a column for each section."""

    names: dict[str, int]
    weights: Floats
    bias: Floats


@cache
def layers() -> tuple[Layer, Floats]:
    """Return the layer of own features, and the weights of the layer of surroundings."""
    data = json.loads((resources.tables() / "section_weights.json").read_text(encoding="utf-8"))
    scale = data["scale"]
    words = data["words"]
    own = Layer(
        {name: row for row, name in enumerate(words)},
        np.array(list(words.values()), dtype=np.float64) / scale,
        np.array(data["bias"], dtype=np.float64) / scale,
    )
    return own, np.array(data["surroundings"], dtype=np.float64) / scale


@lru_cache(maxsize=_REMEMBERED)
def own_weights(text: str, title: str) -> Floats:
    """Return the log-probabilities of the sections by the statement's own words."""
    return weigh(layers()[0], text, title)


def weigh(layer: Layer, text: str, title: str) -> Floats:
    """Return what a layer of own features says of a text, as log-probabilities."""
    rows = [row for name in features(text, title) if (row := layer.names.get(name)) is not None]
    return _log_softmax(layer.weights[rows].sum(axis=0) + layer.bias)


def label(texts: Sequence[str], places: Sequence[Place], title: str) -> list[Section]:
    """Return the section of each statement of one document, in reading order."""
    if not texts:
        return []
    seen = surroundings(lambda text: own_weights(text, title), texts, places)
    return [SECTIONS[best] for best in (seen @ layers()[1]).argmax(axis=1)]


def alone(text: str, title: str) -> Section:
    """Return the section of a statement of which nothing else is known."""
    return SECTIONS[int(own_weights(text, title).argmax())]


def surroundings(layer: Callable[[str], Floats], texts: Sequence[str], places: Sequence[Place]) -> Floats:
    """Return the features of the second layer, a row for each statement.

    Args:
        layer: gives the log-probabilities of the sections by the words of a text.
        texts: the statements of one document, in reading order.
        places: where each stands.
    """
    own = np.array([layer(text) for text in texts])
    own = np.maximum(own, -6.0)
    chance = np.exp(own)
    count = len(places)
    before = np.vstack([chance[:1] * 0, chance[:-1]])
    after = np.vstack([chance[1:], chance[:1] * 0])
    none = np.zeros(len(SECTIONS))
    heading = np.zeros((count, len(SECTIONS) + 2))
    kind = np.zeros((count, len(_KINDS)))
    for row, place in enumerate(places):
        column = _INDEX[place.heading] if place.heading else len(SECTIONS) + bool(place.under)
        heading[row, column] = 0.4 if place.left else 1.0
        kind[row, _KINDS.index(place.kind)] = 1.0
    titles = np.array([np.exp(layer(place.under)) if place.under else none for place in places])
    bullets = kind[:, _KINDS.index(BlockKind.BULLET)][:, None]
    position = (np.arange(count) / max(1, count - 1))[:, None]
    flags = np.array([[place.left, place.glued, 1.0] for place in places], dtype=np.float64)
    return np.hstack(
        [
            own / 2, before, after,
            _means(chance, [place.block for place in places]),
            _means(chance, [place.run for place in places]),
            heading, heading * bullets, titles, kind, flags,
            position, (position < 0.12), (position > 0.85),
        ]
    )  # fmt: skip


def _means(chance: Floats, groups: Sequence[int]) -> Floats:
    """Return for each statement the mean over its group."""
    _, members = np.unique(np.array(groups), return_inverse=True)
    sums = np.zeros((members.max() + 1, chance.shape[1]))
    np.add.at(sums, members, chance)
    means: Floats = (sums / np.bincount(members)[:, None])[members]
    return means


def _log_softmax(values: Floats) -> Floats:
    top = values - values.max()
    out: Floats = top - np.log(np.exp(top).sum())
    return out
