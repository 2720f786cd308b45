"""JSON from files: one way to take it in, and one error for whatever may be wrong with it."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")


class Unreadable(Exception):
    """These bytes are no JSON in UTF-8 of the shape that is wanted; its words say why."""


def from_json(data: bytes | str, kind: type[T]) -> T:
    """Return what JSON holds.

    Args:
        data: the JSON; bytes are UTF-8.
        kind: what it must be; msgspec knows how it is written.

    Raises:
        Unreadable: it is damaged, not UTF-8, nested beyond reason, or of another shape.
    """
    try:
        found: T = _decoder(cast("Any", kind)).decode(data)
    except msgspec.MsgspecError as error:
        raise Unreadable(str(error)) from None
    except UnicodeError:  # msgspec lets it through where a string of the shape is concerned
        raise Unreadable("a text in it is not UTF-8") from None
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    return found


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)
