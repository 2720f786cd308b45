"""Lines too unlike to be paired by their words as written, though one is the other, made stronger or turned round.

"Assists with the maintenance of manuals" and "Maintains manuals" share one word. Nothing that the old line names is gone,
so it would count as taken up, and the new one as a mere addition: that the role only helped would be said nowhere.
"""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from jdrewrite.verifying.checks.locked import is_locked
from jdrewrite.verifying.judge import verify
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.lines import Line, Sides
from jdrewrite.verifying.texts import text_of

_AKIN = 0.5
"""Share of the words of content of either line, in whichever form, that the other must have."""


def with_turned(sides: Sides, agreed: Collection[str]) -> Sides:
    """Return the sides with those lines paired of which one says what the other did, but not in the same sense.

    Args:
        sides: the lines of both documents; those that are a faithful rewrite of each other are left as they are.
        agreed: new lines that somebody agreed to: each stands by itself.

    Raises:
        ModelMissing: the language model is not installed.
    """
    pairs: list[tuple[Line, Line]] = []
    left = [line for line in sides.come if line.text not in agreed]
    for old in sides.gone:
        near = sorted(((_akin(old.text, new.text), n) for n, new in enumerate(left)), reverse=True)
        if near and near[0][0] >= _AKIN and _turned(old, left[near[0][1]]):
            pairs.append((old, left.pop(near[0][1])))
    one, other = ({id(pair[n]) for pair in pairs} for n in (0, 1))
    return msgspec.structs.replace(
        sides,
        touched=(*sides.touched, *pairs),
        gone=tuple(line for line in sides.gone if id(line) not in one),
        come=tuple(line for line in sides.come if id(line) not in other),
    )


def _turned(old: Line, new: Line) -> bool:
    """Tell whether a line names all that another named, and yet says another thing."""
    if is_locked(old.text, None, "legal" if old.locked else "none"):
        return False
    verdict = verify(old.text, new.text)
    return bool(verdict.changed) and not verdict.lost


def _akin(one: str, other: str) -> float:
    """Return the smaller of the shares of their words of content that two lines have in common, from 0 to 1."""
    a, b = text_of(one).words, text_of(other).words
    if not a or not b:
        return 0.0
    ours = sum(any(akin(w.form, o.form) for o in b) for w in a) / len(a)
    return min(ours, sum(any(akin(w.form, o.form) for o in a) for w in b) / len(b))
