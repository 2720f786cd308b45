"""A person's own words as proposals: they go the same way as an engine's, and before the same judge."""

from __future__ import annotations

from jdrewrite.editing.desk import PERSON, Desk
from jdrewrite.model import Anchor, Block, Kind, Proposal, Statement, Verdict


def written(desk: Desk, statement: Statement, text: str, verdict: Verdict, *, override: str = "") -> Desk:
    """Return the desk with a person's own wording of a statement, accepted.

    Raises:
        ProposalRefused: locked, or the wording failed verification and no reason for an override is given.
    """
    anchor = Anchor(block=statement.block, start=statement.start, end=statement.end)
    own = _proposal(f"own-{statement.id}", "reframe", anchor, statement.text, text, verdict, statement.id)
    return desk.offered(own).accepted(own.id, override=override)


def written_block(desk: Desk, block: Block, text: str, verdict: Verdict, *, override: str = "") -> Desk:
    """Return the desk with a person's own wording of a whole paragraph, accepted.

    Raises:
        ProposalRefused: locked, or the wording failed verification and no reason for an override is given.
    """
    anchor = Anchor(block=block.id, start=0, end=len(block.text))
    own = _proposal(f"own-{block.id}", "reframe", anchor, block.text, text, verdict)
    return desk.offered(own).accepted(own.id, override=override)


def added(desk: Desk, block: str, text: str, verdict: Verdict, *, override: str = "") -> Desk:
    """Return the desk with a person's own new line after a block, accepted.

    Raises:
        ProposalRefused: the line failed verification and no reason for an override is given.
    """
    taken = {p.id for p in desk.proposals}
    number = next(n for n in range(1, len(taken) + 2) if f"new-{block}-{n}" not in taken)
    own = _proposal(f"new-{block}-{number}", "add", Anchor(block=block, start=0, end=0), None, text, verdict)
    return desk.offered(own).accepted(own.id, override=override)


def _proposal(
    name: str,
    kind: Kind,
    anchor: Anchor,
    original: str | None,
    text: str,
    verdict: Verdict,
    statement: str | None = None,
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
        rationale="In the editor's own words.",
        source=PERSON,
        verdict=verdict,
    )
