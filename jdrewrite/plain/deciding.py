"""Commands that decide about a line, and take that back."""

from __future__ import annotations

import msgspec

from jdrewrite.editing import Session, acts, looking
from jdrewrite.editing.verdicts import question
from jdrewrite.model import KINDS
from jdrewrite.plain.changing import reason_then
from jdrewrite.plain.moving import here
from jdrewrite.plain.state import State, Step, said

_replace = msgspec.structs.replace
NONE_OPEN = "No open proposal is left. 'export' writes the result."


def acted(state: State, session: Session, *lines: str) -> Step:
    """Take over a session after an act: the runner keeps it and has the result weighed."""
    done = lines or (f"You {session.history.past[-1].did}.",) if session.history.past else lines
    return said(_replace(state, session=session), *done)


def accept(state: State, _: str) -> Step:
    """Accept the proposal of this line; one that did not pass asks for a reason."""
    row = state.row
    found = state.session.desk.verdict_of(row.proposal) if row is not None and row.proposal is not None else None
    if row is None or row.locked or found is None or found.passed:
        return _onward(acted(state, acts.accept(state.session, row)))
    return reason_then(state, question(found), lambda s, why: acted(s, acts.accept(s.session, s.row, why)))


def reject(state: State, _: str) -> Step:
    """Reject the proposal of this line."""
    return _onward(acted(state, acts.reject(state.session, state.row)))


def _onward(step: Step) -> Step:
    """Go on to the next open proposal."""
    place = looking.next_place(step.state.session.shown, step.state.at, 1, looking.is_open)
    if place is None:
        return _replace(step, lines=(*step.lines, NONE_OPEN))
    told = here(_replace(step.state, at=place))
    return _replace(told, lines=(*step.lines, *told.lines))


def kind(state: State, word: str) -> Step:
    """Accept all open proposals of a kind."""
    kinds = acts.open_kinds(state.session)
    if word not in KINDS:
        told = ", ".join(f"{kind} ({count})" for kind, count in kinds.items()) or "none is left"
        return said(state, f"Which kind? {told}.")
    return acted(state, acts.accept_kind(state.session, word))


def undo(state: State, _: str) -> Step:
    """Take the last action back, and go to the line that it touched."""
    session, did = acts.undo(state.session)
    return _there(state, session, f"Undone: {did}.")


def redo(state: State, _: str) -> Step:
    """Do again what was undone, and go to the line that it touches."""
    session, did = acts.redo(state.session)
    return _there(state, session, f"Done again: {did}.")


def _there(state: State, session: Session, told: str) -> Step:
    """Take over a session, and go to the line in which it differs."""
    place = looking.touched(state.session.shown, session.shown)
    step = acted(state, session, told)
    if place is None or state.session.desk.assessment is not session.desk.assessment:
        return step
    there = here(_replace(step.state, at=place))
    return _replace(there, lines=(*step.lines, *there.lines))


def note(state: State, text: str) -> Step:
    """Write a note at this line."""
    return acted(state, acts.note(state.session, state.row, text))


def lock(state: State, _: str) -> Step:
    """Lock this line, or unlock it."""
    return acted(state, acts.lock(state.session, state.row))


def reopen(state: State, _: str) -> Step:
    """Take the decision about this line back."""
    return acted(state, acts.reopen(state.session, state.row))
