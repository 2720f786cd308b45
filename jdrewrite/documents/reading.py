"""From bytes to job descriptions, whatever their format: one text, or as many as a table has rows."""

from __future__ import annotations

from jdrewrite.documents.border import check_size
from jdrewrite.documents.columns import Columns
from jdrewrite.documents.formats import format_named, records_format, text_format
from jdrewrite.documents.sniffing import format_of
from jdrewrite.errors import EmptyInput, UnsupportedInput
from jdrewrite.formats import FORMATS
from jdrewrite.model import Document


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
    chosen = _chosen(data, name, format)
    holds = FORMATS[chosen].holds
    documents: tuple[Document, ...] = ()
    if holds != "text":
        documents = _from_records(data, name, chosen, columns or Columns())
    if not documents and holds != "records":
        documents = (text_format(chosen).read(data, name),)
    documents = tuple(document for document in documents if _has_words(document))
    if not documents:
        raise EmptyInput(name, "there are no words in it", "give a file with the text of a job description")
    return documents


def _chosen(data: bytes, name: str, format: str | None) -> str:  # noqa: A002
    """Return the format to read as: the one that is asked for, or what the content and then the name tell."""
    check_size(len(data), name)
    found = format_of(data, name)
    chosen = found if format is None else format_named(format)
    if FORMATS[chosen].binary and found != chosen:
        raise UnsupportedInput(name, f"this is no {chosen} file", f"it looks like {found}: leave the format out")
    return chosen


def _from_records(data: bytes, name: str, chosen: str, columns: Columns) -> tuple[Document, ...]:
    """Return one document for each record; a column that the user names has to be there, and filled."""
    try:
        found = records_format(chosen).parts(data, name, columns)
    except UnsupportedInput as error:
        if error.subject not in {*columns.text, columns.title, columns.function}:
            raise
        raise UnsupportedInput(name, f"it has no column named '{error.subject}'", error.way_out) from None
    if columns.function and found and not any(part.function.strip() for part in found):
        reason = f"no job description in it has anything under '{columns.function}'"
        raise UnsupportedInput(name, reason, "check the name of the column")
    from jdrewrite.documents import parts

    return parts.documents_of(found, data, name, chosen)


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
