"""The table of formats; a new one is one file and one line here."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import PurePath
from typing import cast

import msgspec

from jdrewrite.documents.border import check_size
from jdrewrite.documents.columns import Columns
from jdrewrite.documents.protocols import Format, Records, TrackingFormat
from jdrewrite.errors import EmptyInput, UnsupportedInput
from jdrewrite.model import Document, Edit, Tracking


class Entry(msgspec.Struct, frozen=True):
    """One line of the table."""

    module: str
    endings: tuple[str, ...]
    """Of file names; the first is also what the user calls the format in ``--to``."""
    holds: str = "text"
    """``text``: the file is one text. ``records``: it holds texts as values. ``both``: whichever is found."""
    made: bool = True
    """Whether a document of another format can be written so."""
    instead: str = ""
    """For a format that is read and never changed: the one in which its rewrite is written."""
    binary: bool = False
    """Whether it cannot be shown on a terminal."""
    tracks: bool = False
    """The format has tracked changes."""


FORMATS: dict[str, Entry] = {
    "text": Entry("jdrewrite.documents.text", (".txt", ".text", "")),
    "markdown": Entry("jdrewrite.documents.markdown", (".md", ".markdown", ".mdown")),
    "docx": Entry("jdrewrite.documents.docx", (".docx", ".docm", ".dotx", ".dotm"), binary=True, tracks=True),
    "pdf": Entry("jdrewrite.documents.pdf", (".pdf",), made=False, instead="docx", binary=True),
    "html": Entry("jdrewrite.documents.html_page", (".html", ".htm", ".xhtml"), holds="both"),
    "json": Entry("jdrewrite.documents.json_file", (".json", ".jsonld"), holds="records"),
    "jsonl": Entry("jdrewrite.documents.jsonl", (".jsonl", ".ndjson"), holds="records"),
    "csv": Entry("jdrewrite.documents.csv_rows", (".csv", ".tsv"), holds="records", made=False),
    "xlsx": Entry("jdrewrite.documents.xlsx", (".xlsx", ".xlsm"), holds="records", made=False, binary=True),
}


def _text(name: str) -> Format:
    return cast("Format", import_module(FORMATS[name].module))


def _records(name: str) -> Records:
    return cast("Records", import_module(FORMATS[name].module))


def targets() -> list[str]:
    """Return the formats in which any document can be written, as the user names them."""
    return [entry.endings[0].removeprefix(".") for entry in FORMATS.values() if entry.made]


def format_named(word: str) -> str:
    """Return the format that a word means: its name, or an ending.

    Raises:
        UnsupportedInput: there is no such format.
    """
    if word in FORMATS:
        return word
    found = format_for_path(f"x.{word}") if word else None
    if found is None:
        raise UnsupportedInput(word, "there is no such format", f"choose one of: {', '.join(targets())}")
    return found


def format_for_path(name: str) -> str | None:
    """Return the format that a file name's ending stands for, None for an ending that is not known."""
    ending = PurePath(name).suffix.lower()
    return next((key for key, entry in FORMATS.items() if ending in entry.endings), None)


def read_all_bytes(
    data: bytes,
    name: str,
    format: str | None = None,  # noqa: A002 - the user's word for it
    columns: Columns | None = None,
) -> tuple[Document, ...]:
    """Read all job descriptions of a file from its bytes, in the order of the file.

    Args:
        data: the content of a file, or of standard input.
        name: what to call it in messages; its ending helps where the content does not tell the format.
        format: name in the table of formats where it is known.
        columns: fields of a table that hold text and title, where their names do not tell.

    Raises:
        UnsupportedInput: binary data, an unknown format, no field with job descriptions, or more than the limits allow.
        BrokenInput: a damaged, protected or unsafe file.
        EmptyInput: no words in it.
    """
    from jdrewrite.documents.sniffing import format_of

    check_size(len(data), name)
    found = format_of(data, name)
    chosen = found if format is None else format_named(format)
    if FORMATS[chosen].binary and found != chosen:
        raise UnsupportedInput(name, f"this is no {chosen} file", f"it looks like {found}: leave the format out")
    entry = FORMATS[chosen]
    documents: tuple[Document, ...] = ()
    if entry.holds != "text":
        told = columns or Columns()
        try:
            found_parts = _records(chosen).parts(data, name, told)
        except UnsupportedInput as error:
            if error.subject not in {*told.text, told.title, told.function}:
                raise
            reason = f"it has no column named '{error.subject}'"
            raise UnsupportedInput(name, reason, error.way_out) from None
        if told.function and found_parts and not any(part.function.strip() for part in found_parts):
            reason = f"no job description in it has anything under '{told.function}'"
            raise UnsupportedInput(name, reason, "check the name of the column")
        from jdrewrite.documents import parts

        documents = parts.documents_of(found_parts, data, name, chosen)
    if not documents and entry.holds != "records":
        documents = (_text(chosen).read(data, name),)
    documents = tuple(document for document in documents if _has_words(document))
    if not documents:
        raise EmptyInput(name, "there are no words in it", "give a file with the text of a job description")
    return documents


