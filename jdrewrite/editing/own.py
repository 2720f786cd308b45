"""A person's own words as proposals: they go the same way as an engine's, and before the same judge."""

from __future__ import annotations

import msgspec

from jdrewrite.editing.desk import PERSON, Desk
from jdrewrite.language.words import digest
from jdrewrite.model import Anchor, Block, Kind, Proposal, Statement, Verdict

OWN = "In the editor's own words."


def written(
    desk: Desk, statement: Statement, text: str, verdict: Verdict, *, override: str = "", why: str = ""
) -> Desk:
    """Return the desk with a person's own wording of a statement, accepted.

    Raises:
        ProposalRefused: locked, or the wording failed verification and no reason for an override is given.
    """
    anchor = Anchor(block=statement.block, start=statement.start, end=statement.end)
    own = _proposal(
        called(f"own-{statement.id}", text), "reframe", anchor, statement.text, text, verdict, statement.id, why
    )
    return _without(desk, anchor).offered(own).accepted(own.id, override=override)


def written_block(desk: Desk, block: Block, text: str, verdict: Verdict, *, override: str = "", why: str = "") -> Desk:
    """Return the desk with a person's own wording of a whole paragraph, accepted.

    Raises:
        ProposalRefused: locked, or the wording failed verification and no reason for an override is given.
    """
    anchor = Anchor(block=block.id, start=0, end=len(block.text))
    own = _proposal(called(f"own-{block.id}", text), "reframe", anchor, block.text, text, verdict, why=why)
    return _without(desk, anchor).offered(own).accepted(own.id, override=override)


def added(
    desk: Desk,
    block: str,
    text: str,
    verdict: Verdict,
    *,
    override: str = "",
    why: str = "",
    below: str | None = None,
) -> Desk:
    """Return the desk with a person's own new line after a block, accepted.

    Args:
        desk: before.
        block: the block.
        text: the line.
        verdict: of the judge.
        override: why a refused line should stand.
        why: what is said of it where others have a reason.
        below: id of the new line behind which it stands; None for right behind the block, or where there is none.

    Raises:
        ProposalRefused: the line failed verification and no reason for an override is given.
    """
    taken = {p.id for p in desk.proposals}
    name = called(f"new-{block}", text)
    name = next(n for n in (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3))) if n not in taken)
    own = _proposal(name, "add", Anchor(block=block, start=0, end=0), None, text, verdict, why=why)
    new = desk.offered(own).accepted(own.id, override=override)
    others = new.proposals[:-1]
    lines = [n for n, p in enumerate(others) if p.original is None and p.anchor.block == block]
    at = next((n + 1 for n in lines if others[n].id == below), lines[0] if lines else len(others))
    return msgspec.structs.replace(new, proposals=(*others[:at], new.proposals[-1], *others[at:]))


def called(place: str, text: str) -> str:
    """Return the id of a wording: other words have another one, so that a past with both can be gone back to."""
    return f"{place}-{digest(text)[:6]}"


def _without(desk: Desk, anchor: Anchor) -> Desk:
    """Return the desk without what a person wrote before in the same place."""
    gone = {p.id for p in desk.proposals if p.engine == PERSON and p.original is not None and p.anchor == anchor}
    if not gone:
        return desk
    return msgspec.structs.replace(
        desk,
        proposals=tuple(p for p in desk.proposals if p.id not in gone),
        decisions={key: value for key, value in desk.decisions.items() if key not in gone},
    )


def _proposal(
    name: str,
    kind: Kind,
    anchor: Anchor,
    original: str | None,
    text: str,
    verdict: Verdict,
    statement: str | None = None,
    why: str = "",
) -> Proposal:
    return Proposal(
        id=name,
        kind=kind,
        engine=PERSON,
        anchor=anchor,
        statement=statement,
        original=original,
        proposed=text,
        lenses=(),
        rationale=why or OWN,
        source=PERSON,
        verdict=verdict,
    )
