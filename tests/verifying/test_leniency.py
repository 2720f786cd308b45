"""Turns of phrase pass with a warning; what the grammar of a statement needs does not."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Monitor network performance and escalate outages.", "Keep an eye on network performance and raise outages."),
        ("Write weekly reports on stock levels.", "Produce a weekly report about the level of stock."),
        ("Answer tenant complaints within two days.", "Within two days, reply to complaints from tenants."),
        ("Conduct a review of supplier contracts.", "Review the contracts with suppliers."),
        ("Assist residents with meals and medication.", "Help residents with their meals and their medication."),
        ("Document cases that remain unresolved.", "Document cases that we could not resolve."),
    ],
)
def test_other_words_for_the_same_work_pass(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert verdict.passed, verdict


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Check price, part number and notes of each order.", "Check price and notes of each order."),
        ("Carry out preventive maintenance on pumps.", "Carry out maintenance on pumps."),
        ("Follow and document the cleaning process.", "Follow the cleaning process."),
        ("Examine stock for wear and report defects.", "Examine stock for wear."),
        ("Support the HR manager in hiring.", "Lead hiring for the HR manager."),
        ("Lead the design of new services.", "Support the design of new services."),
        ("Help members make decisions on plans.", "Make decisions on plans for members."),
        ("See that objectives are documented and approved.", "Approve objectives and see that they are documented."),
        ("Develop front-end and back-end code.", "Develop front-end code."),
        ("Recommend corrective actions to managers.", "Approve corrective actions for managers."),
    ],
)
def test_what_is_dropped_or_seized_is_found(original: str, rewrite: str) -> None:
    assert not verify(original, rewrite).passed


def test_a_tolerated_word_is_told() -> None:
    verdict = verify(
        "Introduce reporting and define success criteria.", "Introduce reporting and define what success is."
    )
    assert verdict.passed, verdict
    assert all(fact.check != "content" for fact in verdict.lost)


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Explain the ripeness of each cheese to waiters.", "Explain the maturity of each cheese to waiters."),
        ("Greet guests on the terrace each morning.", "Greet guests on the balcony each morning."),
    ],
)
def test_where_another_word_stands_in_its_place_a_person_is_asked(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert not verdict.passed
    assert verdict.doubtful, verdict


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Greet guests and porters on the terrace.", "Greet guests on the terrace."),
        ("Greet guests on the terrace.", "Dismiss guests on the terrace."),
        ("Greet 4 guests on the terrace.", "Greet 5 guests on the balcony."),
        ("You must greet guests on the terrace.", "You may greet guests on the balcony."),
        ("Greet guests on the terrace.", "Greet guests on the terrace."),
    ],
)
def test_what_is_certain_is_no_doubt(original: str, rewrite: str) -> None:
    assert not verify(original, rewrite).doubtful
