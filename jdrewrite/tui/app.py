"""The application: themes, keys, the workshop, the library, and a workspace for each document."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

import msgspec
from textual.app import App, SystemCommand
from textual.screen import Screen

from jdrewrite.config import config, config_path
from jdrewrite.model import Document
from jdrewrite.tui.files import documents_at
from jdrewrite.tui.panes import Panes
from jdrewrite.tui.remembered import Remembered, remember, remembered
from jdrewrite.tui.screens.glance import Glance
from jdrewrite.tui.themes import THEMES

if TYPE_CHECKING:
    from jdrewrite.keeping.shelf import Keeper, Shelf
    from jdrewrite.tui.screens.workspace import Workspace
    from jdrewrite.workshop.client import Workshop


class JdrewriteApp(App[None]):
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
        super().__init__()
        if config().keys:
            _ = self.keymap  # where they are not valid, it is an error of the command line too
        self.state: Remembered = remembered()
        self._workshop, self._shelf, self._keeps = workshop, shelf, keeps
        self._documents = documents_at(path) if path else ()
        # Before the style sheet is read for the first time: afterwards each change has all of it read again.
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = self.state.theme if self.state.theme in THEMES else next(iter(THEMES))
        self._desks: dict[str, Workspace] = {}

    @cached_property
    def keymap(self) -> dict[str, str]:
        """The keys of each command, comma separated.

        Raises:
            DataError: the user's settings give a key twice, or to no command.
        """
        from jdrewrite.tui.commands import DEFAULT_KEYS
        from jdrewrite.tui.keys import keymap

        return keymap(DEFAULT_KEYS, config().keys, str(config_path()))

    @cached_property
    def first_keys(self) -> dict[str, str]:
        """The first key of each command, as people write it."""
        from jdrewrite.tui.keys import first

        return {name: first(keys) for name, keys in self.keymap.items()}

    @cached_property
    def shelf(self) -> Shelf:
        """Where sessions are kept."""
        if self._shelf is None and self._keeps:
            from jdrewrite.keeping.library_shelf import LibraryShelf

            return LibraryShelf()
        from jdrewrite.keeping.shelf import NoShelf

        return self._shelf or NoShelf()

    @cached_property
    def keeper(self) -> Keeper:
        """Keeps sessions as one goes."""
        from jdrewrite.keeping.shelf import Keeper

        return Keeper(self.shelf, self._told_of_keeping)

    @property
    def workshop(self) -> Workshop:
        """Where texts are read; the process of its own is started behind the first text on the screen."""
        if self._workshop is None:
            from jdrewrite.workshop.client import Apart

            self._workshop = Apart()
        return self._workshop

    def on_mount(self) -> None:
        """Let a file be chosen where none was named, or where one holds several documents."""
        if len(self._documents) == 1:
            return
        from jdrewrite.tui.messages import Opened
        from jdrewrite.tui.screens.start import StartScreen

        start = StartScreen()
        self.push_screen(start)
        if self._documents:
            start.post_message(Opened(self._documents))

    def furnish(self) -> None:
        """Put the workspace in the place of the first glance at a document."""
        gc.enable()
        if self.is_running:
            self.open_document(self._documents[0])

    def on_unmount(self) -> None:
        """Keep what waits to be kept, and end the other process."""
        if "keeper" in self.__dict__:
            self.keeper.close()
        if self._workshop is not None:
            self._workshop.close()

    def open_document(self, document: Document) -> None:
        """Show a document; one that is open already is shown as it was left, with all that can be undone."""
        from jdrewrite.tui.screens.workspace import Workspace

        desk = self._desk_for(document)
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

    def _desk_for(self, document: Document) -> Workspace:
        from jdrewrite.tui.screens.workspace import Workspace

        if not self._desks:
            self.set_keymap(self.keymap)
        key = str(Path(document.path).resolve())
        desk = self._desks.get(key)
        if desk is None or desk.session.desk.document.source != document.source:
            desk = self._desks[key] = Workspace(document)
            self.install_screen(desk, f"desk-{len(self._desks)}-{id(desk)}")
        return desk

    def show_tour(self) -> None:
        """Show the tour, and remember that it was shown."""
        from jdrewrite.tui.screens.tour import TourScreen

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
        from jdrewrite.tui.commands import COMMANDS
        from jdrewrite.tui.screens.workspace import Workspace

        desk = next((s for s in reversed(self.screen_stack) if isinstance(s, Workspace)), None)
        if desk is not None:
            for name, command in COMMANDS.items():
                title = f"{command.label}  ({self.first_keys[name]})"
                yield SystemCommand(title, command.help(), partial(desk.action_command, name))
        yield from (entry for entry in super().get_system_commands(screen) if entry.title == "Screenshot")
