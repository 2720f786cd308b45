"""Makes a plain Word file of a document that came in another format."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from jdrewrite.documents.listing import Item, numbered
from jdrewrite.documents.word.marker import legal
from jdrewrite.documents.word.numbering import Numbers
from jdrewrite.documents.wrapping import kept_apart
from jdrewrite.model import Block, BlockKind, Document

if TYPE_CHECKING:
    from docx.document import Document as Made

_DEEPEST = 3
"""Depths of a list for which Word has a style."""


def compose(document: Document) -> bytes:
    """Return any document as a plain Word file with headings, bullets and numbers, and lines where it has lines."""
    import docx

    made = docx.Document()
    numbers = Numbers(made.part.numbering_part.element)
    apart, items = kept_apart(document.blocks), numbered(document.blocks)
    for block in document.blocks:
        text = "\n".join(" ".join(legal(row).split()) for row in apart[block.id])
        _add(made, block, text, items.get(block.id), numbers)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _add(made: Made, block: Block, text: str, item: Item | None, numbers: Numbers) -> None:
    if block.kind is BlockKind.HEADING:
        made.add_heading(text, level=min(9, max(1, block.level)))
        return
    if block.kind is not BlockKind.BULLET:
        made.add_paragraph(text)
        return
    depth = min(_DEEPEST, block.level + 1)
    style = f"List {'Number' if item else 'Bullet'}{f' {depth}' if depth > 1 else ''}"
    paragraph = made.add_paragraph(text, style=style)
    if item:
        numbers.give(paragraph._p.get_or_add_pPr(), item, depth)
