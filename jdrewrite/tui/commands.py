"""Every action of the editor in one table: it feeds the key bindings, the footer, the palette and the help."""

from __future__ import annotations

import msgspec
from textual.binding import Binding


class Command(msgspec.Struct, frozen=True):
    """One thing that the user can do."""

    key: str
    action: str
    label: str
    """A word or two for the footer."""
    help: str
    """A sentence for the help and the palette."""
    shown: bool = True


COMMANDS: tuple[Command, ...] = (
    Command("n", "next", "Next", "Go to the next proposal that is still open."),
    Command("p", "previous", "Back", "Go to the proposal before."),
    Command("a", "accept", "Accept", "Accept the proposal for this line."),
    Command("r", "reject", "Reject", "Reject the proposal; the line stays as it was."),
    Command("e", "edit", "Edit", "Write this line in your own words; the judge checks them."),
    Command("A", "accept_kind", "All", "Accept every open proposal of this kind that passed.", False),
    Command("u", "undo", "Undo", "Take the last action back, as often as you like."),
    Command("ctrl+r", "redo", "Redo", "Do again what was undone.", False),
    Command("o", "view", "View", "Switch between marks, original and result."),
    Command("f", "function", "Function", "Correct the job's function; all advice follows it.", False),
    Command("s", "save", "Save", "Write the result to a file; the original is never overwritten unasked."),
    Command("S", "save_as", "Save as", "Write the result under another name or in another format.", False),
    Command("t", "theme", "Light/dark", "Switch between a dark and a light screen.", False),
    Command("f1,question_mark", "help", "Help", "Show this page."),
    Command("q", "leave", "Quit", "Leave; you are asked if something is not saved."),
)
MOVES: tuple[tuple[str, str], ...] = (
    ("↑ ↓  or  k j", "Move from line to line; the right side tells about the line."),
    ("PgUp PgDn Home End", "Move faster."),
    ("ctrl+p", "All commands, to search by name."),
    ("Tab", "Move between the text and the right side."),
)


def bindings() -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """Return the key bindings of the table."""
    return [Binding(c.key, c.action, c.label, show=c.shown, tooltip=c.help) for c in COMMANDS]
