"""Where a finding stands, as tools for review need it: the file, a line of it, and what that line means."""

from __future__ import annotations

import msgspec

from jdrewrite.audit.records import Row
from jdrewrite.model import Finding

_ROWS = {"csv": "the row that begins at line", "xlsx": "row", "jsonl": "line"}


class Spot(msgspec.Struct, frozen=True):
    """A place in a file."""

    file: str
    line: int | None
    """1-based; None for the whole file."""
    note: str = ""
    """What a reader has to know to find it."""


def spot(row: Row, finding: Finding) -> Spot:
    """Return the place of a finding.

    A text that is a value in a file has lines of its own, which are none of the file's: there it is the line at which
    its row begins, and the note tells the line within the text.
    """
    if not row.kind:
        return Spot(row.file, finding.line)
    within = f"line {finding.line} of its text" if finding.line else "its whole text"
    of = f"{_ROWS.get(row.kind, 'row')} {row.row}, " if row.row else f"{row.path}, "
    return Spot(row.file, row.row or None, f"({of}{within})")
