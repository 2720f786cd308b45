"""Ways through the rows: by proposal, gap, section, lens and word. Pure; a front only moves its cursor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from jdrewrite.editing.pieces import with_found
from jdrewrite.editing.rows import Row
from jdrewrite.model import LENSES, BlockKind, Lens

_NOTHING = {"none", "neutral", False}


def is_open(row: Row) -> bool:
    """Tell whether a row has a proposal to decide of."""
    return row.tone in {"open", "failed", "doubtful"}


def is_gap(row: Row) -> bool:
    """Tell whether something is amiss in a row: a warning, a suggestion, or an open proposal."""
    return is_open(row) or any(f.level in {"warning", "suggestion"} for f in row.findings)


def next_place(rows: Sequence[Row], at: int, step: int, wanted: Callable[[Row], bool]) -> int | None:
    """Return the next place of a wanted row, round the end; None where there is none but the present one.

    Args:
        rows: as shown.
        at: where the cursor is.
        step: 1 forward, -1 back.
        wanted: tells which rows count.
    """
    count = len(rows)
    return next(
        (place for n in range(1, count + 1) if wanted(rows[place := (at + step * n) % count])),
        None,
    )


def place_of(rows: Sequence[Row], key: str, before: int = 0) -> int:
    """Return the place of the row with this key; near ``before`` where it is gone."""
    found = next((n for n, row in enumerate(rows) if row.key == key), before)
    return max(0, min(found, len(rows) - 1))


def touched(before: Sequence[Row], after: Sequence[Row]) -> int | None:
    """Return the place of the first row that an action changed; None where it changed none that is shown.

    Args:
        before: the rows as they were shown.
        after: as they are shown now; where a row is gone, it is the one in front of it.
    """
    was, now = {row.key: _state(row) for row in before}, {row.key for row in after}
    for place, row in enumerate(after):
        if row.key not in was or was[row.key] != _state(row):
            return place
    gone = next((place for place, row in enumerate(before) if row.key not in now), None)
    return max(0, gone - 1) if gone is not None and after else None


def _state(row: Row) -> tuple[object, ...]:
    """Return what a person can change of a row; what is found in it is no doing of theirs."""
    decided = row.tone if row.proposal is not None else ""
    return (row.text, row.pieces if row.proposal is not None else (), decided, row.locked, row.note)


def speaks(row: Row, lens: Lens) -> bool:
    """Tell whether a row has something to say through a lens."""
    if any(f.lens == lens for f in row.findings) or (row.proposal is not None and lens in row.proposal.lenses):
        return True
    return row.statement is not None and getattr(row.statement.labels, lens) not in _NOTHING


def through(rows: Sequence[Row], lens: Lens | None) -> tuple[Row, ...]:
    """Return the rows that speak through a lens, with the headings above them; all rows without a lens."""
    if lens is None:
        return tuple(rows)
    found: list[Row] = []
    heading: Row | None = None
    for row in rows:
        if row.kind is BlockKind.HEADING:
            heading = row
        if speaks(row, lens):
            if heading is not None and heading is not row:
                found.append(heading)
            heading = None
            found.append(row)
    return tuple(found)


def counts(rows: Sequence[Row]) -> dict[Lens, int]:
    """Return how many rows speak through each lens."""
    return {lens: sum(speaks(row, lens) for row in rows) for lens in LENSES}


def headings(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    """Return the headings with their places."""
    return [(n, row) for n, row in enumerate(rows) if row.kind is BlockKind.HEADING and row.first]


def holding(rows: Sequence[Row], needle: str) -> list[int]:
    """Return the places of the rows that hold a word, whatever its case, in their own or the proposed text."""
    small = needle.lower().strip()
    if not small:
        return []
    return [n for n, row in enumerate(rows) if small in "".join(p.text for p in row.pieces).lower()]


def lit(rows: Sequence[Row], needle: str) -> tuple[Row, ...]:
    """Return the rows with a searched word marked."""
    if not needle.strip():
        return tuple(rows)
    return tuple(
        msgspec.structs.replace(row, pieces=with_found(row.pieces, needle.strip()))
        if needle.strip().lower() in "".join(p.text for p in row.pieces).lower()
        else row
        for row in rows
    )
