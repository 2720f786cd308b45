"""The trained part of the lens labels: one linear model for each label that rules alone find too rarely or too often.

The table is made by ``tools/lens_weights.py`` from labelled statements (sources and licences in NOTICE); it holds
words, pairs of words and names of rules, never sentences. It names only labels on which it did as well as the rules
alone on sources that it had not seen. Where it leaves a label in question, ``lens_net`` is asked as well, and what
both say is added up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from jdrewrite import resources
from jdrewrite.analysis.lens_net import Said
from jdrewrite.model import Lens

if TYPE_CHECKING:
    from jdrewrite.analysis.lens_features import Place

Whole = NDArray[np.int64]
Label = tuple[Lens, str]
_PART = 0.35
"""Share of the strongest word's weight that a neighbour must have to be part of the evidence."""
_GAP = 2
_LONGEST = 12
"""Words of evidence at most."""


class Beside(msgspec.Struct, frozen=True, eq=False):
    """How the scores of the net are added to those of the weights."""

    columns: tuple[int, ...]
    """Which of the net's labels each label of the table is."""
    bias: Whole
    """What stands in the place of the bias of the weights alone."""
    asked_from: float
    """Log-odds by the weights alone from which a label is in question; the net is asked where one is."""
    sure_from: float
    """Log-odds from which it is in question no longer."""

    def in_question(self, alone: Iterable[float]) -> bool:
        """Tell whether a label is in question by what the weights alone say of each."""
        return any(self.asked_from <= score < self.sure_from for score in alone)


class Scored(NamedTuple):
    """How likely the labels of one statement are."""

    values: dict[Label, float]
    """How far above its threshold each is, in log-odds."""
    said: Said | None = None
    """What the net said, where it was asked."""


class Known(NamedTuple):
    """Features of one statement that the table has."""

    rows: list[int]
    places: list[Place]
    """The words from which each was read."""


class Weights(msgspec.Struct, frozen=True, eq=False):
    """A row of weights for each feature, a column for each label; above zero the label is given.

    Weights are whole numbers, so that their sum does not depend on the order of the features.
    """

    labels: tuple[Label, ...]
    names: dict[str, int]
    weights: Whole
    bias: Whole
    scale: int
    """Weights divided by this are log-odds."""
    beside: Beside | None = None
    """None where the weights stand alone."""

    def sums(self, rows: Collection[int]) -> Whole:
        """Return what the features of a statement add up to for each label.

        Args:
            rows: the statement's features, each once; ``lens_rows`` finds them.
        """
        total: Whole = np.add.reduce(self.weights.take(list(rows), axis=0), axis=0)
        return total

    def in_question(self, scored: Scored) -> bool:
        """Tell whether the net is to be asked as well, by what the weights alone say."""
        return self.beside is not None and self.beside.in_question(scored.values.values())

    def alone(self, sums: Whole) -> Scored:
        """Return how likely each label is by the weights alone; above zero it is given.

        Args:
            sums: of the statement's features.
        """
        return Scored(dict(zip(self.labels, ((sums + self.bias) / self.scale).tolist(), strict=True)))

    def beside_net(self, sums: Sequence[Whole], said: Sequence[Said]) -> list[Scored]:
        """Return how likely each label of some statements is by weights and net; above zero it is given.

        Args:
            sums: of each statement's features.
            said: what the net says of each.
        """
        if self.beside is None:
            return [self.alone(own) for own in sums]
        told = np.stack([each.scores for each in said]).take(self.beside.columns, axis=1)
        together = (np.stack(sums) + self.beside.bias) / self.scale + told
        return [
            Scored(dict(zip(self.labels, own, strict=True)), each)
            for own, each in zip(together.tolist(), said, strict=True)
        ]

    def known(self, found: Mapping[str, Place]) -> Known:
        """Return those of a statement's features that the table has, with the words they were read from.

        Args:
            found: the statement's features.
        """
        get = self.names.get
        known = [
            (row, place) for name, place in found.items() if place[1] > place[0] and (row := get(name)) is not None
        ]
        return Known([row for row, _ in known], [place for _, place in known])

    def evidence(self, label: Label, known: Known, length: int, said: Said | None = None) -> Place | None:
        """Return the stretch of words that speaks most for a label; None where no single word does.

        Args:
            label: a label of the table.
            known: the statement's features, as ``known`` returned them.
            length: its number of tokens.
            said: what the net said of it, where it was asked.
        """
        column = self.labels.index(label)
        weight = [0.0] * length
        if said is not None and self.beside is not None:
            weight = said.speaking(self.beside.columns[column], length)
        speaking: list[int] = self.weights[known.rows, column].tolist()
        for whole, (start, end) in zip(speaking, known.places, strict=True):
            share = whole / self.scale / (end - start)
            for at in range(start, end):
                weight[at] += share
        top = max(range(length), key=weight.__getitem__, default=0)
        if not length or weight[top] <= 0:
            return None
        return _stretch(weight, top)


def _stretch(weight: Sequence[float], top: int) -> Place:
    """Grow the strongest word over neighbours that speak for the label too."""
    least = _PART * weight[top]
    start, end = top, top + 1
    grown = True
    while grown and end - start < _LONGEST:
        grown = False
        after = [i for i in range(end, min(end + _GAP, len(weight))) if weight[i] >= least]
        before = [i for i in range(max(0, start - _GAP), start) if weight[i] >= least]
        if after:
            end, grown = after[0] + 1, True
        elif before:
            start, grown = before[-1], True
    return start, end


def weights(*, beside: bool = True) -> Weights:
    """Return the shipped table.

    Args:
        beside: ask the net where a label is in question; False for the weights alone, to measure what it adds.
    """
    return _table(beside)


@cache
def _table(beside: bool) -> Weights:
    data = resources.table(resources.tables() / "lens_weights.json", dict[str, Any])
    return Weights(
        labels=tuple((lens, value) for lens, value in data["labels"]),
        names={name: row for row, name in enumerate(data["words"])},
        weights=np.array(list(data["words"].values()), dtype=np.int64).reshape(-1, len(data["labels"])),
        bias=np.array(data["bias"], dtype=np.int64),
        scale=data["scale"],
        beside=_beside(data["beside"]) if beside else None,
    )


def _beside(data: Mapping[str, Any]) -> Beside:
    return Beside(
        columns=tuple(data["columns"]),
        bias=np.array(data["bias"], dtype=np.int64),
        asked_from=data["asked_from"],
        sure_from=data["sure_from"],
    )
