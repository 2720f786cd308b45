"""Days as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jdrewrite.reflection.days import day_of, is_habit, told, until

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
        ("30 Feb", None),
        ("end of Q1", "2027-03-31"),
        ("by Q4", "2026-12-31"),
        ("end of the year", "2026-12-31"),
        ("year end", "2026-12-31"),
        ("end of next month", "2026-12-31"),
        ("end of next quarter", "2027-03-31"),
        ("now", "2026-11-25"),
        ("asap", "2026-11-25"),
        ("next Friday", "2026-11-27"),
        ("Friday next week", "2026-12-04"),
        ("in three weeks", "2026-12-16"),
        ("in a fortnight", "2026-12-09"),
        ("a couple of weeks", "2026-12-09"),
        ("in half a year", "2027-05-25"),
        ("within 10 working days", "2026-12-09"),
        ("mid-January", "2027-01-16"),
        ("by March", "2027-03-31"),
        ("start of March", "2027-03-01"),
        ("May", "2027-05-31"),
        ("when I may", None),
        ("marching on", None),
        ("by Christmas", "2026-12-25"),
        ("31.12.", "2026-12-31"),
        ("31.01.2027", "2027-01-31"),
        ("1/15", "2027-01-15"),
        ("14/14", None),
        ("24/7", None),
        ("3-4 weeks", "2026-12-23"),
        ("in 3-4 weeks", "2026-12-23"),
        ("in 2-3 working days", "2026-11-29"),
        ("in 3-4 hours", None),
        ("1/2 year", "2027-05-25"),
        ("in 1/2 a year", "2027-05-25"),
        ("3/4 year", None),
        ("in 1.5 months", "2027-01-09"),
        ("in 2.5 weeks", "2026-12-13"),
        ("at 10.30 on Monday", "2026-11-30"),
        ("at 9.10 on Monday", "2026-11-30"),
        ("Monday, 9.10 am", "2026-11-30"),
        ("Monday 10.30", "2026-11-30"),
        ("on 9.10. at 10.30", "2027-10-09"),
        ("once 2-3 colleagues have tried it, by Friday", "2026-11-27"),
        ("when 2/3 of the team know it, next Friday", "2026-11-27"),
        ("3-4", "2027-04-03"),
        ("31-12 at the latest", "2026-12-31"),
        ("31.2.", None),
        ("by 1st of next month", "2026-12-01"),
        ("by the first of next month", "2026-12-01"),
        ("15th of next month", "2026-12-15"),
        ("the 15th of the month", "2026-12-15"),
        ("31st of this month", "2026-12-31"),
        ("the 31st of next quarter", "2027-01-31"),
        ("the 10th working day of January", "2027-01-14"),
        ("the 40th day of January", None),
        ("once 2 decision makers agree, by Friday", "2026-11-27"),
        ("when 10 marketing people have answered, next week", "2026-12-02"),
        ("after 3 junior colleagues tried it, end of January", "2027-01-31"),
        ("when I have talked to 4 maybe 5 people, in two weeks", "2026-12-09"),
        ("3 sept", "2027-09-03"),
        ("marching on in March", "2027-03-31"),
        ("once a week", None),
        ("every 2 weeks", None),
        ("every Friday", None),
        ("on Fridays", None),
        ("first Monday of each month", None),
        ("the first Tuesday in January", "2027-01-05"),
        ("the last Friday in January", "2027-01-29"),
        ("by the 2nd Friday of January", "2027-01-08"),
        ("the third Thursday of November 2027", "2027-11-18"),
        ("first Monday of the month", "2026-12-07"),
        ("last Friday of this month", "2026-11-27"),
        ("the first Monday of next quarter", "2027-01-04"),
        ("last working day of January", "2027-01-29"),
        ("first day of February", "2027-02-01"),
        ("the first week of January", "2027-01-07"),
        ("second half of January", "2027-01-31"),
        ("the first Friday after Easter", None),
        ("a Friday in January", None),
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


def test_a_day_is_told_so_that_a_wrong_one_is_seen() -> None:
    assert told("2026-11-27") == "Friday, 27 November 2026"
    assert until("2026-11-27") == "by 2026-11-27"


@pytest.mark.parametrize(
    "words", ["Every Friday.", "monthly", "ongoing", "once a week", "first Monday of each month", "on weekdays"]
)
def test_how_often_is_a_habit_and_told_as_it_was_said(words: str) -> None:
    assert is_habit(words)
    assert (told(words), until(words)) == (words, words)


@pytest.mark.parametrize("words", ["Friday", "in 3 weeks", "end of the month", "2027-01-31", "the first Monday in May"])
def test_a_day_is_no_habit(words: str) -> None:
    assert not is_habit(words)
