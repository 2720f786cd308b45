"""Word files: every paragraph in reading order, and edits as tracked changes or as clean text.

What writes is loaded when something is written: who opens a file does not wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.documents.word.package import Package
from jdrewrite.documents.word.reader import read
from jdrewrite.model import Document, Edit, Tracking

__all__ = ["compose", "ending_of", "read", "render"]


def render(document: Document, edits: Sequence[Edit], tracking: Tracking | None = None) -> bytes:
    """Return the document's bytes with the edits; see ``word.writer``."""
    from jdrewrite.documents.word import writer

    return writer.render(document, edits, tracking)


def compose(document: Document) -> bytes:
    """Return a plain Word file of any document; see ``word.compose``."""
    from jdrewrite.documents.word import compose as composing

    return composing.compose(document)


def ending_of(document: Document) -> str:
    """Return the ending that a Word document's file must have: ``.docm`` with macros, ``.dotx`` for a template."""
    return Package(document.source, document.path).ending()
