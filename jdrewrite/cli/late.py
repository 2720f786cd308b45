"""The commands by name, each imported when it is asked for: a page of help, or another command, needs none of them."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from pkgutil import resolve_name
from typing import Any, NamedTuple

import typer


class Late(NamedTuple):
    """Where a command stands, and its line in the list of commands."""

    place: str
    """The module, and behind a colon the name in it."""
    short: str


class Commands(MutableMapping[str, Any]):
    """Commands that are there, and others that are imported when they are asked for."""

    def __init__(self, late: dict[str, Late], there: MutableMapping[str, Any]) -> None:
        """Take what is there, and where the others stand.

        Args:
            late: commands by name, in the order in which help lists them.
            there: others, behind them.
        """
        self._late = late
        self._there = dict(there)

    def short(self, name: str) -> str | None:
        """Return the line of a command that need not be imported for it; None for one that is there."""
        return self._late[name].short if name in self._late else None

    def __getitem__(self, name: str) -> Any:
        if name not in self._there and name in self._late:
            self._there[name] = _made(name, self._late[name])
        return self._there[name]

    def __contains__(self, name: object) -> bool:
        return name in self._late or name in self._there

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._late, *self._there)))

    def __len__(self) -> int:
        return len({*self._late, *self._there})

    def __setitem__(self, name: str, command: Any) -> None:
        self._there[name] = command

    def __delitem__(self, name: str) -> None:
        self._late.pop(name, None)
        self._there.pop(name, None)


def _made(name: str, late: Late) -> Any:
    """Return a command, or a group of them, as typer makes it of the whole app."""
    found = resolve_name(late.place)
    around = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    if isinstance(found, typer.Typer):
        around.add_typer(found, name=name, short_help=late.short)
        group: Any = typer.main.get_command(around)
        return group.commands[name]
    around.command(name, short_help=late.short)(found)
    return typer.main.get_command(around)
