"""Promises in words behind "so that": of a time, of being spared something, or of what somebody else would have to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import jdrewrite
from jdrewrite.model import Assessment
from jdrewrite.verifying import verify
from tests.verifying.told import told

DUTY = "Assess patients on admission."
PROMISES = [
    "patients are seen at once",
    "patients are treated immediately",
    "families get an answer straight away",
    "patients are treated without delay",
    "patients are treated promptly",
    "families get a prompt answer",
    "families get an answer on the spot",
    "families get an answer then and there",
    "patients are treated the moment they arrive",
    "families get an answer in a timely manner",
    "the doctor comes the same hour",
    "families get a call the same evening",
    "relatives hear this same evening how it went",
    "patients know by tonight what comes next",
    "patients get their medicines in minutes",
    "patients hear the next morning how it went",
    "every patient goes home without pain",
    "patients are seen without any wait",
    "every family leaves without a question",
]
EFFECTS = [
    "patients can be treated without delay",
    "families can ask on the spot what they want to know",
    "nurses prompt patients to drink",
    "patients see at once where to go",
    "patients understand immediately what is said",
    "doctors can see at once what has been done",
    "patients who are hurt get help at once",
    "the first patient of the day is seen at once",
    "patients leave without a long wait",
    "urgent needs do not keep patients waiting for the next day",
    "patients get the same good care day by day",
    "patients can move without pain",
]


def with_effect(effect: str) -> str:
    """Return the duty with an effect behind it."""
    return DUTY.replace(".", f" so that {effect}.")


@pytest.mark.parametrize("effect", PROMISES)
def test_a_promise_in_words_is_refused(effect: str) -> None:
    verdict = verify(DUTY, with_effect(effect))
    assert not verdict.passed
    assert not verdict.doubtful
    assert "guarantees" in told(verdict)


@pytest.mark.parametrize("effect", EFFECTS)
def test_an_effect_in_plain_english_is_none(effect: str) -> None:
    verdict = verify(DUTY, with_effect(effect))
    assert verdict.passed, verdict


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Call families back the same evening.", "Call families back the same evening, so that they hear the same evening."),
        ("See patients at once.", "See patients at once, so that patients are treated at once."),
        ("See patients in a timely manner.", "See patients promptly."),
        ("Treat urgent cases.", "Treat urgent cases, so that patients are seen without delay."),
        ("Answer questions immediately.", "Answer questions right away."),
        ("Meet families in person.", "Meet families in person, so that they get an answer on the spot."),
        ("Give pain relief.", "Give pain relief, so that every patient sleeps without pain."),
    ],
)  # fmt: skip
def test_what_the_original_says_itself_is_no_promise_of_the_rewrite(original: str, rewrite: str) -> None:
    assert "guarantees" not in told(verify(original, rewrite))


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Answer questions from families.", "Answer questions from families promptly."),
        ("Answer questions from families.", "Answer questions from families right away."),
        ("Answer questions from families.", "Answer questions from families the moment they come in."),
        ("Answer questions promptly.", "Answer questions right away."),
        ("Answer urgent questions.", "Answer urgent questions, so that families get an answer straight away."),
    ],
)
def test_haste_that_the_original_does_not_ask_for_is_refused(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert "guarantees" in told(verdict)
    assert not verdict.passed
    assert not verdict.doubtful


@pytest.fixture
def ward() -> Callable[..., Assessment]:
    def made(*duties: str) -> Assessment:
        text = "\n".join(["Staff Nurse", "", "Duties", *(f"- {duty}" for duty in (DUTY, *duties))])
        return jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "nurse.txt"))

    return made


@pytest.mark.parametrize(
    ("effect", "doer"),
    [("patients are seen by a consultant", "consultant"), ("the doctor comes to those who need it", "doctor")],
)
def test_who_is_named_nowhere_and_would_have_to_do_it_is_in_doubt(
    effect: str, doer: str, ward: Callable[..., Assessment]
) -> None:
    verdict = verify(DUTY, with_effect(effect), context=ward("Write up the notes."))
    assert verdict.doubtful
    assert [fact.check for fact in verdict.changed] == ["people"]
    named = verify(DUTY, with_effect(effect), context=ward(f"Pass on the notes to the {doer}."))
    assert named.passed, named
