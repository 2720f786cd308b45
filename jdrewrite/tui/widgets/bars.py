"""The line at the top: which document, how far. The line at the bottom: what goes on, what was done."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class TitleBar(Static):
    """Title and file on the left, progress on the right."""

    def show(self, title: str, path: str, right: str) -> None:
        """Show them."""
        room = max(0, self.app.size.width - len(right) - 3)
        left = Content.assemble((f" {title}", "bold"), (f"  {path}", "$secondary")).truncate(room, ellipsis=True)
        gap = " " * max(1, room - left.cell_length + 1)
        self.update(Content.assemble(left, gap, (right, "$primary"), " "), layout=False)


class StatusBar(Static):
    """Says in one line what was done, or what is being done."""

    def say(self, text: str) -> None:
        """Tell what was done."""
        self._busy = ""
        self._told = text
        self.refresh_text()

    def busy(self, text: str) -> None:
        """Tell what goes on; an empty text tells that nothing does."""
        self._busy = text
        self.refresh_text()

    _busy = ""
    _told = ""

    def refresh_text(self) -> None:
        """Draw what is to be told; what goes on comes first."""
        if self._busy:
            self.update(
                Content.assemble((f" ◌ {self._busy}", "$accent"), ("   Esc stops it", "$secondary")), layout=False
            )
        else:
            self.update(Content(f" {self._told}"), layout=False)
