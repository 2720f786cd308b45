"""The right pane: the score above, what there is to say below."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Side(VerticalScroll):
    """Two texts, one under the other; they scroll together."""

    def compose(self) -> ComposeResult:
        """Lay out the pane."""
        yield Static(id="score")
        yield Static(id="detail")

    def show_score(self, content: Content) -> None:
        """Show the score."""
        self.query_one("#score", Static).update(content)

    def show_detail(self, content: Content) -> None:
        """Show something below the score, from its beginning."""
        self.query_one("#detail", Static).update(content)
        self.scroll_home(animate=False)
