"""Plain text: paragraphs, bullets of every sign, and headings as people type them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdrewrite.documents.encodings import decode, encode
from jdrewrite.documents.neighbours import inserted
from jdrewrite.documents.patching import Manner, patch
from jdrewrite.documents.pieces import Piece, cleaned, composed, document_of
from jdrewrite.documents.signs import DASH, DOT
from jdrewrite.language import lines
from jdrewrite.model import Block, BlockKind, Document, Edit

_BULLET = re.compile(rf"\s*(?:{DOT}|{DASH}|\+\s+|[-*](?=[A-Z])|\(?(?:\d{{1,2}}|[a-z])[.)]\s+|o\s+(?=[A-Z]))")
_RULE = re.compile(r"\s*([-=_*~#])\1{2,}\s*$")
_WRAPPED = 60
"""A line of at least so many characters that ends without a stop goes on in the next: hard-wrapped text."""
_HEADING = 60
"""Characters of a heading at most."""


def read(data: bytes, name: str) -> Document:
    """Read plain text.

    Raises:
        UnsupportedInput: longer than any job description.
    """
    return document_of(data, name, "text", parse)


def render(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the text with the edits.

    Raises:
        ProposalRefused: the edits do not fit the document.
    """
    text = patch(document, decode(document.source)[0], edits, Manner(parse, lambda words, *_: words, inserted))
    return encode(text, document.encoding or "utf-8")


def compose(document: Document) -> bytes:
    """Return any document as plain text."""
    return composed(document, _row)


def _row(block: Block) -> str:
    text = " ".join(block.text.split())
    return f"{'  ' * block.level}- {text}" if block.kind is BlockKind.BULLET else text


def parse(raw: str) -> list[Piece]:
    """Cut the text into pieces."""
    pieces: list[Piece] = []
    open_piece: list[tuple[int, int]] = []
    kind, prefix = BlockKind.PARAGRAPH, ""

    def close() -> None:
        if open_piece:
            pieces.append(_piece(raw, kind, list(open_piece), prefix))
            open_piece.clear()

    for start, end in lines.spans(raw):
        row = raw[start:end]
        bullet = _BULLET.match(row)
        if not row.strip() or _RULE.match(row):
            close()
        elif bullet and raw[start + bullet.end() : end].strip():
            close()
            kind, prefix = BlockKind.BULLET, bullet.group()
            open_piece.append((start + bullet.end(), end))
        elif open_piece and _goes_on(raw[slice(*open_piece[-1])], row, kind):
            open_piece.append((start, end))
        else:
            close()
            kind, prefix = BlockKind.PARAGRAPH, row[: len(row) - len(row.lstrip())]
            open_piece.append((start, end))
    close()
    return _with_headings(pieces)


def _goes_on(before: str, row: str, kind: BlockKind) -> bool:
    """Tell whether a line continues the one before it."""
    before = before.strip()
    if kind is BlockKind.BULLET:
        indented = row[:1] in " \t"
        return indented or (len(before) >= _WRAPPED and not before.endswith((".", ":", ";", "!", "?")))
    if before.endswith(":") or (before.isupper() and not row.isupper()):
        return False
    return len(before) >= _WRAPPED or row.lstrip()[:1].islower()


def _piece(raw: str, kind: BlockKind, spans: list[tuple[int, int]], prefix: str) -> Piece:
    text, offsets, wide = cleaned(raw, [(start + _indent(raw, start, end), end) for start, end in spans])
    level = (
        min(5, len(prefix.expandtabs(4)) - len(prefix.expandtabs(4).lstrip())) // 2 if kind is BlockKind.BULLET else 0
    )
    start = spans[0][0] - (len(prefix) if kind is BlockKind.BULLET else 0)
    return Piece(kind, text, offsets, start, spans[-1][1], level=level, prefix=prefix, wide=wide)


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
