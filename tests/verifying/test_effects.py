"""What an added effect claims too much: told with its place and a reason, and never a refusal by itself."""

from __future__ import annotations

import pytest

import jdrewrite
from jdrewrite.model import Block, BlockKind, Document, Fact
from jdrewrite.verifying import verify

DUTY = "Check incoming crates against the delivery note."


def told(effect: str, check: str) -> list[Fact]:
    verdict = verify(DUTY, DUTY.replace(".", f", {effect}."))
    assert verdict.passed, verdict
    return [fact for fact in verdict.warnings if fact.check == check]


@pytest.mark.parametrize(
    ("effect", "check", "words"),
    [
        ("so that each customer pays only for what arrived", "promise", "each customer pays only"),
        ("so that nobody is fully without goods", "promise", "nobody is fully"),
        ("so that customers get the very best goods", "superlative", "the very best"),
        ("so that customers get the freshest fruit at the lowest prices", "superlative", "the lowest"),
        ("so that nobody is blamed by customers", "tone", "blamed"),
    ],
)
def test_an_effect_that_goes_too_far_is_told(effect: str, check: str, words: str) -> None:
    (fact,) = told(effect, check)
    rewrite = DUTY.replace(".", f", {effect}.")
    assert rewrite[fact.start : fact.end] == words


@pytest.mark.parametrize(
    "effect", ["so that customers get what they ordered", "which helps each shop sell fresh fruit"]
)
def test_a_plain_effect_is_not(effect: str) -> None:
    assert not [fact for check in ("promise", "superlative", "tone", "people") for fact in told(effect, check)]


def test_people_of_whom_the_job_description_does_not_speak_are_told() -> None:
    lines = ("Warehouse clerk", DUTY, "Help shoppers carry their goods to the car.")
    blocks = tuple(Block(id=f"b{n}", kind=BlockKind.BULLET, text=t, line=n) for n, t in enumerate(lines, 1))
    context = jdrewrite.analyse(Document(path="x.txt", format="text", title=lines[0], blocks=blocks, source=b""))
    for word, strange in (("patients", True), ("shoppers", False), ("customers", False)):
        verdict = verify(DUTY, DUTY.replace(".", f", so that {word} get fresh fruit."), context=context)
        assert verdict.passed
        assert any(fact.check == "people" for fact in verdict.warnings) is strange, word
