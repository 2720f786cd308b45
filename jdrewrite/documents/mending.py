"""Reads what copying has broken as what it means: joined letters, punctuation in a wrong encoding, lost list signs.

The file's own characters stay as they are wherever nothing is changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

import msgspec

from jdrewrite.documents.pieces import Marks, Piece

_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_MISREAD = (
    "\u2013\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u20ac\u2122\u00a0\u00a3\u00a9\u00ae\u00b0\u00b7"
    "\u00e9\u00e8\u00fc\u00f6\u00e4"
)
"""Characters that often come in UTF-8 which was read as an old encoding."""
_CLOSING_QUOTE = "\u00e2\u20ac"
"""What is left of a closing quotation mark, whose last byte the old encoding has not."""
_SIGN = re.compile(r"(?m)^[ \t]*((?:!\"|\u00a7|\u00a8)(?=[ \t]*[A-Za-z])|[\u00d8\u00fc\u0178](?=[ \t]+[A-Za-z]))")
"""Signs whose font the file has lost, at the beginning of a line."""
_OFTEN = 3
"""Lines that must begin with such a sign for it to be one of a list."""
_DOT = "\u2022"


@cache
def _broken() -> tuple[dict[str, str], re.Pattern[str]]:
    means = dict(_LIGATURES)
    for character in _MISREAD:
        data = character.encode()
        means[data.decode("latin-1")] = character
        means["".join(_old(byte) for byte in data)] = character
    means[_CLOSING_QUOTE] = "\u201d"
    longest = sorted(means, key=len, reverse=True)
    return means, re.compile("|".join(map(re.escape, longest)))


def _old(byte: int) -> str:
    """Return what an old encoding shows for a byte; the few bytes that it has not stay control codes."""
    return bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)


def mended(parse: Callable[[str], list[Piece]]) -> Callable[[str], list[Piece]]:
    """Return a way to cut a text into pieces that reads what is broken in it, with places in the text as it is.

    Args:
        parse: cuts a whole text into pieces.
    """

    def read(raw: str) -> list[Piece]:
        found = _changes(raw)
        if not found:
            return parse(raw)
        text, places = _text(raw, found)
        return [_placed(piece, places) for piece in parse(text)]

    return read


def _changes(raw: str) -> list[tuple[int, int, str]]:
    """Return the stretches of a text that mean something else, in order, and what they mean."""
    means, broken = _broken()
    signs = list(_SIGN.finditer(raw))
    often = {sign for sign, count in Counter(m[1] for m in signs).items() if count >= _OFTEN}
    found = [(m.start(1), m.end(1), _DOT) for m in signs if m[1] in often]
    found += [(m.start(), m.end(), means[m.group()]) for m in broken.finditer(raw)]
    return sorted(found)


def _text(raw: str, found: Sequence[tuple[int, int, str]]) -> tuple[str, list[int]]:
    """Return the text as it is meant, and where in the file's text each character of it, and its end, stands."""
    parts: list[str] = []
    places: list[int] = []
    at = 0
    for start, end, words in [*found, (len(raw), len(raw), "")]:
        parts += [raw[at:start], words]
        places += [*range(at, start), *[start] * len(words)]
        at = end
    return "".join(parts), [*places, len(raw)]


def _placed(piece: Piece, places: Sequence[int]) -> Piece:
    """Return a piece of the text as it is meant with its places in the file's text."""
    wide = {places[at]: places[end] for at, end in piece.wide.items()}
    for at in piece.offsets:
        if at not in piece.wide and places[at + 1] > places[at] + 1:
            wide[places[at]] = places[at + 1]
    return msgspec.structs.replace(
        piece,
        offsets=[places[at] for at in piece.offsets],
        start=places[piece.start],
        end=places[piece.end],
        wide=wide,
        marks=[Marks(*(places[at] for at in (m.start, m.inner_start, m.inner_end, m.end))) for m in piece.marks],
        verbatim=[(places[start], places[end]) for start, end in piece.verbatim],
        inner=piece.inner and (places[piece.inner[0]], places[piece.inner[1]]),
    )
