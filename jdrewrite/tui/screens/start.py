"""The start screen: choose a job description from this folder, the recent ones, or the library."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer, Static

from jdrewrite.documents import read
from jdrewrite.errors import JdrewriteError
from jdrewrite.tui.messages import Opened, Told
from jdrewrite.tui.widgets.documents import Documents

if TYPE_CHECKING:
    from jdrewrite.tui.app import JdrewriteApp


class StartScreen(Screen[None]):
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

    def on_documents_wanted(self, message: Documents.Wanted) -> None:
        """Read the file that was chosen."""
        self.run_worker(partial(self._read, message.path), thread=True, exclusive=True, exit_on_error=False)

    def _read(self, path: str) -> None:
        try:
            self.post_message(Opened(read(path)))
        except JdrewriteError as error:
            self.post_message(Told(str(error), bad=True))

    def on_opened(self, message: Opened) -> None:
        """Put the document on a desk."""
        cast("JdrewriteApp", self.app).open_document(message.document)

    def on_told(self, message: Told) -> None:
        """Tell what went wrong."""
        self.notify(message.text, severity="error", timeout=12)
