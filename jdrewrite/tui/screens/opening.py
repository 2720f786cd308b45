"""Opening files from any screen: read in a thread; where a file holds several job descriptions, one is chosen."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from jdrewrite.errors import JdrewriteError
from jdrewrite.tui.files import documents_at
from jdrewrite.tui.messages import Opened, Told

if TYPE_CHECKING:
    from jdrewrite.tui.app import JdrewriteApp
    from jdrewrite.tui.widgets.documents import Documents

MOST = 1000
"""Job descriptions of one file that are offered."""


class Opening(Screen[None]):
    """Can open files."""

    def open_path(self, path: str) -> None:
        """Read a file in a thread."""
        named = Path(path.strip().strip("'\"")).expanduser()
        if str(named) == ".":
            return
        self.opening_told(f"Opening {named.name}")
        self.run_worker(
            partial(self._read, str(named)),
            thread=True,
            group="opening",
            exclusive=True,
            exit_on_error=False,
        )

    def opening_told(self, text: str) -> None:
        """Tell what is being opened; an empty text tells that nothing is. Filled in by the screens."""
        raise NotImplementedError

    def stop_opening(self) -> None:
        """Open nothing, after all."""
        self.workers.cancel_group(self, "opening")
        self.opening_told("")

    def _read(self, path: str) -> None:
        worker = get_current_worker()
        try:
            answer: Message = Opened(documents_at(path))
        except JdrewriteError as error:
            answer = Told(str(error), bad=True)
        if not worker.is_cancelled:
            self.post_message(answer)

    def on_opened(self, message: Opened) -> None:
        """Hand the document to the application; of several, the one that is chosen."""
        documents, app = message.documents, cast("JdrewriteApp", self.app)
        self.opening_told("")
        if len(documents) == 1:
            app.open_document(documents[0])
            return
        from jdrewrite.tui.screens.dialogs import ChooseDialog

        choices = [(str(n), f"{d.title}  ({d.path.rpartition('#')[2]})") for n, d in enumerate(documents[:MOST])]

        def chosen(key: str | None) -> None:
            if key is not None:
                app.open_document(documents[int(key)])

        app.push_screen(
            ChooseDialog(f"This file holds {len(documents):,} job descriptions. Which one?", choices), chosen
        )

    def on_told(self, message: Told) -> None:
        """Tell the user."""
        self.opening_told("")
        self.notify(message.text, severity="error" if message.bad else "information", timeout=12)

    def on_documents_wanted(self, message: Documents.Wanted) -> None:
        """Open the file that was chosen in the pane."""
        self.open_path(message.path)
