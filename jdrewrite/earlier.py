"""Decisions that a person made on an earlier version of a document, brought to the proposals of today. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from jdrewrite.language.words import fingerprint
from jdrewrite.library.entries import TAKEN, Decision
from jdrewrite.model import Anchor, Assessment, Proposal, Statement
from jdrewrite.verifying import verify


class Recalled(msgspec.Struct, frozen=True, kw_only=True):
    """Proposals with what was decided of them before."""

    proposals: tuple[Proposal, ...]
    """Those of today; where a person took another wording, that one, judged anew."""
    decided: dict[str, Decision]
    """Id of a proposal, and the decision that holds for it."""
    taken: frozenset[str]
    """Ids of the proposals that a person accepted before, and that may stand today."""


def recalled(proposals: Sequence[Proposal], assessment: Assessment, standing: Mapping[str, Decision]) -> Recalled:
    """Return the proposals with the decisions that hold for them.

    What was rejected stays rejected, whatever the new wording. What was accepted, in the proposed or in own words, is
    accepted again in these words, if the judge lets it pass or a person overrode the judge. A statement that already
    reads as it was accepted is left alone. What a command accepted, unseen, binds nobody.

    Args:
        proposals: of today, with verdicts.
        assessment: in which they were made.
        standing: what holds, as ``Library.standing`` gives it.
    """
    binding = {key: decision for key, decision in standing.items() if decision.by == "person"}
    wordings = {_bare(fingerprint(d.wording)): d for d in binding.values() if d.outcome in TAKEN}
    by_id = {statement.id: statement for statement in assessment.statements}
    found: list[Proposal] = []
    decided: dict[str, Decision] = {}
    for proposal in proposals:
        statement = by_id.get(proposal.statement or "")
        key = statement.fingerprint if statement else f"add:{proposal.proposed}"
        decision = binding.get(key) or (wordings.get(_bare(key)) if statement else None)
        if decision is not None:
            decided[proposal.id] = decision
        again = decision is not None and decision.key == key and decision.outcome in TAKEN
        found.append(_in_words(proposal, decision, assessment) if again and decision is not None else proposal)
    met = {decision.key for decision in decided.values()}
    for statement in assessment.statements:
        decision = binding.get(statement.fingerprint)
        if decision is not None and decision.outcome in TAKEN and decision.key not in met:
            proposal = _again(f"e{len(found) + 1}", statement, decision, assessment)
            decided[proposal.id] = decision
            found.append(proposal)
    taken = {p.id for p in found if p.id in decided and _may_stand(p, decided[p.id])}
    return Recalled(proposals=tuple(found), decided=decided, taken=frozenset(taken))


def _in_words(proposal: Proposal, decision: Decision, assessment: Assessment) -> Proposal:
    """Return the proposal in the words that were accepted."""
    if decision.wording == proposal.proposed:
        return proposal
    verdict = verify(proposal.original, decision.wording, context=assessment)
    return msgspec.structs.replace(
        proposal, proposed=decision.wording, engine=decision.engine, source=decision.source, verdict=verdict
    )


def _again(name: str, statement: Statement, decision: Decision, assessment: Assessment) -> Proposal:
    """Return a proposal that only an earlier decision makes."""
    kind = "connect" if decision.kind == "connect" else "reframe"
    return Proposal(
        id=name,
        kind=kind,  # type: ignore[arg-type]  # one of two literals
        engine=decision.engine,
        anchor=Anchor(block=statement.block, start=statement.start, end=statement.end),
        statement=statement.id,
        original=statement.text,
        proposed=decision.wording,
        lenses=(),
        rationale=f"{decision.who} accepted this wording for the same statement.",
        source=decision.source,
        verdict=verify(statement.text, decision.wording, context=assessment),
    )


def _may_stand(proposal: Proposal, decision: Decision) -> bool:
    """Tell whether an earlier yes holds for these words."""
    if decision.outcome not in TAKEN or decision.wording != proposal.proposed:
        return False
    return decision.outcome == "overridden" or (proposal.verdict is not None and proposal.verdict.passed)


def _bare(key: str) -> str:
    """Return a fingerprint without which occurrence it is."""
    return key.partition("-")[0]
