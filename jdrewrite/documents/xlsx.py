"""Excel: a job description a row. openpyxl reads; of what is written, only the changed cells are touched."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from jdrewrite import zips
from jdrewrite.documents.columns import Chosen, Columns, cell_of, choose, listed
from jdrewrite.documents.parts import Key, Part
from jdrewrite.documents.xlsx_cells import AGAIN, unescaped, with_cells
from jdrewrite.errors import BrokenInput, UnsupportedInput
from jdrewrite.model import Field

MOST_UNPACKED = 60_000_000
"""Bytes; a workbook with 5,000 job descriptions unpacks to about 30 million."""
MOST_RATIO = 150
"""How many times larger a part may become; sheets of real workbooks reach about 40."""
MOST_COLUMNS = 200
MOST_ROWS = 20_000
MOST_CELLS = 3_000_000
LAST_ROW = 1_048_576
"""Of a sheet of Excel."""
_HEAD_WITHIN = 10
"""Rows at the top of a sheet in which the names of the columns may stand."""
_SAMPLE = 50


def parts(data: bytes, name: str, columns: Columns) -> tuple[Part, ...]:
    """Return the rows of all sheets that hold job descriptions; an address is part of the zip, row and column.

    A row in which something stands and no text is one too, as in CSV: whoever counts rows is told of it.

    Raises:
        BrokenInput: damaged, protected, or unsafe to open.
        UnsupportedInput: no column holds job descriptions, or the user names one that is not there.
    """
    check(data, name)
    found: list[tuple[str, Part]] = []
    heads: list[str] = []
    for sheet, path, rows in sheets(data, name):
        top = _head(rows, columns)
        if top is None:
            heads += next(([cell for cell in row if cell] for _, row in rows if any(row)), [])
            continue
        at, chosen = top
        names = rows[at][1]
        for number, row in rows[at + 1 :]:
            found.append((sheet, _part(path, number, row, names, chosen)))
    if not found and not heads:
        return ()
    if not found:
        reason = f"no column is named as one with job descriptions (there are: {listed(heads)})"
        raise UnsupportedInput(name, reason, "name it with --column")
    if len({sheet for sheet, _ in found}) == 1:
        return tuple(part for _, part in found)
    return tuple(msgspec.structs.replace(part, label=f"{sheet}!{part.label}") for sheet, part in found)


def put(data: bytes, new: Mapping[Key, str]) -> bytes:
    """Return the workbook with new texts in their cells; every part but the sheets concerned is copied as it is.

    Raises:
        BrokenInput: a cell that was read is not in the sheet's XML.
        UnsupportedInput: the text of a cell is what a formula makes of others.
    """
    by_sheet: dict[str, dict[tuple[int, int], str]] = {}
    for (path, row, column), text in new.items():
        by_sheet.setdefault(str(path), {})[int(row), int(column)] = text
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as made:
        for part in old.infolist():
            content = old.read(part.filename)
            if part.filename in by_sheet:
                content = with_cells(content, by_sheet[part.filename])
            made.writestr(part, content, compress_type=part.compress_type)
    return out.getvalue()


def check(data: bytes, name: str) -> None:
    """Refuse workbooks that are not safe to open, before anything is unpacked.

    Raises:
        BrokenInput: a zip bomb, XML entities, or no zip at all.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = packed.infolist()
            total = sum(part.file_size for part in members)
            swollen = any(
                p.file_size > 5_000_000 and p.file_size > MOST_RATIO * max(1, p.compress_size) for p in members
            )
            if total > MOST_UNPACKED or swollen or len(members) > 5000:
                reason = f"it unpacks to {total / 1e6:,.0f} MB, which is not safe to open"
                raise BrokenInput(name, reason, "keep the sheet with the job descriptions alone, or save it as CSV")
            for part in members:
                if part.filename.endswith((".xml", ".rels")):
                    with packed.open(part) as file:
                        head = file.read(4096).replace(b"\0", b"")
                    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                        reason = "it declares XML entities, which no Excel file does"
                        raise BrokenInput(name, reason, "do not open it; ask for another copy")
    except zips.DAMAGED as error:
        raise BrokenInput(name, zips.reason(error), AGAIN) from None


def sheets(data: bytes, name: str) -> Iterator[tuple[str, str, list[tuple[int, list[str]]]]]:
    """Yield name, path in the zip, and the rows of each sheet with their numbers; empty rows are left out."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    book: Any = None
    unreadable: tuple[type[Exception], ...] = (
        InvalidFileException,
        *zips.DAMAGED,
        TypeError,
        AttributeError,
        IndexError,
        SyntaxError,
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # styles and extensions that openpyxl does not keep are not our concern
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            for sheet in book.worksheets:
                sheet.reset_dimensions()
                yield sheet.title, sheet._worksheet_path.lstrip("/"), _rows(sheet, name)
    except unreadable as error:
        raise BrokenInput(name, f"it is damaged ({type(error).__name__})", AGAIN) from None
    finally:
        if book is not None:
            book.close()


def _rows(sheet: Any, name: str) -> list[tuple[int, list[str]]]:
    found, seen = [], 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        seen += len(row)
        if number > LAST_ROW:  # a row that says to be far below is preceded by as many empty ones
            raise BrokenInput(name, f"sheet {sheet.title!r} has a row beyond {LAST_ROW:,}, Excel's last", AGAIN)
        if seen > MOST_CELLS:
            raise BrokenInput(name, f"it has more than {MOST_CELLS:,} cells", "keep the columns that are needed")
        cells = ["" if value is None else str(value) for value in row[:MOST_COLUMNS]]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            found.append((number, cells))
        if len(found) > MOST_ROWS:
            raise BrokenInput(name, f"it has more than {MOST_ROWS:,} rows", "split it into several files")
    return found


def _head(rows: list[tuple[int, list[str]]], columns: Columns) -> tuple[int, Chosen] | None:
    """Return which of the first rows names the columns, and the columns chosen."""
    problem: UnsupportedInput | None = None
    for at in range(min(_HEAD_WITHIN, len(rows))):
        sample = [row for _, row in rows[at + 1 : at + 1 + _SAMPLE]]
        try:
            chosen = choose(rows[at][1], columns, sample)
        except UnsupportedInput as error:
            problem = problem or error
            continue
        if chosen is not None and all(len(rows[at][1][i]) <= 60 for i in chosen.texts):
            return at, chosen
    if problem is not None:
        raise problem
    return None


def _part(path: str, number: int, row: list[str], names: list[str], chosen: Chosen) -> Part:
    texts = tuple(
        (Field(key=(path, number, i), heading=names[i] if i != chosen.texts[0] else ""), unescaped(row[i]))
        for i in chosen.texts
        if i < len(row) and row[i].strip()
    )
    title, function = cell_of(row, chosen.title), cell_of(row, chosen.function)
    blank = not any(cell.strip() for cell in row)
    return Part(label=str(number), title=title, texts=texts, function=function, line=number, blank=blank)
