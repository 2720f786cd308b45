"""The past of a session as it is kept: of each action only what was otherwise before it."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from jdrewrite.editing.desk import Decision, Desk
from jdrewrite.editing.history import History, Step
from jdrewrite.model import Proposal

_replace = msgspec.structs.replace


class Moment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One action, and what was otherwise before it."""

    did: str
    decisions: dict[str, Decision | None] = {}
    """None: nothing was decided of it."""
    locks: tuple[str, ...] = ()
    """Locked before and not after, or the other way round."""
    notes: dict[str, str] = {}
    """An empty text: there was none."""


def moments(history: History) -> tuple[Moment, ...]:
    """Return what can be undone later, the first action first.

    It goes back to where the text was last read in another way (another function, engine, title or word for those
    served): what was proposed before that is not there any more.
    """
    found: list[Moment] = []
    after = history.now
    for step in reversed(history.past):
        if _read_as(step.desk) != _read_as(history.now) or step.desk.assessment is not history.now.assessment:
            break
        moment = _moment(step, after)
        if moment.decisions or moment.locks or moment.notes:
            found.append(moment)
        after = step.desk
    return tuple(reversed(found))


def steps(desk: Desk, past: tuple[Moment, ...], proposals: Mapping[str, Proposal]) -> tuple[Step, ...]:
    """Return the past of a desk, the first step first.

    Args:
        desk: the present, its proposals those that somebody decided of.
        past: as it was kept.
        proposals: by id, those of the past; a decision about any other is left out.
    """
    found: list[Step] = []
    for moment in reversed(past):
        before = _before(desk, moment, proposals)
        if before != desk:
            found.append(Step(before, moment.did))
        desk = before
    return tuple(reversed(found))


def _read_as(desk: Desk) -> tuple[str | None, str, str | None, str]:
    return desk.function, desk.engine, desk.title, desk.document.serves


def _moment(step: Step, after: Desk) -> Moment:
    was, now = _decided(step.desk), _decided(after)
    notes_was, notes_now = step.desk.notes, after.notes
    return Moment(
        did=step.did,
        decisions={key: was.get(key) for key in was.keys() | now.keys() if was.get(key) != now.get(key)},
        locks=tuple(sorted(step.desk.locks ^ after.locks)),
        notes={
            key: notes_was.get(key, "")
            for key in notes_was.keys() | notes_now.keys()
            if notes_was.get(key) != notes_now.get(key)
        },
    )


def _decided(desk: Desk) -> dict[str, Decision]:
    return {p.id: d for p in desk.proposals if (d := desk.decision(p.id)).state != "open"}


def _before(desk: Desk, moment: Moment, proposals: Mapping[str, Proposal]) -> Desk:
    decisions = {**desk.decisions, **moment.decisions}
    kept = {key: d for key, d in decisions.items() if d is not None and key in proposals}
    notes = {**desk.notes, **moment.notes}
    return _replace(
        desk,
        proposals=tuple(proposals[key] for key in kept),
        decisions=kept,
        locks=desk.locks ^ frozenset(moment.locks),
        notes={key: note for key, note in notes.items() if note},
    )
