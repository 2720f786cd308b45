"""The result in the user's own editor, and the changes back."""

from __future__ import annotations

import msgspec

from jdrewrite.editing import wholetext
from jdrewrite.editing.drafts import EDITOR
from jdrewrite.editing.takeback import locked, originals, take_back, told
from jdrewrite.editing.verdicts import question_of_lines
from jdrewrite.editing.wholetext import Change
from jdrewrite.plain.changing import reason_then
from jdrewrite.plain.state import Order, State, Step, Visit, said
from jdrewrite.workshop.orders import Judge, Judged

_replace = msgspec.structs.replace
_AGAIN = "Your text is kept: 'editor' opens it again."


def editor(state: State, _: str) -> Step:
    """Open the result in the user's own editor; or what came back the last time and was not taken over whole."""
    desk = state.session.desk
    text = state.session.drafts.get(EDITOR) or wholetext.text(desk)
    return Step(state=state, effect=Visit(text, desk.document.title, _came_back))


def _came_back(state: State, text: str) -> Step:
    desk = state.session.desk
    changes = wholetext.taken_back(wholetext.lines(desk), text)
    kept = _replace(state, session=state.session.drafted(EDITOR, text if changes else ""))
    if not changes:
        return said(kept, "Nothing was changed.")
    pairs = tuple(zip(originals(desk, changes), (c.text for c in changes), strict=True))
    order = Judge(document=desk.document, function=desk.function, pairs=pairs)
    now = _replace(kept, changes=changes)
    return Step(state=now, effect=Order(order=order, told="The judge reads your changes.", then=_judged))


def _judged(state: State, answers: tuple[object, ...]) -> Step:
    changes, now = state.changes, _replace(state, changes=())
    judged = next((a for a in answers if isinstance(a, Judged)), None)
    if judged is None or len(judged.verdicts) != len(changes):
        return said(now, "Nothing was taken over.", _AGAIN)
    now, left, lines = _taken_over(now, changes, judged, "")
    verdicts = dict(zip(changes, judged.verdicts, strict=True))
    held = locked(now.session, left)
    refused = tuple(c for c in left if not verdicts[c].passed and c not in held)
    if not refused:
        return said(now, lines)

    def force(later: State, why: str) -> Step:
        later, _, more = _taken_over(later, refused, _of(judged, changes, refused), why)
        return said(later, "They stand, with your reason.", more)

    step = reason_then(now, question_of_lines([verdicts[c] for c in refused], len(changes)), force, _AGAIN)
    return _replace(step, lines=(lines, *step.lines))


def _of(judged: Judged, changes: tuple[Change, ...], some: tuple[Change, ...]) -> Judged:
    places = [n for n, change in enumerate(changes) if change in some]
    return Judged(
        verdicts=tuple(judged.verdicts[n] for n in places),
        gains=tuple(judged.gains[n] for n in places) if judged.gains else (),
    )


def _taken_over(
    state: State, changes: tuple[Change, ...], judged: Judged, why: str
) -> tuple[State, tuple[Change, ...], str]:
    session, left = take_back(state.session, changes, judged.verdicts, why, gains=judged.gains)
    if not left or not wholetext.taken_back(wholetext.lines(session.desk), session.drafts.get(EDITOR, "")):
        session = session.drafted(EDITOR, "")
    return _replace(state, session=session), left, told(session, changes, left)
