"""Plain text: paragraphs, bullets of every sign, and headings as people type them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from jdrewrite.documents.encodings import decode
from jdrewrite.documents.listing import Item, sign_of
from jdrewrite.documents.mending import mended
from jdrewrite.documents.misread import encoded, repaired
from jdrewrite.documents.neighbours import apart, inserted, is_close
from jdrewrite.documents.patching import Manner, patch
from jdrewrite.documents.pieces import Piece, cleaned, composed, document_of
from jdrewrite.documents.signs import DASH, DOT
from jdrewrite.documents.typed_lines import parts_in_lower_case
from jdrewrite.documents.wrapping import is_full, width_of
from jdrewrite.language import lines
from jdrewrite.model import Block, BlockKind, Document, Edit

_BULLET = re.compile(
    rf"\s*(?:{DOT}|{DASH}|\+\s+|[-*](?=[A-Z])|\(?(?:\d{{1,2}}|[a-z])[.)]\s+|o\s+(?=[A-Za-z])|\(?(?:\d{{1,2}}|[a-z])\)(?=[A-Z]))"
)
_RULE = re.compile(r"\s*([-=_*~#])\1{2,}\s*$")
_OPEN = re.compile(r"(?:\S+\s+){4}(?:the|an?|of|and|or|nor|than|via|per|your|our|their|its|&)$")
"""What no sentence ends with, though the next line begins with a capital; no heading has so many words before it."""
_BRACKET = re.compile(r"\([^()]*$")
_HEADING = 60
"""Characters of a heading at most."""


def read(data: bytes, name: str) -> Document:
    """Read plain text.

    Raises:
        UnsupportedInput: longer than any job description.
    """
    return document_of(data, name, "text", mended(parse))


def render(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the text with the edits.

    Raises:
        ProposalRefused: the edits do not fit the document.
    """
    raw = decode(document.source)[0]
    text = patch(document, repaired(raw), edits, Manner(mended(parse), lambda words, *_: words, _neighbour, _width))
    return encoded(text, raw, document.encoding)


def compose(document: Document) -> bytes:
    """Return any document as plain text."""
    return composed(document, _row)


def _row(block: Block, rows: Sequence[str], item: Item | None) -> str:
    if block.kind is not BlockKind.BULLET:
        return "\n".join(rows)
    indent, sign = "  " * block.level, item.sign if item else "-"
    return f"\n{indent}{' ' * len(sign)} ".join([f"{indent}{sign} {rows[0]}", *rows[1:]])


def parse(raw: str) -> list[Piece]:
    """Cut the text into pieces."""
    pieces: list[Piece] = []
    width = _width(raw)
    typed = _typed(raw)
    open_piece: list[tuple[int, int]] = []
    kind, prefix = BlockKind.PARAGRAPH, ""
    left = False

    def close() -> None:
        if open_piece:
            pieces.append(_piece(raw, kind, list(open_piece), prefix))
            open_piece.clear()

    for start, end in lines.spans(raw):
        row = raw[start:end]
        bullet = _BULLET.match(row)
        held, left = left, False
        if held and not (row[:1] in " \t" and row.strip()[:1].islower()):
            close()
        if not row.strip() and not held and open_piece and _stops_short(raw[slice(*open_piece[-1])], kind):
            left = True  # the rest of an item may stand behind an empty line, as a page has it that was copied
        elif not row.strip() or _RULE.match(row):
            close()
        elif bullet and raw[start + bullet.end() : end].strip():
            close()
            kind, prefix = BlockKind.BULLET, bullet.group()
            open_piece.append((start + bullet.end(), end))
        elif open_piece and start not in typed and _goes_on(raw[slice(*open_piece[-1])], row, kind, width):
            open_piece.append((start, end))
        else:
            close()
            kind, prefix = BlockKind.PARAGRAPH, row[: len(row) - len(row.lstrip())]
            open_piece.append((start, end))
    close()
    return _with_headings(pieces)


