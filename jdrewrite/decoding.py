"""JSON and TOML from files: one way to take them in, and one error for whatever may be wrong with them."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")


class Unreadable(Exception):
    """These bytes are no JSON or TOML in UTF-8 of the shape that is wanted; its words say why."""


class OtherShape(Unreadable):
    """It can be read, and is not what is wanted: a key is missing or not known, or a value is of another kind."""


def from_json(data: bytes | str, kind: type[T]) -> T:
    """Return what JSON holds.

    Args:
        data: the JSON; bytes are UTF-8.
        kind: what it must be; msgspec knows how it is written.

    Raises:
        OtherShape: it is JSON of another shape.
        Unreadable: it is damaged, not UTF-8, or nested beyond reason.
    """
    try:
        found: T = _decoder(cast("Any", kind)).decode(data)
    except msgspec.ValidationError as error:
        raise OtherShape(str(error)) from None
    except msgspec.MsgspecError as error:
        raise Unreadable(str(error)) from None
    except UnicodeError:  # msgspec lets it through where a string of the shape is concerned
        raise Unreadable("a text in it is not UTF-8") from None
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    return found


def from_toml(data: bytes | str, kind: type[T]) -> T:
    """Return what TOML holds.

    Args:
        data: the TOML; bytes are UTF-8.
        kind: what it must be; msgspec knows how it is written.

    Raises:
        OtherShape: it is TOML of another shape.
        Unreadable: it is damaged, not UTF-8, or nested beyond reason.
    """
    import tomllib  # whoever only reads JSON is spared it

    try:
        text = data if isinstance(data, str) else data.decode()
        found: T = msgspec.convert(tomllib.loads(text.removeprefix("\ufeff")), kind)  # of Windows
    except msgspec.ValidationError as error:
        raise OtherShape(str(error)) from None
    except UnicodeError:
        raise Unreadable("a text in it is not UTF-8") from None
    except ValueError as error:  # a TOMLDecodeError, or a number of thousands of digits
        raise Unreadable(str(error)) from None
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    return found


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind)
