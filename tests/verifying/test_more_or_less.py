"""One word more or less: what is narrowed, which days count, both or one, how well, and who or what is joined to it."""

from __future__ import annotations

import pytest

from jdrewrite.analysis import analyse
from jdrewrite.model import Block, BlockKind, Document
from jdrewrite.verifying import verify
from tests.verifying.told import told

FAULTS = [
    ("Report accidents.", "Report serious accidents.", "narrowed"),
    ("Clean the pumps of the north plant.", "Clean complex pumps of the north plant.", "narrowed"),
    ("Answer letters from the choir.", "Answer important letters from the choir.", "narrowed"),
    ("Answer complaints within two working days.", "Answer complaints within two days.", "durations"),
    ("Answer complaints within 2 days.", "Answer complaints within two business days.", "durations"),
    ("Lock the gate every working day.", "Lock the gate each day.", "durations"),
    ("Pay fees within five business days.", "Pay fees within five calendar days.", "durations"),
    ("Answer members by telephone and letter.", "Answer members by telephone or letter.", "alternatives"),
    ("Answer members by telephone and by letter.", "Answer members by telephone or by letter.", "alternatives"),
    ("File purchase orders or delivery notes.", "File purchase orders and delivery notes.", "alternatives"),
    ("Oil the pumps, valves and gates.", "Oil the gates, pumps or valves.", "alternatives"),
    ("Review and approve invoices.", "Review or approve invoices.", "alternatives"),
    ("Write to internal and external auditors.", "Write to internal or external auditors.", "alternatives"),
    ("Good knowledge of Excel.", "Knowledge of Excel.", "levels"),
    ("Good knowledge of Excel.", "Excellent knowledge of Excel.", "levels"),
    ("Very good knowledge of Excel.", "Good knowledge of Excel.", "levels"),
    ("Good knowledge of Excel.", "Very good knowledge of Excel.", "levels"),
    ("Very strong German skills.", "Strong German skills.", "levels"),
    ("Knowledge of Excel.", "Excellent knowledge of Excel.", "levels"),
    ("Good Excel skills.", "Excellent Excel skills.", "levels"),
    ("Answer supplier queries.", "Answer supplier and customer queries.", "joined"),
    ("Answer supplier queries.", "Answer queries from suppliers and customers.", "joined"),
    ("Employees may take one paid break.", "Employees and guests may take one paid break.", "joined"),
    ("Check guests in.", "Check guests in and out.", "joined"),
    ("Serve residents at the counter.", "Serve residents or visitors at the counter.", "joined"),
]
FAITHFUL = [
    ("Report serious accidents.", "Report severe accidents."),
    ("Report accidents.", "Report accidents, so that serious accidents become rare."),
    ("Answer complaints within two working days.", "Answer complaints within 2 business days."),
    ("Answer members by telephone and letter.", "Answer members by letter and telephone."),
    ("Good knowledge of Excel.", "A sound knowledge of Excel."),
    ("Good knowledge of Excel.", "Know Excel well."),
    ("Very good knowledge of Excel.", "Strong knowledge of Excel."),
    ("Very good knowledge of Excel.", "Know Excel very well."),
    ("Excellent written and verbal communication skills.", "Excellent communication skills, written and verbal."),
    ("Answer customer and supplier queries.", "Answer queries from suppliers and clients."),
    ("Answer supplier queries.", "Answer supplier queries in a way that helps suppliers and customers."),
    ("Maintain accurate records.", "Keep accurate records, to help managers and staff find what they need."),
    ("Employees may take one paid break.", "Employees may take one paid break, so that guests and staff are safe."),
    ("Check guests in and out.", "Check guests out and in."),
    ("Answer RFPs.", "Answer requests for proposal (RFPs)."),
    ("Design print and digital campaigns.", "Design campaigns in print and digital media."),
]


@pytest.mark.parametrize(("original", "rewrite", "check"), FAULTS)
def test_a_word_more_or_less_is_found(original: str, rewrite: str, check: str) -> None:
    verdict = verify(original, rewrite)
    assert not verdict.passed
    assert check in told(verdict)


@pytest.mark.parametrize(("original", "rewrite"), FAITHFUL)
def test_what_says_as_much_passes(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert verdict.passed, verdict


def test_another_degree_next_to_it_is_left_to_a_person() -> None:
    verdict = verify("Good knowledge of Excel.", "Strong knowledge of Excel.")
    assert verdict.doubtful
    assert not verdict.passed


def test_those_served_are_joined_even_where_their_word_was_given() -> None:
    line = Block(id="b1", kind=BlockKind.BULLET, text="Answer supplier queries.", line=1)
    jd = Document(path="x.txt", format="text", title="Clerk", blocks=(line,), source=b"")
    job = analyse(jd, serves="county auditors")
    verdict = verify(line.text, "Answer queries from suppliers and county auditors.", context=job)
    assert not verdict.passed
    assert "joined" in told(verdict)
