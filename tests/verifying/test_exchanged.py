"""Facts in each other's places, within a statement: the same words, and another meaning."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify

SWAPPED = [
    ("Leads a team of 8 people with 5 years' experience.", "Leads a team of 5 people with 8 years' experience."),
    ("Complete the course in 4 weeks and stay for 5 years.", "Complete the course in 5 weeks and stay for 4 years."),
    ("Answer calls within 2 hours and letters within 10 days.", "Answer calls within 10 hours and letters within 2 days."),
    ("Answer calls within 2 hours and letters within 10 days.", "Answer letters within 2 hours and calls within 10 days."),
    ("Work in Leeds and travel to Dublin once a month.", "Work in Dublin and travel to Leeds once a month."),
    ("The role is based in Leeds, with monthly travel to Dublin.", "The role is based in Dublin, with monthly travel to Leeds."),
    ("Fluent French is required; German is an advantage.", "Fluent German is required; French is an advantage."),
    ("Python is required and Java is a plus.", "Java is required and Python is a plus."),
    ("Must know SAP; Oracle is preferred.", "Must know Oracle; SAP is preferred."),
    ("Check pumps daily and valves monthly.", "Check pumps monthly and valves daily."),
    ("Has 3 years of Java and 5 years of Python.", "Has 5 years of Java and 3 years of Python."),
]  # fmt: skip
SAME = [
    ("Manage a team of 8 and bring 5 years' experience in retail.", "Bring 5 years' experience in retail and manage a team of 8."),
    ("Manage a team of 8 and bring 5 years' experience in retail.", "You manage 8 people and have 5 years of retail experience."),
    ("Fluent French is required; German is an advantage.", "German is an advantage; fluent French is required."),
    ("Python is required and Java is a plus.", "You must know Python, and ideally Java as well."),
    ("Answer calls within 2 hours and letters within 10 days.", "Answer letters within 10 days and calls within 2 hours."),
    ("Keep records in SAP, Oracle and Excel for audits.", "Keep records in Excel, SAP and Oracle for audits."),
    ("Visit sites in Leeds and York by train.", "Visit sites in York and Leeds by train."),
]  # fmt: skip


@pytest.mark.parametrize(("original", "rewrite"), SWAPPED)
def test_facts_that_changed_places_are_a_change(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert not verdict.passed
    assert "exchanged" in {fact.check for fact in verdict.changed}
    assert not verdict.doubtful


@pytest.mark.parametrize(("original", "rewrite"), SAME)
def test_facts_that_moved_with_what_they_are_said_of_are_kept(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert verdict.passed, verdict


def test_what_the_original_says_is_no_purpose_that_was_added() -> None:
    verdict = verify(
        "Fluent French is required; German is an advantage.", "Fluent German is required; French is an advantage."
    )
    assert not verdict.added_purpose


def test_a_reason_is_told_once() -> None:
    verdict = verify("Process 40 vendor invoices in SAP.", "Process 40 vendor invoices.")
    assert [fact.text for fact in verdict.lost] == ["SAP"]
