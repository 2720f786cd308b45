"""Where text belongs that was typed and not kept, so that it can be offered again."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from jdrewrite.editing.rows import Row

EDITOR = "editor"
"""What came back from the person's own editor and was not taken over whole."""


def place_of(row: Row, *, new: bool = False) -> str:
    """Return the place of what is typed on a row, or of a new line below it; the same in every session."""
    if row.statement is not None:
        place = row.statement.fingerprint
    else:
        place = f"add:{row.proposal.proposed}" if row.proposal is not None else row.key
    return f"below {place}" if new else place


def begun(rows: Sequence[Row], drafts: Collection[str]) -> int | None:
    """Return the first row on which something was being typed; None where there is none."""
    return next((n for n, row in enumerate(rows) if place_of(row) in drafts or place_of(row, new=True) in drafts), None)