def _has_words(document: Document) -> bool:
    return any(character.isalnum() for block in document.blocks for character in block.text)


def read_bytes(data: bytes, name: str, format: str | None = None) -> Document:  # noqa: A002 - the user's word for it
    """Read the one job description of a file from its bytes.

    Args:
        data: the content of a file, or of standard input.
        name: what to call it in messages; its ending helps to find the format.
        format: name in the table of formats where it is known.

    Raises:
        UnsupportedInput: binary data, an unknown format, several job descriptions, or more than the limits allow.
        BrokenInput: a damaged, protected or unsafe file.
        EmptyInput: no words in it.
    """
    documents = read_all_bytes(data, name, format)
    if len(documents) > 1:
        reason = f"it holds {len(documents):,} job descriptions, and one is asked for"
        raise UnsupportedInput(name, reason, f"name one, such as {documents[0].path}")
    return documents[0]


def edited(document: Document, edits: Sequence[Edit]) -> Document:
    """Return the document as whoever opens the result will read it.

    Raises:
        ProposalRefused: edits overlap, or name a block or span that is not there.
    """
    if not edits:
        return document
    if FORMATS[document.format].instead:
        from jdrewrite.documents.hunks import with_edits

        return with_edits(document, edits)
    source = _text(document.format).render(document, edits)
    if document.place is None:
        return _text(document.format).read(source, document.path)
    from jdrewrite.documents import parts

    again = parts.read_as(document.format, source, document.path)
    return msgspec.structs.replace(again, title=document.title, place=document.place)


def own_format(document: Document) -> str:
    """Return the format in which a document's file is written when nobody asks for another."""
    own = document.place.format if document.place else document.format
    return FORMATS[own].instead or own


def render(
    document: Document,
    edits: Sequence[Edit] = (),
    format: str | None = None,  # noqa: A002 - the user's word for it
    *,
    tracking: Tracking | None = None,
) -> bytes:
    """Return the bytes of the document's file with the edits applied.

    Args:
        document: as it was read.
        edits: in the coordinates of ``document``, in any order.
        format: another format than the document's own.
        tracking: write tracked changes, where the format written has them; None for clean text.

    Raises:
        ProposalRefused: edits overlap, or name a block or span that is not there.
        UnsupportedInput: there is no such format, or it cannot be made.
    """
    return render_all([(document, edits)], format, tracking=tracking)


def render_all(
    changed: Sequence[tuple[Document, Sequence[Edit]]],
    format: str | None = None,  # noqa: A002 - the user's word for it
    *,
    tracking: Tracking | None = None,
) -> bytes:
    """Return one file with several documents and their edits; in their own format, each goes back to its place.

    Args:
        changed: documents of one file, each with its edits. Those of the file that are left out stay as they are.
        format: another format than the documents' own.
        tracking: write tracked changes, where the format written has them; None for clean text.

    Raises:
        ProposalRefused: edits overlap, or name a block or span that is not there.
        UnsupportedInput: there is no such format, it cannot be made, or it does not hold several documents.
    """
    first, edits = changed[0]
    own = own_format(first)
    chosen = own if format is None else format_named(format)
    if chosen == own and first.place is not None:
        from jdrewrite.documents import parts

        touched = [edited(document, own_edits) for document, own_edits in changed if own_edits]
        return _records(own).put(first.place.source, parts.grouped(touched)) if touched else first.place.source
    if len(changed) == 1 and edits and tracking is not None and FORMATS[chosen].tracks:
        return _tracked(first, edits, chosen, tracking)
    if len(changed) == 1 and chosen == first.format and first.place is None:
        return _text(chosen).render(first, edits) if edits else first.source
    entry = FORMATS[chosen]
    results = [edited(document, own_edits) for document, own_edits in changed]
    if not entry.made:
        raise UnsupportedInput(chosen, "a document of another format cannot be written so", _one_of())
    if entry.holds == "records":
        return _records(chosen).compose_all(results)
    if len(changed) > 1:
        reason = f"it takes one job description, and there are {len(changed)}"
        raise UnsupportedInput(chosen, reason, "choose jsonl or json, or the format of the source")
    return _text(chosen).compose(results[0])


def _tracked(document: Document, edits: Sequence[Edit], format: str, tracking: Tracking) -> bytes:  # noqa: A002
    """Return the document with tracked changes; one that came in another format is set anew first, unchanged."""
    target = cast("TrackingFormat", _text(format))
    if format == document.format:
        return target.render(document, edits, tracking)
    plain = target.read(target.compose(document), document.path)
    from jdrewrite.documents.moving import moved_edits

    moved = moved_edits(document, plain, edits)
    if moved is None:
        return render(document, edits, format)
    return target.render(plain, moved, tracking)


def _one_of() -> str:
    return f"choose one of: {', '.join(targets())}"
