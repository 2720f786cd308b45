"""The start screen: choose a job description from this folder, the recent ones, or the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Footer, Static

from jdrewrite.tui.screens.opening import Opening
from jdrewrite.tui.widgets.documents import Documents

if TYPE_CHECKING:
    from jdrewrite.tui.app import JdrewriteApp


class StartScreen(Opening):
    """Choose a file."""

    BINDINGS = [  # noqa: RUF012
        Binding("f2", "tour", "Tour of three screens"),
        Binding("q,ctrl+q", "app.quit", "Quit"),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        app = cast("JdrewriteApp", self.app)
        yield Static(" jdrewrite", id="title")
        yield Static("Choose a job description with the arrow keys and Enter, or with the mouse.", id="welcome")
        yield Documents(Path.cwd(), app.state.recent, app.shelf, "")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin in the tree; on the first day, with the tour."""
        self.query_one(Documents).focus()
        self.query_one(Documents).refresh_known()
        if not cast("JdrewriteApp", self.app).state.toured:
            self.action_tour()

    def action_tour(self) -> None:
        """Show the tour."""
        cast("JdrewriteApp", self.app).show_tour()
