"""Pieces of a text file: what a reader sees of a stretch of lines, and where each character of it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from jdrewrite.documents.border import check_length
from jdrewrite.documents.encodings import decode, encode
from jdrewrite.documents.hunks import Hunk, by_block, changes, hunks, patched
from jdrewrite.documents.signs import ANY
from jdrewrite.documents.titles import title_of
from jdrewrite.model import Block, BlockKind, Document, Edit

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\x00-\x08\x0b-\x1f\x7f-\x9f]")
_PLAIN_SPACE = {"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\t": " ", "\v": " ", "\f": " "}
_CLOSING = re.compile(r"(?:[*_`]|</(?:a|b|em|i|span|strong|u)\s*>)*", re.IGNORECASE)
_NUMBER = re.compile(r"(\s*)(\d+)([.)])(\s*)$")


class Piece(msgspec.Struct):
    """One block in the making, with the address of each of its characters in the file's text."""

    kind: BlockKind
    text: str
    offsets: list[int]
    """For each character of ``text``, its index in the file's text."""
    start: int
    end: int
    """Stretch of the file's text in which the piece stands, without the last line break."""
    level: int = 0
    bold: bool = False
    prefix: str = ""
    """What stands before the text on its first line: indent and list sign, or the element's opening tag."""
    wide: dict[int, int] = msgspec.field(default_factory=dict)
    """End in the file's text of each character that is written with several, such as ``&amp;``, by its start."""


def cleaned(raw: str, spans: Sequence[tuple[int, int]]) -> tuple[str, list[int]]:
    """Return what a reader sees of some stretches of the text, one a line, and where each character stands.

    Control codes and invisible characters are dropped; every kind of space is a plain one.
    """
    characters: list[str] = []
    offsets: list[int] = []
    for number, (start, end) in enumerate(spans):
        if number:
            characters.append("\n")
            offsets.append(spans[number - 1][1])
        for at in range(start, end):
            character = _PLAIN_SPACE.get(raw[at], raw[at])
            if not _INVISIBLE.match(character):
                characters.append(character)
                offsets.append(at)
    return trimmed("".join(characters), offsets)


def trimmed(text: str, offsets: list[int]) -> tuple[str, list[int]]:
    """Return the text without white space at its ends."""
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip())
    return text[left:right], offsets[left:right]


