"""The few words by which somebody who answers line by line moves about, and those that are taken for one."""

from __future__ import annotations

import re
from typing import Literal

Command = Literal["help", "hints", "back", "forward", "clear", "leave"]
_NAMES: dict[str, Command] = {
    **dict.fromkeys(("/help", "/h", "/commands"), "help"),
    **dict.fromkeys(("/?", "/hint", "/hints", "?"), "hints"),
    **dict.fromkeys(("/back", "/b", "/up", "/previous"), "back"),
    **dict.fromkeys(("/forward", "/next", "/skip"), "forward"),
    **dict.fromkeys(("/clear", "/delete"), "clear"),
    **dict.fromkeys(("/leave", "/quit", "/exit", "/q", "/stop", "/end"), "leave"),
}
_BARE = {"help": "/help", "quit": "/leave", "exit": "/leave", ":q": "/leave", "leave": "/leave", "back": "/back"}
_SLASHED = re.compile(r"/[a-z?][\w?-]*(?=\s|$)", re.IGNORECASE)
COMMANDS = "/? hints, /back, /forward, /clear takes an answer out, /leave stops and keeps everything, /help"
"""All that has to be known, in one line."""


def command_in(words: str) -> Command | None:
    """Return the command that a line is, None for an answer."""
    return _NAMES.get(words.strip().lower())


def doubt_in(words: str) -> str:
    """Return what to ask of a line that may be meant as a command and is none; empty for an answer.

    "/hlep" and a bare "quit" are hardly what leaves somebody's hands; who writes it again means it.
    """
    line = words.strip()
    again = "Write it again to keep it as your answer"
    if line.lower() in _BARE:
        return f"If “{line}” is to be a command, write {_BARE[line.lower()]}. {again}."
    if found := _SLASHED.match(line):
        return f"“{found.group()}” is no command here ({COMMANDS}). {again}."
    return ""
