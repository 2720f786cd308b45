"""Faults of one or two words that readers skip: limits, heads of objects, "or", helping, and gifts to those served."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify
from tests.verifying.told import told

FAULTS = [
    ("Answer tickets within 24 hours.", "Answer tickets after 24 hours.", "sequence"),
    ("Pay invoices after 30 days.", "Pay invoices within 30 days.", "sequence"),
    ("Maintain confidentiality of patient data.", "Maintain patient data.", "content"),
    ("Clean 2 halls and 2 bars.", "Clean 2 halls and bars.", "figures"),
    ("Train two cooks and serve two halls.", "Train cooks and serve two halls.", "figures"),
    ("Manage a team.", "Help manage a team.", "scope"),
    ("Manage a team of five nurses.", "Assist in managing a team of five nurses.", "scope"),
    ("Keep the records in Oracle and SAP.", "Keep the records in Oracle or SAP.", "alternatives"),
    ("Keep the records in Oracle or SAP.", "Keep the records in Oracle and SAP.", "alternatives"),
    ("Handle returns.", "Handle returns so that customers get a refund whenever they ask.", "guarantees"),
    ("Handle returns.", "Handle returns, so that customers get new goods free of charge.", "guarantees"),
    ("Book rooms.", "Book rooms, so that guests may choose any room they like.", "guarantees"),
    ("Answer calls.", "Answer calls, so that patients have the right to a second opinion.", "guarantees"),
    ("Coach managers in difficult conversations.", "Hold difficult conversations for managers.", "scope"),
    ("Write adverts together with the hiring managers.", "Write adverts on behalf of the hiring managers.", "participants"),
    ("Report incidents and take part in reviews after each shift.", "Take part in reviews of incidents after each shift.", "acts"),
]  # fmt: skip
FAITHFUL = [
    ("Answer tickets within 24 hours.", "Answer tickets within 24 hours, so that customers know where they stand."),
    ("Maintain confidentiality of patient data.", "Keep patient data confidential."),
    ("Maintain a range of tools.", "Maintain tools."),
    ("Manage a team.", "Manage a team, which helps customers get answers."),
    ("Help manage a team.", "Assist in managing a team."),
    ("Work with Oracle and SAP.", "Work with SAP and Oracle, so that suppliers are paid."),
    ("Handle returns.", "Handle returns, so that customers get their money back."),
    ("Coach managers in difficult conversations.", "Train managers in difficult conversations."),
    ("Write adverts together with the hiring managers.", "Write adverts with the hiring managers."),
    ("Report incidents and take part in reviews.", "Take part in reviews and report incidents."),
    ("Sign letters on behalf of the directors.", "Sign letters in the name of the directors."),
]


@pytest.mark.parametrize(("original", "rewrite", "check"), FAULTS)
def test_a_fault_of_a_word_is_found(original: str, rewrite: str, check: str) -> None:
    verdict = verify(original, rewrite)
    assert not verdict.passed
    assert check in told(verdict)


@pytest.mark.parametrize(("original", "rewrite"), FAITHFUL)
def test_what_looks_like_one_passes(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert verdict.passed, verdict
