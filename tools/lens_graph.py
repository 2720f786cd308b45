"""Writes a trained encoder as a graph for onnxruntime, step by step, for one statement after the other (``lens_loop``).

What exporters write reshapes and copies for batches that there never are, a fifth of the time of a single statement.
Weights become whole numbers of seven bits, with which processors of every kind compute the same sums.
"""

from __future__ import annotations

from pathlib import Path
from typing import cast

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from tools.lens_encoder import HEADS, TINY, WIDTH, Encoder, Layer
from tools.lens_loop import looped

_MOST = 63
"""The largest whole number of a weight: with a bit more, sums overflow on processors without instructions for them."""
_FUSED = "com.microsoft"
"""The domain of onnxruntime's own steps."""
_OPSET, _OPSET_FUSED, _IR = 20, 1, 10


class Graph:
    """Steps of a graph, in order; each method adds some and returns the name of what comes out."""

    def __init__(self) -> None:
        """Begin one."""
        self._steps: list[onnx.NodeProto] = []
        self._tables: list[onnx.TensorProto] = []

    def table(self, name: str, values: NDArray[np.generic]) -> str:
        """Add numbers that are always the same."""
        self._tables.append(numpy_helper.from_array(values, name))
        return name

    def step(self, kind: str, takes: list[str], gives: str, domain: str = "", **how: object) -> str:
        """Add one step."""
        self._steps.append(helper.make_node(kind, takes, [gives], domain=domain, **how))
        return gives

    def split(self, taken: str, gives: list[str]) -> None:
        """Share out the columns evenly."""
        self._steps.append(helper.make_node("Split", [taken], gives, axis=-1, num_outputs=len(gives)))

    def linear(self, taken: str, name: str, *parts: nn.Linear) -> str:
        """Add linear steps side by side, in whole numbers."""
        weight = np.concatenate([part.weight.detach().numpy() for part in parts]).T
        bias = np.concatenate([part.bias.detach().numpy() for part in parts])
        sizes = np.maximum(np.abs(weight).max(axis=0) / _MOST, np.finfo(np.float32).tiny).astype(np.float32)
        whole = np.rint(weight / sizes).clip(-_MOST, _MOST).astype(np.int8)
        tables = {"weight": whole, "sizes": sizes, "zero": np.zeros(len(sizes), np.int8), "bias": bias}
        takes = [taken, *(self.table(f"{name}.{part}", values) for part, values in tables.items())]
        return self.step("DynamicQuantizeMatMul", takes, name, _FUSED)

    def norm(self, taken: str, name: str, part: nn.LayerNorm) -> str:
        """Add a step that brings each piece to the same mean and spread."""
        takes = [
            self.table(f"{name}.{own}", getattr(part, own).detach().numpy().astype(np.float32))
            for own in ("weight", "bias")
        ]
        return self.step("LayerNormalization", [taken, *takes], name, axis=-1, epsilon=TINY)

    def layer(self, taken: str, name: str, layer: Layer) -> str:
        """Add one layer."""
        parts = [f"{name}.{part}" for part in ("query", "key", "value")]
        self.split(self.linear(taken, f"{name}.look", layer.look), parts)
        looked = self.step("MultiHeadAttention", parts, f"{name}.looked", _FUSED, num_heads=HEADS)
        seen = self.linear(looked, f"{name}.seen", layer.seen)
        x = self.norm(self.step("Add", [taken, seen], f"{name}.with"), f"{name}.norm", layer.norm)
        into = self.step("Gelu", [self.linear(x, f"{name}.into", layer.into)], f"{name}.gelu")
        own = self.linear(into, f"{name}.out", layer.out)
        return self.norm(self.step("Add", [x, own], f"{name}.own"), f"{name}.last", layer.last)

    def head(self, taken: str, net: Encoder) -> None:
        """Add the scores of the labels, and what each piece adds to them."""
        first = self.table("first", np.array([1], dtype=np.int64))
        self.split(self.linear(taken, "head", net.head.heed, net.head.say, net.head.most), ["heed", "say", "most"])
        weighed = self.step("Mul", [self.step("Softmax", ["heed"], "heeded", axis=1), "say"], "weighed")
        mean = self.step("ReduceSum", [weighed, first], "mean", keepdims=0)
        self.step("Add", [mean, self.step("ReduceMax", ["most", first], "top", keepdims=0)], "scores")
        tops = self.step("Mul", [self.step("Softmax", ["most"], "share of top", axis=1), "most"], "tops")
        self.step("Add", [weighed, tops], "shares")

    def model(self, labels: int) -> onnx.ModelProto:
        """Return the whole, which takes ``pieces`` and gives ``scores`` and ``shares``."""

        def value(name: str, *shape: int | str) -> onnx.ValueInfoProto:
            return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)

        takes = [value("pieces", 1, "length", WIDTH)]
        gives = [value("scores", 1, labels), value("shares", 1, "length", labels)]
        graph = helper.make_graph(self._steps, "lenses", takes, gives, self._tables)
        opsets = [helper.make_opsetid("", _OPSET), helper.make_opsetid(_FUSED, _OPSET_FUSED)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=_IR)


def write(net: Encoder, path: Path) -> None:
    """Write the encoder from the sum of vectors and places on."""
    graph = Graph()
    x = graph.norm("pieces", "norm", net.norm)
    for number, layer in enumerate(net.layers):
        x = graph.layer(x, f"layer{number}", cast("Layer", layer))
    graph.head(x, net)
    onnx.save(looped(graph.model(net.head.say.out_features)), path)
