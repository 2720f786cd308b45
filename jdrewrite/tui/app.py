"""The application: themes, and a workspace for each document."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec
from textual.app import SystemCommand
from textual.screen import Screen

from jdrewrite.model import Document
from jdrewrite.tui.files import documents_at
from jdrewrite.tui.house import House, settle
from jdrewrite.tui.panes import Panes
from jdrewrite.tui.screens.glance import Glance
from jdrewrite.tui.themes import THEMES

if TYPE_CHECKING:
    from jdrewrite.editing.carry import Kept
    from jdrewrite.keeping.shelf import Shelf
    from jdrewrite.tui.screens.workspace import Workspace
    from jdrewrite.voice.share import HeardFor
    from jdrewrite.workshop.client import Workshop


class JdrewriteApp(House):
    """jdrewrite in the terminal.

    A document is on the screen first; keys, commands and the workspace are loaded behind it.
    """

    TITLE = "jdrewrite"
    CSS_PATH = "app.tcss"

    def __init__(
        self,
        path: str | None,
        *,
        workshop: Workshop | None = None,
        shelf: Shelf | None = None,
        keeps: bool = False,
    ) -> None:
        """Read the file first, so that an unreadable one is an error of the command line and not of a screen.

        Args:
            path: a job description; None to choose one.
            workshop: where texts are read; None for a process of its own.
            shelf: where sessions are kept; None for the library, or for nowhere.
            keeps: without a shelf, keep them in the library.

        Raises:
            JdrewriteError: the file cannot be read, or the user's settings are not valid.
        """
        super().__init__(workshop, shelf, keeps=keeps)
        self._documents = documents_at(path) if path else ()
        # Before the style sheet is read for the first time: afterwards each change has all of it read again.
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = self.state.theme if self.state.theme in THEMES else next(iter(THEMES))
        self._desks: dict[str, Workspace] = {}
        self.heard: HeardFor | None = None
        """What customers said, once a file of comments was named."""

    def on_mount(self) -> None:
        """Let a file be chosen where none was named, or where one holds several documents."""
        if len(self._documents) == 1:
            return
        from jdrewrite.tui.messages import Opened
        from jdrewrite.tui.screens.start import StartScreen

        start = StartScreen()
        self.push_screen(start)
        self.call_after_refresh(settle)
        if self._documents:
            start.post_message(Opened(self._documents))

    def furnish(self) -> None:
        """Put the workspace in the place of the first glance at a document."""
        if self.is_running:
            self.open_document(self._documents[0])
            self.call_after_refresh(settle)

    def open_document(self, document: Document, earlier: Kept | None = None) -> None:
        """Show a document; one that is open already is shown as it was left, with all that can be undone.

        Args:
            document: as it was read.
            earlier: what was decided of the file as it was before, where nothing keeps it.
        """
        from jdrewrite.tui.screens.workspace import Workspace

        desk = self._desk_for(document, earlier)
        self.remember(self.state.opened(document.path))
        if desk is self.screen:
            return
        if isinstance(self.screen, Workspace):
            self.switch_screen(desk)
        else:
            self.push_screen(desk)

    def get_default_screen(self) -> Screen[object]:
        """Begin with the text itself, where there is one: no empty screen is drawn before it."""
        if len(self._documents) == 1:
            panes = Panes(left=self.state.left, right=self.state.right)
            return cast("Screen[object]", Glance(self._documents[0], panes))
        return super().get_default_screen()

    def _desk_for(self, document: Document, earlier: Kept | None) -> Workspace:
        from jdrewrite.keeping.watching import whole
        from jdrewrite.tui.screens.workspace import Workspace

        if not self._desks:
            self.set_keymap(self.keymap)
        key = str(Path(document.path).resolve())
        desk = self._desks.get(key)
        if desk is None or whole(desk.session.desk.document) != whole(document):
            desk = self._desks[key] = Workspace(document, earlier)
            self.install_screen(desk, f"desk-{len(self._desks)}-{id(desk)}")
        return desk

    def show_tour(self) -> None:
        """Show the tour, and remember that it was shown."""
        from jdrewrite.tui.screens.tour import TourScreen

        self.push_screen(TourScreen(self.keymap))
        self.remember(msgspec.structs.replace(self.state, toured=True))

    def kept(self, trouble: str) -> None:
        """Tell every open document."""
        for desk in self._desks.values():
            if desk.is_running:
                desk.kept_now(trouble)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every command in the palette."""
        from jdrewrite.tui.commands import COMMANDS
        from jdrewrite.tui.screens.workspace import Workspace

        desk = next((s for s in reversed(self.screen_stack) if isinstance(s, Workspace)), None)
        if desk is not None:
            for name, command in COMMANDS.items():
                title = f"{command.label}  ({self.first_keys[name]})"
                yield SystemCommand(title, command.help(), partial(desk.action_command, name))
        yield from (entry for entry in super().get_system_commands(screen) if entry.title == "Screenshot")
