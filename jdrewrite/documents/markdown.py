"""Markdown: markdown-it finds the blocks, this module finds where each visible character stands in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.documents.encodings import decode
from jdrewrite.documents.inline import visible
from jdrewrite.documents.pieces import Piece, composed, document_of, patch, trimmed
from jdrewrite.documents.signs import DASH, DOT
from jdrewrite.errors import UnsupportedInput
from jdrewrite.model import Block, BlockKind, Document, Edit

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(
    r"\ufeff?(?:---[ \t]*\r?\n.*?\n(?:---|\.\.\.)|\+\+\+[ \t]*\r?\n.*?\n\+\+\+)[ \t]*(?:\r?\n|$)", re.DOTALL
)
_TITLE = re.compile(r"^(?:job_?)?title\s*[:=][ \t]*([\"']?)(\S.*?)\1[ \t]*$", re.MULTILINE | re.IGNORECASE)
_MOST_BRACKETS = 8_000
"""In one paragraph; the time that links take grows with the square of their number."""
_ACTIVE = re.compile(r"([*_`\[\]<>\\])")
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]*)*(?:[-*+][ \t]+|\d+[.)][ \t]+)?")
_FALSE_BULLET = re.compile(rf"\s*(?:{DOT}|{DASH}|[-–—](?=[A-Z])|\(?\d{{1,2}}[.)]\s+)")


def read(data: bytes, name: str) -> Document:
    """Read Markdown.

    Raises:
        UnsupportedInput: longer than any job description.
    """
    text = decode(data)[0]
    if text.count("[") > _MOST_BRACKETS and max(part.count("[") for part in text.split("\n\n")) > _MOST_BRACKETS:
        reason = f"one paragraph of it has more than {_MOST_BRACKETS:,} brackets"
        raise UnsupportedInput(name, reason, "check that it is a job description, or save it as .txt")
    document = document_of(data, name, "markdown", parse)
    front = _FRONT_MATTER.match(text)
    title = _TITLE.search(front.group()) if front else None
    return msgspec.structs.replace(document, title=title.group(2).strip()) if title else document


def render(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the Markdown with the edits; marks around words that stay are kept.

    Raises:
        ProposalRefused: the edits do not fit the document.
    """
    raw = decode(document.source)[0]
    return patch(document, raw, parse(raw), edits, _escaped)


def compose(document: Document) -> bytes:
    """Return any document as Markdown."""
    return composed(document, _row)


def _row(block: Block) -> str:
    sign = {"heading": "#" * max(1, block.level) + " ", "bullet": "  " * block.level + "- "}.get(block.kind, "")
    return sign + _escaped(" ".join(block.text.split()))


def _escaped(text: str) -> str:
    return _ACTIVE.sub(r"\\\1", text)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Indented code is off: in job descriptions four spaces are a sloppy bullet, never code.
    return MarkdownIt("commonmark").enable("table").disable("code")


def parse(raw: str) -> list[Piece]:
    """Cut Markdown into pieces."""
    skipped = match.end() if (match := _FRONT_MATTER.match(raw)) else 0
    # markdown-it wants plain line feeds; a carriage return becomes a space so that every offset stays the same.
    body = " " * skipped + raw[skipped:]
    body = re.sub(r"\r(?!\n)", "\n", body).replace("\r\n", " \n").replace("\x00", " ").replace("\ufeff", " ")
    starts = [0, *(m.end() for m in re.finditer(r"\n", body)), len(body) + 1]
    pieces: list[Piece] = []
    for token, kind, level, lines in _inlines(_parser().parse(body), starts):
        pieces += _pieces(body, token, kind, level, lines)
    return pieces


