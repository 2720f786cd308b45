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


MOST_FORMS = 20_000
"""Times that forms may be drawn inside forms; of 50 real files none drew one more than once."""
_DRAWS = re.compile(rb"/[^\s/]+\s+Do\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_HEAD = 3000
"""Bytes before a stream in which its description stands."""


def check_forms(data: bytes, name: str) -> None:
    """Refuse a PDF whose forms draw each other so often that its pages would never be done.

    Raises:
        BrokenInput: a bomb.
    """
    inner, outer = 1, 0
    for match in _STREAM.finditer(data):
        start = match.end()
        head = data[max(0, data.rfind(b"obj", max(0, start - _HEAD), start)) : start]
        is_form = bool(_FORM.search(head))
        draws = len(_DRAWS.findall(_content(data, start, compressed=b"Flate" in head))) if b"/Image" not in head else 0
        inner *= max(1, draws) if is_form else 1
        outer += 0 if is_form else draws
        if inner * max(1, outer) > MOST_FORMS:
            reason = "its forms draw each other without end, which is not safe to open"
            raise BrokenInput(name, reason, "ask for another copy, or for the Word file")


def _content(data: bytes, start: int, *, compressed: bool) -> bytes:
    """Return the first two million bytes of a stream, as they are drawn."""
    if not compressed:
        return data[start : max(start, data.find(b"endstream", start, start + 2_000_000))]
    try:
        return zlib.decompressobj().decompress(data[start : start + 2_000_000], 2_000_000)
    except zlib.error:
        return b""


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
