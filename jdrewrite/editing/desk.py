"""What lies on the editor's desk: the document, its proposals, and what was decided of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from jdrewrite.editing.verdicts import overridden
from jdrewrite.errors import ProposalRefused
from jdrewrite.model import TITLE_FROM, Anchor, Assessment, Document, Edit, Kind, Proposal, Statement, Verdict

State = Literal["open", "accepted", "rejected"]
PERSON = "person"
"""The engine of what people write themselves."""
BY_HAND = "Edited by hand."
_replace = msgspec.structs.replace


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided of one proposal."""

    state: State = "open"
    text: str | None = None
    """The person's own wording in place of the proposed one."""
    verdict: Verdict | None = None
    """The verdict on that wording."""
    why: str = ""
    """What is said of that wording where the others have a reason."""
    override: str = ""
    """Why a failing wording was accepted all the same; recorded, never empty for one that fails."""


class Desk(msgspec.Struct, frozen=True, kw_only=True):
    """One moment of an editing session."""

    document: Document
    assessment: Assessment | None = None
    """None until the analysis is there; the text can be read before."""
    proposals: tuple[Proposal, ...] = ()
    decisions: dict[str, Decision] = {}
    locks: frozenset[str] = frozenset()
    """Fingerprints of the statements that nobody may change until they are unlocked."""
    notes: dict[str, str] = {}
    """A person's notes by fingerprint of the statement."""
    function: str | None = None
    """Slug of the function where a person chose it; None leaves it to the analysis."""
    engine: str = "offline"
    """Who proposes."""
    title: str | None = None
    """The title where a person corrected it; the document has it already."""

    def proposal(self, proposal_id: str) -> Proposal:
        """Return a proposal.

        Raises:
            KeyError: no such proposal.
        """
        for proposal in self.proposals:
            if proposal.id == proposal_id:
                return proposal
        raise KeyError(proposal_id)

    def remarks(self) -> tuple[str, ...]:
        """Return what is to be told of title and text, as beginnings of sentences: a guessed title, several jobs."""
        source = self.document.title_from
        title = (f"the title is taken {TITLE_FROM[source]}; correct it if the job has another",) if source else ()
        several = self.assessment.several if self.assessment is not None else ""
        jobs = (f"{several}; they are read and rewritten as one: give each a file of its own",) if several else ()
        return (*title, *jobs)

    def decision(self, proposal_id: str) -> Decision:
        """Return what was decided; an open decision where nothing was."""
        return self.decisions.get(proposal_id, Decision())

    def text_of(self, proposal: Proposal) -> str:
        """Return the wording that counts: the person's own, or the proposed one."""
        own = self.decision(proposal.id).text
        return proposal.proposed if own is None else own

    def reason_of(self, proposal: Proposal) -> str:
        """Return why the wording that counts is proposed; the reason of another wording would be a false one."""
        own = self.decision(proposal.id)
        if own.text is None or own.text == proposal.proposed:
            return proposal.rationale
        return own.why or BY_HAND

    def comment_of(self, proposal: Proposal) -> str:
        """Return what whoever reads the file is told of an accepted wording: why, and what the judge had against it."""
        reason, override = self.reason_of(proposal), self.decision(proposal.id).override
        return f"{reason} {overridden(self.verdict_of(proposal), override)}".strip() if override else reason

    def verdict_of(self, proposal: Proposal) -> Verdict | None:
        """Return the verdict on the wording that counts."""
        own = self.decision(proposal.id)
        return own.verdict if own.text is not None else proposal.verdict

    def passed(self, proposal: Proposal) -> bool:
        """Tell whether the judge let the wording that counts pass."""
        verdict = self.verdict_of(proposal)
        return verdict is not None and verdict.passed

    def of(self, state: State) -> Iterator[Proposal]:
        """Yield the proposals in one state."""
        return (p for p in self.proposals if self.decision(p.id).state == state)

    def statement_of(self, proposal: Proposal) -> Statement | None:
        """Return the statement that a proposal replaces."""
        if self.assessment is None or proposal.statement is None:
            return None
        return next((s for s in self.assessment.statements if s.id == proposal.statement), None)

    def is_locked(self, proposal: Proposal) -> bool:
        """Tell whether a proposal would change a locked statement."""
        if self.assessment is None or proposal.original is None:
            return False
        locked = (s for s in self.assessment.statements if s.locked or s.fingerprint in self.locks)
        return any(_meet(proposal.anchor, s) for s in locked)

    def accepted(self, proposal_id: str, *, override: str = "") -> Desk:
        """Return the desk with a proposal accepted; an accepted one in the same place makes room for it.

        Raises:
            ProposalRefused: the statement is locked, or the wording failed verification and no reason for an
                override is given.
            KeyError: no such proposal.
        """
        proposal = self.proposal(proposal_id)
        if self.is_locked(proposal):
            raise ProposalRefused(proposal_id, "the line is locked", "unlock it first")
        if not self.passed(proposal) and not override.strip():
            raise ProposalRefused(
                proposal_id, "it failed verification", "edit it, or give a reason to accept it all the same"
            )
        desk = self
        for other in self.of("accepted"):
            if other.id != proposal_id and _overlap(other, proposal):
                desk = desk._with(other.id, _replace(desk.decision(other.id), state="open"))
        return desk._with(
            proposal_id, _replace(desk.decision(proposal_id), state="accepted", override=override.strip())
        )

    def rejected(self, proposal_id: str) -> Desk:
        """Return the desk with a proposal rejected; a person's own words are withdrawn and leave what was before."""
        if self.proposal(proposal_id).engine == PERSON:
            others = tuple(p for p in self.proposals if p.id != proposal_id)
            decisions = {key: value for key, value in self.decisions.items() if key != proposal_id}
            return _replace(self, proposals=others, decisions=decisions)
        return self._with(proposal_id, _replace(self.decision(proposal_id), state="rejected"))

    def reopened(self, proposal_id: str) -> Desk:
        """Return the desk with a proposal that nobody decided of, in the engine's own words."""
        return self._with(proposal_id, Decision())

    def reworded(self, proposal_id: str, text: str, verdict: Verdict, *, override: str = "", why: str = "") -> Desk:
        """Return the desk with a proposal in the person's own words, accepted.

        Raises:
            ProposalRefused: the wording failed verification, and no reason for an override is given.
        """
        decision = Decision(text=text, verdict=verdict, why=why)
        return self._with(proposal_id, decision).accepted(proposal_id, override=override)

    def offered(self, proposal: Proposal) -> Desk:
        """Return the desk with one more proposal in place of the one of the same id; nothing is decided of it."""
        others = tuple(p for p in self.proposals if p.id != proposal.id)
        decisions = {key: value for key, value in self.decisions.items() if key != proposal.id}
        return _replace(self, proposals=(*others, proposal), decisions=decisions)

    def all_accepted(self, kind: Kind) -> Desk:
        """Return the desk with every open proposal of a kind accepted that passed and is not locked."""
        desk = self
        for proposal in self.proposals:
            still_open = desk.decision(proposal.id).state == "open"
            free = not self.is_locked(proposal) and not any(_overlap(p, proposal) for p in desk.of("accepted"))
            if proposal.kind == kind and still_open and free and self.passed(proposal):
                desk = desk.accepted(proposal.id)
        return desk

    def locked(self, fingerprint: str) -> Desk:
        """Return the desk with a statement locked, or unlocked where it was locked.

        A proposal for it that was accepted before stays as it is.
        """
        return _replace(self, locks=self.locks ^ {fingerprint})

    def noted(self, fingerprint: str, text: str) -> Desk:
        """Return the desk with a note at a statement; an empty text takes the note away."""
        others = {key: value for key, value in self.notes.items() if key != fingerprint}
        return _replace(self, notes={**others, fingerprint: text.strip()} if text.strip() else others)

    def edits(self) -> tuple[Edit, ...]:
        """Return the changes to the document that the accepted proposals make."""
        return tuple(_replace(p.edit(), text=self.text_of(p), comment=self.comment_of(p)) for p in self.of("accepted"))

    def _with(self, proposal_id: str, decision: Decision) -> Desk:
        self.proposal(proposal_id)
        return _replace(self, decisions={**self.decisions, proposal_id: decision})


def _overlap(one: Proposal, other: Proposal) -> bool:
    """Tell whether two proposals replace some of the same words; new lines never do."""
    if one.original is None or other.original is None:
        return False
    return _meet(one.anchor, other.anchor)


def _meet(one: Anchor, other: Anchor | Statement) -> bool:
    return one.block == other.block and one.start < other.end and other.start < one.end
