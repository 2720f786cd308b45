"""Where a new line stands: a purpose before the duties, a duty behind the last, a manner behind the requirements."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.model import BlockKind, Section, Statement
from jdrewrite.rewriting.offline.lists import duties_of_lists

_LIST = 2
"""Requirements that make a list."""


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
    """Return the last line of a list of requirements: what is asked of a person has its place behind it."""
    asked = [s for s in statements if s.section == "requirements" and s.kind is BlockKind.BULLET]
    return asked[-1] if len(asked) >= _LIST else None
