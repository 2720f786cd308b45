"""Makes a plain Word file of a document that came in another format."""

from __future__ import annotations

import io

from jdrewrite.documents.word.marker import legal
from jdrewrite.model import BlockKind, Document


def compose(document: Document) -> bytes:
    """Return any document as a plain Word file with headings and bullets."""
    import docx

    made = docx.Document()
    for block in document.blocks:
        text = legal(" ".join(block.text.split()))
        if block.kind is BlockKind.HEADING:
            made.add_heading(text, level=min(9, max(1, block.level)))
        else:
            made.add_paragraph(text, style="List Bullet" if block.kind is BlockKind.BULLET else None)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
