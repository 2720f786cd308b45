"""What a person should know of a file that is written: numbers to which its text refers, and another encoding."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.documents import numbering_on
from jdrewrite.documents.encodings import decode, lacking
from jdrewrite.model import Document, Edit

_REENCODED = {"text", "markdown", "csv"}
"""Formats that say no character in another way than by itself, as web pages and JSON can."""
_SHOWN = 5
"""Characters that are named of many."""


def remarks(document: Document, edits: Sequence[Edit], format: str) -> list[str]:  # noqa: A002 - the user's word for it
    """Return what is to be told of the file that is written, as beginnings of sentences.

    Args:
        document: as it was read.
        edits: what is written into it.
        format: in which it is written; the document's own for a text that goes back to its place in a table.

    Raises:
        ProposalRefused: an edit names a block that is not there.
    """
    told = numbering_on.told(document, edits, format)
    encoding = _kept(document, format)
    lost = lacking("".join(edit.text for edit in edits), encoding) if encoding else ""
    if lost:
        named = ", ".join(f"“{character}”" for character in lost[:_SHOWN])
        told.append(f"the file is in {encoding}, which has no {named}; with that it is written in UTF-8")
    return told


def _kept(document: Document, format: str) -> str | None:  # noqa: A002
    """Return the encoding in which a file stays if it can; None where it can always, or is of another format now."""
    if format != document.format:
        return None
    if document.place is None:
        return document.encoding if format in _REENCODED else None
    return decode(document.place.source)[1] if document.place.format in _REENCODED else None
