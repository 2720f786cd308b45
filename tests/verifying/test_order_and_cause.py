"""What comes first, on what the work hangs, and what is done for what."""

import pytest

from jdrewrite.verifying import verify

CONDITIONS = [
    ("Check the pumps for wear.", "When output falls, check the pumps for wear."),
    ("Give students advice on courses.", "Give students advice on courses if they are in their last year."),
    ("Clean the trays and the racks.", "Clean the trays and, once a guest asks for it, the racks."),
]
ORDER = [
    ("Collect the money and record the sale.", "Record the sale before collecting the money."),
    ("Wash the moulds and sort the labels.", "Sort the labels once the moulds have been washed."),
    ("Wash the moulds and sort the labels.", "Wash the moulds and, after that, sort the labels."),
]
TURNED = [
    ("Improve the quality of parcels by testing the tape.", "Test the tape by improving the quality of parcels."),
    ("Keep the parts list up to date by walking the aisles.", "Walk the aisles by keeping the parts list up to date."),
]


@pytest.mark.parametrize(("original", "rewrite"), CONDITIONS)
def test_a_condition_is_no_effect(original, rewrite):
    assert not verify(original, rewrite).passed


@pytest.mark.parametrize(("original", "rewrite"), ORDER)
def test_an_order_that_the_original_does_not_tell_is_seen(original, rewrite):
    verdict = verify(original, rewrite)
    assert not verdict.passed
    assert any(fact.check == "sequence" for fact in verdict.invented)


@pytest.mark.parametrize(("original", "rewrite"), TURNED)
def test_means_and_end_turned_round_are_seen(original, rewrite):
    assert any(fact.check == "cause" for fact in verify(original, rewrite).changed)


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Answer the phone.", "Answer the phone, before customers lose patience."),
        ("Check deliveries against orders before storing them.", "Check deliveries against orders before they are stored."),
        ("Improve parcels by testing the tape.", "By testing the tape, improve parcels, so that customers get them whole."),
        ("Test the tape to improve parcels.", "Improve parcels by testing the tape."),
        ("Sort the labels as needed.", "Sort the labels when needed."),
    ],
)  # fmt: skip
def test_what_says_the_same_passes(original, rewrite):
    assert verify(original, rewrite).passed
