"""The job description as lines of the screen: wrapped, with its signs, one column or two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from rich.cells import cell_len

from jdrewrite.editing import Row, View
from jdrewrite.editing.pieces import Piece, spaced
from jdrewrite.model import BlockKind

MARGIN = 5
"""Cells before the text: the cursor, the sign, the lock, and air; the line numbers come between them."""
_ASIDE = frozenset({"company", "benefits", "logistics", "legal"})
"""Sections that say nothing of the role; they are shown, and stand back."""
_LEAST = 12

Span = tuple[str, str]
"""Text, and the names of its styles parted by spaces."""


class Line(msgspec.Struct, frozen=True):
    """One line of the screen."""

    row: int
    """Place of the row to which it belongs."""
    spans: tuple[Span, ...]


def numbers_of(rows: Sequence[Row]) -> int:
    """Return the cells that the numbers of the lines need, those of new lines to come among them."""
    return len(str(max((row.line or 0 for row in rows), default=0)))


def laid(rows: Sequence[Row], width: int, view: View, numbers: int = 0) -> list[Line]:
    """Return the lines of all rows.

    Args:
        rows: as the session shows them.
        width: cells.
        view: ``compare`` sets the original beside.
        numbers: cells for the numbers of the lines; 0 shows none.
    """
    lines: list[Line] = []
    for place, row in enumerate(rows):
        if row.kind is BlockKind.HEADING and row.first and place:
            lines.append(Line(place - 1, ()))
        lines += _row(place, row, width, view, numbers)
    return lines


def _row(place: int, row: Row, width: int, view: View, numbers: int) -> list[Line]:
    gutter = MARGIN + numbers
    bullet = "  " * row.level + f"{row.number or '•'} " if row.kind is BlockKind.BULLET else ""
    base = _base(row)
    room = max(_LEAST, width - gutter - len(bullet))
    if view == "compare":
        half = max(_LEAST, (width - gutter - 3) // 2 - len(bullet))
        old = wrapped((Piece(row.original),), half, "aside") if row.original else []
        fresh = wrapped([p for p in row.pieces if p.tone != "gone"], half, base)
        body = _beside(old, fresh, half, bullet)
    else:
        body = [
            ((bullet if n == 0 and row.first else " " * len(bullet), "aside"), *spans)
            for n, spans in enumerate(wrapped(spaced(row.pieces), room, base))
        ]
    lines = [Line(place, (*_gutter(row, n, numbers), *spans)) for n, spans in enumerate(body)]
    if row.note and view == "review":
        lines += [
            Line(place, ((" " * (gutter + len(bullet)), ""), *spans))
            for spans in wrapped((Piece(f"✎ {row.note}"),), room, "note")
        ]
    return lines


def _number(row: Row) -> str:
    """Return what is written in the margin; a sentence that begins within a line has no number of its own."""
    if "." in row.place:
        return ""
    return row.place if row.place[-1:].isalpha() else f"{row.place} "


def _gutter(row: Row, number: int, numbers: int) -> tuple[Span, ...]:
    if number:
        return ((" " * (MARGIN + numbers), ""),)
    return (
        (" ", ""),
        (row.sign, f"sign-{row.tone}" if row.tone else ""),
        ("⊘" if row.locked else " ", "lock"),
        # One cell behind the number for the letter of a new line.
        (f"{_number(row):>{numbers + 1}} ", "number") if numbers else ("  ", ""),
    )


def _base(row: Row) -> str:
    if row.kind is BlockKind.HEADING:
        return "heading"
    return "aside" if row.section in _ASIDE and not row.tone else ""


def _beside(old: list[list[Span]], new: list[list[Span]], half: int, bullet: str) -> list[tuple[Span, ...]]:
    lines: list[tuple[Span, ...]] = []
    for n in range(max(len(old), len(new))):
        left = old[n] if n < len(old) else []
        right = new[n] if n < len(new) else []
        fill = " " * (half - sum(cell_len(text) for text, _ in left))
        sign = bullet if n == 0 else " " * len(bullet)
        lines.append(
            (
                (sign if old else " " * len(bullet), "aside"),
                *left,
                (fill, ""),
                (" │ ", "aside"),
                (sign, "aside"),
                *right,
            )
        )
    return lines


def wrapped(pieces: Iterable[Piece], width: int, base: str = "") -> list[list[Span]]:
    """Return pieces wrapped at words, each line as spans with the styles ``base`` and the piece's tone."""
    kept = list(pieces)
    text = "".join(piece.text for piece in kept)
    lines: list[list[Span]] = []
    for start, end in breaks(text, width):
        spans: list[Span] = []
        at = 0
        for piece in kept:
            first, last = max(start, at), min(end, at + len(piece.text))
            if first < last:
                spans.append((text[first:last], f"{base} {piece.tone}".strip()))
            at += len(piece.text)
        lines.append(spans)
    return lines or [[]]


def breaks(text: str, width: int) -> list[tuple[int, int]]:
    """Return the spans of the lines into which a text is wrapped, the space at a break left out.

    Args:
        text: without line feeds.
        width: cells of a line, at least 2.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    narrow = text.isascii()
    while start < len(text):
        end = start + width if narrow else _reach(text, start, width)
        if end >= len(text):
            lines.append((start, len(text)))
            break
        space = text.rfind(" ", start, end + 1)
        if space > start:
            lines.append((start, space))
            start = space + 1
        else:
            lines.append((start, end))
            start = end
    return lines


def _reach(text: str, start: int, width: int) -> int:
    """Return how far the text fits; at least one character."""
    room = width
    for place in range(start, len(text)):
        room -= cell_len(text[place])
        if room < 0:
            return max(place, start + 1)
    return len(text)
