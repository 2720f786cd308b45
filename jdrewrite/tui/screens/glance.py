"""The text alone, on the screen before anything else is loaded."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen

from jdrewrite.editing.desk import Desk
from jdrewrite.editing.rows import rows
from jdrewrite.model import Document
from jdrewrite.tui.panes import Panes
from jdrewrite.tui.widgets.bars import StatusBar, TitleBar
from jdrewrite.tui.widgets.sheet import Sheet


class Glance(Screen[None]):
    """Looks like the workspace that takes its place as soon as it is loaded; nothing jumps then."""

    def __init__(self, document: Document, panes: Panes) -> None:
        """Make the screen.

        Args:
            document: what is shown.
            panes: their room is kept free.
        """
        super().__init__()
        self._document, self._panes = document, panes

    def compose(self) -> ComposeResult:
        """Lay out what is seen first."""
        yield TitleBar(id="title")
        with Container(id="body"), Container(id="desk") as desk, Container(id="middle"):
            layout = self._panes.laid(self.app.size.width, self.app.size.height)
            left, right = layout.left and not layout.floating and layout.left + 1, layout.right and layout.right + 1
            desk.styles.margin = (0, right, layout.under, left)
            yield Sheet()
        yield StatusBar(id="status")
        yield TitleBar(id="keys")

    def on_mount(self) -> None:
        """Show the text, and make room for the workspace."""
        sheet = self.query_one(Sheet)
        sheet.show(rows(Desk(document=self._document)), "review", 0)
        sheet.focus()
        self.query_one("#title", TitleBar).show(self._document.title, self._document.path, "")
        self.app.call_after_refresh(self.app.furnish)  # type: ignore[attr-defined]
