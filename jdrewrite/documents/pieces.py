"""Pieces of a text file: what a reader sees of a stretch of lines, and where each character of it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import msgspec

from jdrewrite.documents.border import check_length
from jdrewrite.documents.encodings import decode
from jdrewrite.documents.listing import Item, numbered
from jdrewrite.documents.misread import told
from jdrewrite.documents.tables import Table, laid_out
from jdrewrite.documents.titles import title_of
from jdrewrite.documents.wrapping import kept_apart
from jdrewrite.language.lines import breaks
from jdrewrite.model import Block, BlockKind, Cell, Document

INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\x00-\x08\x0b-\x1f\x7f-\x9f]")
PLAIN_SPACE = {"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\t": " ", "\v": " ", "\f": " "}


class Marks(msgspec.Struct, frozen=True):
    """A pair of marks in the file's text, such as ``**`` and ``**`` or ``[`` and ``](address)``."""

    start: int
    inner_start: int
    inner_end: int
    end: int


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
    following: str = ""
    """What stands before the text of a new one behind it, where that is known to count on in a list."""
    wide: dict[int, int] = msgspec.field(default_factory=dict)
    """End in the file's text of each character that is not written with exactly one, by its start: ``&amp;``."""
    marks: list[Marks] = msgspec.field(default_factory=list)
    """Pairs of marks around some of its words."""
    verbatim: list[tuple[int, int]] = msgspec.field(default_factory=list)
    """Stretches of the file's text in which every sign stands for itself."""
    inner: tuple[int, int] | None = None
    """Stretch of the file's text that says the words with their marks, where that is more than the words alone."""
    tagged: bool = False
    """It stands in HTML inside another format."""
    listed: bool = False
    """It is a line of a list without signs, whose other lines stand close to it."""
    number: str = ""
    """What it bears in a numbered list: ``3.``; empty for a bullet."""
    cell: Cell | None = None
    """Where it stands in a table."""

    def stop(self, index: int) -> int:
        """Return where in the file's text a character of ``text`` ends."""
        at = self.offsets[index]
        return self.wide.get(at, at + 1)


def cleaned(raw: str, spans: Sequence[tuple[int, int]]) -> tuple[str, list[int], dict[int, int]]:
    """Return what a reader sees of some stretches of the text, one a line, where each character stands, and its end.

    Control codes and invisible characters are dropped; every kind of space is a plain one. What stands between two
    lines, a line break of any kind and the indent of the second, is one character. Ends are given where they are not
    the next place.
    """
    characters: list[str] = []
    offsets: list[int] = []
    wide: dict[int, int] = {}
    for number, (start, end) in enumerate(spans):
        if number:
            before = spans[number - 1][1]
            characters.append("\n")
            offsets.append(before)
            wide[before] = start
        for at in range(start, end):
            character = PLAIN_SPACE.get(raw[at], raw[at])
            if not INVISIBLE.match(character):
                characters.append(character)
                offsets.append(at)
    return *trimmed("".join(characters), offsets), wide


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
        line += breaks(raw, at, first)
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
                number=piece.number,
                cell=piece.cell,
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
    title, title_from = title_of(blocks, name)
    return Document(
        path=name,
        format=format,
        title=title,
        title_from=title_from,
        blocks=blocks,
        source=data,
        encoding=encoding,
        notes=(*notes, *told(raw)),
    )


def composed(
    document: Document,
    row: Callable[[Block, Sequence[str], Item | None], str],
    table: Callable[[Table, Mapping[str, Sequence[str]]], str] | None = None,
) -> bytes:
    """Return any document as text of one line a block, with a blank line between, but for bullets that follow another.

    Args:
        document: of any format.
        row: writes one block, of its lines that stay lines, and which item of a numbered list it is.
        table: writes a table whose cells hold one text each, from that and the lines of its blocks by their ids; None
            where each cell is a paragraph.
    """
    apart, items = kept_apart(document.blocks), numbered(document.blocks)
    rows: list[str] = []
    in_list = False
    for part in laid_out(document.blocks, plain=True) if table is not None else document.blocks:
        listed = isinstance(part, Block) and part.kind is BlockKind.BULLET
        if rows and not (listed and in_list):
            rows.append("")
        if isinstance(part, Block):
            rows.append(row(part, apart[part.id], items.get(part.id)))
        elif table is not None:
            rows.append(table(part, apart))
        in_list = listed
    return ("\n".join(rows) + "\n").encode()
