"""What every screen needs of the application: keys, the workshop, the library, what the UI remembers."""

from __future__ import annotations

import gc
from functools import cached_property, partial
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.config import config, config_path
from jdrewrite.tui.in_order import InOrder
from jdrewrite.tui.panes import Panes
from jdrewrite.tui.remembered import Remembered, remember, remembered

if TYPE_CHECKING:
    from jdrewrite.keeping.shelf import Keeper, Shelf
    from jdrewrite.workshop.client import Workshop

_SELDOM = (20_000, 20, 20)
"""New objects before they are looked through, and how often the older ones are."""


def settle() -> None:
    """Collect memory again where the start has put that off; what was loaded is not looked through any more."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(*_SELDOM)
        gc.enable()


class House(InOrder[None]):
    """Makes each of them when it is first asked for: none stands between the start and the first text."""

    def __init__(self, workshop: Workshop | None, shelf: Shelf | None, *, keeps: bool) -> None:
        """Open the house.

        Args:
            workshop: where texts are read; None for a process of its own.
            shelf: where sessions are kept; None for the library, or for nowhere.
            keeps: without a shelf, keep them in the library.

        Raises:
            DataError: the user's settings are not valid.
        """
        super().__init__()
        self._workshop, self._shelf, self._keeps = workshop, shelf, keeps
        self.state: Remembered = remembered()
        if config().keys:
            _ = self.keymap  # where they are not valid, it is an error of the command line

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
            self.call_later(partial(self.kept, trouble))

    def kept(self, trouble: str) -> None:
        """Tell the screens that a session was kept, or why it was not. Filled in by the application."""
        raise NotImplementedError

    def on_unmount(self) -> None:
        """Keep what waits to be kept, and end the other process."""
        if "keeper" in self.__dict__:
            self.keeper.close()
        if self._workshop is not None:
            self._workshop.close()
