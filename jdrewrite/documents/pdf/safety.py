"""Looks at a PDF before PDFium opens it: native code can be neither stopped nor limited once it runs."""

from __future__ import annotations

import re
import subprocess
import sys
import zlib

from jdrewrite.errors import BrokenInput

MOST_UNPACKED = 150_000_000
"""Bytes that all compressed streams may hold together; real job descriptions reach about 20 million, with pictures."""
MOST_PAGES = 200
_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PIECE = 1 << 16
_LAYERS = 3


HEAVY = 10_000_000
"""Bytes of drawing commands, without pictures, from which a file is tried in a process of its own first."""
_LIMIT_SECONDS = 6
_LIMIT_MEMORY = 450_000_000
_DRAWS = re.compile(rb"/[^\s/]+\s+Do\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_HEAD = 3000
"""Bytes before a stream in which its description stands."""
_TRIAL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
from jdrewrite.documents.pdf.characters import pages_of
from jdrewrite.errors import InputError
try:
    pages_of(sys.stdin.buffer.read(), "")
except InputError:
    pass
"""


def check(data: bytes, name: str) -> None:
    """Refuse a PDF that is not safe to open.

    Raises:
        BrokenInput: its streams unpack to more than any document holds, or its pages would never be done.
    """
    total = drawn = 0
    nested = False
    for match in _STREAM.finditer(data):
        start = match.end()
        head = data[max(0, data.rfind(b"obj", max(0, start - _HEAD), start)) : start]
        picture = b"/Image" in head
        if data[start : start + 1] in {b"\x78", b"\x68", b"\x48", b"\x58"}:  # as zlib begins
            size = _unpacked(data, start, MOST_UNPACKED - total)
        else:
            size = max(0, data.find(b"endstream", start) - start)
        total += size
        drawn += 0 if picture else size
        if total > MOST_UNPACKED:
            reason = f"its streams unpack to more than {MOST_UNPACKED / 1e6:,.0f} MB, which is not safe to open"
            raise BrokenInput(name, reason, "ask for another copy, or for the Word file")
        if _FORM.search(head) and not nested:
            nested = len(_DRAWS.findall(_content(data, start, compressed=b"Flate" in head))) > 1
    if drawn > HEAVY or nested:
        _try_apart(data, name)


def _try_apart(data: bytes, name: str) -> None:
    """Open the file in a process of its own first, which can be stopped: forms may draw each other without end."""
    if sys.platform == "win32":
        return  # no limits there; the size of the streams is limited all the same
    code = _TRIAL.format(memory=_LIMIT_MEMORY)
    try:
        done = subprocess.run(
            [sys.executable, "-c", code], input=data, capture_output=True, timeout=_LIMIT_SECONDS, check=False
        )
        safe = done.returncode == 0
    except subprocess.TimeoutExpired:
        safe = False
    if not safe:
        reason = "its pages draw more than can be read in time and memory, which is not safe to open"
        raise BrokenInput(name, reason, "ask for another copy, or for the Word file")


def _content(data: bytes, start: int, *, compressed: bool) -> bytes:
    """Return the first two million bytes of a stream, as they are drawn."""
    if not compressed:
        return data[start : max(start, data.find(b"endstream", start, start + 2_000_000))]
    try:
        return zlib.decompressobj().decompress(data[start : start + 2_000_000], 2_000_000)
    except zlib.error:
        return b""


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
