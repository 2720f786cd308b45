"""What customers say, beside the job description: topics with their counts and quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from jdrewrite.errors import JdrewriteError
from jdrewrite.model import Assessment
from jdrewrite.tui.drawing.hearing import page

if TYPE_CHECKING:
    from jdrewrite.tui.app import JdrewriteApp
    from jdrewrite.voice.share import HeardFor


class VoiceScreen(ModalScreen[bool]):
    """Comments whose cause lies in this work; it returns whether a file was read just now."""

    BINDINGS = [  # noqa: RUF012
        ("escape,q,V", "close", "Close"),
        ("o", "other", "Another file"),
        ("j", "scroll(1)", "Down"),
        ("k", "scroll(-1)", "Up"),
    ]

    def __init__(self, assessment: Assessment, path: str) -> None:
        """Show the comments on a job description.

        Args:
            assessment: of the job description.
            path: of a table of comments; empty for the one that was read before.
        """
        super().__init__()
        self._assessment, self._path = assessment, path
        self._fresh = False

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        with VerticalScroll(classes="dialog tall") as frame:
            frame.border_title = "What customers say"
            yield Static("Reading the comments", id="said")

    def on_mount(self) -> None:
        """Show what is known already, or have the file read."""
        if self._path:
            self._read()
        else:
            self._show(cast("JdrewriteApp", self.app).heard)

    def action_close(self) -> None:
        """Back to the text."""
        self.dismiss(self._fresh)

    def action_other(self) -> None:
        """Forget the file, so that another can be named."""
        cast("JdrewriteApp", self.app).heard = None
        self.dismiss(False)

    def action_scroll(self, step: int) -> None:
        """Scroll by lines."""
        self.query_one(VerticalScroll).scroll_relative(y=step * 2, animate=False)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read(self) -> None:
        from jdrewrite.voice.comments import read
        from jdrewrite.voice.share import HeardFor

        try:
            heard = HeardFor(read(self._path))
        except JdrewriteError as error:
            self.app.call_from_thread(self._failed, str(error))
            return
        self.app.call_from_thread(self._came, heard)

    def _came(self, heard: HeardFor) -> None:
        cast("JdrewriteApp", self.app).heard = heard
        self._fresh = True
        self._show(heard)

    def _failed(self, told: str) -> None:
        if self.is_attached:
            self.query_one("#said", Static).update(Content(told))

    def _show(self, heard: HeardFor | None) -> None:
        if heard is not None and self.is_attached:
            shown = page(heard.pattern(self._assessment), heard.count, self._assessment.function[0].name)
            self.query_one("#said", Static).update(shown)
