"""Makes a plain Word file of a document that came in another format."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from jdrewrite.documents.listing import Item, numbered
from jdrewrite.documents.tables import Table, laid_out
from jdrewrite.documents.word.marker import legal
from jdrewrite.documents.word.names import W
from jdrewrite.documents.word.numbering import Numbers
from jdrewrite.documents.wrapping import kept_apart
from jdrewrite.model import Block, BlockKind, Document

if TYPE_CHECKING:
    from docx.document import Document as Made
    from docx.table import _Cell

_DEEPEST = 3
"""Depths of a list for which Word has a style."""
_MOST_TITLE = 255
"""Characters that a property of a Word file may have."""
_TABLES = "Job description table"
_NARROWEST, _BROADEST = 10, 60
"""Characters for which a column has room at least, and beyond which it gets no broader, before they share the page."""


def compose(document: Document) -> bytes:
    """Return any document as a plain Word file: headings, bullets, numbers, tables, and lines where it has lines."""
    import docx

    made = docx.Document()
    _tell(made, document.title)
    numbers = Numbers(made.part.numbering_part.element)
    apart, items = kept_apart(document.blocks), numbered(document.blocks)
    words = {key: "\n".join(" ".join(legal(row).split()) for row in rows) for key, rows in apart.items()}
    for part in laid_out(document.blocks):
        if isinstance(part, Table):
            _add_table(made, part, words, items, numbers)
        else:
            _add(made, part, words[part.id], items.get(part.id), numbers)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _tell(made: Made, title: str) -> None:
    """Put into the properties what is true of this file: the job's title, today, and the author whom the user set.

    What the template says of itself (its maker, its program, its picture) goes.
    """
    from jdrewrite.documents.tracking import author_set

    told, now = made.core_properties, datetime.now(UTC).replace(microsecond=0)
    told.title, told.comments = legal(title)[:_MOST_TITLE], ""
    told.author = told.last_modified_by = legal(author_set())[:_MOST_TITLE]
    told.created = told.modified = now
    kinds = ("/thumbnail", "/extended-properties")
    rels = made.part.package.rels
    for name in [name for name, rel in rels.items() if rel.reltype.endswith(kinds)]:
        rels.pop(name)


def _add_table(made: Made, table: Table, words: Mapping[str, str], items: Mapping[str, Item], numbers: Numbers) -> None:
    """Add a table; its columns are as wide as what stands in them needs."""
    last = made.element.body.xpath("*[not(self::w:sectPr)]")[-1:]
    if last and last[0].tag == f"{W}tbl":
        made.add_paragraph()  # Word makes one table of two that stand close
    new = made.add_table(len(table.rows), table.columns, style=_style(made))
    wide = _widths(table, words, int(new.columns[0].width or 0) * table.columns)
    for column, width in zip(new.columns, wide, strict=True):
        column.width = width
    for number, (row, cells) in enumerate(zip(new.rows, table.rows, strict=True)):
        if table.heads(number):
            head = row._tr.get_or_add_trPr()
            head.append(head.makeelement(f"{W}tblHeader", {}))
        for cell, blocks, width in zip(row.cells, cells, wide, strict=True):
            cell.width = width
            empty = cell.paragraphs[0]
            for block in blocks:
                _add(cell, block, words[block.id], items.get(block.id), numbers)
            if blocks:
                empty._p.getparent().remove(empty._p)


def _widths(table: Table, words: Mapping[str, str], whole: int) -> list[int]:
    """Return the widths of columns, in the unit of the whole: by their longest cells, but none is squeezed out."""
    longest = [max(sum(len(words[block.id]) for block in row[at]) for row in table.rows) for at in range(table.columns)]
    shares = [min(_BROADEST, max(_NARROWEST, length)) for length in longest]
    return [whole * share // sum(shares) for share in shares]


def _style(made: Made) -> str:
    """Return the name of a style of tables with lines and a bold head, which the file gets where it has it not."""
    from docx.enum.style import WD_STYLE_TYPE

    if _TABLES not in made.styles:
        style = made.styles.add_style(_TABLES, WD_STYLE_TYPE.TABLE)
        style.base_style = made.styles["Table Grid"]
        head = style.element.makeelement(f"{W}tblStylePr", {f"{W}type": "firstRow"})
        letters = head.makeelement(f"{W}rPr", {})
        letters.append(letters.makeelement(f"{W}b", {}))
        head.append(letters)
        style.element.append(head)
    return _TABLES


def _add(made: Made | _Cell, block: Block, text: str, item: Item | None, numbers: Numbers) -> None:
    if block.kind is BlockKind.HEADING:
        level = min(9, max(1, block.level))
        made.add_paragraph(text, style=f"Heading {level}")
        return
    if block.kind is not BlockKind.BULLET:
        made.add_paragraph(text)
        return
    depth = min(_DEEPEST, block.level + 1)
    style = f"List {'Number' if item else 'Bullet'}{f' {depth}' if depth > 1 else ''}"
    paragraph = made.add_paragraph(text, style=style)
    if item:
        numbers.give(paragraph._p.get_or_add_pPr(), item, depth)
