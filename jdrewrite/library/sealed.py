"""The file of a store: plain TinyDB JSON, whose first table is a seal, the checksum of all that stands behind it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec

from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.memory import no_collection

Tables = dict[str, dict[str, Any]]
_CHECK = "_check"
_HEAD = b'{"_check":{"1":{"sum":"'
_TAIL = b'"}}'
_SUM = 32
_BODY = len(_HEAD) + _SUM + len(_TAIL)
"""Where the tables begin: everything before is of fixed length and holds the checksum of everything behind."""


def is_sealed(data: bytes) -> bool:
    """Tell whether a file begins with a seal; one that TinyDB's own storage wrote has none."""
    return data.startswith(_HEAD)


def encoded(tables: Mapping[str, Mapping[Any, Any]]) -> bytes:
    """Return the file: plain TinyDB JSON whose first table holds the checksum of the rest."""
    plain = {name: {str(key): value for key, value in table.items()} for name, table in tables.items()}
    plain.pop(_CHECK, None)
    body = msgspec.json.encode(plain)[1:]
    body = b"," + body if plain else body
    return _HEAD + _sum(body) + _TAIL + body


def decoded(data: bytes) -> Tables:
    """Return the tables of a file; one that TinyDB's own storage wrote is taken too.

    Raises:
        ValueError: it is not whole.
    """
    if not data:
        raise ValueError("it is empty")
    if is_sealed(data) and data[len(_HEAD) : _BODY] != _sum(data[_BODY:]) + _TAIL:
        raise ValueError("its checksum does not fit")
    try:
        with no_collection():
            tables = from_json(data, dict[str, dict[str, Any]])
    except Unreadable as error:
        raise ValueError(f"it is no TinyDB file: {error}") from None
    tables.pop(_CHECK, None)
    return tables


def _sum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_SUM // 2).hexdigest().encode()
