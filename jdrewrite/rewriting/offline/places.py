"""Where a new line stands: a purpose before the duties, a duty behind the last, a manner behind the requirements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from jdrewrite.model import BlockKind, Section, Statement
from jdrewrite.rewriting.offline.lists import duties_of_lists

_LIST = 2
"""Requirements that make a list."""
_WORDS = 22
"""Words of an item, in the mean, up to which a list is one of what is asked of a person."""


def before_duties(statements: Sequence[Statement]) -> Statement | None:
    """Return the last paragraph before the first duty: a purpose belongs there, in the same dress.

    Where no duties are named, it is the last one before the requirements (but for key words at the top).
    """
    named = any(_is_line_of(s, "duties") for s in statements)
    first: Section = "duties" if named else "requirements"
    before: Statement | None = None
    for s in statements:
        if _is_line_of(s, first) and (named or before):
            return before
        if s.kind is BlockKind.PARAGRAPH and s.section in {"company", "purpose", "other"} and len(s.text.split()) > 8:
            before = s
    return None


def _is_line_of(s: Statement, section: Section) -> bool:
    return s.section == section and s.kind is not BlockKind.HEADING


def place_of_lines(statements: Sequence[Statement]) -> Statement | None:
    """Return behind what a new line has its place: the last duty, or what stands before the requirements."""
    if any(_is_line_of(s, "duties") for s in statements):
        return after_duties(statements)
    return before_duties(statements)


def after_duties(statements: Sequence[Statement]) -> Statement | None:
    """Return the last duty, of the kind that most duties are."""
    # Behind a table cell there is no place for a line of its own.
    duties = [s for s in duties_of_lists(statements) if s.kind in {BlockKind.BULLET, BlockKind.PARAGRAPH}]
    bullets = [s for s in duties if s.kind is BlockKind.BULLET]
    chosen = bullets if len(bullets) * 2 >= len(duties) else duties
    return chosen[-1] if chosen else None


def after_requirements(statements: Sequence[Statement]) -> Statement | None:
    """Return the last line of the longest list of requirements: what is asked of a person has its place behind it.

    Rules of an examination, or notes, are whole sentences, and no list of what is asked.
    """
    lists = [list(items) for asked, items in groupby(statements, key=_is_asked) if asked]
    words = Counter[str]()
    for s in statements:
        words[s.block] += len(s.text.split())
    fit = [own for own in lists if len(own) >= _LIST and _in_the_mean(own, words) <= _WORDS]
    return max(reversed(fit), key=len)[-1] if fit else None


def _in_the_mean(listed: Sequence[Statement], words: Mapping[str, int]) -> float:
    """Return the words of an item of a list; what else stands in the same item counts."""
    items = {s.block for s in listed}
    return sum(words[item] for item in items) / len(items)


def _is_asked(s: Statement) -> bool:
    return s.section == "requirements" and s.kind is BlockKind.BULLET
