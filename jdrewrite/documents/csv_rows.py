"""CSV: a job description a row; records that stay are copied as they are, with their quotes and line breaks."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping

import msgspec

from jdrewrite.documents.border import MOST_CHARACTERS
from jdrewrite.documents.columns import Columns, cell_of, choose, listed
from jdrewrite.documents.encodings import decode, encode, lacking
from jdrewrite.documents.parts import Key, Part
from jdrewrite.errors import BrokenInput, UnsupportedInput
from jdrewrite.model import Field

MOST_RECORDS = 50_000
_DELIMITERS = ",;\t|"
_MARK = "\ufeff"
"""Byte order mark. Before a quoted cell it would make a letter of the quotation mark."""
_SEPARATOR = re.compile(r'\ufeff*"?sep=([^\w\r\n" ])"?(?:\r\n|\r|\n)', re.IGNORECASE)
"""First line by which Excel is told what parts the cells; it is no record."""
_SAMPLE = 50
"""Records that are looked at to recognise a long text."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A cell that begins so is run as a formula by spreadsheets."""


class Record(msgspec.Struct, frozen=True):
    """One row, and the characters that say it."""

    cells: list[str]
    raw: str
    line: int = 0
    """Of the file, 1-based, at which it begins."""


def parts(data: bytes, name: str, columns: Columns) -> tuple[Part, ...]:
    """Return the rows of a table that hold job descriptions; the address of a field is record and column.

    Raises:
        BrokenInput: cut off inside a quoted cell.
        UnsupportedInput: no column holds job descriptions, or the user names one that is not there.
    """
    raw = decode(data)[0]
    rows = records(raw, delimiter_of(raw), name)
    if not rows:
        return ()
    head, body = [cell.strip() for cell in rows[0].cells], rows[1:]
    chosen = choose(head, columns, [row.cells for row in body[:_SAMPLE]])
    if chosen is None:
        reason = f"no column is named as one with job descriptions (there are: {listed(head)})"
        raise UnsupportedInput(name, reason, "name it with --column")
    found = []
    for index, row in enumerate(body, 1):
        texts = tuple(
            (Field(key=(index, i), heading=head[i] if i != chosen.texts[0] else ""), row.cells[i])
            for i in chosen.texts
            if i < len(row.cells) and row.cells[i].strip()
        )
        title, function = cell_of(row.cells, chosen.title), cell_of(row.cells, chosen.function)
        blank = not any(cell.strip() for cell in row.cells)
        label = str(index + 1)
        found.append(Part(label=label, title=title, texts=texts, function=function, line=row.line, blank=blank))
    return tuple(found)


def put(data: bytes, new: Mapping[Key, str]) -> bytes:
    """Return the file with new texts in their cells."""
    raw, encoding, _ = decode(data)
    delimiter = delimiter_of(raw)
    rows = records(raw, delimiter, "")
    changed: dict[int, dict[int, str]] = {}
    for (row, column), text in new.items():
        changed.setdefault(int(row), {})[int(column)] = text
    text = "".join(_rewritten(r, changed.get(i, {}), delimiter) for i, r in enumerate(rows))
    mark = _MARK if lacking(text, encoding) else ""  # without it Excel takes UTF-8 for an old encoding
    return encode(mark + text, encoding)


def safe_cell(new: str, old: str) -> str:
    """Return the text, behind an apostrophe where it has come to look like a formula."""
    return f"'{new}" if new.startswith(_FORMULA) and new[:1] != old[:1] else new


def records(raw: str, delimiter: str, name: str) -> list[Record]:
    """Return the records of a table with the characters that say each.

    Raises:
        BrokenInput: cut off inside a quoted cell.
    """
    csv.field_size_limit(MOST_CHARACTERS + 1)
    try:
        return _records(raw, delimiter, strict=True)
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise BrokenInput(name, "it is cut off inside a quoted cell", "check that the file is whole") from None
        try:
            return _records(raw, delimiter, strict=False)
        except csv.Error as again:
            raise BrokenInput(name, f"it is no valid table ({again})", "save it again as CSV") from None


def _records(raw: str, delimiter: str, *, strict: bool) -> list[Record]:
    told = _SEPARATOR.match(raw)
    text = raw[told.end() :] if told else raw.lstrip(_MARK)
    before, first = raw.removesuffix(text), 2 if told else 1
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(lines, delimiter=delimiter, strict=strict)
    found, done = [], 0
    for cells in reader:
        found.append(Record(cells, before + "".join(lines[done : reader.line_num]), done + first))
        done, before = reader.line_num, ""
        if len(found) > MOST_RECORDS:
            raise csv.Error(f"more than {MOST_RECORDS:,} records")
    return found


def delimiter_of(raw: str) -> str:
    """Return what parts the cells: the sign that the file names, or that its first line has most of outside quotes."""
    if told := _SEPARATOR.match(raw):
        return told[1]
    first = io.StringIO(raw[:20_000].lstrip(_MARK), newline="").readline()
    return max(_DELIMITERS, key=lambda sign: len(next(csv.reader([first], delimiter=sign), [])))


def looks_so(text: str) -> bool:
    """Tell whether a text begins with the names of columns, one of which is of job descriptions."""
    delimiter = delimiter_of(text)
    try:
        rows = _records(text[:200_000], delimiter, strict=False)[:4]
    except csv.Error:
        return False
    head = [cell.strip() for cell in rows[0].cells] if rows else []
    if len(head) < 2 or len(rows) < 2 or any(not cell or len(cell) > 40 for cell in head):
        return False
    return choose(head, Columns()) is not None and all(len(row.cells) == len(head) for row in rows[1:2])


def _rewritten(record: Record, new: Mapping[int, str], delimiter: str) -> str:
    """Return a record with new cells, quoted as it was."""
    new = {i: safe_cell(text, record.cells[i]) for i, text in new.items() if record.cells[i] != text}
    if not new:
        return record.raw
    body = record.raw.rstrip("\r\n")
    end = record.raw[len(body) :]
    quoting = next(
        (q for q in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL) if _written(record.cells, delimiter, q) == body), None
    )
    cells = [new.get(i, cell) for i, cell in enumerate(record.cells)]
    return _written(cells, delimiter, quoting if quoting is not None else csv.QUOTE_MINIMAL) + end


def _written(cells: list[str], delimiter: str, quoting: int) -> str:
    out = io.StringIO(newline="")
    # Without a line end of its own the writer would leave line breaks in cells unquoted.
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerow(cells)  # type: ignore[arg-type]
    return out.getvalue().removesuffix("\r\n")
