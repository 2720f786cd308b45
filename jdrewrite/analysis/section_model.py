"""The trained part of the section labels: weights of words, and of what stands around a statement.

Two softmax layers, both plain tables made by ``tools/section_weights.py`` from labelled statements (sources
and licences in NOTICE). The first weighs a statement's own features; the second weighs what the first said of
the statement and its neighbours, beside the heading above it. numpy does the sums; nothing is learned here.
"""

from __future__ import annotations

from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from jdrewrite import resources
from jdrewrite.analysis.section_features import TITLED, names_title, own_features
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
    offered: bool = False
    """It is listed directly below a heading that says what the holder gets."""
    notice: Section | None = None
    """What everything is that stands here, behind the heading of a notice, until a heading of the role."""
    said: Section | None = None
    """What its label says that it is: "Reports to: Head Gardener"."""


class Layer(msgspec.Struct, frozen=True, dict=True):
    """One softmax layer: a row of weights for each feature, a column for each section."""

    names: dict[str, int]
    weights: Floats
    bias: Floats

    @cached_property
    def paired(self) -> frozenset[str]:
        """Words that begin a feature of several: most pairs of a text begin with none."""
        return frozenset(name.split(" ", 1)[0] for name in self.names if " " in name)


@cache
def layers() -> tuple[Layer, Floats]:
    """Return the layer of own features, and the weights of the layer of surroundings."""
    data = resources.table(resources.tables() / "section_weights.json", dict[str, Any])
    scale = data["scale"]
    words = data["words"]
    own = Layer(
        {name: row for row, name in enumerate(words)},
        np.array(list(words.values()), dtype=np.float64) / scale,
        np.array(data["bias"], dtype=np.float64) / scale,
    )
    return own, np.array(data["surroundings"], dtype=np.float64) / scale


_known: dict[str, Floats] = {}
"""What the words of a text add up to in the shipped layer."""


def own_weights(texts: Sequence[str], title: str) -> Floats:
    """Return the log-probabilities of the sections by the words of each text, a row for each."""
    own = layers()[0]
    found = {text: _known[text] for text in texts if text in _known}
    fresh = [text for text in dict.fromkeys(texts) if text not in found]
    if fresh:
        found.update(zip(fresh, _sums(own, fresh), strict=True))
        if len(_known) + len(fresh) > _REMEMBERED:
            _known.clear()
        _known.update((text, found[text]) for text in fresh)
    return _titled(own, np.array([found[text] for text in texts]), texts, title)


def weigh(layer: Layer, texts: Sequence[str], title: str) -> Floats:
    """Return what a layer of own features says of each text, as log-probabilities, a row for each."""
    return _titled(layer, _sums(layer, texts), texts, title)


def _sums(layer: Layer, texts: Sequence[str]) -> Floats:
    """Return the sums of the weights of each text's features, but for the one that its title decides."""
    get = layer.names.get
    sums = np.empty((len(texts), len(layer.bias)))
    for number, text in enumerate(texts):
        # In the order of the table: sums must not depend on how a set lies in memory.
        rows = sorted(row for name in own_features(text, layer.paired) if (row := get(name)) is not None)
        layer.weights.take(rows, axis=0).sum(axis=0, out=sums[number])
    sums += layer.bias
    return sums


def _titled(layer: Layer, sums: Floats, texts: Sequence[str], title: str) -> Floats:
    """Add what it says to name the title, and turn sums into log-probabilities."""
    if TITLED in layer.names:
        sums[[names_title(text, title) for text in texts]] += layer.weights[layer.names[TITLED]]
    sums -= sums.max(axis=1, keepdims=True)
    sums -= np.log(np.exp(sums).sum(axis=1, keepdims=True))
    return sums


def label(texts: Sequence[str], places: Sequence[Place], title: str) -> list[Section]:
    """Return the section of each statement of one document, in reading order."""
    if not texts:
        return []
    seen = surroundings(lambda them: own_weights(them, title), texts, places)
    return [SECTIONS[best] for best in (seen @ layers()[1]).argmax(axis=1)]


def alone(text: str, title: str) -> Section:
    """Return the section of a statement of which nothing else is known."""
    return SECTIONS[int(own_weights([text], title)[0].argmax())]


def surroundings(layer: Callable[[Sequence[str]], Floats], texts: Sequence[str], places: Sequence[Place]) -> Floats:
    """Return the features of the second layer, a row for each statement.

    Args:
        layer: gives the log-probabilities of the sections by the words of each of some texts.
        texts: the statements of one document, in reading order.
        places: where each stands.
    """
    own = np.maximum(layer(texts), -6.0)
    chance = np.exp(own)
    count = len(places)
    before = np.vstack([chance[:1] * 0, chance[:-1]])
    after = np.vstack([chance[1:], chance[:1] * 0])
    heading = np.zeros((count, len(SECTIONS) + 2))
    kind = np.zeros((count, len(_KINDS)))
    for row, place in enumerate(places):
        column = _INDEX[place.heading] if place.heading else len(SECTIONS) + bool(place.under)
        heading[row, column] = 0.4 if place.left else 1.0
        kind[row, _KINDS.index(place.kind)] = 1.0
    titles = _headings(layer, places)
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


def _headings(layer: Callable[[Sequence[str]], Floats], places: Sequence[Place]) -> Floats:
    """Return for each statement the probabilities of the sections by the words of its heading; zeros without one."""
    found = np.zeros((len(places), len(SECTIONS)))
    under = [row for row, place in enumerate(places) if place.under]
    words = list(dict.fromkeys(places[row].under for row in under))
    if words:
        chances = np.exp(layer(words))
        found[under] = chances[[words.index(places[row].under) for row in under]]
    return found


def _means(chance: Floats, groups: Sequence[int]) -> Floats:
    """Return for each statement the mean over its group."""
    _, members = np.unique(np.array(groups), return_inverse=True)
    sums = np.zeros((members.max() + 1, chance.shape[1]))
    np.add.at(sums, members, chance)
    means: Floats = (sums / np.bincount(members)[:, None])[members]
    return means
