"""Reads comments from a table; personal data is masked before anything else sees them."""

from __future__ import annotations

import os
import re
from datetime import date

import msgspec

from jdrewrite.documents.nameless import with_all_rows
from jdrewrite.documents.rows import Table, rows
from jdrewrite.errors import EmptyInput
from jdrewrite.language.masking import masked
from jdrewrite.language.words import plain

_WORDS = ("comment", "comments", "verbatim", "feedback", "review", "message", "text", "body", "description")
_DATES = ("date", "day", "created", "received", "time", "when")
_SOURCES = ("source", "channel", "origin")
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
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
    days, sources = _other(table, day, _DATES, words), _other(table, None, _SOURCES, words)
    kept = [(number, row) for number, row in enumerate(table.rows, 1) if any(c.isalnum() for c in row[words])]
    if not kept:
        raise EmptyInput(table.path, "no row in it has a comment", "name the column with --column")
    texts = masked([plain(_CONTROL.sub(" ", row[words])) for _, row in kept])
    return tuple(
        Comment(
            id=str(number),
            text=text,
            day=_day(row[days]) if days is not None else "",
            source=plain(_CONTROL.sub(" ", row[sources])) if sources is not None else "",
        )
        for (number, row), text in zip(kept, texts, strict=True)
    )


def _other(table: Table, told: str | None, known: tuple[str, ...], words: int) -> int | None:
    place = table.column(told, known)
    return None if place == words else place


def _day(cell: str) -> str:
    """Return the day of a cell; one that is none, or could be two, is left out."""
    if found := _DAY.search(cell):
        year, month, number = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.search(cell):
        number, month, year = (int(part) for part in found.groups())
    else:
        return ""
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return ""
