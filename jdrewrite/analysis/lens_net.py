"""What the trained lens labels take from the order of words: a small transformer beside the weights of ``lens_model``.

Three layers of all-MiniLM-L6-v2 (Apache-2.0, see NOTICE), trained further by ``tools/lens_net.py`` on the labelled
statements, in whole numbers. It is asked only where the weights leave a label in question, and reads one statement
after the other, so that nothing depends on which statements stand beside it; one call may hold many, and leaves the
language's lock to others all the while.
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
TOGETHER = 128
"""Statements in one call, about 20 MB."""
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


class Vectors(NamedTuple):
    """What each piece means by itself, before anything is read around it."""

    whole: NDArray[np.int8]
    sizes: Floats
    """By what each row of these is multiplied."""
    places: Floats
    """What is added for each place in a statement."""
    vocabulary: dict[str, int]
    """The row of each piece."""
    pieces: Pieces

    def of(self, rows: Sequence[int]) -> Floats:
        """Return the vectors of some pieces."""
        at = np.array(rows, dtype=np.int64)
        return (self.whole[at] * self.sizes[at, None]).astype(np.float32, copy=False)


class Spelled(NamedTuple):
    """Some statements in pieces."""

    rows: list[int]
    """The pieces of all of them, each statement between its ends."""
    places: list[tuple[int, ...]]
    """For each statement the word to which each piece belongs."""


class Net:
    """Reads the words of statements."""

    def __init__(self, session: Any, vectors: Vectors) -> None:
        """Make one.

        Args:
            session: an onnxruntime session that takes pieces in their places and gives scores and shares.
            vectors: what each piece begins with.
        """
        self._session = session
        self._vectors = vectors
        self._ends = vectors.vocabulary[_FIRST], vectors.vocabulary[_LAST]

    def read(self, words: Sequence[str]) -> Said:
        """Return what the net says of one statement, given by its tokens in lower case."""
        return self.read_all([words])[0]

    def read_all(self, statements: Sequence[Sequence[str]]) -> list[Said]:
        """Return what the net says of each statement by itself.

        Args:
            statements: the tokens of each in lower case.
        """
        return self.say(self.spell(statements))

    def spell(self, statements: Sequence[Sequence[str]]) -> list[Spelled]:
        """Return statements as ``say`` takes them, ``TOGETHER`` at a time.

        Args:
            statements: the tokens of each in lower case.
        """
        first, last = self._ends
        most = MOST_PIECES - 2
        found = []
        for begin in range(0, len(statements), TOGETHER):
            rows: list[int] = []
            places: list[tuple[int, ...]] = []
            for words in statements[begin : begin + TOGETHER]:
                spelled = self._vectors.pieces.of_each(words)
                places.append(tuple([n for n, own in enumerate(spelled) for _ in own][:most]))
                rows += [first, *[piece for own in spelled for piece in own][:most], last]
            found.append(Spelled(rows, places))
        return found

    def say(self, spelled: Sequence[Spelled]) -> list[Said]:
        """Return what the net says of each statement; most of the time it leaves the language's lock to others.

        Args:
            spelled: as ``spell`` returned it.
        """
        return [said for part in spelled for said in self._say(part)]

    def _say(self, part: Spelled) -> list[Said]:
        lengths = [len(own) + 2 for own in part.places]
        vectors = self._vectors.of(part.rows)
        vectors += np.concatenate([self._vectors.places[:length] for length in lengths])
        given = {"rows": vectors[None], "lengths": np.array(lengths, dtype=np.int64)}
        scores, shares = self._session.run(None, given)
        return [Said(*each) for each in zip(scores, _bare(shares, lengths), part.places, strict=True)]


def _bare(shares: Floats, lengths: Sequence[int]) -> list[Floats]:
    """Return the shares of each statement's own pieces, without those of its ends and what fills it up."""
    # Copied, so that one which is kept does not keep all of them.
    return [own[1 : length - 1].copy() for own, length in zip(shares, lengths, strict=True)]


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
    path = str(resources.tables() / "lens_net.onnx")
    return Net(onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"]), word_vectors())


@cache
def word_vectors() -> Vectors:
    """Return the shipped vectors: those of the model that the net was made of, which training leaves as they are."""
    with np.load(resources.tables() / "lens_net.npz") as table:
        spelled = bytes(table["pieces"]).decode("utf-8").split("\n")
        known = {piece: n for n, piece in enumerate(spelled)}
        sizes = table["sizes"].astype(np.float32)
        return Vectors(table["vectors"], sizes, table["places"], known, Pieces(known, known[_UNKNOWN]))
