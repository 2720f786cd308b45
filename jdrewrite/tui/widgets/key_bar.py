"""The line at the bottom: what can be done here, and with which key. Made from the table of commands."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

Item = tuple[str, str, str, bool]
"""Name of the command (empty for a key that a box of text has), its key, its label, and whether it makes sense now."""


def places(items: Sequence[Item]) -> list[tuple[int, int, str]]:
    """Return where each command stands in the line: first cell, cell behind it, name."""
    found, at = [], 1
    for name, key, label, _ in items:
        end = at + len(key) + 1 + len(label)
        found.append((at, end, name))
        at = end + 2
    return found


LAST = frozenset({"", "help", "quit"})
"""What stays on the smallest screen: the way to all others, and the way out."""


def fitting(items: Sequence[Item], spare: Collection[str], width: int) -> list[Item]:
    """Return the commands that fit; those that can be spared go first, the last one before the others."""
    kept = list(items)
    while kept and places(kept)[-1][1] > width:
        rest = (item for item in reversed(kept) if item[0] not in LAST)
        last = next((item for item in reversed(kept) if item[0] in spare), None) or next(rest, None)
        if last is None:
            break
        kept.remove(last)
    return kept


class KeyBar(Static):
    """Shows commands; a click does one."""

    class Pressed(Message):
        """A command was clicked."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    _items: tuple[Item, ...] = ()

    def show(self, items: Sequence[Item], spare: Collection[str] = ()) -> None:
        """Show these; those that can be spared only where there is room."""
        fit = tuple(fitting(items, spare, self.app.size.width))
        if fit == self._items:
            return
        self._items = fit
        parts: list[str | tuple[str, str]] = [" "]
        for _, key, label, possible in fit:
            parts += [
                (key, "bold $accent" if possible else "$secondary"),
                (f" {label}", "" if possible else "$secondary"),
                "  ",
            ]
        self.update(Content.assemble(*parts), layout=False)

    def on_click(self, event: events.Click) -> None:
        """Do the command under the mouse."""
        for start, end, name in places(self._items):
            if start <= event.x < end and name:
                self.post_message(self.Pressed(name))
