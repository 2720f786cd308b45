"""Puts the graph of one statement into a loop, so that one call reads many: one after the other, each by itself.

What is said of a statement is bit for bit what the graph says of it alone. But the language's lock is let go of once
for all of them, and a program can do something else in the meantime.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from jdrewrite.analysis.lens_net import MOST_PIECES


def looped(model: onnx.ModelProto) -> onnx.ModelProto:
    """Return a graph over statements of a graph over one.

    Args:
        model: takes ``pieces`` and gives ``scores`` and ``shares``, as ``lens_graph`` makes it.

    Returns:
        What takes ``rows``, the pieces of all statements end to end, and ``lengths``, and gives ``all scores`` and
        ``all shares``, a row for each statement; shares are filled up with zeros to ``MOST_PIECES``.
    """
    one = model.graph
    width, labels = (_columns(value) for value in (one.input[0], one.output[0]))
    body = _turn(one, labels)
    graph = helper.make_graph(
        [
            helper.make_node("Size", ["lengths"], ["count"]),
            helper.make_node("Loop", ["count", "", "start"], ["last", "all scores", "all shares"], body=body),
        ],
        one.name,
        [_floats("rows", 1, "total", width), _whole("lengths", "count")],
        [_floats("all scores", "count", labels), _floats("all shares", "count", MOST_PIECES, labels)],
        [numpy_helper.from_array(np.zeros(1, dtype=np.int64), "start")],
    )
    return helper.make_model(graph, opset_imports=list(model.opset_import), ir_version=model.ir_version)


def _turn(one: onnx.GraphProto, labels: int) -> onnx.GraphProto:
    """Return one turn of the loop: the pieces of a statement are cut out and read, its shares filled up."""
    counts = {"zero": 0, "one": 1, "room": MOST_PIECES}
    tables = [numpy_helper.from_array(np.array([n], dtype=np.int64), name) for name, n in counts.items()]
    steps = [
        helper.make_node("Unsqueeze", ["turn", "zero"], ["number"]),
        helper.make_node("Gather", ["lengths", "number"], ["length"]),
        helper.make_node("Add", ["begin", "length"], ["end"]),
        helper.make_node("Slice", ["rows", "begin", "end", "one"], ["pieces"]),
        *one.node,
        helper.make_node("Squeeze", ["scores", "zero"], ["own scores"]),
        helper.make_node("Squeeze", ["shares", "zero"], ["bare shares"]),
        helper.make_node("Sub", ["room", "length"], ["missing"]),
        helper.make_node("Concat", ["zero", "zero", "missing", "zero"], ["filling"], axis=0),
        helper.make_node("Pad", ["bare shares", "filling"], ["own shares"]),
        helper.make_node("Identity", ["going"], ["goes on"]),
    ]
    return helper.make_graph(
        steps,
        "statement",
        [_whole("turn"), helper.make_tensor_value_info("going", TensorProto.BOOL, ()), _whole("begin", 1)],
        [
            helper.make_tensor_value_info("goes on", TensorProto.BOOL, ()),
            _whole("end", 1),
            _floats("own scores", labels),
            _floats("own shares", MOST_PIECES, labels),
        ],
        [*one.initializer, *tables],
    )


def _columns(value: Any) -> int:
    return int(value.type.tensor_type.shape.dim[-1].dim_value)


def _whole(name: str, *shape: int | str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.INT64, shape)


def _floats(name: str, *shape: int | str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