def _width(raw: str) -> int:
    """Return the width at which the lines of a text are wrapped, or 0 where a line is a whole thing said."""
    rows = [raw[start:end].strip() for start, end in lines.spans(raw)]
    near = [(row, after) for row, after in pairwise(rows) if row and after and not _BULLET.match(after)]
    return width_of(near, max(map(len, rows), default=0))


def _typed(raw: str) -> set[int]:
    """Return where lines begin that are one of a list without signs in lower case, and no end of the line before."""
    found: set[int] = set()
    run: list[tuple[int, str]] = []
    of_bullet = False
    for start, end in [*lines.spans(raw), (len(raw), len(raw))]:
        row = raw[start:end]
        bullet = bool(_BULLET.match(row))
        if row.strip() and not bullet and not _RULE.match(row):
            run += [] if of_bullet else [(start, row.strip())]
            continue
        of_bullet = bullet
        if run:
            found.update(run[number][0] for number in parts_in_lower_case([text for _, text in run]) if number)
            run = []
    return found


def _goes_on(before: str, row: str, kind: BlockKind, width: int) -> bool:
    """Tell whether a line continues the one before it."""
    before, row_text = before.strip(), row.strip()
    if row_text and _OPEN.search(before):
        return True
    if _BRACKET.search(before) and ")" in row_text.partition("(")[0]:
        return True
    if kind is BlockKind.BULLET:
        full = bool(width) and is_full(before, row_text, width) and not before.endswith((".", ":", ";", "!", "?"))
        return row[:1] in " \t" or row_text[:1].islower() or full
    if before.endswith(":") or (before.isupper() and not row.isupper()):
        return False
    return row_text[:1].islower() or (bool(width) and is_full(before, row_text, width))


def _stops_short(row: str, kind: BlockKind) -> bool:
    """Tell whether a line of a list lacks an end, so that more of it may come."""
    return kind is BlockKind.BULLET and row.rstrip()[-1:].isalnum()


def _neighbour(raw: str, piece: Piece, text: str, newline: str) -> str:
    """Return a new line for a list without bullets as the next line of it, and else as any new block."""
    in_list = piece.kind is BlockKind.PARAGRAPH and (is_close(raw, piece) or bool(apart(raw, piece, newline)))
    return newline + piece.prefix + text if in_list and not piece.tagged else inserted(raw, piece, text, newline)


def _piece(raw: str, kind: BlockKind, spans: list[tuple[int, int]], prefix: str) -> Piece:
    text, offsets, wide = cleaned(raw, [(start + _indent(raw, start, end), end) for start, end in spans])
    level = (
        min(5, len(prefix.expandtabs(4)) - len(prefix.expandtabs(4).lstrip())) // 2 if kind is BlockKind.BULLET else 0
    )
    start = spans[0][0] - (len(prefix) if kind is BlockKind.BULLET else 0)
    number = sign_of(prefix) if kind is BlockKind.BULLET else ""
    return Piece(kind, text, offsets, start, spans[-1][1], level=level, prefix=prefix, wide=wide, number=number)


def _indent(raw: str, start: int, end: int) -> int:
    row = raw[start:end]
    return len(row) - len(row.lstrip())


def _with_headings(pieces: list[Piece]) -> list[Piece]:
    """Make headings of short lines that look like them."""
    if not pieces:
        return []
    for piece, after in zip(pieces, [*pieces[1:], None], strict=True):
        if piece.kind is not BlockKind.PARAGRAPH or "\n" in piece.text or len(piece.text) > _HEADING:
            continue
        text = piece.text
        ends_open = text.endswith((".", ",", ";", "!", "?"))
        shouting = text.isupper() and any(c.isalpha() for c in text)
        introduces = text.endswith(":") and len(text.split()) <= 7
        listed = after is not None and after.kind is BlockKind.BULLET and len(text.split()) <= 7
        if (shouting or introduces or listed) and not ends_open:
            piece.kind, piece.level = BlockKind.HEADING, 2
    if pieces and pieces[0].kind is BlockKind.PARAGRAPH and len(pieces[0].text.split()) <= 10:
        first = pieces[0]
        if not first.text.endswith((".", ":", ",")) and "\n" not in first.text:
            first.kind, first.level = BlockKind.HEADING, 1
    return pieces
