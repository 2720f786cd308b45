"""Reads what copying has broken as what it means: joined letters, letters in a wrong encoding, lost list signs.

Joined letters and lost signs stay in the file as they are wherever nothing is changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

import msgspec

from jdrewrite.documents.misread import misread, replaced
from jdrewrite.documents.pieces import Marks, Piece

_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"}
_JOINED = re.compile("|".join(_LIGATURES))
_SIGN = re.compile(r"(?m)^[ \t]*((?:!\"|\u00a7|\u00a8)(?=[ \t]*[A-Za-z])|[\u00d8\u00fc\u0178](?=[ \t]+[A-Za-z]))")
"""Signs whose font the file has lost, at the beginning of a line."""
_OFTEN = 3
"""Lines that must begin with such a sign for it to be one of a list."""
_DOT = "\u2022"


def mended(parse: Callable[[str], list[Piece]]) -> Callable[[str], list[Piece]]:
    """Return a way to cut a text into pieces that reads what is broken in it, with places in the text as it is.

    Args:
        parse: cuts a whole text into pieces.
    """

    def read(raw: str) -> list[Piece]:
        text = raw
        places: list[int] | None = None
        for changes in (misread, _changes):
            if found := changes(text):
                text, own = replaced(text, found)
                places = own if places is None else [places[at] for at in own]
        return parse(raw) if places is None else [_placed(piece, places) for piece in parse(text)]

    return read


def _changes(raw: str) -> list[tuple[int, int, str]]:
    """Return the stretches of a text that mean something else, in order, and what they mean."""
    signs = list(_SIGN.finditer(raw))
    often = {sign for sign, count in Counter(m[1] for m in signs).items() if count >= _OFTEN}
    found = [(m.start(1), m.end(1), _DOT) for m in signs if m[1] in often]
    found += [(m.start(), m.end(), _LIGATURES[m.group()]) for m in _JOINED.finditer(raw)]
    return sorted(found)


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
