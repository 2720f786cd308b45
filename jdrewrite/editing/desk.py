"""What lies on the editor's desk: the document, its proposals, and what was decided of each."""

from __future__ import annotations

from typing import Literal

import msgspec

from jdrewrite.errors import ProposalRefused
from jdrewrite.model import Anchor, Assessment, Document, Edit, Kind, Proposal, Statement, Verdict

State = Literal["open", "accepted", "rejected"]


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided of one proposal."""

    state: State = "open"
    text: str | None = None
    """The person's own wording in place of the proposed one."""
    verdict: Verdict | None = None
    """The verdict on that wording."""
    override: str = ""
    """Why a failing wording was accepted all the same; recorded, never empty for one that fails."""


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """One moment of an editing session."""

    document: Document
    assessment: Assessment | None = None
    """None until the analysis is there; the text can be read before."""
    proposals: tuple[Proposal, ...] = ()
    decisions: dict[str, Decision] = {}

    def proposal(self, proposal_id: str) -> Proposal:
        """Return a proposal.

        Raises:
            KeyError: no such proposal.
        """
        return (
            next(p for p in self.proposals if p.id == proposal_id) if self._has(proposal_id) else _missing(proposal_id)
        )

    def _has(self, proposal_id: str) -> bool:
        return any(p.id == proposal_id for p in self.proposals)

    def decision(self, proposal_id: str) -> Decision:
        """Return what was decided; an open decision where nothing was."""
        return self.decisions.get(proposal_id, Decision())

    def text_of(self, proposal: Proposal) -> str:
        """Return the wording that counts: the person's own, or the proposed one."""
        return self.decision(proposal.id).text or proposal.proposed

    def verdict_of(self, proposal: Proposal) -> Verdict | None:
        """Return the verdict on the wording that counts."""
        own = self.decision(proposal.id)
        return own.verdict if own.text is not None else proposal.verdict

    def accepted(self, proposal_id: str, *, override: str = "") -> Desk:
        """Return the desk with a proposal accepted.

        Raises:
            ProposalRefused: the wording failed verification, and no reason for an override is given.
            KeyError: no such proposal.
        """
        proposal = self.proposal(proposal_id)
        verdict = self.verdict_of(proposal)
        if (verdict is None or not verdict.passed) and not override.strip():
            raise ProposalRefused(
                proposal_id, "it failed verification", "edit it, or give a reason to accept it all the same"
            )
        decision = msgspec.structs.replace(self.decision(proposal_id), state="accepted", override=override.strip())
        return self._with(proposal_id, decision)

    def rejected(self, proposal_id: str) -> Desk:
        """Return the desk with a proposal rejected."""
        return self._with(proposal_id, msgspec.structs.replace(self.decision(proposal_id), state="rejected"))

    def reworded(self, proposal_id: str, text: str, verdict: Verdict, *, override: str = "") -> Desk:
        """Return the desk with a proposal in the person's own words, accepted.

        Raises:
            ProposalRefused: the wording failed verification, and no reason for an override is given.
        """
        decision = Decision(text=text, verdict=verdict)
        return self._with(proposal_id, decision).accepted(proposal_id, override=override)

    def written(self, statement: Statement, text: str, verdict: Verdict, *, override: str = "") -> Desk:
        """Return the desk with a person's own rewrite of a statement that had no proposal."""
        own = Proposal(
            id=f"own-{statement.id}",
            kind="reframe",
            engine="person",
            anchor=Anchor(block=statement.block, start=statement.start, end=statement.end),
            statement=statement.id,
            original=statement.text,
            proposed=text,
            lenses=(),
            rationale="Written by hand.",
            source="person",
            verdict=verdict,
        )
        others = tuple(p for p in self.proposals if p.id != own.id)
        return msgspec.structs.replace(self, proposals=(*others, own)).accepted(own.id, override=override)

    def all_accepted(self, kind: Kind) -> Desk:
        """Return the desk with every open proposal of a kind accepted that passed."""
        desk = self
        for proposal in self.proposals:
            passed = (verdict := self.verdict_of(proposal)) is not None and verdict.passed
            if proposal.kind == kind and passed and self.decision(proposal.id).state == "open":
                desk = desk.accepted(proposal.id)
        return desk

    def edits(self) -> tuple[Edit, ...]:
        """Return the changes to the document that the accepted proposals make."""
        taken = [p for p in self.proposals if self.decision(p.id).state == "accepted"]
        return tuple(msgspec.structs.replace(p.edit(), text=self.text_of(p)) for p in taken)

    def _with(self, proposal_id: str, decision: Decision) -> Desk:
        self.proposal(proposal_id)
        return msgspec.structs.replace(self, decisions={**self.decisions, proposal_id: decision})


def _missing(proposal_id: str) -> Proposal:
    raise KeyError(proposal_id)
