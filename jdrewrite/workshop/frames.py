"""Messages on a pipe: four bytes of length, then msgpack."""

from __future__ import annotations

import struct
from typing import BinaryIO

_LENGTH = struct.Struct(">I")


def put(pipe: BinaryIO, data: bytes) -> None:
    """Write one message.

    Raises:
        OSError: nobody reads any more.
    """
    pipe.write(_LENGTH.pack(len(data)) + data)
    pipe.flush()


def take(pipe: BinaryIO) -> bytes | None:
    """Return the next message; None where the other side has ended."""
    head = _exactly(pipe, _LENGTH.size)
    return None if head is None else _exactly(pipe, _LENGTH.unpack(head)[0])


def _exactly(pipe: BinaryIO, count: int) -> bytes | None:
    data = b""
    while len(data) < count:
        more = pipe.read(count - len(data))
        if not more:
            return None
        data += more
    return data
