"""Members of a list that are adverbs or phrases: each is a fact, in whichever words it is said."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify

DROPPED = [
    ("Serve sailors at the quay, over the radio or electronically.", "Serve sailors at the quay or over the radio."),
    ("Serve sailors at the quay, over the radio or electronically.", "Serve sailors over the radio or at the quay."),
    ("Serve sailors in person, by radio and online.", "Serve sailors by radio and online."),
    ("Serve sailors by radio, in person and online.", "Serve sailors by radio and online."),
    ("Report damage verbally and in writing.", "Report damage in writing."),
    ("Mend nets by hand or by machine.", "Mend nets by machine."),
    ("Stack the crates quickly and safely.", "Stack the crates quickly."),
    ("Stack the crates quickly, safely and neatly.", "Stack the crates quickly and neatly."),
    ("Train bell ringers in groups and individually.", "Train bell ringers in groups."),
    ("Send charts by post or electronically to all sailors.", "Send charts by post to all sailors."),
    ("Answer electronically or by radio to all sailors.", "Answer by radio to all sailors."),
]
SAID_OTHERWISE = [
    ("Serve sailors at the quay, over the radio or electronically.", "Serve sailors electronically, at the quay or by radio."),
    ("Serve sailors at the quay, over the radio or electronically.", "Serve sailors at the quay, over the radio or online."),
    ("Serve sailors in person, by radio and online.", "Serve sailors face to face, by radio and online."),
    ("Report damage verbally and in writing.", "Give spoken and written reports of damage."),
    ("Mend nets by hand or by machine.", "Mend nets manually or by machine."),
    ("Stack the crates quickly and safely.", "Stack the crates promptly and safely."),
    ("Stack the crates promptly and neatly.", "Stack the crates quickly and tidily."),
    ("Train bell ringers in groups and individually.", "Train bell ringers in groups and one to one."),
    ("Check the pumps daily and weekly.", "Check the pumps every day and every week."),
    ("Serve sailors politely.", "Serve sailors."),
    ("Mend nets efficiently and quickly.", "Mend nets quickly."),
    ("Mend nets independently and in a crew.", "Mend nets on your own and in a crew."),
    ("Send charts by post or electronically to all sailors.", "Send charts to all sailors by post or online."),
    ("Mend nets carefully and on time.", "Mend nets with care and punctually."),
    ("Serve sailors by radio or electronically.", "Serve sailors by radio or electronically, so that each gets an answer."),
]  # fmt: skip


@pytest.mark.parametrize(("original", "rewrite"), DROPPED)
def test_a_member_that_is_gone_is_lost(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert not verdict.passed
    assert not verdict.doubtful
    assert "members" in {fact.check for fact in verdict.lost}


@pytest.mark.parametrize(("original", "rewrite"), SAID_OTHERWISE)
def test_a_member_in_other_words_or_another_place_is_kept(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert verdict.passed, verdict
