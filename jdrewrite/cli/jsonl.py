"""Lines of JSON, each checked by itself: a bad one is reported in its place and the others go on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import msgspec

from jdrewrite.cli.input_lines import lines
from jdrewrite.cli.plain import one_line
from jdrewrite.decoding import OtherShape, Unreadable, from_json


class Bad(msgspec.Struct, frozen=True):
    """A line that could not be used."""

    id: str | int | None
    """The line's own id, where one could be read."""
    error: str


class _OnlyId(msgspec.Struct, frozen=True):
    id: str | int | None = None


Line = TypeVar("Line")


def decoded(path: str, shape: type[Line]) -> Iterator[Line | Bad]:
    """Yield the lines of a file in order, each as ``shape`` or as ``Bad``.

    Args:
        path: a JSONL file; ``-`` for standard input.
        shape: a msgspec Struct; keys that it has not are ignored.

    Raises:
        InputError: the file cannot be read.
    """
    for number, data in lines(path, "JSON objects"):
        try:
            yield from_json(data, shape)
        except OtherShape as error:
            yield Bad(_id(data), f"line {number}: {one_line(str(error))}")
        except Unreadable as error:
            yield Bad(None, f"line {number}: not valid JSON ({one_line(str(error))})")


def _id(data: bytes) -> str | int | None:
    try:
        return from_json(data, _OnlyId).id
    except Unreadable:
        return None
