"""Commands that move: to the next proposal, a line, a word, a section, or to the lines of a lens."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import msgspec

from jdrewrite.editing import NotNow, looking
from jdrewrite.editing.movement import LENS_NAMES
from jdrewrite.editing.places import row_at
from jdrewrite.editing.rows import rows
from jdrewrite.model import LENSES, Lens
from jdrewrite.plain import telling
from jdrewrite.plain.state import Rule, State, Step, said, told_of

_replace = msgspec.structs.replace
NONE_HEARD = "No line was read out yet. Enter goes to the first proposal, 'goto 3' to line 3."
NOT_HEARD = "Nothing is done: this line was not read out yet. It reads now; say the command again if it is meant."


def next_row(step: int, wanted: Callable[..., bool], none: str) -> Rule:
    """Return the command that goes to the next row of a kind, down or up."""

    def go(state: State, _: str) -> Step:
        at = state.at if step > 0 else max(0, state.at)  # before the first row the one behind it is the last
        place = looking.next_place(state.session.shown, at, step, wanted)
        return said(state, none) if place is None else here(_replace(state, at=place))

    return go


def here(state: State) -> Step:
    """Tell about the current row."""
    row = state.row
    if row is None and state.session.shown:
        return said(state, NONE_HEARD)
    heard = told_of(state.session, row) if row is not None else ("", "")
    return said(_replace(state, heard=heard), *telling.row(state.session, row))


def after_hearing(do: Rule) -> Rule:
    """Return a command that acts on the current line so that it acts on none that was not read out."""

    def act(state: State, words: str) -> Step:
        if not state.session.shown or state.is_heard:
            return do(state, words)
        told = here(state)
        return told if state.row is None else _replace(told, lines=(NOT_HEARD, *told.lines))

    return act


def in_line(do: Rule) -> Rule:
    """Return a command that acts on the current line, or on one that is named by its number, which is read out."""
    heard = after_hearing(do)

    def act(state: State, word: str) -> Step:
        if not word:
            return heard(state, "")
        wanted = word.lower().removeprefix("line ").rstrip(".")
        place = next((n for n, row in enumerate(state.session.shown) if row.place == wanted), None)
        if place is None:
            raise NotNow(f"Nothing is done: there is no line '{word}'. 'list' tells the lines with their numbers.")
        there = here(_replace(state, at=place))
        try:
            step = do(there.state, "")
        except NotNow as told:
            raise NotNow(f"Nothing is done in line {wanted}. {told}") from None
        return _replace(step, lines=(*there.lines, *step.lines))

    return act


def goto(state: State, word: str) -> Step:
    """Go to a line by its number."""
    place = row_at(state.session.shown, word)
    if place is None:
        return said(state, "Which line? Such as 'goto 12'; 'list' tells them all.")
    return here(_replace(state, at=place))


def find(state: State, word: str) -> Step:
    """Go to the next line with a word, from the top again at the end."""
    places = looking.holding(state.session.shown, word)
    if not places:
        return said(state, "Find what?" if not word else "Nothing found.")
    ahead = [place for place in places if place > state.at]
    return here(_replace(state, at=(ahead or places)[0]))


def section(state: State, word: str) -> Step:
    """Tell the sections, or go to one."""
    places = looking.headings(state.session.shown)
    if not word.isdecimal() or len(word) > 9 or not 1 <= int(word) <= len(places):
        return said(
            state, *(f"{n}. {row.text}" for n, (_, row) in enumerate(places, 1)), "'section 2' goes to the second."
        )
    return here(_replace(state, at=places[int(word) - 1][0]))


def lens(state: State, word: str) -> Step:
    """Show only lines that speak through a lens."""
    if word not in {*LENSES, "all"}:
        counts = looking.counts(rows(state.session.desk))
        return said(state, *(f"{lens}: {LENS_NAMES[lens]}, {counts[lens]} lines" for lens in LENSES), "all: all lines")
    session = state.session.looking(lens=None if word == "all" else cast("Lens", word))
    return said(_replace(state, session=session, at=-1), f"{len(session.shown)} lines are shown now.")
