"""The help page, made from the table of commands: what can be done here comes first."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from textwrap import wrap

from textual.content import Content

from jdrewrite.editing import SIGNS, Row
from jdrewrite.tui.commands import COMMANDS, GROUPS
from jdrewrite.tui.keys import shown

_SIGNS = {
    "strength": "a strength: for whom the work is done, or what they get from it",
    "warning": "the organisation's own good is given as the end",
    "suggestion": "it could say what those served have of it",
    "open": "there is a proposal for this line",
    "accepted": "proposal accepted",
    "rejected": "proposal rejected",
    "failed": "the judge refused this proposal; edit it, or accept it with a reason",
    "doubtful": "the judge is in doubt about this proposal: look whether other words say the same",
}
_HERE = {
    "open": ("A proposal is waiting here.", ("accept", "reject", "edit", "wordings", "next")),
    "failed": ("The judge refused this proposal.", ("edit", "reject", "accept", "wordings")),
    "doubtful": ("The judge is in doubt about this proposal.", ("edit", "reject", "accept", "wordings")),
    "accepted": ("This proposal is accepted.", ("reopen", "edit", "undo", "next")),
    "rejected": ("This proposal is rejected.", ("reopen", "edit", "undo", "next")),
    "": ("A line without a proposal.", ("edit", "wordings", "add_line", "note", "lock", "next")),
}
MOVES = (
    ("↑ ↓ or k j", "Move from line to line; the right side tells about the line."),
    ("PgUp, PgDn", "Move by a page; Ctrl-U and Ctrl-D by half of one, Home and End to the ends."),
    ("Tab", "Go from pane to pane."),
    ("Ctrl-P", "All commands, to search by name."),
    ("Mouse", "Click a line, drag over text to select it, Ctrl-C copies it, drag a border to resize a pane."),
)
_KEY = 18


def page(row: Row | None, keys: Mapping[str, str], width: int = 80) -> Content:
    """Draw the page.

    Args:
        row: where the cursor is; its help comes first.
        keys: the keys of each command.
        width: cells.
    """
    entry = partial(_entry, width)
    told, here = _HERE.get(row.tone if row is not None else "", _HERE[""])
    parts: list[Content | str | tuple[str, str]] = [(f"Here: {told}\n\n", "bold $primary")]
    commands = {name: entry(shown(keys[name]), command.help()) for name, command in COMMANDS.items()}
    for name in here:
        if name != "wordings" or row is None or row.statement is not None:
            parts += commands[name]
    for group in GROUPS:
        parts.append((f"\n{group}\n\n", "bold"))
        for name, command in COMMANDS.items():
            if command.group == group:
                parts += commands[name]
        if group == GROUPS[0]:
            for key, meaning in MOVES:
                parts += entry(key, meaning)
    parts.append(("\nSigns in the margin\n\n", "bold"))
    for tone, meaning in _SIGNS.items():
        parts += entry(SIGNS[tone], meaning)
    parts += entry("⊘", "locked: nobody changes it by mistake")
    parts += entry("✎", "a note")
    return Content.assemble(*parts, ("\nEsc closes this page.", "$secondary"))


def _entry(width: int, key: str, meaning: str) -> list[str | tuple[str, str]]:
    lines = wrap(meaning, max(20, width - _KEY - 4)) or [""]
    indent = "\n" + " " * (_KEY + 4)
    return [(f"  {key:<{_KEY}}", "$accent"), f"  {indent.join(lines)}\n"]
