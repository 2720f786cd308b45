"""Advice is of the work that a text tells of: of a function that is hardly more than a guess it would be of other work."""

import msgspec

import jdrewrite
from jdrewrite.analysis.advice import fill
from jdrewrite.analysis.entries import LINES_FROM
from jdrewrite.catalogue import GENERAL, functions

TEXT = """# Helper

## Duties

- Help with what there is to do.
- Keep tools in their place.
"""


def advice(monkeypatch, confidence):
    def guessed(*args, **_):
        return (msgspec.structs.replace(first, confidence=confidence),)

    first = jdrewrite.analyse(document(), function="purchasing").function[0]
    monkeypatch.setattr("jdrewrite.analysis.entries._guesses", guessed)
    return {f.rule: f.suggestion for f in jdrewrite.analyse(document()).findings}


def document():
    return jdrewrite.read_bytes(TEXT.encode(), "jd.md")


def test_a_guess_of_the_function_gets_the_advice_for_any_job(monkeypatch):
    word = jdrewrite.analyse(document()).customer_word.plural
    own, any_job = ({fill(line, word) for line in functions()[f].lines("voice")} for f in ("purchasing", GENERAL))
    known, guess = (advice(monkeypatch, c)["voice.missing"].partition(": ")[2] for c in (LINES_FROM, LINES_FROM - 0.01))
    assert known in own
    assert guess in any_job - own


def test_whoever_has_a_sentence_of_purpose_is_not_told_to_open_with_another() -> None:
    def missing(about: str) -> str:
        text = f"# Billing clerk\n\n{about}\n\n## Duties\n\n- Enter invoices.\n- File the forms.\n- Post payments.\n"
        found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "jd.md"))
        return found.score.lens("frame").missing[0].text

    assert "Open with one sentence: this role exists to" in missing("")
    plain = missing("Under the finance director, the billing clerk is responsible for preparing and mailing bills.")
    assert "Open with" not in plain
    assert "Say in the sentence that is there what good the work does: this role exists to" in plain
    good = missing("This role exists to help customers understand what they owe.")
    assert "exists" not in good
    assert "Say for whose good it is done, as the purpose does." in good


GUARD = """# School Crossing Guard

## Duties
- Stops traffic so that pupils can cross the street.
- Carries a stop sign.
"""
WARDEN = GUARD.replace("School Crossing Guard", "Parking Enforcement Attendant").replace(
    "Carries", "Writes parking citations and carries"
)


def advised(text: str, **known: str) -> str:
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "job.md"), **known)
    return " ".join(reason.text for part in found.score.lenses for reason in part.missing)


def test_examples_speak_of_nothing_that_the_job_does_not_have() -> None:
    assert "citation" not in advised(GUARD)
    assert "cross" in advised(GUARD)
    assert "citation" in advised(WARDEN)
    flags = WARDEN.replace("parking citations", "notes").replace("Parking Enforcement", "Traffic Control")
    assert "citation" not in advised(flags)


def test_examples_are_of_the_trade_that_the_user_names() -> None:
    text = "# Helper\n\n## Duties\n- Opens the door.\n- Waters the plants.\n"
    assert "library" not in advised(text)
    assert "library" in advised(text, function="training-education/libraries")
    found = jdrewrite.analyse(jdrewrite.read_bytes(text.encode(), "job.md"), function="training-education/libraries")
    assert (found.function[0].name, found.trade) == ("training-education", "libraries")


def test_a_job_that_leads_nobody_is_not_told_to_have_others_do_it() -> None:
    lead = ("have officers", "have the team", "move officers", "give the team")
    assert not any(words in advised(WARDEN).lower() for words in lead)


def test_nothing_is_asked_of_an_aim_of_the_employer() -> None:
    text = (
        "# Content Designer\n\nHarbour Trust is a public body of the region. Our diverse and inclusive culture reflects the "
        "society we live in. We work in teams using Agile methods to innovate and improve services that:\n\n"
        "- Raise standards and provide the best start in life for children\n- {}\n\n## Duties\n\n- Write pages.\n- {}\n"
    )
    aim, duty = "Drive economic growth", "Drive revenue growth"
    read = jdrewrite.analyse(jdrewrite.read_bytes(text.format(aim, duty).encode(), "jd.md"), function="design-creative")
    told = [f.excerpt for f in read.findings if f.rule.startswith("frame.inward")]
    assert told == [duty]
    assert any(f.excerpt.endswith("for children") for f in read.findings if f.level == "strength")
