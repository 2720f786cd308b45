"""What the trained lens labels take from the order of words: a small transformer beside the weights of ``lens_model``.

Three layers of all-MiniLM-L6-v2 (Apache-2.0, see NOTICE), trained further by ``tools/lens_net.py`` on the labelled
statements, in whole numbers. It is asked only where the weights leave a label in question, and for one
statement at a time, so that nothing depends on which statements stand beside it.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jdrewrite import resources
from jdrewrite.language.pieces import Pieces

Floats = NDArray[np.float32]
MOST_PIECES = 80
"""Pieces of a statement that are looked at, as in training; hardly one in a thousand has more."""
_FIRST, _LAST, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


class Said(NamedTuple):
    """What the net says of one statement."""

    scores: Floats
    """One for each label in the order of the table, in log-odds before any threshold."""
    shares: Floats
    """A row for each piece, a column for each label: how much the piece speaks for it."""
    places: tuple[int, ...]
    """The word to which each piece belongs."""

    def speaking(self, label: int, words: int) -> list[float]:
        """Return how much each word speaks for a label.

        Args:
            label: its column.
            words: how many there are.
        """
        found = np.zeros(words, dtype=np.float32)
        np.add.at(found, list(self.places), self.shares[:, label])
        return found.tolist()


class Net:
    """Reads the words of one statement."""

    def __init__(
        self, session: Any, vectors: NDArray[np.int8], sizes: Floats, places: Floats, vocabulary: dict[str, int]
    ) -> None:
        """Make one.

        Args:
            session: an onnxruntime session that takes pieces in their places and gives scores and shares.
            vectors: what each piece begins with, in whole numbers.
            sizes: by what each row of them is multiplied.
            places: what is added for each place in the statement.
            vocabulary: the row of each piece.
        """
        self._session = session
        self._vectors, self._sizes, self._places = vectors, sizes, places
        self._ends = vocabulary[_FIRST], vocabulary[_LAST]
        self._pieces = Pieces(vocabulary, vocabulary[_UNKNOWN])

    def read(self, words: Sequence[str]) -> Said:
        """Return what the net says of a statement.

        Args:
            words: its tokens in lower case.
        """
        first, last = self._ends
        spelled = [self._pieces.of((word,)) for word in words]
        places = tuple(n for n, own in enumerate(spelled) for _ in own)[: MOST_PIECES - 2]
        rows = [first, *[piece for own in spelled for piece in own][: MOST_PIECES - 2], last]
        vectors = self._vectors[rows] * self._sizes[rows, None] + self._places[: len(rows)]
        scores, shares = self._session.run(None, {"pieces": vectors[None]})
        return Said(scores[0], shares[0, 1:-1], places)


@cache
def net() -> Net | None:
    """Return the shipped net; None where onnxruntime cannot be had, as on Intel Macs: the weights then stand alone."""
    # Since 1.32 the library tells its maker of each start, unless it is told not to before it is imported.
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    try:
        import onnxruntime
    except ImportError:
        return None
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    # One statement is too little to be shared out, and more threads would fight with an audit's other processes.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    # Joining more steps than this makes single statements slower, by a fifth where it was measured.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    folder = resources.tables()
    session = onnxruntime.InferenceSession(str(folder / "lens_net.onnx"), options, providers=["CPUExecutionProvider"])
    with np.load(folder / "lens_net.npz") as table:
        spelled = bytes(table["pieces"]).decode("utf-8").split("\n")
        known = {piece: n for n, piece in enumerate(spelled)}
        return Net(session, table["vectors"], table["sizes"].astype(np.float32), table["places"], known)
