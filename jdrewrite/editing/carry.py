"""Carries decisions over: to another analysis of the same text, and to the next session."""

from __future__ import annotations

import msgspec

from jdrewrite.editing.desk import Decision, Desk
from jdrewrite.model import Assessment, Proposal


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What a session leaves for the next one: all that a person decided, and no text of the document but theirs."""

    proposals: tuple[tuple[str, Proposal], ...] = ()
    """Proposals that somebody decided of, each with the fingerprint of its statement (empty: a new line)."""
    decisions: dict[str, Decision] = {}
    locks: tuple[str, ...] = ()
    notes: dict[str, str] = {}
    function: str | None = None
    engine: str = "offline"
    score: float | None = None
    """0 to 100, of the result when it was kept; None where nobody weighed it."""


def kept(desk: Desk) -> Kept:
    """Return what the next session needs of a desk."""
    decided = [p for p in desk.proposals if desk.decision(p.id).state != "open"]
    return Kept(
        proposals=tuple((s.fingerprint if (s := desk.statement_of(p)) else "", p) for p in decided),
        decisions={p.id: desk.decision(p.id) for p in decided},
        locks=tuple(sorted(desk.locks)),
        notes=desk.notes,
        function=desk.function,
        engine=desk.engine,
    )


def restored(desk: Desk, earlier: Kept) -> Desk:
    """Return the desk with the decisions of an earlier session, where their statements are still there.

    Args:
        desk: analysed; its proposals are fresh ones.
        earlier: from any version of the same document.
    """
    if desk.assessment is None:
        return desk
    by_print = {s.fingerprint: s for s in desk.assessment.statements}
    blocks = {b.id: b for b in desk.document.blocks}
    found: list[Proposal] = []
    for print_, proposal in earlier.proposals:
        statement = by_print.get(print_)
        block = blocks.get(proposal.anchor.block)
        if statement is not None:
            place = msgspec.structs.replace(
                proposal.anchor, block=statement.block, start=statement.start, end=statement.end
            )
            found.append(msgspec.structs.replace(proposal, anchor=place, statement=statement.id))
        elif not print_ and block is not None and proposal.original in {None, block.text}:
            found.append(proposal)
    known = {p.id for p in found}
    desk = msgspec.structs.replace(
        desk,
        locks=frozenset(earlier.locks) & by_print.keys(),
        notes={key: note for key, note in earlier.notes.items() if key in by_print},
        function=earlier.function,
        engine=earlier.engine,
    )
    return _merged(desk, found, {key: d for key, d in earlier.decisions.items() if key in known})


def reread(desk: Desk, assessment: Assessment, proposals: tuple[Proposal, ...]) -> Desk:
    """Return the desk with another analysis and fresh proposals; what was decided before stays."""
    decided = [p for p in desk.proposals if desk.decision(p.id).state != "open"]
    decisions = {p.id: desk.decision(p.id) for p in decided}
    fresh = msgspec.structs.replace(desk, assessment=assessment, proposals=proposals, decisions={})
    return _merged(fresh, decided, decisions)


def joined(desk: Desk, fresh: tuple[Proposal, ...]) -> Desk:
    """Return the desk with more proposals behind its own; none for a place that already has one, no id twice."""
    places = {_place(p) for p in desk.proposals}
    ids = {p.id for p in desk.proposals}
    new: list[Proposal] = []
    for proposal in fresh:
        if _place(proposal) in places:
            continue
        named = msgspec.structs.replace(proposal, id=_free(proposal.id, ids))
        ids.add(named.id)
        places.add(_place(named))
        new.append(named)
    return msgspec.structs.replace(desk, proposals=(*desk.proposals, *new))


def _merged(desk: Desk, decided: list[Proposal], decisions: dict[str, Decision]) -> Desk:
    base = msgspec.structs.replace(desk, proposals=tuple(decided), decisions=decisions)
    return joined(base, desk.proposals)


def _place(proposal: Proposal) -> tuple[str, int, int, str]:
    """Return where a proposal stands; new lines after one block differ by their words."""
    anchor = proposal.anchor
    if proposal.original is None:
        return (anchor.block, 0, 0, proposal.proposed)
    return (anchor.block, anchor.start, anchor.end, "")


def _free(name: str, taken: set[str]) -> str:
    return (
        name
        if name not in taken
        else next(f"{name}-{n}" for n in range(2, len(taken) + 3) if f"{name}-{n}" not in taken)
    )
