"""The job description, line by line, with its signs in the margin."""

from __future__ import annotations

from collections.abc import Sequence

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


def _drawn(row: Row) -> Text:
    """Draw one row; the job description's own text is never read as markup."""
    drawn = Text(no_wrap=False, overflow="fold")
    if row.kind is BlockKind.HEADING and row.first:
        drawn.append("\n")
    drawn.append(f"{row.sign} ", style=_STYLES.get(row.tone, ""))
    bullet = "  " * row.level + "• " if row.kind is BlockKind.BULLET and row.first else ""
    drawn.append(bullet, style="dim")
    style = "bold underline" if row.kind is BlockKind.HEADING else _STYLES["accepted"] if row.tone == "accepted" else ""
    if row.section in {"company", "benefits", "logistics", "legal"} and not row.tone:
        style = "dim"
    if row.proposal is not None and row.proposal.original is None and row.tone == "open":
        style = "italic cyan"
    drawn.append(row.text, style=style)
    return drawn
