"""The help page."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from jdrewrite.editing import Row
from jdrewrite.tui.drawing.helping import page
from jdrewrite.tui.screens.dialogs import Dialog


class HelpScreen(Dialog[None]):
    """What can be done here, all keys, all signs."""

    BINDINGS = [  # noqa: RUF012
        ("escape,q,f1,question_mark", "dismiss(None)", "Close"),
        ("j", "scroll(1)", "Down"),
        ("k", "scroll(-1)", "Up"),
    ]

    def __init__(self, row: Row | None, keys: Mapping[str, str]) -> None:
        super().__init__()
        self._row, self._keys = row, keys

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(classes="dialog tall") as page_:
            page_.border_title = "Help"
            yield Static(page(self._row, self._keys, min(90, self.app.size.width * 86 // 100 - 8)))

    def action_scroll(self, step: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=step * 2, animate=False)
