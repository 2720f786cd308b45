"""Tells a table of one column without a name: its first row is a comment or an answer like the others.

Many a list of comments is pasted from a mail or a chat, one a line, and has nothing above it.
"""

from __future__ import annotations

import re

import msgspec

from jdrewrite.documents.rows import Table

_MOST = 3
"""Words of a name; "The room was dirty" is none."""
_ASKS = re.compile(
    r"(?i)(?:please|tell|describe|explain|comments?|feedback|answers?|in (?:a|one|your)|if|what|how|why|which|who|whom|"
    r"where|when|do|does|did|are|is|would|could|can|have|has)\b|.*[?:]$"
)
"""Asks for what stands below, as the questions of a survey do; those are names however long they are."""


def with_all_rows(table: Table, told: str | None = None) -> Table:
    """Return the table with its first row among the others where that is no name of a column, else as it is.

    Args:
        table: as it was read, the first row as names.
        told: the column that the user gave, by name or number; who does says that the first row names columns.
    """
    if told or not is_nameless(table):
        return table
    return msgspec.structs.replace(table, names=("",), rows=(table.names, *table.rows))


def is_nameless(table: Table) -> bool:
    """Tell whether the one column of a table has a first row that says something and names nothing."""
    if len(table.names) != 1 or table.doubtful or not table.names[0]:
        return False
    return len(table.names[0].split()) > _MOST and not _ASKS.match(table.names[0])
