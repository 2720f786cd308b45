"""The table of formats; a new one is one file and one line here."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Protocol, cast

import msgspec

from jdrewrite.documents.border import check_size, refuse_known_binaries
from jdrewrite.documents.moving import moved_edits
from jdrewrite.errors import EmptyInput, UnsupportedInput
from jdrewrite.model import Document, Edit, Tracking


class Format(Protocol):
    """What the module of a format offers."""

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


class Entry(msgspec.Struct, frozen=True):
    """One line of the table."""

    module: str
    endings: tuple[str, ...]
    tracks: bool = False
    """The format has tracked changes."""


FORMATS: dict[str, Entry] = {
    "text": Entry("jdrewrite.documents.text", (".txt", ".text", "")),
    "markdown": Entry("jdrewrite.documents.markdown", (".md", ".markdown", ".mdown")),
    "docx": Entry("jdrewrite.documents.docx", (".docx", ".docm", ".dotx", ".dotm"), tracks=True),
}


def _module(name: str) -> Format:
    return cast("Format", import_module(FORMATS[name].module))


def format_of(data: bytes, name: str) -> str:
    """Return the name of the format of these bytes.

    Raises:
        UnsupportedInput: a format that is recognised and not read.
        BrokenInput: an old or protected Word file.
    """
    if data.startswith(b"PK\x03\x04"):
        return "docx"
    refuse_known_binaries(data, name)
    return format_for_path(name) or "text"


def format_for_path(name: str) -> str | None:
    """Return the format that a file name's ending stands for, None for an ending that is not known."""
    ending = PurePath(name).suffix.lower()
    found = next((key for key, entry in FORMATS.items() if ending in entry.endings), None)
    return None if found == "docx" and not ending else found


def read_bytes(data: bytes, name: str, format: str | None = None) -> Document:  # noqa: A002 - the user's word for it
    """Read a job description from bytes.

    Args:
        data: the content of a file, or of standard input.
        name: what to call it in messages; its ending helps to find the format.
        format: name in the table of formats where it is known.

    Raises:
        UnsupportedInput: binary data, an unknown format, or more than the limits allow.
        BrokenInput: a damaged, protected or unsafe file.
        EmptyInput: no words in it.
    """
    check_size(len(data), name)
    if format is not None and format not in FORMATS:
        raise UnsupportedInput(format, "there is no such format", f"choose one of: {', '.join(FORMATS)}")
    chosen = format or format_of(data, name)
    if chosen == "docx" and not data.startswith(b"PK\x03\x04"):
        refuse_known_binaries(data, name)
    document = _module(chosen).read(data, name)
    if not any(character.isalnum() for block in document.blocks for character in block.text):
        raise EmptyInput(name, "there are no words in it", "give a file with the text of a job description")
    return document


def render(
    document: Document,
    edits: Sequence[Edit] = (),
    format: str | None = None,  # noqa: A002 - the user's word for it
    *,
    tracking: Tracking | None = None,
) -> bytes:
    """Return the bytes of the document with the edits applied.

    Args:
        document: as it was read.
        edits: in the coordinates of ``document``, in any order.
        format: another format than the document's own.
        tracking: write tracked changes, where the format written has them; None for clean text.

    Raises:
        ProposalRefused: edits overlap, or name a block or span that is not there.
        UnsupportedInput: there is no such format.
    """
    own = _module(document.format)
    chosen = format or document.format
    if chosen not in FORMATS:
        raise UnsupportedInput(chosen, "there is no such format", f"choose one of: {', '.join(FORMATS)}")
    if edits and tracking is not None and FORMATS[chosen].tracks:
        return _tracked(document, edits, chosen, tracking)
    data = own.render(document, edits) if edits else document.source
    if chosen == document.format:
        return data
    edited = own.read(data, document.path) if edits else document
    return _module(chosen).compose(edited)


def _tracked(document: Document, edits: Sequence[Edit], format: str, tracking: Tracking) -> bytes:  # noqa: A002
    """Return the document with tracked changes; one that came in another format is set anew first, unchanged."""
    target = cast("TrackingFormat", _module(format))
    if format == document.format:
        return target.render(document, edits, tracking)
    plain = target.read(target.compose(document), document.path)
    moved = moved_edits(document, plain, edits)
    if moved is None:
        return render(document, edits, format)
    return target.render(plain, moved, tracking)
