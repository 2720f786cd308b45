"""Reads comments from a table; personal data is masked before anything else sees them."""

from __future__ import annotations

import os
import re

import msgspec

from jdrewrite.documents.nameless import with_all_rows
from jdrewrite.documents.rows import Table, rows
from jdrewrite.errors import EmptyInput
from jdrewrite.language.masking import masked
from jdrewrite.language.words import plain
from jdrewrite.voice import days as days_of

_WORDS = ("comment", "comments", "verbatim", "feedback", "review", "message", "text", "body", "description")
_DATES = ("date", "day", "created", "received", "time", "when")
_SOURCES = ("source", "channel", "origin")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Comment(msgspec.Struct, frozen=True, kw_only=True):
    """What one customer said."""

    id: str
    """The row of the table, from 1."""
    text: str
    """Personal data is masked."""
    day: str = ""
    """ISO 8601, empty where the table has none."""
    source: str = ""


def read(path: str | os.PathLike[str], *, column: str | None = None, day: str | None = None) -> tuple[Comment, ...]:
    """Read the comments of a file with a table: CSV, Excel or JSON lines; see ``of_table``."""
    return of_table(rows(path), column=column, day=day)


def of_table(table: Table, *, column: str | None = None, day: str | None = None) -> tuple[Comment, ...]:
    """Return the comments of a table.

    Args:
        table: with a comment a row.
        column: the one of the comments, where its name does not tell.
        day: the one of the days.

    Raises:
        InputError: the table cannot be read, or no row has a word.
        ModelMissing: the language model is not installed.
    """
    table = with_all_rows(table, column)
    words = table.column(column, _WORDS, long=True) or 0
    days, sources = _days(table, day, words).found, _other(table, None, _SOURCES, words)
    kept = [(number, row) for number, row in enumerate(table.rows, 1) if any(c.isalnum() for c in row[words])]
    if not kept:
        raise EmptyInput(table.path, "no row in it has a comment", "name the column with --column")
    texts = masked([plain(_CONTROL.sub(" ", row[words])) for _, row in kept])
    return tuple(
        Comment(
            id=str(number),
            text=text,
            day=days[number - 1],
            source=plain(_CONTROL.sub(" ", row[sources])) if sources is not None else "",
        )
        for (number, row), text in zip(kept, texts, strict=True)
    )


def unclear_days(table: Table, *, column: str | None = None, day: str | None = None) -> tuple[str, ...]:
    """Return the cells of a table that could be two days each, which its comments are without; see ``of_table``."""
    return _days(table, day, table.column(column, _WORDS, long=True) or 0).unclear


def _days(table: Table, told: str | None, words: int) -> days_of.Days:
    place = _other(table, told, _DATES, words)
    if place is None and not told:
        place = _of_days_alone(table, words)
    return days_of.read(["" if place is None else row[place] for row in table.rows])


def _of_days_alone(table: Table, words: int) -> int | None:
    """Return the one column that holds days and nothing else, whatever it is called; None where there are several."""
    cells = {n: [row[n] for row in table.rows if row[n].strip()] for n in range(len(table.names)) if n != words}
    found = [n for n, column in cells.items() if column and all(map(days_of.is_day, column))]
    return found[0] if len(found) == 1 else None


def _other(table: Table, told: str | None, known: tuple[str, ...], words: int) -> int | None:
    place = table.column(told, known)
    return None if place == words else place
