"""What an added end may not take upon the house, and what near to it is plain English; and one change told once."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify
from tests.verifying.told import told


@pytest.mark.parametrize(
    "end",
    [
        "so that customers who prove hardship get more time",
        "so that no customer has to wait",
        "so that customers are phoned when a payment bounces",
        "so that a colleague calls customers when a payment bounces",
        "so that customers receive a discount",
        "so that every customer is answered",
    ],
)
def test_a_right_a_duty_or_a_promise_to_all_is_in_doubt(end: str) -> None:
    verdict = verify("Post payments.", f"Post payments, {end}.")
    assert verdict.doubtful
    assert told(verdict) == {"pledges"}


@pytest.mark.parametrize(
    "end",
    [
        "so that customers can get more time",
        "so that customers get no reminder",
        "so that customers are phoned by someone who knows them",
        "so that no customer has to wait because of a missing page",
        "so that customers whose payments bounce know what to do",
    ],
)
def test_what_they_can_do_and_what_the_work_brings_about_is_none(end: str) -> None:
    verdict = verify("Post payments.", f"Post payments, {end}.")
    assert verdict.passed, verdict


def test_what_the_original_gives_is_none() -> None:
    assert verify("Grant discounts.", "Grant discounts, so that customers get a discount.").passed


def test_a_change_is_told_once() -> None:
    verdict = verify("Check the lifts.", "Check the lifts when the landlord requires it.")
    words = [fact.text for fact in verdict.changed if "require" in fact.text]
    assert len(words) == 1, words
