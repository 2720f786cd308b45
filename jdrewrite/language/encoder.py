"""The layers that turn words into vectors for the tagger and the parser, made quicker; the vectors are the same.

What the model makes of a word by itself depends on its spelling alone, and is remembered. What it makes of a word
among its neighbours is computed in few steps over all statements at once, with nothing kept for training.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jdrewrite.own_process import ONE_THREAD

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.model import Model

    Net = Model[Any, Any]

Floats = NDArray[np.float32]
REMEMBERED = 40_000
"""Different words whose vectors are kept, 15 MB; all are forgotten together."""
_PIECES = 3
_SMALL = 1e-8
"""Keeps the spread of a vector above zero, as thinc's layer norm does."""
_EMBED = ("maxout", "layernorm", "dropout", "ragged2list")
_ENCODE = ("expand_window", "maxout", "layernorm", "dropout")


def quicken(nlp: Language) -> None:
    """Put the quick layers in the place of the model's own; a model of another build is left as it is."""
    if os.environ.get(ONE_THREAD) == "1":
        _multiply_by_numpy(nlp)
    if "tok2vec" not in nlp.pipe_names:
        return
    pipe: Any = nlp.get_pipe("tok2vec")
    if _is_known(pipe.model):
        from thinc.api import Model

        encoder = Encoder(pipe.model)

        def forward(_net: Net, docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], None]:  # noqa: ARG001
            return encoder(docs), None

        pipe.model = Model("quick_tok2vec", forward, dims={"nO": encoder.width})


def _multiply_by_numpy(nlp: Language) -> None:
    """Let numpy multiply matrices, in a third of the time that the small blocks of the model's own library take.

    In one thread only, as the command line tells it to: several wait for each other on a machine that is busy.
    """
    from spacy.pipeline import TrainablePipe
    from thinc.api import NumpyOps

    for _, pipe in nlp.pipeline:
        if isinstance(pipe, TrainablePipe):
            for layer in pipe.model.walk():
                layer.ops = NumpyOps(use_blis=False)


def _is_known(net: Net) -> bool:
    """Tell whether this is the build of spaCy's small English models: hashed spellings, then windows of three words."""
    if not {"embed", "encode"} <= set(net.ref_names):
        return False
    embed, encode = _leaves(net.get_ref("embed")), _leaves(net.get_ref("encode"))
    names = [node.name for node in embed]
    windows = encode[:: len(_ENCODE)]
    return (
        names[:2] == ["extract_features", "list2ragged"]
        and set(names[2 : -len(_EMBED)]) == {"ints-getitem", "hashembed"}
        and tuple(names[-len(_EMBED) :]) == _EMBED
        and tuple(node.name for node in encode) == _ENCODE * len(windows)
        and all(node.attrs["window_size"] == 1 for node in windows)
        and all(node.get_dim("nP") == _PIECES for node in encode[1 :: len(_ENCODE)])
    )


def _leaves(net: Net) -> list[Net]:
    return [node for node in net.walk(order="dfs_pre") if not node.layers]


class Encoder:
    """Computes the vectors of documents."""

    def __init__(self, net: Net) -> None:
        """Make one from a model's own layers."""
        encode = net.get_ref("encode")
        leaves = _leaves(encode)
        self.width: int = net.get_dim("nO")
        self._words = _Words(net.get_ref("embed"), self.width)
        self._layers = [_layer(maxout, norm) for maxout, norm in zip(leaves[1::4], leaves[2::4], strict=True)]
        self._apart: int = encode.attrs["pad"]
        self._ops: Any = net.ops

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """Return one array for each document, a row for each token."""
        lengths = [len(doc) for doc in docs]
        ends = np.cumsum([length + self._apart for length in lengths]).tolist()
        spans = [(end - length, end) for end, length in zip(ends, lengths, strict=True)]
        # Rows of zeros stand before, between and behind the documents, so that none sees its neighbour.
        seen = np.zeros(((ends[-1] if ends else 0) + self._apart, self.width), dtype=np.float32)
        seen[[row for span in spans for row in range(*span)]] = self._words(docs)
        window = np.zeros((len(seen), 3 * self.width), dtype=np.float32)
        for layer in self._layers:
            window[1:, : self.width] = seen[:-1]
            window[:, self.width : -self.width] = seen
            window[:-1, -self.width :] = seen[1:]
            seen += _normed(self._maxout(window, layer), layer)
        return [seen[start:end] for start, end in spans]

    def _maxout(self, window: Floats, layer: _Layer) -> Floats:
        pieces: Floats = self._ops.gemm(window, layer.weights)
        pieces += layer.bias
        one, two, three = (pieces[:, at * self.width : (at + 1) * self.width] for at in range(_PIECES))
        best: Floats = np.maximum(one, two)
        return np.maximum(best, three, out=best)


class _Layer(NamedTuple):
    """The weights of one window layer, those of one piece side by side."""

    weights: Floats
    bias: Floats
    gain: Floats
    shift: Floats


def _layer(maxout: Net, norm: Net) -> _Layer:
    weights: Any = maxout.get_param("W")  # for each output, a row for each piece
    bias: Any = maxout.get_param("b")
    gain: Any = norm.get_param("G")
    shift: Any = norm.get_param("b")
    return _Layer(np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(-1, bias.size)), bias.T.ravel(), gain, shift)


def _normed(rows: Floats, layer: _Layer) -> Floats:
    """Return the rows with mean 0 and spread 1, scaled and shifted as the layer has learned."""
    rows -= rows.mean(axis=1, keepdims=True)
    spread = np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + _SMALL
    rows *= (spread**-0.5)[:, None]
    rows *= layer.gain
    rows += layer.shift
    return rows


class _Words:
    """The vectors of single words, remembered by what the model looks at in a word."""

    def __init__(self, embed: Net, width: int) -> None:
        self._columns = embed.layers[0].attrs["columns"]
        self._layers = embed.layers[2:4]
        self._at: dict[bytes, int] = {}
        self._vectors = np.zeros((0, width), dtype=np.float32)
        self._lock = Lock()

    def __call__(self, docs: Sequence[Doc]) -> Floats:
        """Return the vectors of all tokens of all documents."""
        if not docs:
            return self._vectors[:0]
        seen = np.ascontiguousarray(np.concatenate([doc.to_array(self._columns) for doc in docs]))
        keys: list[bytes] = seen.view(f"V{seen.itemsize * seen.shape[1]}").ravel().tolist()
        with self._lock:
            if len(self._at) > REMEMBERED:
                self._at.clear()
            new = {key: row for row, key in enumerate(keys) if key not in self._at}
            if new:
                self._learn(list(new), seen[list(new.values())])
            return self._vectors[[self._at[key] for key in keys]]

    def _learn(self, keys: list[bytes], seen: NDArray[np.uint64]) -> None:
        for layer in self._layers:
            seen = layer.predict(seen)
        known = len(self._at)
        if known + len(keys) > len(self._vectors):
            grown = np.zeros((2 * known + len(keys), seen.shape[1]), dtype=np.float32)
            grown[:known] = self._vectors[:known]
            self._vectors = grown
        self._vectors[known : known + len(keys)] = seen
        self._at.update(zip(keys, range(known, known + len(keys)), strict=True))
