"""Standards of the work that the original does not set are left to a person, never passed unseen."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify
from tests.verifying.told import told

STRICTER = [
    ("Keeps good attendance.", "Keeps perfect attendance."),
    ("Drives a van to the shops.", "Safely drives a van to the shops."),
    ("Drives a van to the shops.", "Drives a van to the shops alone."),
    ("Preparing timelines and budgets.", "Preparing accurate timelines and budgets."),
    ("Keep the stock lists.", "Meticulously keep the stock lists."),
    ("Keep the stock lists.", "Keep the stock lists single-handedly."),
    ("Write reports.", "Write excellent reports."),
    ("Sort the letters.", "Quickly sort the letters."),
]
AS_STRICT = [
    ("Drive the van with regard to the risks of the road.", "Safely drive the van with regard to the risks of the road."),
    ("Keep the lists without mistakes.", "Keep accurate lists, without mistakes."),
    ("Drive the van on your own.", "Drive the van alone."),
    ("Count the stock.", "Count the stock, so that customers get accurate answers."),
    ("Ask whether goods were left.", "Ask whether goods were left alone."),
]  # fmt: skip


@pytest.mark.parametrize(("original", "rewrite"), STRICTER)
def test_a_standard_that_is_new_is_left_to_a_person(original, rewrite):
    verdict = verify(original, rewrite)
    assert not verdict.passed
    assert verdict.doubtful
    assert "standards" in told(verdict)


@pytest.mark.parametrize(("original", "rewrite"), AS_STRICT)
def test_a_standard_that_stood_there_is_none(original, rewrite):
    assert "standards" not in told(verify(original, rewrite))
