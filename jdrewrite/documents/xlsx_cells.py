"""The cells of one sheet of a workbook, in which new texts are put; everything else of its XML stays as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from jdrewrite.documents.columns import listed
from jdrewrite.errors import BrokenInput, UnsupportedInput

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_CHARACTERS = 32_767
"""Of a cell, as UTF-16 counts them; of a longer text Excel would keep the beginning."""
AGAIN = "check that it opens in Excel, and save it again as .xlsx"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RANGE = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")


def unescaped(text: str) -> str:
    """Return the text without the carriage returns that Excel writes as ``_x000D_``."""
    return text.replace("_x000D_", "")


def with_cells(xml: bytes, new: Mapping[tuple[int, int], str]) -> bytes:
    """Return a sheet with new texts; they stand in the cells themselves, as the table of shared strings stays.

    Args:
        xml: the sheet.
        new: text by row, which is 1-based, and column, which is 0-based.

    Raises:
        BrokenInput: a cell that was read is not there.
        UnsupportedInput: a text is too long for a cell, or a formula makes the text of one. Others may take theirs from
            the same formula, and the workbook lists where formulas stand: Excel would have to repair a file in which
            one is missing.
    """
    from lxml import etree

    _refuse_longer(new)
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    left, computed, blocks = dict(new), [], _blocks(root)
    number = 0
    for row in root.iter(f"{_S}row"):
        number = int(row.get("r", number + 1))
        column = -1
        for cell in row.iter(f"{_S}c"):
            column = _column(cell.get("r", "")) if cell.get("r") else column + 1
            if (text := left.pop((number, column), None)) is None:
                continue
            if cell.find(f"{_S}f") is None and not any(number in rows and column in wide for rows, wide in blocks):
                _set(cell, text)
            elif unescaped(cell.findtext(f"{_S}v", "")) != text:
                computed.append(cell.get("r") or f"row {number}, column {column + 1}")
    if left:
        where = ", ".join(f"row {row}, column {column + 1}" for row, column in left)
        raise BrokenInput("the workbook", f"a cell that was read is not in its sheet ({where})", AGAIN)
    if computed:
        reason = f"a formula makes the text of {listed(computed)}, and a new text would take it away"
        way_out = "paste these cells as values in Excel, and begin with that file; or write another format"
        raise UnsupportedInput("the workbook", reason, way_out)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _refuse_longer(new: Mapping[tuple[int, int], str]) -> None:
    for (row, column), text in new.items():
        if (length := len(text.encode("utf-16-le", "surrogatepass")) // 2) > MOST_CHARACTERS:
            reason = f"the text in row {row}, column {column + 1} has {length:,} characters, and a cell of Excel takes"
            way_out = "make it shorter, or write another format"
            raise UnsupportedInput("the workbook", f"{reason} {MOST_CHARACTERS:,}", way_out)


def _blocks(root: _Element) -> list[tuple[range, range]]:
    """Return rows and columns of the cells that one formula fills together: it stands in the first of them only."""
    found = []
    for formula in root.iter(f"{_S}f"):
        place = _RANGE.fullmatch(formula.get("ref", ""))
        if place and formula.get("t") in {"array", "dataTable"}:
            rows = range(int(place[2]), int(place[4]) + 1)
            found.append((rows, range(_column(place[1]), _column(place[3]) + 1)))
    return found


def _set(cell: _Element, text: str) -> None:
    for child in list(cell):
        cell.remove(child)
    cell.set("t", "inlineStr")
    holder = cell.makeelement(f"{_S}is", {})
    words = holder.makeelement(f"{_S}t", {_SPACE: "preserve"})
    words.text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", text).replace("\r\n", "\n")
    holder.append(words)
    cell.append(holder)


def _column(reference: str) -> int:
    """Return the 0-based column of an address such as ``AB12``."""
    index = 0
    for letter in reference:
        if letter.isalpha():
            index = index * 26 + ord(letter.upper()) - 64
    return index - 1
