"""The table of formats; a new one is one file and one line here."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import cast

import msgspec

from jdrewrite.documents.protocols import Format, Records
from jdrewrite.errors import UnsupportedInput
from jdrewrite.model import Document


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


def text_format(name: str) -> Format:
    """Return the module of a format that holds one text; it is loaded when it is first needed."""
    return cast("Format", import_module(FORMATS[name].module))


def records_format(name: str) -> Records:
    """Return the module of a format that holds texts as values; it is loaded when it is first needed."""
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


def own_format(document: Document) -> str:
    """Return the format in which a document's file is written when nobody asks for another."""
    own = document.place.format if document.place else document.format
    return FORMATS[own].instead or own