def _inlines(  # noqa: C901, PLR0912 - one branch for each kind of token
    tokens: Sequence[Token], starts: list[int]
) -> Iterator[tuple[Token, BlockKind, int, tuple[int, int]]]:
    """Yield every inline token with its kind, level, and the stretch of the file in which it stands."""
    depth, heading, row, cell_at = 0, 0, (0, 0), 0
    fresh_item = False
    for token in tokens:
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            depth += 1
        elif token.type in {"bullet_list_close", "ordered_list_close"}:
            depth -= 1
        elif token.type == "list_item_open":
            fresh_item = True
        elif token.type == "heading_open":
            heading = int(token.tag[1])
        elif token.type == "heading_close":
            heading = 0
        elif token.type == "tr_open" and token.map:
            row = (starts[token.map[0]], starts[token.map[1]] - 1)
            cell_at = row[0]
        elif token.type == "inline" and token.map and row[1] == 0:
            kind = BlockKind.HEADING if heading else BlockKind.BULLET if depth and fresh_item else BlockKind.PARAGRAPH
            fresh_item = False
            yield token, kind, heading or max(0, depth - 1), (starts[token.map[0]], starts[token.map[1]] - 1)
        elif token.type == "inline":
            yield token, BlockKind.CELL, 0, (cell_at, row[1])
            cell_at = max(cell_at, _end_of(token))
        elif token.type == "table_close":
            row = (0, 0)
        elif token.type == "fence" and token.map:
            # The fences themselves are no text: an edit of what stands between them must leave them where they are.
            first, last = token.map[0] + 1, token.map[1] - 1
            token.meta["outer"] = starts[token.map[1]] - 1
            if first < last:
                yield token, BlockKind.PARAGRAPH, 0, (starts[first], starts[last] - 1)
        elif token.type == "html_block" and token.map:
            yield token, BlockKind.PARAGRAPH, 0, (starts[token.map[0]], starts[token.map[1]] - 1)


def _end_of(token: Token) -> int:
    return int(token.meta.get("end", 0))


def _pieces(body: str, token: Token, kind: BlockKind, level: int, lines: tuple[int, int]) -> list[Piece]:
    """Return the pieces of one inline token: one, or several where bullets are typed as lines of a paragraph."""
    text, offsets, bold = visible(body, token, lines)
    if kind is BlockKind.CELL:
        token.meta["end"] = offsets[-1] + 1 if offsets else 0
    first_line = body[lines[0] : lines[1]]
    prefix = m.group() if (m := _PREFIX.match(first_line)) and kind is BlockKind.BULLET else ""
    end = lines[1] if kind is not BlockKind.CELL else (offsets[-1] + 1 if offsets else lines[0])
    end = lines[0] + len(body[lines[0] : int(token.meta.get("outer", end))].rstrip())
    parts = _split(text) if kind is not BlockKind.CELL else [(0, len(text), False)]
    made = []
    for number, (start, stop, bullet) in enumerate(parts):
        sign = m.end() if bullet and (m := _FALSE_BULLET.match(text[start:stop])) else 0
        part, places = trimmed(text[start + sign : stop], offsets[start + sign : stop])
        if not part:
            continue
        last = number == len(parts) - 1
        made.append(
            Piece(
                BlockKind.BULLET if bullet else kind if number == 0 else BlockKind.PARAGRAPH,
                part,
                places,
                lines[0] if number == 0 else places[0],
                end if last else places[-1] + 1,
                level=level,
                bold=bold,
                prefix=(prefix if number == 0 else "") + text[start : start + sign],
            )
        )
    return made


def _split(text: str) -> list[tuple[int, int, bool]]:
    """Return the parts of a paragraph whose lines begin with typed bullet signs, and which of them are bullets."""
    rows, at = [], 0
    for line in text.split("\n"):
        rows.append((at, at + len(line), bool(_FALSE_BULLET.match(line))))
        at += len(line) + 1
    if not any(bullet for *_, bullet in rows):
        return [(0, len(text), False)]
    parts: list[tuple[int, int, bool]] = []
    for start, end, bullet in rows:
        if bullet or not parts:
            parts.append((start, end, bullet))
        else:
            parts[-1] = (parts[-1][0], end, parts[-1][2])
    return parts
