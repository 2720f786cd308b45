"""Tables of a document that is set anew in another format: which blocks make one, by rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from jdrewrite.model import Block, BlockKind

_FEWEST = 2
"""Columns of a table; one column is a frame around a text, or a list."""
_PLAIN = frozenset({BlockKind.CELL, BlockKind.PARAGRAPH})


class Table(msgspec.Struct, frozen=True):
    """A table, without columns in which nothing stands."""

    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    """Of each row its cells, as many in each; of each cell its blocks, which may be none."""

    @property
    def columns(self) -> int:
        """How many there are."""
        return len(self.rows[0])

    @property
    def is_plain(self) -> bool:
        """Whether every cell holds one text at most, as it has to in Markdown."""
        return all(len(cell) <= 1 and all(b.kind in _PLAIN for b in cell) for row in self.rows for cell in row)

    def heads(self, row: int) -> bool:
        """Tell whether a row says what stands below it."""
        own = [block.cell.head for cell in self.rows[row] for block in cell if block.cell]
        return bool(own) and all(own)


def laid_out(blocks: Sequence[Block], *, plain: bool = False) -> Iterator[Block | Table]:
    """Yield blocks and tables in reading order.

    A table inside another takes the outer one apart: then each block stands by itself, as it does where the format that
    was read does not tell where in a table it stood.

    Args:
        blocks: of a document.
        plain: take only tables whose cells hold one text each; the blocks of others stand by themselves.
    """
    runs = [(key, list(run)) for key, run in groupby(blocks, lambda b: b.cell.table if b.cell else None)]
    times = [key for key, _ in runs]
    for key, run in runs:
        table = _table(run) if key is not None and times.count(key) == 1 else None
        if table is None or (plain and not table.is_plain):
            yield from run
        else:
            yield table


def _table(run: Sequence[Block]) -> Table | None:
    places = [(block.cell.row, block.cell.column) for block in run if block.cell]
    columns = sorted({column for _, column in places})
    if len(columns) < _FEWEST or places != sorted(places):
        return None
    rows = []
    for _, own in groupby(run, lambda b: b.cell.row if b.cell else 0):
        held = {column: tuple(cell) for column, cell in groupby(own, lambda b: b.cell.column if b.cell else 0)}
        rows.append(tuple(held.get(column, ()) for column in columns))
    return Table(tuple(rows))
