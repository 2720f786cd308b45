"""A duty in a verb that mostly carries another word, and one in a phrase that mostly gives an end, are duties."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify

ANOTHER_ACT = [
    ("Invite singers to the fair.", "Pay singers for the fair."),
    ("Plan the fair, including inviting singers and booking boats.", "Plan the fair, including paying singers and booking boats."),
    ("Inspect the boats of the club in the inner harbour.", "Move the boats of the club in the inner harbour."),
    ("Train the crew for the tour.", "Motivate the crew for the tour."),
]  # fmt: skip
SAME_ACT = [
    ("Settle the bills of the harbour.", "Pay the bills of the harbour."),
    ("Attend to detail.", "Pay attention to detail."),
    ("Meet skippers weekly.", "Engage skippers weekly."),
    ("Refer sailors to the doctor.", "Put sailors in touch with the doctor."),
]
THE_DUTY_ITSELF = [
    ("Play an active part in generating sales of boats.", "Help people find what suits them."),
    ("Responsible for generating revenue from moorings.", "Help people find what suits them."),
    ("Play an active role in increasing sales on the quay.", "Help people on the quay."),
]


@pytest.mark.parametrize(("original", "rewrite"), ANOTHER_ACT)
def test_a_carrying_verb_done_to_what_another_was_done_to_is_another_act(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert not verdict.passed
    assert "acts" in {fact.check for fact in verdict.lost}
    assert "acts" in {fact.check for fact in verdict.invented}
    assert not {fact.text for fact in verdict.kept} & {fact.text for fact in verdict.lost}


@pytest.mark.parametrize(("original", "rewrite"), SAME_ACT)
def test_a_carrying_verb_that_says_the_same_passes(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert verdict.passed, verdict


@pytest.mark.parametrize(("original", "rewrite"), THE_DUTY_ITSELF)
def test_an_inward_end_may_not_go_where_nothing_else_is_said(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert not verdict.passed
    assert {"acts", "content"} & {fact.check for fact in verdict.lost}


def test_such_an_end_may_go_where_the_work_is_said_beside_it() -> None:
    verdict = verify("Call skippers to increase sales.", "Call skippers, so that they find the boat that suits them.")
    assert verdict.passed, verdict


def test_an_act_that_no_word_says_any_more_is_not_told_as_kept() -> None:
    verdict = verify("Inspect boats.", "Have boats.")
    assert "Inspect" not in {fact.text for fact in verdict.kept}
