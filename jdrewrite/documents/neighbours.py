"""New blocks of text and Markdown, in the dress of the block behind which they are put."""

from __future__ import annotations

import re

from jdrewrite.documents.pieces import Piece
from jdrewrite.documents.signs import ANY
from jdrewrite.model import BlockKind

_NUMBER = re.compile(r"(\s*)(\d+)([.)])(\s*)$")
_SIGN = rf"(?:{ANY}|\d+[.)])"
_CROWDED = re.compile(r"[^\S\r\n\\]*\\?(?:\r\n|\r|\n)[^\S\r\n]*\S")
_FAR = 2_000
"""Characters around a block in which its neighbours are looked for."""


def added(raw: str, piece: Piece, text: str, newline: str) -> str:
    """Return a new block to be put behind a piece: the next line, where the piece is one of a list of lines."""
    return newline + piece.prefix + text if piece.listed else inserted(raw, piece, text, newline)


def inserted(raw: str, piece: Piece, text: str, newline: str) -> str:
    """Return a new block to be put behind a piece.

    Args:
        raw: the file's text.
        piece: the neighbour.
        text: the words, safe in this format.
        newline: the line break of the file.
    """
    if piece.tagged:  # behind the block of HTML, which ends with a blank line
        return newline * 2 + ("- " if piece.kind is BlockKind.BULLET else "") + text + apart(raw, piece, newline)
    if piece.kind is BlockKind.BULLET:
        return _gap(raw, piece, newline) + (piece.following or _next_prefix(piece.prefix)) + text
    if piece.kind is BlockKind.CELL:
        return " " + text
    return newline + piece.prefix.rstrip() + newline + piece.prefix + text + apart(raw, piece, newline)


def apart(raw: str, piece: Piece, newline: str) -> str:
    """Return the line break that is missing between the end of a piece and a next one that stands close behind."""
    return newline if _CROWDED.match(raw, piece.end) else ""


def is_close(raw: str, piece: Piece) -> bool:
    """Tell whether a piece begins a line and stands close behind one with words."""
    before = raw[max(0, piece.start - _FAR) : piece.start]
    return bool(re.search(r"\S[^\S\r\n]*(?:\r\n|\r|\n)\Z", before))


def _gap(raw: str, piece: Piece, newline: str) -> str:
    """Return what stands between this bullet and its neighbours: one line break, or two in a loose list."""
    rest = _plain(raw[piece.end : piece.end + _FAR])
    before = _plain(raw[max(0, piece.start - _FAR) : piece.start])
    loose = re.match(rf"\n[ \t]*\n[ \t]*{_SIGN}", rest) or (
        not re.match(rf"\n[ \t]*{_SIGN}", rest) and re.search(rf"{_SIGN}[^\n]*\n[ \t]*\n[ \t]*$", before)
    )
    return newline * 2 if loose else newline


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _next_prefix(prefix: str) -> str:
    """Return the list sign of the next bullet: the same sign, or the next number."""
    match = _NUMBER.match(prefix)
    if not match:
        return prefix
    indent, number, sign, space = match.groups()
    return f"{indent}{int(number) + 1}{sign}{space}"
