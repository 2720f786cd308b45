"""Tables of any content (answers, comments) as rows of cells: CSV, Excel, or JSON lines, found by content."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Sequence
from statistics import median

import msgspec

from jdrewrite import zips
from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.documents import csv_rows, xlsx
from jdrewrite.documents.border import refuse_known_binaries
from jdrewrite.documents.columns import listed
from jdrewrite.documents.encodings import decode
from jdrewrite.documents.files import content
from jdrewrite.errors import BrokenInput, EmptyInput, UnsupportedInput
from jdrewrite.language import lines

_AS_TABLE = "give CSV, Excel or JSON lines, one answer or comment a row"
_ONE_TEXT = (".md", ".markdown", ".html", ".htm")
"""Endings of files that hold one text, whatever its lines look like."""


class Table(msgspec.Struct, frozen=True):
    """Rows under the names of their columns."""

    path: str
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """As many cells as there are names."""

    @property
    def doubtful(self) -> bool:
        """Whether it reads like the lines of one text: a single column under a heading, or a file of that kind."""
        return self.path.lower().endswith(_ONE_TEXT) or (len(self.names) == 1 and self.names[0].startswith("#"))

    def column(self, told: str | None, known: Sequence[str], *, long: bool = False) -> int | None:
        """Return the place of a column.

        Args:
            told: its name or 1-based number, as the user gave it.
            known: names by which it is found, the best first; they may stand inside a longer name.
            long: take the column with the longest cells where no name tells.

        Raises:
            UnsupportedInput: the user names one that is not there.
        """
        plain = [_plain(name) for name in self.names]
        if told:
            if _plain(told) in plain:
                return plain.index(_plain(told))
            if told.isdecimal() and 1 <= int(told) <= len(self.names):
                return int(told) - 1
            raise UnsupportedInput(told, "there is no such column", f"the columns are: {listed(self.names)}")
        for word in known:
            if word in plain:
                return plain.index(word)
        for word in known:
            if place := [i for i, name in enumerate(plain) if word in name]:
                return place[0]
        if long and self.names:
            return max(range(len(self.names)), key=lambda i: median(len(row[i]) for row in self.rows))
        return None


def rows(path: str | os.PathLike[str]) -> Table:
    """Read a table.

    Raises:
        MissingInput: no such file, or it may not be read.
        UnsupportedInput: a folder, binary data, or too large.
        BrokenInput: damaged, or a line that is no JSON object.
        EmptyInput: no row under the names of the columns.
    """
    name = str(path)
    data = content(path)
    if data.startswith(b"PK\x03\x04"):
        if _is_word(data):
            raise UnsupportedInput(name, "this is a Word document, and a table is wanted here", _AS_TABLE)
        found = _of_workbook(data, name)
    else:
        refuse_known_binaries(data, name)
        if b"%PDF-" in data[:1024]:
            raise UnsupportedInput(name, "this is a PDF, and a table is wanted here", _AS_TABLE)
        text = decode(data)[0]
        found = _of_lines(text, name) if text.lstrip("\ufeff \r\n").startswith("{") else _of_csv(text, name)
    filled = [row for row in found[1:] if any(cell.strip() for cell in row)]
    if not filled:
        raise EmptyInput(name, "there is no row in it under the names of the columns", "check the file")
    names = tuple(" ".join(cell.split()) for cell in found[0])
    wide = len(names)
    return Table(name, names, tuple((*row, *[""] * wide)[:wide] for row in filled))


def _is_word(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return "word/document.xml" in packed.namelist()
    except zips.DAMAGED:
        return False


def _of_csv(text: str, name: str) -> list[list[str]]:
    found = [r.cells for r in csv_rows.records(text, csv_rows.delimiter_of(text), name)]
    return [cells for cells in found if any(cell.strip() for cell in cells)]


def _of_workbook(data: bytes, name: str) -> list[list[str]]:
    xlsx.check(data, name)
    return next(([cells for _, cells in found] for *_, found in xlsx.sheets(data, name) if len(found) > 1), [])


def _of_lines(text: str, name: str) -> list[list[str]]:
    objects: list[dict[str, object]] = []
    for number, line in enumerate(lines.rows(text.lstrip("\ufeff")), 1):
        if line.strip():
            try:
                objects.append(from_json(line, dict[str, object]))
            except Unreadable as error:
                raise BrokenInput(f"{name}:{number}", f"no JSON object ({error})", "mend the line") from None
    names = list(dict.fromkeys(key for each in objects for key in each))
    return [names, *([_cell(each.get(key)) for key in names] for each in objects)] if names else []


def _cell(value: object) -> str:
    return "" if value is None else value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
