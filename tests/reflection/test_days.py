"""Days as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.reflection.days import day_of

TODAY = date(2026, 11, 25)  # a Wednesday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-12-31", "2026-12-31"),
        ("31 December", "2026-12-31"),
        ("by the 3rd of March", "2027-03-03"),
        ("Jan 7, 2028", "2028-01-07"),
        ("in 3 weeks", "2026-12-16"),
        ("in a month", "2026-12-25"),
        ("Friday", "2026-11-27"),
        ("wednesday", "2026-12-02"),
        ("tomorrow", "2026-11-26"),
        ("end of the month", "2026-11-30"),
        ("next quarter", "2027-02-25"),
        ("31 February", None),
        ("some day", None),
        ("", None),
    ],
)
def test_days(words: str, day: str | None) -> None:
    found = day_of(words, TODAY)
    assert (found.isoformat() if found else None) == day


@given(st.text(max_size=40), st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_anything_is_a_day_or_none(words: str, today: date) -> None:
    assert day_of(words, today) is None or isinstance(day_of(words, today), date)
