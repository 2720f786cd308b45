"""What a figure is besides its digits: sign, money, scale, half of the day, side; and what only looks like it."""

from __future__ import annotations

import pytest

from jdrewrite.verifying import verify
from jdrewrite.verifying.checks.figures import found
from tests.verifying.told import told

FORMS = [
    ("at -18°C", ["-18"]),
    ("minus 20 degrees", ["-20"]),
    ("minus-eighty", ["-80"]),
    ("at \u22122 °C", ["-2"]),
    ("plus or minus 5", ["5"]),
    ("Shifts -5 a week", ["5"]),
    ("5-10 clerks", ["5", "10"]),
    ("COVID-19", ["19"]),
    ("2 °C -8 °C", ["2", "8"]),
    ("$5bn", ["usd5000000000"]),
    ("5 million dollars", ["usd5000000"]),
    ("$5MM", ["usd5000000"]),
    ("US$5m", ["usd5000000"]),
    ("CA$ 5", ["cad5"]),
    ("₹5 lakh", ["inr500000"]),
    ("500 €", ["eur500"]),
    ("¥500", ["jpy500"]),
    ("5 mm", ["5"]),
    ("Python 3.10", ["3.10"]),
    ("2.50 hours", ["2.5"]),
    ("$2.50", ["usd2.5"]),
    ("3.50 GPA", ["3.5"]),
    ("8 a.m.", ["08:00"]),
    ("12 am", ["00:00"]),
    ("12 noon", ["12:00"]),
    ("9-5pm", ["17:00", "09:00"]),
    ("10-11:30 pm", ["23:30", "22:00"]),
    ("between 8 and 11 am", ["11:00", "08:00"]),
    ("5 in the afternoon", ["17:00"]),
    ("8:30 and 17:00", ["08:30", "17:00"]),
    ("a ratio of 1:10", ["1", "10"]),
    ("2025-04-03", ["3", "april", "2025"]),
    ("25/12/25", ["25", "december", "2025"]),
    ("03/04/2025", ["3", "4", "2025"]),
    ("by 5 May", ["5", "may"]),
    ("you may 5 times", ["5"]),
    ("9 Feb 2026", ["9", "2026", "february"]),
    ("double the output", ["x2"]),
    ("double-check the output", []),
    ("2503 | Aide", ["2503"]),
]
FAULTS = [
    ("Keep the error rate < 5%.", "Keep the error rate > 5%.", "bounds"),
    ("Serve more than 500 guests.", "Serve 500 guests.", "bounds"),
    ("Record times to ±5 minutes.", "Record times to +5 minutes.", "bounds"),
    ("Keep waste < 5%.", "Keep waste > 5%, so that waste stays under 5%.", "bounds"),
    ("Submit the claim by 03/04/2025.", "Submit the claim by 04/03/2025.", "bounds"),
    ("Keep downtime at ≤ 2 hours.", "Keep downtime at ≥ 2 hours.", "frequency"),
    ("Be an integral part of launches.", "Be a part of launches.", "degrees"),
]
FAITHFUL = [
    ("Keep waste < 10 %.", "Keep waste under 10 percent."),
    ("Keep the score ≥ 90%.", "Keep the score at or above 90%."),
    ("Watch a team of no more than 20 people.", "Watch a team of at most 20 people."),
    ("Serve customers over the past 5 years.", "Serve customers over the last 5 years."),
    ("Look after the top 10 accounts.", "Look after the 10 top accounts."),
    ("Reduce the time from 10 to 5 days.", "Reduce the time to 5 days from 10."),
    ("Close the books in May.", "In May, close the books."),
    ("Be an integral part of the crew.", "Be integral to the crew."),
    ("As part of the crew, mend the nets.", "Mend the nets as part of the crew."),
]


@pytest.mark.parametrize(("text", "forms"), FORMS)
def test_a_figure_is_read_with_all_that_belongs_to_it(text: str, forms: list[str]) -> None:
    assert [form for form, *_ in found(text)] == forms


@pytest.mark.parametrize(("original", "rewrite", "check"), FAULTS)
def test_another_side_of_a_figure_is_another_fact(original: str, rewrite: str, check: str) -> None:
    verdict = verify(original, rewrite)
    assert not verdict.passed
    assert check in told(verdict)


@pytest.mark.parametrize(("original", "rewrite"), FAITHFUL)
def test_the_same_figure_in_other_words_passes(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert verdict.passed, verdict
