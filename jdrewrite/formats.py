"""The table of formats: all that is known of one outside its module, as data, for every layer of the house.

A new format is one module in ``jdrewrite.documents`` and one entry here. The content of a text is asked from the last
entry to the first: what is more special stands further down.
"""

from __future__ import annotations

from pathlib import PurePath

import msgspec


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One format."""

    module: str
    """What reads and writes it; ``documents.protocols`` says what it offers."""
    called: str
    """Its name for people, on screens and in docs/formats.md."""
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
    sign: bytes = b""
    """Bytes by which a file of this format is known, whatever it is called."""
    sign_within: int = 0
    """Bytes that may stand before its sign."""
    member: str = ""
    """Of a format that is a zip: the file inside by which it is known."""
    looks: str = ""
    """Of a text: ``module:function`` that is given the text and the format that its name tells (None where it tells
    none), and tells whether the text is of this format."""
    believed: bool = True
    """Whether an ending is enough where no content tells."""
    comments: bool = False
    """Whether ``<!-- jdrewrite: ignore -->`` in the file speaks to this program, line by line."""
    counts: str = "line"
    """What the number of a statement counts."""


_LOOKS = "jdrewrite.documents.looks"

FORMATS: dict[str, Entry] = {
    "text": Entry(module="jdrewrite.documents.text", called="Plain text", endings=(".txt", ".text", ""), comments=True),
    "markdown": Entry(
        module="jdrewrite.documents.markdown",
        called="Markdown",
        endings=(".md", ".markdown", ".mdown"),
        looks=f"{_LOOKS}:like_markdown",
        comments=True,
    ),
    "csv": Entry(
        module="jdrewrite.documents.csv_rows",
        called="Table (CSV)",
        endings=(".csv", ".tsv"),
        holds="records",
        made=False,
        looks=f"{_LOOKS}:like_csv",
    ),
    "docx": Entry(
        module="jdrewrite.documents.docx",
        called="Word",
        endings=(".docx", ".docm", ".dotx", ".dotm"),
        binary=True,
        tracks=True,
        member="word/document.xml",
        counts="paragraph",
    ),
    "pdf": Entry(
        module="jdrewrite.documents.pdf",
        called="PDF",
        endings=(".pdf",),
        made=False,
        instead="docx",
        binary=True,
        sign=b"%PDF-",
        sign_within=1019,  # as its readers allow
    ),
    "html": Entry(
        module="jdrewrite.documents.html_page",
        called="Web page",
        endings=(".html", ".htm", ".xhtml"),
        holds="both",
        looks=f"{_LOOKS}:like_html",
        believed=False,
    ),
    "json": Entry(
        module="jdrewrite.documents.json_file",
        called="JSON",
        endings=(".json", ".jsonld"),
        holds="records",
        looks=f"{_LOOKS}:like_json",
    ),
    "jsonl": Entry(
        module="jdrewrite.documents.jsonl",
        called="JSON lines",
        endings=(".jsonl", ".ndjson"),
        holds="records",
        looks=f"{_LOOKS}:like_jsonl",
    ),
    "xlsx": Entry(
        module="jdrewrite.documents.xlsx",
        called="Spreadsheet",
        endings=(".xlsx", ".xlsm"),
        holds="records",
        made=False,
        binary=True,
        member="xl/workbook.xml",
    ),
}

UNREAD: dict[str, str] = {
    ".doc": "an old Word file",
    ".odt": "an OpenDocument text",
    ".rtf": "rich text (.rtf)",
    ".pages": "a text of Pages",
    ".wpd": "a text of WordPerfect",
    ".wps": "a text of Works",
    ".xls": "an old Excel file",
    ".ods": "an OpenDocument spreadsheet",
    ".numbers": "a spreadsheet of Numbers",
}
"""Endings of texts and tables that are not read, and what they are: in a folder each is told with its reason, since it
may well be a job description."""


def format_for_path(name: str) -> str | None:
    """Return the format that a file name's ending stands for, None for an ending that is not known."""
    ending = PurePath(name).suffix.lower()
    return next((key for key, entry in FORMATS.items() if ending in entry.endings), None)


def unit_of(name: str) -> str:
    """Return what the numbers of statements count in a file of that name: lines, or paragraphs in Word."""
    found = format_for_path(name)
    return FORMATS[found].counts if found else "line"
