"""Where in a table each cell of a page stands (HTML Standard, 4.9.12), as far as a reader needs it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from jdrewrite.model import Cell

_MOST = 60
"""Columns or rows that one cell covers at most; beyond it a page means nothing by it."""


class Grid(msgspec.Struct):
    """A table that is open."""

    number: int
    """Of the table in the page, from 0."""
    row: int = -1
    column: int = 0
    """Where the next cell of the row goes."""
    covered: dict[int, int] = msgspec.field(default_factory=dict)
    """By column, behind which row a cell of a row above ends that reaches down."""

    def next_row(self) -> None:
        """Begin a row."""
        self.row, self.column = self.row + 1, 0

    def take(self, tag: str, values: Mapping[str, str]) -> Cell:
        """Return the place of a cell whose tag has some attributes."""
        self.row = max(0, self.row)
        while self.covered.get(self.column, 0) > self.row:
            self.column += 1
        place = Cell(self.number, self.row, self.column, head=tag == "th")
        for _ in range(_number(values.get("colspan", ""))):
            self.covered[self.column] = self.row + _number(values.get("rowspan", ""))
            self.column += 1
        return place


def _number(said: str) -> int:
    said = said.strip()
    return min(_MOST, max(1, int(said))) if said.isdecimal() and len(said) < 6 else 1
