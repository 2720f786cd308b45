"""Words that are an act or people in one sense, and a name or a thing in another."""

import pytest

import jdrewrite


def evidence(duty):
    text = f"# Carer\n\n## Duties\n\n- {duty}\n- Wash the cups of residents.\n"
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"))
    first = next(s for s in found.statements if s.text == duty)
    return {(e.rule, first.text[e.start : e.end]) for e in first.evidence}


@pytest.mark.parametrize(
    ("duty", "rule"),
    [
        ("Catch stray or lost animals.", "across.shares.exchange"),
        ("Ensure that allocated duties to care staff are done as the plan of the resident says.", "frame.stewardship.aim"),
        ("Ensure that allocated duties to care staff are done as the plan of the resident says.", "frame.stewardship.help"),
        ("Assist the Registered Nurse with resident reviews.", "frame.stewardship.good_done"),
        ("Determine the level of risk residents may experience.", "voice.yes.listen"),
    ],
)  # fmt: skip
def test_the_other_sense_is_no_strength(duty, rule):
    assert rule not in {name for name, _ in evidence(duty)}


@pytest.mark.parametrize(
    ("duty", "rule"),
    [
        ("See to stray tasks.", "across.shares.exchange"),
        ("Nurse residents.", "frame.stewardship.good_done"),
        ("Write to readers.", "customer.external.named"),
    ],
)
def test_the_sense_that_serves_still_counts(duty, rule):
    assert rule in {name for name, _ in evidence(duty)}


def test_readers_that_are_devices_are_nobody():
    found = evidence("Assists patrons with microfilm readers and reader/printer in Reference.")
    assert not any("reader" in words for name, words in found if name == "customer.external.named")
