"""Zips of which a part cannot be read, each for a reason of its own."""

from __future__ import annotations

import io
import zipfile

WAYS = ("content", "password", "packing")


def spoilt(data: bytes, part: str, how: str) -> bytes:
    """Return a zip of which one part cannot be read.

    Args:
        data: the zip, with all parts packed.
        part: name of the one that is spoilt.
        how: what it packs is damaged (``content``), it wants a ``password``, or it is packed as nobody does (``packing``).
    """
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        begins = packed.getinfo(part).header_offset
        listed = packed.start_dir
    made = bytearray(data)
    if how == "content":
        made[begins + 30 + len(part)] |= 0b110  # a kind of block that deflate does not have
        return bytes(made)
    flag, value = {"password": (6, 1), "packing": (8, 99)}[how]
    made[begins + flag] = value
    while made[listed + 46 : listed + 46 + len(part)] != part.encode():
        listed = made.index(b"PK\x01\x02", listed + 4)
    made[listed + flag + 2] = value
    return bytes(made)
