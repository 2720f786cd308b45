"""Learns what the words say of those who may receive work first-hand, for ``tools.first_hand_weights``.

A ridge regression on the columns of ``jdrewrite.analysis.served_word.meaning``. What the order learns from may not come
from a regression that has seen the same texts, so sources are shared out into parts, and each part is scored by a
regression on the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jdrewrite.analysis.served_word.meaning import Floats, columns, features
from tools.first_hand_examples import STEPS

NUMBERS = Path(__file__).with_name("labels") / "first_hand.npz"
RIDGE = 1500.0
"""Chosen on left-out sources among 800, 1,500 and 2,500."""
PARTS = 12
Example = dict[str, Any]
Numbers = NDArray[np.float64]


class Places:
    """All places of the examples, as what a regression needs of them."""

    def __init__(self, found: Sequence[Example]) -> None:
        """Read the numbers of the repository.

        Args:
            found: its examples, in their order.
        """
        self._found = found
        with np.load(NUMBERS) as table:
            self.axes, self.middles = table["axes"], table["middles"]
            places, role = (table[name].astype(np.float32) / STEPS for name in ("places", "role"))
        self._of = np.array([n for n, one in enumerate(found) for _ in one["places"]])
        made = columns(places, role[self._of])
        self._columns: Floats = np.concatenate([made, np.ones((len(made), 1), dtype=np.float32)], axis=1)
        right = [who in one["right"] for one in found for who in one["places"]]
        self._right = 2.0 * np.array(right) - 1.0
        self._part = shared_out([one["source"] for one in found])[self._of]
        self._sums = [self._sum(self._part == part) for part in range(PARTS)]

    def _sum(self, which: NDArray[np.bool_]) -> tuple[Numbers, Numbers]:
        chosen = self._columns[which].astype(np.float64)
        return chosen.T @ chosen, chosen.T @ self._right[which]

    def weights(self, source: str = "", part: int = -1) -> Numbers:
        """Return a weight for each column, and the bias.

        Args:
            source: which is left out; empty for none.
            part: the part of all sources that is left out as well; -1 for none.
        """
        squares = sum((own for own, _ in self._sums), start=RIDGE * np.eye(self._columns.shape[1]))
        rights = np.sum([own for _, own in self._sums], axis=0)
        theirs = np.array([one["source"] == source for one in self._found])[self._of] | (self._part == part)
        less_squares, less_rights = self._sum(theirs)
        return np.linalg.solve(squares - less_squares, rights - less_rights)

    def told(self, source: str = "") -> list[Example]:
        """Return the examples with what the words say of each candidate, never by a regression on the same source.

        Args:
            source: of which nothing is learned at all.
        """
        scores = np.zeros(len(self._of))
        for part in range(PARTS):
            which = self._part == part
            scores[which] = self._columns[which] @ self.weights(source, part)
        theirs = np.array([one["source"] == source for one in self._found])[self._of]
        scores[theirs] = self._columns[theirs] @ self.weights(source)
        begins = np.searchsorted(self._of, np.arange(len(self._found) + 1))
        return [
            one | {"candidates": _with(one, scores[begins[n] : begins[n + 1]].tolist())}
            for n, one in enumerate(self._found)
        ]


def _with(one: Example, scores: list[float]) -> dict[str, dict[str, float]]:
    means = features(one["places"], scores, one["candidates"])
    return {who: {**own, **means[who]} for who, own in one["candidates"].items()}


def shared_out(sources: Sequence[str]) -> NDArray[np.int64]:
    """Return for each text the part that its source belongs to; parts are about as large."""
    sizes = [0] * PARTS
    part: dict[str, int] = {}
    for source, count in Counter(sorted(sources)).most_common():
        part[source] = sizes.index(min(sizes))
        sizes[part[source]] += count
    return np.array([part[source] for source in sources])
