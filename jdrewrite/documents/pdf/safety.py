"""Looks at a PDF before PDFium opens it: native code can be neither stopped nor limited once it runs."""

from __future__ import annotations

import re
import zlib

from jdrewrite.errors import BrokenInput

MOST_UNPACKED = 150_000_000
"""Bytes that all compressed streams may hold together; real job descriptions reach about 20 million, with pictures."""
MOST_PAGES = 200
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PIECE = 1 << 16
_LAYERS = 3


def check_streams(data: bytes, name: str) -> None:
    """Refuse a PDF whose streams unpack to more than any document holds.

    Raises:
        BrokenInput: a bomb.
    """
    total = 0
    for match in _STREAM.finditer(data):
        start = match.end()
        if data[start : start + 1] not in {b"\x78", b"\x68", b"\x48", b"\x58"}:  # not compressed by zlib
            continue
        total += _unpacked(data, start, MOST_UNPACKED - total)
        if total > MOST_UNPACKED:
            reason = f"its streams unpack to more than {MOST_UNPACKED / 1e6:,.0f} MB, which is not safe to open"
            raise BrokenInput(name, reason, "ask for another copy, or for the Word file")


def _unpacked(data: bytes, start: int, limit: int) -> int:
    """Return how many bytes a stream unpacks to, at most a little more than the limit; layers are followed."""
    layers = [zlib.decompressobj()]
    total, at = 0, start
    while at < len(data) and total <= limit:
        piece = data[at : at + _PIECE]
        at += len(piece)
        while piece and total <= limit and not layers[0].eof:
            try:
                made = layers[0].decompress(piece, _PIECE)
            except zlib.error:
                return total
            total += len(made)
            total += _inner(layers, made, 1)
            piece = layers[0].unconsumed_tail
        if layers[0].eof:
            break
    return total


def _inner(layers: list[zlib._Decompress], made: bytes, depth: int) -> int:
    """Return what comes out where the content of a stream is compressed again."""
    if depth >= _LAYERS or not made:
        return 0
    if len(layers) == depth:
        if made[:1] != b"\x78":
            return 0
        layers.append(zlib.decompressobj())
    total = 0
    while made and not layers[depth].eof:
        try:
            out = layers[depth].decompress(made, _PIECE)
        except zlib.error:
            return total
        total += len(out) + _inner(layers, out, depth + 1)
        made = layers[depth].unconsumed_tail
        if total > MOST_UNPACKED:
            break
    return total
