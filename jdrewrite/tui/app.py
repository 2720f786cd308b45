"""The application: opens a file at once, or lets one be chosen."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import App, SystemCommand
from textual.screen import Screen

from jdrewrite.documents import read
from jdrewrite.errors import JdrewriteError
from jdrewrite.model import Document
from jdrewrite.tui.commands import COMMANDS
from jdrewrite.tui.screens.editor import EditorScreen
from jdrewrite.tui.screens.start import StartScreen


class JdrewriteApp(App[None]):
    """jdrewrite in the terminal."""

    TITLE = "jdrewrite"
    CSS_PATH = "app.tcss"

    def __init__(self, path: str | None) -> None:
        """Read the file first, so that an unreadable one is an error of the command line and not of a screen.

        Raises:
            JdrewriteError: the file cannot be read.
        """
        super().__init__()
        self._document: Document | None = read(path) if path else None

    def on_mount(self) -> None:
        """Open the editor, or let a file be chosen."""
        if self._document is not None:
            self.push_screen(EditorScreen(self._document))
        else:
            self.push_screen(StartScreen(), self._chosen)

    def _chosen(self, path: str | None) -> None:
        if path is None:
            return
        try:
            self.push_screen(EditorScreen(read(path)))
        except JdrewriteError as error:
            self.push_screen(StartScreen(), self._chosen)
            self.notify(str(error), severity="error", timeout=10)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every action of the editor in the palette, beside Textual's own."""
        yield from super().get_system_commands(screen)
        if isinstance(screen, EditorScreen):
            for command in COMMANDS:
                yield SystemCommand(command.label, command.help, getattr(screen, f"action_{command.action}"))