def blocks_of(raw: str, pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """Return the blocks of a text file; pieces without words are left out."""
    found: list[Block] = []
    line, at = 1, 0
    for index, piece in enumerate(pieces):
        first = piece.offsets[0] if piece.offsets else piece.start
        line += raw.count("\n", at, first)
        at = max(at, first)
        if not piece.text.strip():
            continue
        found.append(
            Block(
                id=f"b{len(found) + 1}",
                kind=piece.kind,
                text=piece.text,
                line=line,
                level=piece.level,
                bold=piece.bold,
                locator=(index,),
            )
        )
    return tuple(found)


def document_of(data: bytes, name: str, format: str, parse: Callable[[str], list[Piece]]) -> Document:  # noqa: A002
    """Return the document of a text file.

    Args:
        data: its bytes.
        name: what to call it.
        format: name in the table of formats.
        parse: cuts the decoded text into pieces.

    Raises:
        UnsupportedInput: longer than any job description.
    """
    raw, encoding, notes = decode(data)
    check_length(raw, name)
    blocks = blocks_of(raw, parse(raw))
    return Document(
        path=name,
        format=format,
        title=title_of(blocks, name),
        blocks=blocks,
        source=data,
        encoding=encoding,
        notes=notes,
    )


def composed(document: Document, row: Callable[[Block], str]) -> bytes:
    """Return any document as text of one line a block, with a blank line between, but for bullets that follow another.

    Args:
        document: of any format.
        row: writes one block.
    """
    rows: list[str] = []
    previous: Block | None = None
    for block in document.blocks:
        listed = block.kind is BlockKind.BULLET and previous is not None and previous.kind is BlockKind.BULLET
        if previous is not None and not listed:
            rows.append("")
        rows.append(row(block))
        previous = block
    return ("\n".join(rows) + "\n").encode()


def patch(
    document: Document, raw: str, pieces: Sequence[Piece], edits: Sequence[Edit], escape: Callable[[str], str]
) -> bytes:
    """Return the file's bytes with the edits: every character outside the changed words stays as it is.

    Args:
        document: as it was read.
        raw: its decoded source.
        pieces: the same that its blocks were made of.
        edits: the changes.
        escape: makes new text safe in this format.

    Raises:
        ProposalRefused: the edits do not fit the document.
    """
    work = work_of(document, raw, pieces, edits, escape, _inserted)
    return encode(patched(raw, work), document.encoding or "utf-8")


def work_of(
    document: Document,
    raw: str,
    pieces: Sequence[Piece],
    edits: Sequence[Edit],
    escape: Callable[[str], str],
    neighbour: Callable[[str, Piece, str, str], str],
) -> list[Hunk]:
    """Return the changes to the file's text that the edits make.

    Args:
        document: as it was read.
        raw: its decoded source.
        pieces: the same that its blocks were made of.
        edits: the changes.
        escape: makes new text safe in this format.
        neighbour: writes a new block behind a piece, from the file's text, the piece, the words and the line break.

    Raises:
        ProposalRefused: the edits do not fit the document.
    """
    newline = "\r\n" if "\r\n" in raw else "\r" if "\r" in raw and "\n" not in raw else "\n"
    work: list[Hunk] = []
    grouped = by_block(document.blocks, edits)
    for block in document.blocks:
        own = grouped.get(block.id, [])
        piece = pieces[int(block.locator[0])]
        for start, end, text in changes(block, own):
            work += _raw_changes(raw, piece, start, end, escape(text))
        added = "".join(neighbour(raw, piece, escape(e.text), newline) for e in own if e.insert)
        if added:
            work.append((piece.end, piece.end, added))
    return work


def raw_changes(raw: str, piece: Piece, text: str, escape: Callable[[str], str]) -> list[Hunk]:
    """Return the changes to the file's text that make a piece say something else, word by word."""
    return [
        change
        for start, end, words in hunks(piece.text, text)
        for change in _raw_changes(raw, piece, start, end, escape(words))
    ]


def _raw_changes(raw: str, piece: Piece, start: int, end: int, text: str) -> list[Hunk]:
    """Return the change in the file's text; marks between the words, such as ``**``, stay where they are."""
    gone = piece.offsets[start:end]
    if not gone:
        before = piece.offsets[start - 1] if start else 0
        at = piece.wide.get(before, before + 1) if start else piece.offsets[0]
        if start == len(piece.text):
            at = max(at, _after_marks(raw, at, piece.end))
        return [(at, at, text)]
    runs: list[tuple[int, int]] = []
    for offset in gone:
        stop = piece.wide.get(offset, offset + 1)
        if runs and runs[-1][1] == offset:
            runs[-1] = (runs[-1][0], stop)
        else:
            runs.append((offset, stop))
    (first, last), rest = runs[0], runs[1:]
    return [(first, last, text), *((a, b, "") for a, b in rest)]


def _after_marks(raw: str, at: int, end: int) -> int:
    """Return the place behind closing emphasis at the end of a block, so that new words are not bold by accident."""
    closing = _CLOSING.match(raw, at, max(at, end))
    return closing.end() if closing else at


def _inserted(raw: str, piece: Piece, text: str, newline: str) -> str:
    """Return a new block in the dress of its neighbour, to be put behind it."""
    if piece.kind is BlockKind.BULLET:
        return _gap(raw, piece, newline) + _next_prefix(piece.prefix) + text
    if piece.kind is BlockKind.CELL:
        return " " + text
    crowded = re.match(r"[ \t\\]*(?:\r\n|\r|\n)[ \t]*[^\s]", raw[piece.end :])
    return newline * 2 + piece.prefix + text + (newline if crowded else "")


def _gap(raw: str, piece: Piece, newline: str) -> str:
    """Return what stands between this bullet and its neighbours: one line break, or two in a loose list."""
    rest = raw[piece.end :].replace("\r\n", "\n")
    before = raw[: piece.start].replace("\r\n", "\n")
    loose = re.match(rf"\n[ \t]*\n[ \t]*(?:{ANY}|\d+[.)])", rest) or (
        not re.match(rf"\n[ \t]*(?:{ANY}|\d+[.)])", rest)
        and re.search(rf"(?:{ANY}|\d+[.)])[^\n]*\n[ \t]*\n[ \t]*$", before)
    )
    return newline * 2 if loose else newline


def _next_prefix(prefix: str) -> str:
    """Return the list sign of the next bullet: the same sign, or the next number."""
    match = _NUMBER.match(prefix)
    if not match:
        return prefix
    indent, number, sign, space = match.groups()
    return f"{indent}{int(number) + 1}{sign}{space}"
