"""The job description, line by line, with its signs in the margin."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text
from textual.binding import Binding
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from jdrewrite.editing import Row
from jdrewrite.model import BlockKind

_STYLES = {
    "strength": "green",
    "warning": "bold red",
    "suggestion": "yellow",
    "open": "bold cyan",
    "accepted": "bold green",
    "rejected": "dim",
    "failed": "bold magenta",
}

_ASIDE = frozenset({"company", "benefits", "logistics", "legal"})
"""Sections that say nothing of the role; they are shown, and stand back."""


class TextView(OptionList):
    """Shows the rows; the highlighted one is the current line."""

    BINDINGS = [  # noqa: RUF012 - Textual's own form
        Binding("j", "cursor_down", "Down", show=False),
        Binding("k", "cursor_up", "Up", show=False),
    ]

    def show(self, rows: Sequence[Row]) -> None:
        """Show other rows and stay on the same line."""
        place = self.highlighted
        top = self.scroll_offset
        self.clear_options()
        self.add_options([Option(_drawn(row)) for row in rows])
        if rows:
            self.highlighted = min(place or 0, len(rows) - 1)
            self.scroll_to(y=top.y, animate=False)


def _drawn(row: Row) -> Table:
    """Draw one row: the sign, the list sign, and the text with a hanging indent."""
    grid = Table.grid(padding=(0, 0, 0, 0))
    for _ in range(2):
        grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    if row.kind is BlockKind.HEADING and row.first:
        grid.add_row("", "", "")
    bullet = "  " * row.level + "• " if row.kind is BlockKind.BULLET and row.first else ""
    hang = "  " if row.kind is BlockKind.BULLET and not row.first else ""
    sign = Text(f"{row.sign} ", style=_STYLES.get(row.tone, ""))
    # A Text is never read as markup, whatever brackets the job description holds.
    grid.add_row(sign, Text(bullet or hang, style="dim"), Text(row.text, style=_style(row), overflow="fold"))
    return grid


def _style(row: Row) -> str:
    if row.kind is BlockKind.HEADING:
        return "bold underline"
    if row.tone == "accepted":
        return _STYLES["accepted"]
    if row.proposal is not None and row.proposal.original is None and row.tone == "open":
        return "italic cyan"
    return "dim" if row.section in _ASIDE and not row.tone else ""
