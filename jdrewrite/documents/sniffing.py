"""Finds the format of some bytes: by their content first, by the file's name where the content leaves it open."""

from __future__ import annotations

import io
import re
import zipfile

from jdrewrite.documents.border import refuse_known_binaries
from jdrewrite.documents.encodings import decode
from jdrewrite.documents.formats import format_for_path
from jdrewrite.errors import BrokenInput

_ZIP = b"PK\x03\x04"
_SPACE = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*)?")
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_TAGS = re.compile(r"</?(?:p|ul|ol|li|div|h[1-6]|br|table|strong|script)\b[^<>]{0,500}>", re.IGNORECASE)
_MARKS = re.compile(r"^#{1,6} \S|^\|.*\|\s*$|\*\*\w[^*\n]*\*\*|\]\(https?://", re.MULTILINE)
_FRONT = re.compile(r"\ufeff?\+\+\+[ \t]*\r?\n|\ufeff?---[ \t]*\r?\n(?:[\w-]+:[^\r\n]*\r?\n)+---")
_HEAD = 1024
"""Bytes in which a PDF may begin, as its readers allow."""
_LOOKED_AT = 50_000
"""Characters at the beginning in which the marks of a format are looked for."""


def format_of(data: bytes, name: str) -> str:
    """Return the name of the format of these bytes in the table of formats.

    Raises:
        UnsupportedInput: a format that is recognised and not read, or binary data.
        BrokenInput: an old or protected Word file, or a file that is not what its name says.
    """
    if data.startswith(_ZIP):
        return _packed(data)
    if b"%PDF-" in data[:_HEAD]:
        return "pdf"
    refuse_known_binaries(data, name)
    return _of_text(decode(data[: 4 * _LOOKED_AT] if not _whole_matters(data) else data)[0], name)


def _whole_matters(data: bytes) -> bool:
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["} or b"\0" in data[:100]


def _packed(data: bytes) -> str:
    """Return which kind of office file a zip is; Word's reader says what is wrong with all others."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, EOFError, ValueError, OSError, NotImplementedError):
        return "docx" if b"xl/" not in data[:5000] or b"word/" in data[:5000] else "xlsx"
    return "xlsx" if "xl/workbook.xml" in names and "word/document.xml" not in names else "docx"


def _of_text(text: str, name: str) -> str:
    named = format_for_path(name)
    start = text.lstrip("\ufeff \t\r\n")
    head = text[:_LOOKED_AT]
    if named in {"xlsx", "pdf"} and text.strip():
        called = "an Excel file" if named == "xlsx" else "a PDF"
        raise BrokenInput(name, f"it is named as {called} and is none", "check the file, or save it again")
    if named == "docx":
        return named  # an empty one: its reader says so
    if start[:1] in {"{", "["}:
        from jdrewrite.documents import json_file, jsonl

        if named != "json" and start[0] == "{" and jsonl.looks_so(start) and not json_file.looks_so(start):
            return "jsonl"
        if named in {"json", "jsonl"} or json_file.looks_so(start):
            return named if named in {"json", "jsonl"} else "json"
    if _is_page(head):
        return "html"
    if named in {"json", "jsonl", "csv", "markdown"}:
        return named
    if named == "html" or (start[:1] == "<" and len(_TAGS.findall(head, 0)) > 2):
        return "html" if _TAGS.search(head) else "text"
    if named is None or not name.lower().endswith((".txt", ".text")):
        return _unnamed(head)
    return "text"


def _is_page(head: str) -> bool:
    """Tell whether a text begins as a whole page does, behind any comments."""
    match = _SPACE.match(head)
    at = match.end() if match else 0
    while head.startswith("<!--", at):
        end = head.find("-->", at + 4)
        if end < 0:
            return False
        at = end + 3
        while head[at : at + 1].isspace():
            at += 1
    return bool(_PAGE.match(head, at))


def _unnamed(head: str) -> str:
    """Return the format of a text whose name says nothing, such as standard input."""
    from jdrewrite.documents import csv_rows

    if csv_rows.looks_so(head):
        return "csv"
    return "markdown" if _FRONT.match(head) or _MARKS.search(head) else "text"
