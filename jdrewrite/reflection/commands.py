"""Words by which somebody who answers moves about, those that are taken for such, and those that answer nothing."""

from __future__ import annotations

import re
from typing import Literal

from jdrewrite.reflection.steps import Step

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
_NO_ANSWER = re.compile(
    r"(?:well,? |sorry,? |i )*(?:(?:really |honestly )?(?:do not|don['\u2019]?t) (?:really )?know(?: yet)?|idk|dunno|"
    r"no (?:idea|clue|answer|comment)|(?:am |['\u2019]?m )?(?:not (?:really )?sure(?: yet)?|unsure)|n\.?/?a\.?|"
    r"not applicable|no|nope|nah|pass|skip(?: this| it)?|tb[dc]|x{1,5}|"
    r"can(?:not|['\u2019]?t) (?:say|tell|think of (?:any|one|anything|it))|[-\u2013\u2014._*~\u2026/]+)[\s.!,\u2026]*",
    re.IGNORECASE,
)
"""What people write to pass over a question."""
_NOTHING = re.compile(r"(?:nothing|none|not(?:hing)? (?:really|yet|at all))[\s.!]*", re.IGNORECASE)
_TELLING = frozenset({"next", "good", "bad", "notice", "voice", "decide", "need", "share"})
"""Questions to which "nothing" is an answer: from nobody is something heard, on one's own nothing may be decided."""
_KEEPING = re.compile(r"(?:yes|y|ok(?:ay)?|fine|good|keep(?: it| this)?|as it is)[\s.!]*", re.IGNORECASE)
"""What people write to a draft that may stand."""
_OF_A_PARAGRAPH = 4
"""Words that the shortest paragraph has that is taken for one at once."""
_SLASHED = re.compile(r"/[a-z?][\w?-]*(?=\s|$)", re.IGNORECASE)
COMMANDS = "/? hints, /back, /forward, /clear takes an answer out, /leave stops and keeps everything, /help"
"""All that has to be known, in one line."""


def command_in(words: str) -> Command | None:
    """Return the command that a line is, None for an answer."""
    return _NAMES.get(words.strip().lower())


def doubt_in(words: str, step: Step | None = None) -> str:
    """Return what to ask of a line that may be meant otherwise than as an answer; empty for an answer.

    "/hlep" and a bare "quit" are hardly what leaves somebody's hands, and "n" is hardly a paragraph; who writes it
    again means it.

    Args:
        words: as they were written.
        step: the question to which they were written.
    """
    line = words.strip()
    again = "Write it again to keep it as your answer"
    if line.lower() in _BARE:
        return f"If “{line}” is to be a command, write {_BARE[line.lower()]}. {again}."
    if found := _SLASHED.match(line):
        return f"“{found.group()}” is no command here ({COMMANDS}). {again}."
    if step and step.kind == "draft" and line and len(line.split()) < _OF_A_PARAGRAPH and not passes(words, step):
        return (
            f"“{line}” would stand in place of the whole paragraph. Write it again to have it so; an empty line keeps "
            "the paragraph as it is shown."
        )
    return ""


def passes(words: str, step: Step) -> bool:
    """Tell whether a line passes over a question, as an empty one does: "idk", "n/a", "-", and "none" to most."""
    line = words.strip()
    if _NO_ANSWER.fullmatch(line) or (step.kind == "draft" and _KEEPING.fullmatch(line)):
        return True
    return step.id not in _TELLING and bool(_NOTHING.fullmatch(line))
