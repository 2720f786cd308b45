"""How a line is called, everywhere: by its number in the file that was read.

``12`` is line or paragraph 12, ``12.2`` its second sentence, ``12a`` the first new line below it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from jdrewrite.editing.rows import Row
from jdrewrite.model import Assessment

_AHEAD = 40
"""Rows in which a statement is looked for before it counts as not there."""


class Spot(msgspec.Struct, frozen=True):
    """A row, as a line of the result is looked up."""

    place: str
    text: str


Places = Mapping[int, tuple[Spot, ...]]
"""Rows by line of the result: some formats give a new line the number of the one above it."""


def of_result(rows: Sequence[Row], after: Assessment) -> dict[int, tuple[Spot, ...]]:
    """Return what the lines of the result are called: its own numbers run on behind every new line.

    Args:
        rows: of the view ``result``.
        after: the analysis of the text as it would be written.

    Returns:
        Rows by line of the result; a line that is none of the rows is left out.
    """
    found: dict[int, list[Spot]] = {}
    at = 0
    for statement in after.statements:
        words = " ".join(statement.text.split())
        ahead = range(at, min(at + _AHEAD, len(rows)))
        here = next((n for n in ahead if words in rows[n].text or rows[n].text in words), None)
        if here is not None and rows[here].text:
            at = here
            found.setdefault(statement.line, []).append(Spot(rows[here].place, rows[here].text))
    return {line: tuple(spots) for line, spots in found.items()}


def named(place: str) -> str:
    """Return a place as it is said, such as ``line 12``."""
    return f"line {place}"


def row_at(rows: Sequence[Row], place: str) -> int | None:
    """Return which row is called so; of a number that no row has, the one behind it; None where there is none."""
    wanted = place.strip().lower()
    exact = next((n for n, row in enumerate(rows) if row.place == wanted), None)
    if exact is not None or not wanted.isdecimal() or len(wanted) > 9:
        return exact
    numbered = ((n, row.line) for n, row in enumerate(rows))
    return next((n for n, line in numbered if line is not None and line >= int(wanted)), None)


def place_of(line: int | None, words: str, places: Places) -> str:
    """Return what a line of the result is called; an empty string where that is not known.

    Args:
        line: 1-based, in the result; None for none.
        words: some that stand in it.
        places: of the result.
    """
    spots = places.get(line, ()) if line is not None else ()
    return next((spot.place for spot in (*(s for s in spots if words in s.text), *spots)), "")
