"""Where in a table each paragraph of a Word file stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from jdrewrite.documents.word.names import BOX, VALUE, W, number_in
from jdrewrite.model import Cell

if TYPE_CHECKING:
    from lxml.etree import _Element

_TABLE, _ROW, _CELL = f"{W}tbl", f"{W}tr", f"{W}tc"


class Cells:
    """The cells of all tables, tables in tables too; a cell that is as wide as several counts as all of them."""

    def __init__(self, roots: Iterable[_Element]) -> None:
        self._places: dict[_Element, Cell] = {}
        numbers: dict[_Element, int] = {}
        rows: dict[_Element, int] = {}
        """Of each table how many rows there were."""
        here: dict[_Element, Cell] = {}
        """Of each row the place of its next cell."""
        for element in (element for root in roots for element in root.iter(_TABLE, _ROW, _CELL)):
            if element.tag == _TABLE:
                numbers[element], rows[element] = len(numbers), 0
            elif element.tag == _ROW and (table := next(element.iterancestors(_TABLE), None)) is not None:
                head = element.find(f"{W}trPr/{W}tblHeader") is not None
                here[element] = Cell(numbers[table], rows[table], 0, head)
                rows[table] += 1
            elif (row := next(element.iterancestors(_ROW), None)) is not None and row in here:
                place = self._places[element] = here[row]
                here[row] = Cell(place.table, place.row, place.column + _width(element), place.head)

    def of(self, paragraph: _Element) -> Cell | None:
        """Return where a paragraph stands, as seen from its own story or text box; None outside of any table."""
        around = next(paragraph.iterancestors(BOX, _CELL), None)
        return self._places.get(around) if around is not None else None


def _width(cell: _Element) -> int:
    """Return over how many columns a cell goes."""
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return max(1, number_in(span.get(VALUE)) or 1) if span is not None else 1
