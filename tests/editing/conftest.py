import pytest

import jdrewrite
from jdrewrite.editing import Desk
from jdrewrite.editing.session import Session, analysed, opened, proposed
from jdrewrite.model import Anchor, Fact, Proposal, Verdict

TEXT = b"""Clerk

Duties
- Enter invoices into the ledger.
- Answer the telephone politely.
- Keep files in order. Send the monthly report to the manager.

Requirements
- Two years of experience with invoices.
"""
PASSED = Verdict(passed=True)
REFUSED = Verdict(passed=False, lost=(Fact(check="figures", text="12", start=0, end=2),))

DOUBTED = Verdict(
    passed=False,
    doubtful=True,
    lost=(Fact(check="content", text="customer", start=0, end=8),),
    invented=(Fact(check="content", text="voting", start=0, end=6),),
)


def proposal(number, verdict=PASSED, *, add=False, statement="s3", kind=None, text=None):
    original = {"s3": "Enter invoices into the ledger.", "s4": "Answer the telephone politely."}[statement]
    block = {"s3": "b3", "s4": "b4"}[statement]
    return Proposal(
        id=f"p{number}",
        kind=kind or ("add" if add else "connect"),
        engine="offline",
        anchor=Anchor(block=block, start=0, end=0 if add else len(original)),
        statement=None if add else statement,
        original=None if add else original,
        proposed=text or ("Ask customers." if add else original.rstrip(".") + ", so that customers can pay."),
        lenses=("voice",) if add else ("sight",),
        rationale="why",
        source="test",
        verdict=verdict,
    )


@pytest.fixture(scope="session")
def document():
    return jdrewrite.read_bytes(TEXT, "clerk.txt")


@pytest.fixture(scope="session")
def assessment(document):
    return jdrewrite.analyse(document)


@pytest.fixture(scope="session")
def desk(document, assessment) -> Desk:
    return Desk(document=document, assessment=assessment, proposals=(proposal(1), proposal(2, REFUSED, add=True)))


@pytest.fixture(scope="session")
def session(document, assessment) -> Session:
    proposals = (proposal(1), proposal(2, REFUSED, add=True), proposal(3, statement="s4"))
    return proposed(analysed(opened(document), assessment), proposals)


def row_of(session, words):
    """The first row with these words."""
    return next(row for row in session.shown if words in row.text)
