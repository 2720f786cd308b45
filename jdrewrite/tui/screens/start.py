"""The start screen: choose a job description from this folder, the recent ones, or the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Footer, Static

from jdrewrite.tui.screens.opening import Opening
from jdrewrite.tui.widgets.documents import Documents

if TYPE_CHECKING:
    from jdrewrite.tui.app import JdrewriteApp


_WELCOME = "Choose a job description with the arrow keys and Enter, or with the mouse."


class StartScreen(Opening):
    """Choose a file."""

    BINDINGS = [  # noqa: RUF012
        Binding("o,ctrl+o", "path", "Type or paste a path", key_display="o"),
        Binding("f2", "tour", "Tour of three screens", key_display="F2"),
        Binding("q,ctrl+q", "app.quit", "Quit", key_display="q"),
        Binding("escape", "stop", "Stop", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        app = cast("JdrewriteApp", self.app)
        yield Static(" jdrewrite", id="title")
        yield Static(_WELCOME, id="welcome")
        yield Documents(Path.cwd(), app.state.recent, app.shelf, "")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Begin in the tree; on the first day, with the tour."""
        self.query_one(Documents).focus()
        self.query_one(Documents).refresh_known()
        if not cast("JdrewriteApp", self.app).state.toured:
            self.action_tour()

    def opening_told(self, text: str) -> None:
        """Tell above the tree what is being opened."""
        self.query_one("#welcome", Static).update(Content(f"{text}   Esc stops it") if text else _WELCOME)

    def action_path(self) -> None:
        """Ask for a file by its path."""
        from jdrewrite.tui.screens.dialogs import AskDialog

        hint = "Many terminals write the path of a file that you drag here. Enter to open it, Esc to leave it."
        self.app.push_screen(
            AskDialog("Which file?", "", hint), lambda path: self.open_path(path) if path is not None else None
        )

    def action_stop(self) -> None:
        """Stop opening a file."""
        self.stop_opening()

    def action_tour(self) -> None:
        """Show the tour."""
        cast("JdrewriteApp", self.app).show_tour()
