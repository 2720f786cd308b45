"""Long and hostile statements: the same words over and over are read once in a while, and spans stay right."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify
from jdrewrite.verifying.repeats import shortened

DUTY = "Process vendor invoices in SAP and report errors to the controller. "


@pytest.mark.parametrize("words", ["so ", "not ", "which helps ", "cannot be, ", "no x without "])
def test_repetition_is_cut_and_a_fault_behind_it_is_found_in_its_place(words: str) -> None:
    original, rewrite = words * 3000 + "answer 20 calls", words * 3000 + "answer 30 calls"
    assert len(shortened(original).text) < 2000
    verdict = verify(original, rewrite)
    (lost,), (invented,) = ([f for f in facts if f.check == "figures"] for facts in (verdict.lost, verdict.invented))
    assert original[lost.start : lost.end] == "20"
    assert rewrite[invented.start : invented.end] == "30"


def test_what_people_write_is_read_as_it_is() -> None:
    for text in (DUTY, DUTY * 30, "very " * 20 + "good. " + DUTY * 20):
        assert shortened(text).text == text.strip() or shortened(text).text == text


def test_a_statement_of_many_pages_gets_its_verdict() -> None:
    original = " ".join(f"Check pump {n} in hall {n + 7} and note its pressure." for n in range(200))
    assert verify(original, original.replace("its pressure", "the pressure")).passed
    verdict = verify(original, original.replace("hall 206 ", "hall "))
    assert [fact.text for fact in verdict.lost] == ["206"]
