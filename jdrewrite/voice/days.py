"""Days of a column, as people and programs of different countries write them: the column itself tells the order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

import msgspec

_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_DAY_FIRST = {"."}
"""Signs with which no country writes the month before the day."""


class Days(msgspec.Struct, frozen=True):
    """What the cells of a column say."""

    found: tuple[str, ...]
    """A cell each, ISO 8601; empty where it says no day, or one that could be two."""
    unclear: tuple[str, ...] = ()
    """Cells that could be two days."""


def read(cells: Sequence[str]) -> Days:
    """Return the days of a column.

    Which number is the day is told by the days of the same column, parted by the same sign, that can be read in one way
    only. Where there is none, or they do not agree, a day that could be two is left out.
    """
    ways = [_ways(cell) for cell in cells]
    orders: dict[str, set[bool]] = {}
    for sign, days in ways:
        if len(days) == 1:
            orders.setdefault(sign, set()).update(days)
    found, unclear = [], []
    for cell, (sign, days) in zip(cells, ways, strict=True):
        told = orders.get(sign, {True} if sign in _DAY_FIRST else set())
        meant = {day for first, day in days.items() if len(days) == 1 or len(told) != 1 or first in told}
        found.append(meant.pop().isoformat() if len(meant) == 1 else "")
        unclear += [cell] if meant else []
    return Days(tuple(found), tuple(unclear))


def is_day(cell: str) -> bool:
    """Tell whether a cell says a day and hardly anything else, a time perhaps."""
    found = _YEAR_FIRST.match(cell.strip()) or _YEAR_LAST.match(cell.strip())
    return bool(found and not any(c.isalpha() and c not in "TZ" for c in cell[found.end() :]))


def _ways(cell: str) -> tuple[str, dict[bool, date]]:
    """Return the sign between the numbers of a cell, and the days that it may mean: by whether the day stands first."""
    if found := _YEAR_FIRST.search(cell):
        day = _day(found[1], found[3], found[4])
        return "", {True: day} if day else {}
    if not (found := _YEAR_LAST.search(cell)):
        return "", {}
    ways = {True: _day(found[4], found[3], found[1]), False: _day(found[4], found[1], found[3])}
    days = {first: day for first, day in ways.items() if day}
    return ("", {True: days[True]}) if len(set(days.values())) < len(days) else (found[2], days)


def _day(year: str, month: str, number: str) -> date | None:
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None
