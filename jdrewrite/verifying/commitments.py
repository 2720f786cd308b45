"""What a new line of a document commits to, where no line of the original gave it up.

A line that is new is a duty, a right or a ban, whatever it says of customers: whether the manager agreed to it cannot be
read in it. None is one whose words stood together in one line before, as two duties did that stood in one sentence, or
that is a faithful rewrite of a line that is gone, too unlike it to be paired with it.
"""

from __future__ import annotations

from jdrewrite.model import Fact
from jdrewrite.verifying.judge import verify
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.lines import Line, Sides, likeness
from jdrewrite.verifying.texts import text_of

AGREEMENT = "agreement"
"""The check that such a fact names."""
_TAKEN_UP = 0.5
"""Share of a new line's words that a line must have for the judge to be asked whether the new one says a part of it."""
_REWORDED = 0.2
"""Share of the words of a line that is gone which a new one must have to be tried as a rewrite of it."""
_TRIED = 2
"""Lines that are gone of which a new one is tried as a rewrite."""


def commitments(text: str) -> tuple[Fact, ...]:
    """Return what a new line commits to: all of it, nothing where it has no words."""
    if not any(c.isalpha() for c in text):
        return ()
    return (Fact(check=AGREEMENT, text=text, start=0, end=len(text)),)


def said_before(line: Line, sides: Sides) -> bool:
    """Tell whether a line says again what one other line said, with nothing new and nothing turned round.

    Args:
        line: one that is new by its place.
        sides: all lines of both documents.
    """
    if any(line.text == old.text for old, _ in sides.kept):
        return True
    sources = [*(old for old, _ in sides.touched), *sides.gone]
    if any(_takes_up(old.text, line.text) for old in sources if likeness(line.text, old.text) >= _TAKEN_UP):
        return True
    nearest = sorted(sides.gone, key=lambda old: -likeness(old.text, line.text))[:_TRIED]
    # Where one line gave way to one other, the one is meant as the other, in however different words.
    least = 0.0 if len(sides.gone) == len(sides.come) == 1 else _REWORDED
    return any(verify(old.text, line.text).passed for old in nearest if likeness(old.text, line.text) >= least)


def _takes_up(before: str, after: str) -> bool:
    """Tell whether a line says a part of another in its words; what else that one said may stand elsewhere."""
    old, new = text_of(before), text_of(after)
    if not new.words or not all(any(akin(w.form, o.form) for o in old.words) for w in new.words):
        return False
    verdict = verify(before, after)
    return not (verdict.invented or verdict.changed)
