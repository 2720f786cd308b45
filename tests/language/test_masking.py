"""Personal data is masked on the way in, and what is no personal data stays."""

import re
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jdrewrite.language.masking import masked
from tests.part import tries


@pytest.mark.parametrize(
    ("text", "gone", "mask"),
    [
        ("Mail me at jo.smith+x@mail.co.uk please", "jo.smith", "[e-mail]"),
        ("Call +44 20 7946 0958 after six", "7946", "[phone]"),
        ("Call (020) 7946-0958", "7946", "[phone]"),
        ("My card 4111 1111 1111 1111 was declined", "4111", "[card]"),
        ("Card 5500-0000-0000-0004.", "5500", "[card]"),
        ("Into DE89 3704 0044 0532 0130 00 please", "3704", "[account]"),
        ("Order 12345678 never came", "12345678", "[number]"),
        ("my name is jo smith", "smith", "[name]"),
        ("I spoke to Maria Gonzalez yesterday", "Gonzalez", "[name]"),
        ("Regards, Peter", "Peter", "[name]"),
        ("Ask Mrs. Okafor", "Okafor", "[name]"),
        ("tell dr. lee to call", "lee", "[name]"),
        ("mrs jones was rude", "jones", "[name]"),
        ("Why did John Miller charge me twice?", "Miller", "[name]"),
        ("Thanks @joe_s!", "joe_s", "[name]"),
        ("Refund to account 21000418450200051332 today", "2100", "[number]"),
        ("Call me,5551234567", "555", "[number]"),
        ("Acct.12345678 was charged twice", "1234", "[number]"),
        ("Ring 555\u2013123\u20134567 after six", "555", "[phone]"),
        ("Ring 555 - 123 - 4567", "555", "[phone]"),
        ("card 4111\u20131111\u20131111\u20131111", "1111", "[card]"),
        ("card 4111\u00a01111\u00a01111\u00a01111", "1111", "[card]"),
        ("My IBAN is gb29 nwbk 6016 1331 9268 19.", "nwbk", "[account]"),
        ("at48 3200 0000 1234 5864 is it", "at48", "[account] is it"),
        ("DE89-3704-0044-0532-0130-00", "DE89", "[account]"),
        ("SSN 123-45-6789", "6789", "[number]"),
        ("Acct12345678x", "1234", "[number]"),
        ("Orders 5,12345678", "1234", "[number]"),
        ("paid $5 4111 1111 1111 1111", "1111", "[number]"),
        ("99-88-7766 it is", "7766", "[phone]"),
    ],
)
def test_masked(text: str, gone: str, mask: str) -> None:
    [found] = masked([text])
    assert gone not in found
    assert mask in found


@pytest.mark.parametrize(
    "text",
    [
        "It took 3 weeks and cost 1,250.00 euros",
        "my dr. listens, and the dr. refused it",
        "dr. took ages",
        "On 2026-11-25 I paid with Apple Pay",
        "Can I use my Visa at the Monday market?",
        "Dear Sir, this is Customer Service of Swift",
        "between 25/11/2026 and today",
        "Order 2024-01-01 12345",
        "12345 came on 12/31/2024 at 12:30",
        "between 2019\u20132021 and in 2023 - 2024",
        "$100000 - 200000, or \u20ac 1 250 000, or 1,234,567.89",
        "co19 were they here when that came",
    ],
)
def test_what_is_nobody_s_stays(text: str) -> None:
    assert masked([text]) == [text]


@given(st.lists(st.text(max_size=80), max_size=5))
@settings(max_examples=tries(40), deadline=None)
def test_any_text_can_be_masked_and_masking_again_changes_nothing_of_form(texts: list[str]) -> None:
    once = masked(texts)
    assert len(once) == len(texts)
    assert all("@" not in text or "@" in before for before, text in zip(texts, once, strict=True))


SEPARATORS = ["", " ", "-", ".", "/", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212", "\u00a0", "\u202f", " - ", ") "]


@given(
    st.lists(st.tuples(st.from_regex(r"\A[0-9]{3,5}\Z"), st.sampled_from(SEPARATORS)), min_size=2, max_size=6),
    st.sampled_from([*" ,.:#(+x_", ", ", "(0"]),
    st.sampled_from(["", ",", ".", ")", " ok", "x", " 2"]),
)
@settings(max_examples=tries(300), deadline=None)
def test_no_long_number_stays_whatever_parts_its_digits(groups: list[tuple[str, str]], before: str, after: str) -> None:
    number = "".join(digits + sign for digits, sign in groups[:-1]) + groups[-1][0]
    assume(not all(1900 <= int(digits) < 2100 for digits, _ in groups))  # from a year to another
    [found] = masked([f"ring{before}{number}{after}"])
    assert not any(digits in found for digits, _ in groups)


@given(st.from_regex(r"\A[0-9]{6,30}\Z"), st.text(" ,.:#(x", max_size=2))
@settings(max_examples=tries(100), deadline=None)
def test_no_long_number_stays_however_long_it_is(number: str, before: str) -> None:
    [found] = masked([f"number{before}{number} it was"])
    assert not re.search(r"\d", found)


NAMED = (
    "Maria noticed it at once.",
    "Joanne knows her trade.",
    "Thank you, Ian!",
    "Call Jo Baker on Monday.",
    "It was Anna van Dijk who helped.",
    "Thomas's colleague was rude.",
    "On Friday Fatima called back.",
    "When I rang, Okafor told me to wait.",
)
PLAIN = (
    "Director of Outreach, Marketing (Content) or Engineering",
    "Experience with NoSQL Databases and the Salesforce platform",
    "Helping Veterans access what they need",
    "Will you mark the bill in May?",
    "Grace is what I miss here.",
    "He said that my Card is blocked.",
    "Analyzing and Testing, Logging and Learning",
    "It costs 250000.0 or $180,000 a year",
    "Machine Setup Technician, Second Shift",
)


@pytest.mark.parametrize("text", NAMED)
def test_names_without_a_cue(text: str) -> None:
    [found] = masked([text])
    assert found != text
    assert "[name]" in found


@pytest.mark.parametrize("text", PLAIN)
def test_words_of_work_with_a_capital_stay(text: str) -> None:
    assert masked([text]) == [text]


def test_job_descriptions_of_the_examples_hold_no_names() -> None:
    folder = Path(__file__).parents[2] / "examples" / "markdown"
    lines = [line for path in folder.glob("*.md") for line in path.read_text(encoding="utf-8").splitlines() if line]
    changed = [(a, b) for a, b in zip(lines, masked(lines), strict=True) if a != b]
    assert not changed
