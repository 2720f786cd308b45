"""PDF: read only. PDFium finds the characters; what belongs together on the page is found here."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.documents.border import check_length
from jdrewrite.documents.pdf.blocks import blocks_of
from jdrewrite.documents.pdf.layout import lines_of
from jdrewrite.documents.pdf.safety import check
from jdrewrite.documents.titles import title_of
from jdrewrite.errors import ProposalRefused, UnsupportedInput
from jdrewrite.model import Document, Edit

_FEW = 20
"""Letters and digits a page below which a file with pictures is taken for a scan."""


def read(data: bytes, name: str) -> Document:
    """Read a PDF.

    Raises:
        BrokenInput: damaged, protected by a password, or unsafe to open.
        UnsupportedInput: a scan without text, or longer than any job description.
    """
    from jdrewrite.documents.pdf.characters import pages_of

    check(data, name)
    pages = pages_of(data, name)
    letters = sum(c.isalnum() for page in pages for segment in page.segments for c in segment.text)
    if letters < _FEW * len(pages) and any(page.pictures for page in pages):
        reason = "it is a scan: it has pictures of pages, and no text"
        way_out = (
            "let a program for text recognition read it first (such as 'ocrmypdf IN OUT'), or ask for the Word file"
        )
        raise UnsupportedInput(name, reason, way_out)
    blocks = blocks_of(lines_of(pages))
    check_length("\n".join(block.text for block in blocks), name)
    title, title_from = title_of(blocks, name)
    return Document(path=name, format="pdf", title=title, title_from=title_from, blocks=blocks, source=data)


def render(document: Document, edits: Sequence[Edit]) -> bytes:
    """Return the source: a PDF is never changed.

    Raises:
        ProposalRefused: there are edits.
    """
    if edits:
        raise ProposalRefused(document.path, "a PDF is read and not changed", "write the result in another format")
    return document.source
