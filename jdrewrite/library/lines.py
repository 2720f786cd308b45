"""The journal's lines: ``{"n": 12, "sum": "...", "entry": {...}}``, each with a checksum of the rest. Pure."""

from __future__ import annotations

import hashlib

import msgspec

from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.library.entries import Entry

_SUM = 8


class _Line(msgspec.Struct, frozen=True):
    n: int
    sum: str
    entry: msgspec.Raw


class Reading(msgspec.Struct, frozen=True):
    """What two files of lines, each the copy of the other, hold together."""

    lines: dict[int, bytes]
    """Whole lines by their number, in order."""
    damaged: int
    """Lines that were damaged in one or both."""
    torn: bool
    """The last line was being written when the writer died; nobody was told that it is kept."""

    @property
    def data(self) -> bytes:
        """What both files should hold."""
        return b"".join(self.lines.values())

    @property
    def missing(self) -> list[int]:
        """Numbers between the first and the last line that neither file holds."""
        numbers = list(self.lines)
        return sorted(set(range(numbers[0], numbers[-1] + 1)) - set(numbers)) if numbers else []


_encoder = msgspec.json.Encoder()


def _entry(body: bytes) -> Entry:
    found: Entry = from_json(body, Entry)  # type: ignore[arg-type]  # a union is no type to mypy
    return found


def line(number: int, entry: Entry) -> bytes:
    """Return the line of an entry."""
    body = _encoder.encode(entry)
    return b'{"n":%d,"sum":"%s","entry":%s}\n' % (number, _sum(number, body), body)


def entry_of(raw: bytes) -> Entry:
    """Return the entry of a whole line, with the line's number.

    Raises:
        Unreadable: an entry that this version does not know.
    """
    found = from_json(raw, _Line)
    return msgspec.structs.replace(_entry(bytes(found.entry)), n=found.n)


def read(first: bytes, second: bytes) -> Reading:
    """Return the lines of a file and its copy; a line that is damaged in one is taken from the other."""
    if first == second:
        lines, damaged, torn = _parsed(first)
        return Reading(lines, damaged, torn)
    one, damaged_one, torn_one = _parsed(first)
    two, damaged_two, torn_two = _parsed(second)
    merged = {**two, **one}
    return Reading({n: merged[n] for n in sorted(merged)}, damaged_one + damaged_two, torn_one or torn_two)


def _parsed(data: bytes) -> tuple[dict[int, bytes], int, bool]:
    """Return whole lines, how many were damaged, and whether the last was torn off."""
    pieces = data.split(b"\n")
    last = pieces.pop()
    lines: dict[int, bytes] = {}
    damaged = 0
    for piece in pieces:
        number = _number(piece)
        if number is None:
            damaged += 1
        else:
            lines[number] = piece + b"\n"
    number = _number(last)
    if number is not None:  # only its line feed is missing
        lines[number] = last + b"\n"
    return lines, damaged, number is None and last != b""


def _number(piece: bytes) -> int | None:
    """Return the number of a line, None of one that is not as it was written."""
    try:
        found = from_json(piece, _Line)
    except Unreadable:
        return None
    return found.n if found.sum.encode() == _sum(found.n, bytes(found.entry)) else None


def _sum(number: int, body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_SUM, salt=b"%d" % number).hexdigest().encode()
