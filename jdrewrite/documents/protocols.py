"""What the module of a format offers to the table of formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

from jdrewrite.documents.columns import Columns
from jdrewrite.model import Document, Edit, Tracking

if TYPE_CHECKING:
    from jdrewrite.documents.parts import Key, Part


class Format(Protocol):
    """What the module of a format offers that holds one text."""

    def read(self, data: bytes, name: str) -> Document:
        """Read the bytes into blocks."""
        ...

    def render(self, document: Document, edits: Sequence[Edit]) -> bytes:
        """Return the document's bytes with the edits; without edits, its source."""
        ...

    def compose(self, document: Document) -> bytes:
        """Return a plain rendition of a document that came in another format."""
        ...


class TrackingFormat(Format, Protocol):
    """A format that has tracked changes."""

    def render(self, document: Document, edits: Sequence[Edit], tracking: Tracking | None = None) -> bytes:
        """Return the document's bytes with the edits, as tracked changes where that is asked for."""
        ...


class Records(Protocol):
    """What the module of a format offers that holds texts as values: rows, lines, data of a page."""

    def parts(self, data: bytes, name: str, columns: Columns) -> Sequence[Part]:
        """Return the values that are job descriptions."""
        ...

    def put(self, data: bytes, new: Mapping[Key, str]) -> bytes:
        """Return the file with new values, all else as it was."""
        ...

    def compose_all(self, documents: Sequence[Document]) -> bytes:
        """Return documents of any format as one file of this one."""
        ...
