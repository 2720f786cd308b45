"""What was decided of an earlier version holds for the proposals of today."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

import jdrewrite
from jdrewrite.earlier import recalled
from jdrewrite.library import Decision
from jdrewrite.model import Assessment, Proposal
from jdrewrite.proposing import proposals
from jdrewrite.revision import revise

TEXT = """# Accounts Receivable Clerk

## Duties

- Contact accounts that are past due in order to improve cash flow.
- Prepare and send customer invoices for all shipments of the previous day.
- Post customer payments and cash receipts daily.
- File the reports of the month.
- Research and resolve billing disputes with sales and the warehouse.
- Reconcile the subledger with the general ledger.
- Support the annual audit with schedules.
- Archive signed contracts.
"""


@pytest.fixture(scope="module")
def made() -> tuple[Assessment, tuple[Proposal, ...]]:
    assessment = jdrewrite.analyse(jdrewrite.read_bytes(TEXT.encode(), "clerk.md"))
    found = tuple(p for p in proposals(assessment) if p.statement)
    assert len(found) >= 2
    return assessment, found


def decided(assessment: Assessment, proposal: Proposal, outcome: str, **values: Any) -> dict[str, Decision]:
    key = assessment.statement(str(proposal.statement)).fingerprint
    fields = {
        "document": "d",
        "version": 1,
        "statement": key,
        "outcome": outcome,
        "kind": proposal.kind,
        "original": proposal.original,
        "proposed": proposal.proposed,
        "engine": "offline",
        "at": "2026-11-25T10:00",
        "who": "ann",
    }
    return {key: Decision(**{**fields, **values})}


def test_nothing_decided_changes_nothing(made: tuple[Assessment, tuple[Proposal, ...]]) -> None:
    assessment, found = made
    known = recalled(found, assessment, {})
    assert (known.proposals, known.decided, known.taken) == (found, {}, frozenset())


def test_a_rejection_holds_for_another_wording_too(made: tuple[Assessment, tuple[Proposal, ...]]) -> None:
    assessment, (first, *_) = made
    known = recalled([first], assessment, decided(assessment, first, "rejected", proposed="Other words."))
    assert known.decided[first.id].outcome == "rejected"
    assert known.taken == frozenset()


def test_own_words_come_back_and_are_judged_anew(made: tuple[Assessment, tuple[Proposal, ...]]) -> None:
    assessment, (first, *_) = made
    own = str(first.original).rstrip(".") + ", so that customers hear from us in good time."
    known = recalled([first], assessment, decided(assessment, first, "edited", text=own))
    assert known.proposals[0].proposed == own
    assert known.proposals[0].verdict.passed == (first.id in known.taken)  # type: ignore[union-attr]
    lies = "Pay every customer 500 euros within 2 hours."
    known = recalled([first], assessment, decided(assessment, first, "edited", text=lies))
    assert known.taken == frozenset()
    known = recalled([first], assessment, decided(assessment, first, "overridden", text=lies, reason="agreed"))
    assert known.taken == {first.id}


def test_what_a_command_accepted_binds_nobody(made: tuple[Assessment, tuple[Proposal, ...]]) -> None:
    assessment, (first, *_) = made
    known = recalled([first], assessment, decided(assessment, first, "accepted", by="batch", proposed="Other."))
    assert (known.proposals, known.decided) == ((first,), {})


def test_a_statement_that_reads_as_it_was_accepted_is_left_alone(
    made: tuple[Assessment, tuple[Proposal, ...]],
) -> None:
    assessment, (first, *_) = made
    standing = decided(assessment, first, "accepted", proposed=str(first.original))
    (decision,) = standing.values()
    known = recalled([first], assessment, {"gone-1": msgspec.structs.replace(decision, statement="gone-1")})
    assert known.decided[first.id].outcome == "accepted"
    assert known.taken == frozenset()


def test_an_accepted_wording_is_proposed_where_the_engine_is_silent(
    made: tuple[Assessment, tuple[Proposal, ...]],
) -> None:
    assessment, (first, *others) = made
    known = recalled(others, assessment, decided(assessment, first, "accepted"))
    again = known.proposals[-1]
    assert (again.statement, again.proposed) == (first.statement, first.proposed)
    assert again.id in known.taken
    assert len({p.id for p in known.proposals}) == len(known.proposals)


def test_a_revision_keeps_to_what_was_decided(made: tuple[Assessment, tuple[Proposal, ...]]) -> None:
    assessment, (first, second, *_) = made
    document = jdrewrite.read_bytes(TEXT.encode(), "clerk.md")
    plain = revise(document)
    assert {first.id, second.id} <= set(plain.accepted)
    kept = revise(document, standing=decided(assessment, first, "rejected"), reject=[second.id])
    assert set(kept.accepted) == set(plain.accepted) - {first.id, second.id}
    assert str(first.original).encode() in kept.rendered
    forced = revise(document, accept=(), standing=decided(assessment, first, "accepted"))
    assert forced.accepted == (first.id,)
