"""The application: themes, keys, the workshop, the library, and a workspace for each document."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path

import msgspec
from textual.app import App, SystemCommand
from textual.screen import Screen

from jdrewrite.config import config, config_path
from jdrewrite.model import Document
from jdrewrite.tui.commands import COMMANDS, DEFAULT_KEYS
from jdrewrite.tui.keys import first, keymap
from jdrewrite.tui.messages import Opened
from jdrewrite.tui.panes import Panes
from jdrewrite.tui.remembered import Remembered, remember, remembered
from jdrewrite.tui.screens.opening import documents_at
from jdrewrite.tui.screens.start import StartScreen
from jdrewrite.tui.screens.tour import TourScreen
from jdrewrite.tui.screens.workspace import Workspace
from jdrewrite.tui.shelf import Keeper, NoShelf, Shelf
from jdrewrite.tui.themes import THEMES
from jdrewrite.workshop.client import Apart, Workshop


class JdrewriteApp(App[None]):
    """jdrewrite in the terminal."""

    TITLE = "jdrewrite"
    CSS_PATH = "app.tcss"

    def __init__(self, path: str | None, *, workshop: Workshop | None = None, shelf: Shelf | None = None) -> None:
        """Read the file first, so that an unreadable one is an error of the command line and not of a screen.

        Args:
            path: a job description; None to choose one.
            workshop: where texts are read; None for a process of its own.
            shelf: where sessions are kept; None keeps nothing.

        Raises:
            JdrewriteError: the file cannot be read, or the user's settings are not valid.
        """
        super().__init__()
        self.keymap = keymap(DEFAULT_KEYS, config().keys, str(config_path()))
        self.first_keys = {name: first(keys) for name, keys in self.keymap.items()}
        self.state: Remembered = remembered()
        self.workshop: Workshop = workshop or Apart()
        self.shelf: Shelf = shelf or NoShelf()
        self.keeper = Keeper(self.shelf, self._told_of_keeping)
        self._documents = documents_at(path) if path else ()
        self._desks: dict[str, Workspace] = {}

    def on_mount(self) -> None:
        """Open the workspace, or let a file be chosen."""
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = self.state.theme if self.state.theme in THEMES else next(iter(THEMES))
        self.set_keymap(self.keymap)
        if len(self._documents) == 1:
            self.open_document(self._documents[0])
            return
        start = StartScreen()
        self.push_screen(start)
        if self._documents:
            start.post_message(Opened(self._documents))

    def on_unmount(self) -> None:
        """Keep what waits to be kept, and end the other process."""
        self.keeper.close()
        self.workshop.close()

    def open_document(self, document: Document) -> None:
        """Show a document; one that is open already is shown as it was left, with all that can be undone."""
        key = str(Path(document.path).resolve())
        desk = self._desks.get(key)
        if desk is None or desk.session.desk.document.source != document.source:
            desk = self._desks[key] = Workspace(document)
            self.install_screen(desk, f"desk-{len(self._desks)}-{id(desk)}")
        self.remember(self.state.opened(document.path))
        if isinstance(self.screen, Workspace):
            self.switch_screen(desk)
        else:
            self.push_screen(desk)

    def show_tour(self) -> None:
        """Show the tour, and remember that it was shown."""
        self.push_screen(TourScreen(self.keymap))
        self.remember(msgspec.structs.replace(self.state, toured=True))

    def remember(self, state: Remembered) -> None:
        """Keep the state of the UI."""
        if state != self.state:
            self.state = state
            remember(state)

    def remember_panes(self, panes: Panes) -> None:
        """Keep the widths of the panes."""
        self.remember(msgspec.structs.replace(self.state, left=panes.left, right=panes.right))

    def _told_of_keeping(self, trouble: str) -> None:
        if self.is_running:
            self.call_later(partial(self._kept, trouble))

    def _kept(self, trouble: str) -> None:
        for desk in self._desks.values():
            if desk.is_running:
                desk.kept_now(trouble)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every command in the palette."""
        desk = next((s for s in reversed(self.screen_stack) if isinstance(s, Workspace)), None)
        if desk is not None:
            for name, command in COMMANDS.items():
                title = f"{command.label}  ({self.first_keys[name]})"
                yield SystemCommand(title, command.help(), partial(desk.action_command, name))
        yield from (entry for entry in super().get_system_commands(screen) if entry.title == "Screenshot")
