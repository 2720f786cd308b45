"""A job description as it was read: blocks with their addresses, and the bytes they came from."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec

TitleFrom = Literal["", "top", "line", "sentence", "name"]
"""Where a title was found that is a guess; empty for one that a label or its place tells, or that somebody gave."""
TITLE_FROM: dict[TitleFrom, str] = {
    "top": "from a line at the top that names no occupation that is known",
    "line": "from a line further down",
    "sentence": "from a sentence of the text",
    "name": "from the name of the file",
}
"""The same in words."""


class BlockKind(StrEnum):
    """What a block is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    CELL = "cell"


class Cell(msgspec.Struct, frozen=True):
    """Where in a table a block stands; rows and columns count from 0, and a row may leave columns out."""

    table: int
    """Number of its table in the document, from 0."""
    row: int
    column: int
    head: bool = False
    """It says what stands below or beside it."""


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """One paragraph, bullet, heading or table cell, in reading order."""

    id: str
    """Unique in its document: ``b1``, ``b2``, ... in reading order."""
    kind: BlockKind
    text: str
    """What a reader sees: no Markdown marks, no list sign; a hard-wrapped paragraph keeps its ``\\n``."""
    line: int
    """1-based line of the block's first character (text formats) or paragraph number (Word)."""
    level: int = 0
    """Headings: 1 to 6. Bullets: depth, 0 is outermost. Otherwise 0."""
    number: str = ""
    """What a bullet bears in a numbered list: ``3.``, ``(b)``, ``iv.``; empty where it bears a sign."""
    bold: bool = False
    """The whole block is bold, which often makes a paragraph a heading in disguise."""
    locked: str = ""
    """Why its words cannot be changed in the file, such as a locked content control; empty where they can."""
    cell: Cell | None = None
    """Where it stands in a table; None outside of any, or where the format does not tell."""
    locator: tuple[int | str, ...] = ()
    """The format's own address of the block; only the format that wrote it reads it."""


class Field(msgspec.Struct, frozen=True, kw_only=True):
    """One stretch of a document that stands in a file of its own kind: a cell, a value of a JSON object."""

    key: tuple[int | str, ...]
    """The format's own address of the field."""
    heading: str = ""
    """What the file calls it; empty for the one that needs no heading."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a document stands in a file that may hold many: a row of a table, a line of JSONL, a page's data."""

    format: str
    """Name of the file's format in the table of formats: ``csv``, ``xlsx``, ``json``, ``jsonl``, ``html``."""
    source: bytes
    """The whole file, byte for byte; documents of one file share it."""
    fields: tuple[Field, ...]
    """Where each stretch of the document's own source goes back to, in order."""
    label: str = ""
    """What the file calls it: the number of the row or line; behind a ``#`` in the path where there are several."""
    line: int = 0
    """1-based line of the file, or row of the sheet, at which the document begins; 0 where the file has no such."""
    empty: tuple[str, ...] = ()
    """What the file calls the records of its own that hold something, and no text; told with its first document."""


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A lossless job description: what can be edited, and the bytes that everything else is copied from."""

    path: str
    """Where it came from, as the user named it; ``-`` for standard input, ``jobs.csv#12`` for one of many."""
    format: str
    """Name of the format of ``source`` in the table of formats: ``text``, ``markdown``, ``html``, ``docx``, ..."""
    title: str
    """Job title as the text gives it, or the file's name made readable."""
    title_from: TitleFrom = ""
    named: bool = False
    """Whether somebody gave the title, who says thereby that a job is described."""
    blocks: tuple[Block, ...]
    source: bytes
    """The file as it was, byte for byte; for a document with a ``place``, its own text there."""
    encoding: str | None = None
    """Encoding of ``source`` for text formats (``utf-8``, ``cp1252`` ...); None for binary ones."""
    notes: tuple[str, ...] = ()
    """What the reader wants the user to know, such as a guessed encoding."""
    place: Place | None = None
    """Where the text stands in a file that holds it as a value; None for a file that is the text."""
    function: str = ""
    """What the file itself calls the job's function, in its own words; empty where nobody asked for it."""
    serves: str = ""
    """Whom the job serves, where somebody said so: a plural as it reads in the middle of a sentence. No part of the
    file; empty leaves it to the text."""

    def titled(self, title: str) -> Document:
        """Return the document under a title that somebody gave it."""
        return msgspec.structs.replace(self, title=title, title_from="", named=True)

    def serving(self, people: str) -> Document:
        """Return the document with the word for those served that somebody gave; an empty one leaves it to the text."""
        return msgspec.structs.replace(self, serves=people)

    def block(self, block_id: str) -> Block:
        """Return the block with this id.

        Raises:
            KeyError: no block has this id.
        """
        for block in self.blocks:
            if block.id == block_id:
                return block
        raise KeyError(block_id)

    def line_of(self, block: Block, at: int) -> int:
        """Return the 1-based line of a place in a block's text.

        Formats without lines have one number for each block, whatever breaks stand in it.

        Args:
            block: a block of this document.
            at: offset in its text, in characters.
        """
        return block.line + (block.text.count("\n", 0, at) if self.encoding is not None else 0)

    def last_below(self, block_id: str) -> Block:
        """Return the block behind which a new one comes: the last item of the list below a bullet, else the block.

        Raises:
            KeyError: no block has this id.
        """
        last = own = self.block(block_id)
        if own.kind is BlockKind.BULLET:
            for block in self.blocks[self.blocks.index(own) + 1 :]:
                if block.kind is not BlockKind.BULLET or block.level <= own.level:
                    break
                last = block
        return last

    def last_line(self, block_id: str) -> int:
        """Return the 1-based line behind which a new block is put: a block's last, or that of the list below it.

        Formats without lines have one for each block.

        Raises:
            KeyError: no block has this id.
        """
        block = self.last_below(block_id)
        if self.encoding is None:
            return block.line
        last = block.line + block.text.count("\n")  # a line of the file may say several: "<br>"
        return min([last, *(other.line - 1 for other in self.blocks if other.line > block.line)])


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """One change to a document, in the coordinates of the document as it was read."""

    block: str
    """Id of the block that is changed, or after which ``text`` becomes a new block."""
    start: int
    end: int
    """Span of ``Block.text`` in characters, end exclusive. Ignored when ``insert`` is true."""
    text: str
    """The new text of the span, or of the new block."""
    insert: bool = False
    """True: a new block of the neighbour's kind and style after ``block`` and the list below it; these stay."""
    comment: str = ""
    """Why; a format with comments in the margin shows it there, the others leave it out."""


class Tracking(msgspec.Struct, frozen=True, kw_only=True):
    """Write edits as tracked changes, where the format has them: who made them, when, and whether it says why."""

    author: str = "jdrewrite"
    date: str | None = None
    """As Word shows it, which is the local time of the author: ``2026-11-25T14:00:00Z``. None leaves it out."""
    comments: bool = True
    """Write the comment of each edit into the margin."""
