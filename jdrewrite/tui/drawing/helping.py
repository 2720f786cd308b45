"""The help page, made from the table of commands: what can be done here comes first."""

from __future__ import annotations

from collections.abc import Mapping

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
}
_HERE = {
    "open": ("A proposal is waiting here.", ("accept", "reject", "edit", "wordings", "next")),
    "failed": ("The judge refused this proposal.", ("edit", "reject", "accept", "wordings")),
    "accepted": ("This proposal is accepted.", ("reopen", "edit", "undo", "next")),
    "rejected": ("This proposal is rejected.", ("reopen", "edit", "undo", "next")),
    "": ("A line without a proposal.", ("edit", "wordings", "add_line", "note", "lock", "next")),
}
MOVES = (
    ("↑ ↓ or k j", "Move from line to line; the right side tells about the line."),
    ("PgUp PgDn Home End", "Move faster."),
    ("Tab", "Go from pane to pane."),
    ("Ctrl-P", "All commands, to search by name."),
    ("Mouse", "Click a line, drag over text to select it, Ctrl-C copies it, drag a border to resize a pane."),
)
_KEY = 16


def page(row: Row | None, keys: Mapping[str, str]) -> Content:
    """Draw the page.

    Args:
        row: where the cursor is; its help comes first.
        keys: the keys of each command.
    """
    told, here = _HERE.get(row.tone if row is not None else "", _HERE[""])
    parts: list[Content | str | tuple[str, str]] = [(f"Here: {told}\n\n", "bold $primary")]
    for name in here:
        parts += _command(name, keys)
    for group in GROUPS:
        parts.append((f"\n{group}\n\n", "bold"))
        for name, command in COMMANDS.items():
            if command.group == group:
                parts += _command(name, keys)
        if group == GROUPS[0]:
            for key, meaning in MOVES:
                parts += _entry(key, meaning)
    parts.append(("\nSigns in the margin\n\n", "bold"))
    for tone, meaning in _SIGNS.items():
        parts += _entry(SIGNS[tone], meaning)
    parts += _entry("⊘", "locked: nobody changes it by mistake")
    parts += _entry("✎", "a note")
    return Content.assemble(*parts, ("\nEsc closes this page.", "$text-muted"))


def _command(name: str, keys: Mapping[str, str]) -> list[str | tuple[str, str]]:
    return _entry(shown(keys[name]), COMMANDS[name].help())


def _entry(key: str, meaning: str) -> list[str | tuple[str, str]]:
    return [(f"  {key:<{_KEY}}", "$accent"), f"  {meaning}\n"]
