"""What the judge says of single pairs: which check speaks, where its spans lie, and that nothing makes it fall."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jdrewrite.model import FACTS_OF_ORIGINAL, FACTS_OF_REWRITE, Verdict
from jdrewrite.verifying import verify
from jdrewrite.verifying.checks.wording import reading_level
from tests.part import tries

DUTY = "Process 40 vendor invoices a day in SAP and report errors to the controller."


def checks(facts: tuple) -> set[str]:
    return {fact.check for fact in facts}


def test_every_part_of_a_verdict_with_facts_lies_in_one_of_the_two_texts() -> None:
    parts = [field.name for field in msgspec.structs.fields(Verdict) if field.default == ()]
    assert parts == [*FACTS_OF_ORIGINAL, *FACTS_OF_REWRITE]


@settings(max_examples=tries(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=120), st.text(max_size=120))
def test_any_text_gets_a_verdict_with_spans_inside_it(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert isinstance(verdict, Verdict)
    assert verdict.passed == (not (verdict.lost or verdict.invented or verdict.changed))
    for fact in (*verdict.invented, *verdict.added_purpose):
        assert 0 <= fact.start <= fact.end <= len(rewrite)
    verify(None, rewrite)


def test_a_word_with_a_hyphen_is_told_as_a_whole() -> None:
    old = "Answer calls, e-mails and web chats about bills."
    verdict = verify(old, "Answer people about bills.")
    words = [f.text for f in verdict.lost]
    assert "e-mails" in words
    assert not {"e", "mails"} & set(words)
    assert all(old[f.start : f.end] == f.text for f in verdict.lost)


@settings(max_examples=tries(40), deadline=None)
@given(st.text(max_size=200))
def test_identical_text_passes(text: str) -> None:
    assert verify(text, text).passed


@pytest.mark.parametrize("text", ["", " ", ".", "-", "€", "…", "🙂", "a" * 5000, "1.2.3.", "N/A", "\x00", "§ 4(2)(b)"])
def test_odd_text_does_not_make_it_fall(text: str) -> None:
    assert verify(text, text).passed
    verify(text, DUTY)
    verify(DUTY, text)


def test_white_space_is_no_change() -> None:
    assert verify(DUTY, DUTY.replace(" ", "  \n")).passed


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Handle 2 accounts.", "Handle two accounts."),
        ("Manage a budget of USD 1,500.", "Manage a budget of $1,500."),
        ("Manage a budget of $1.5k.", "Manage a budget of $1,500."),
        ("Manage a budget of $2 million.", "Manage a budget of $2m."),
        ("Raise output by 5%.", "Raise output by five percent."),
        ("Complete training within 6 months.", "Complete training within six months."),
        ("File reports monthly.", "File reports each month."),
        ("Attend meetings every two weeks.", "Attend meetings fortnightly."),
        ("Meet every service level agreement (SLA).", "Meet every SLA."),
        ("Send it by the 5th.", "Send it by the fifth."),
        ("Organise visits to the centre.", "Organize visits to the center."),
    ],
)
def test_the_same_fact_in_another_form_is_kept(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert verdict.passed, verdict


@pytest.mark.parametrize(
    ("rewrite", "where", "check"),
    [
        (DUTY.replace("40", "50"), "lost", "figures"),
        (DUTY.replace("40", "50"), "invented", "figures"),
        (DUTY.replace("SAP", "Oracle"), "lost", "names"),
        (DUTY.replace("SAP", "Oracle"), "invented", "names"),
        (DUTY.replace(" and report errors to the controller", ""), "lost", "acts"),
        (DUTY + " You also train clerks.", "invented", "acts"),
        (DUTY.replace("Process", "You may process"), "changed", "modality"),
        (DUTY.replace("Process", "Do not process"), "changed", "negation"),
        (DUTY.replace("vendor ", ""), "lost", "content"),
        (DUTY.replace("a day", "a week"), "lost", "frequency"),
        (DUTY.replace(".", ", with authority to waive fees."), "invented", "rights"),
        (DUTY.replace(".", " every time, without fail."), "invented", "guarantees"),
        (DUTY.replace("Process", "Process all"), "changed", "frequency"),
    ],
)
def test_the_right_check_speaks(rewrite: str, where: str, check: str) -> None:
    verdict = verify(DUTY, rewrite)
    assert not verdict.passed
    assert check in checks(getattr(verdict, where)), verdict


def test_an_effect_on_customers_is_listed_with_its_span_and_passes() -> None:
    rewrite = DUTY.replace(".", ", so that customers get their orders on time.")
    verdict = verify(DUTY, rewrite)
    assert verdict.passed, verdict
    (purpose,) = verdict.added_purpose
    assert "customers get their orders" in rewrite[purpose.start : purpose.end]


def test_a_purpose_may_not_smuggle_a_figure_a_name_or_a_promise() -> None:
    for effect in ("in 3 hours", "through Zendesk", "every time", "and never wait"):
        assert not verify(DUTY, DUTY.replace(".", f", so that customers get answers {effect}.")).passed


def test_an_inward_end_may_go_but_not_its_figure() -> None:
    assert verify("Call clients to increase revenue.", "Call clients so that they get what they need.").passed
    kept = verify("Call clients to increase revenue by 8%.", "Call clients so that they get what they need.")
    assert "figures" in checks(kept.lost)


def test_participants_that_change_places_are_noticed() -> None:
    verdict = verify("Translate texts from German into English.", "Translate texts from English into German.")
    assert "participants" in checks(verdict.changed)


def test_a_contrary_is_a_change() -> None:
    assert "opposites" in checks(verify("Serve existing clients.", "Serve new clients.").changed)


def test_helping_with_work_is_not_doing_it() -> None:
    verdict = verify("Assist the nurse in charting.", "Do the charting.")
    assert not verdict.passed
    assert "scope" in checks(verdict.changed)


@pytest.mark.parametrize(
    "text",
    [
        "We are an equal opportunity employer.",
        "Salary: $50,000 to $60,000 per year.",
        "Reasonable accommodations are available on request.",
        "This description is not intended to be an exhaustive list of duties.",
    ],
)
def test_notices_and_pay_are_locked(text: str) -> None:
    verdict = verify(text, text.replace(".", " and we serve our customers."))
    assert checks(verdict.changed) == {"locked"}


def test_a_locked_section_locks_its_text_and_a_duty_about_law_is_free() -> None:
    assert not verify("Free parking.", "Parking that is free.", section="benefits").passed
    assert not verify("CDL licence needed.", "A CDL licence is needed.", section="requirements").passed
    duty = "Conduct background checks on applicants."
    assert verify(duty, duty.replace(".", ", so that residents are safe.")).passed


def test_a_new_line_names_its_commitment_and_may_hold_an_act_and_a_right() -> None:
    verdict = verify(None, "Read complaints each month, and decide which to raise with the team.")
    assert verdict.passed, verdict
    assert "agreement" in checks(verdict.warnings)


@pytest.mark.parametrize(
    "line",
    [
        "Answer 40 calls a day.",
        "Log every call in Zendesk.",
        "Guarantee an answer.",
        "Hold a bachelor's degree.",
        "Salary: $50,000 to $60,000 per year.",
    ],
)
def test_a_new_line_may_not_invent(line: str) -> None:
    assert not verify(None, line).passed


def test_warnings_do_not_fail_a_rewrite() -> None:
    long = ", so that customers who ask, customers who wait and customers who worry get an answer they can use"
    verdict = verify(
        "Answer calls.", "Answer calls" + long + " on the very day on which they need it and in their own words."
    )
    assert verdict.passed, verdict
    assert {"length", "stuffing"} <= checks(verdict.warnings)


def test_a_coded_word_is_told() -> None:
    verdict = verify("Serve guests.", "Serve guests, so that people feel at home in a competitive market.")
    assert any("competitive" in fact.text for fact in verdict.warnings if fact.check == "coded")


def test_a_word_of_the_work_itself_is_told_in_a_heap_only() -> None:
    one = verify("Keep the files.", "Keep the confidential files, so that those who decide have the facts before them.")
    assert "coded" not in checks(one.warnings)
    assert "coded" in checks(verify(None, "Lead with independent decisions.").warnings)
    assert "coded" in checks(verify(None, "Show confident manners.").warnings)
    assert "coded" not in checks(verify(None, "Train athletes who compete.").warnings)
    assert "coded" in checks(verify(None, "Be competent with guests.").warnings)


def test_calm_towards_the_angry_frightens_nobody() -> None:
    assert "tone" not in checks(verify(None, "Calm and courtesy towards guests who are angry").warnings)
    assert "tone" in checks(verify("Answer calls.", "Answer calls, so that no guest is angry.").warnings)


def test_long_words_read_harder() -> None:
    hard = reading_level("Organisational responsibilities necessitate interdepartmental communication.")
    assert hard > reading_level("You talk with other teams.")
    assert reading_level("") == 0.0


@pytest.mark.parametrize(
    ("original", "rewrite", "check"),
    [
        ("Hand over the keys once the lease is signed.", "Hand over the keys before the lease is signed.", "sequence"),
        ("This may involve work at night.", "You do night work, which may be long.", "modality"),
        ("Must label finished goods.", "You can label finished goods.", "modality"),
        ("Serve potential buyers.", "Serve existing buyers.", "opposites"),
        ("Label crates to be loaded on lorries.", "Label crates and load them on lorries.", "scope"),
        ("Coach drivers in the depot.", "Coach drivers and others in the depot.", "scope"),
    ],
)
def test_small_words_that_turn_a_fact_around_are_noticed(original: str, rewrite: str, check: str) -> None:
    assert check in checks(verify(original, rewrite).changed)


@pytest.mark.parametrize(
    ("original", "rewrite", "check"),
    [
        ("Coach the drivers.", "Coach the drivers who report to you.", "rights"),
        (
            "Help drivers plan their rounds.",
            "Help drivers plan, and everyone on the team will be on time.",
            "guarantees",
        ),
        ("Help measure the stock.", "Help increase the stock.", "acts"),
        ("Responsible for safety training.", "Attend safety training.", "acts"),
    ],
)
def test_what_nobody_said_is_invented(original: str, rewrite: str, check: str) -> None:
    assert check in checks(verify(original, rewrite).invented)


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("Serve shops from small stalls up to the ten chains.", "Serve shops from small stalls to the ten chains."),
        ("Order parts when necessary.", "Order parts where these are needed."),
        ("Meet your trainees in 1:1s.", "Meet your trainees one to one."),
        ("Help all PMs plan.", "Help every PM plan."),
        ("Write down client requirements.", "Write down what a client requires."),
        ("Assist guests in understanding their bill.", "Help guests make sense of their bill."),
        ("Do work of some degree of difficulty.", "Do work of some difficulty."),
        ("Share unfinished drawings.", "Share drawings before they are finished."),
    ],
)
def test_the_same_fact_in_other_small_words_passes(original: str, rewrite: str) -> None:
    assert verify(original, rewrite).passed
