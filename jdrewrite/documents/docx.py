"""Word files: every paragraph in reading order, and edits as tracked changes or as clean text."""

from __future__ import annotations

from jdrewrite.documents.word.compose import compose
from jdrewrite.documents.word.package import Package
from jdrewrite.documents.word.reader import read
from jdrewrite.documents.word.writer import render
from jdrewrite.model import Document

__all__ = ["compose", "ending_of", "read", "render"]


def ending_of(document: Document) -> str:
    """Return the ending that a Word document's file must have: ``.docm`` with macros, ``.dotx`` for a template."""
    return Package(document.source, document.path).ending()
