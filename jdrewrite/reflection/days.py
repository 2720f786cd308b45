"""Reads a day as people write it in an answer."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_NAMED = re.compile(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? (@[a-z]*)|(@[a-z]*) (\d{1,2})(?:st|nd|rd|th)?)\b".replace(
        "@", f"(?:{'|'.join(_MONTHS)})"
    )
)
_YEAR = re.compile(r"\b(20\d\d)\b")
_SPAN = re.compile(r"\b(\d{1,3}|a|an|one|two|three|four|five|six) (day|week|month)s?\b")


def day_of(words: str, today: date) -> date | None:
    """Return the day that is meant, None where none can be made out.

    Args:
        words: "2026-12-31", "31 December", "in 3 weeks", "next month", "end of the month", "Friday", "tomorrow".
        today: from which it counts; a day without a year is the next one of that name.
    """
    text = words.lower().replace(",", " ").replace(".", " ")
    text = " ".join(text.split())
    if found := _ISO.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    return _by_month(text, today) or _by_span(text, today) or _by_word(text, today)


def _by_month(text: str, today: date) -> date | None:
    for found in _NAMED.finditer(text):
        name, number = (found[2], found[1]) if found[1] else (found[3], found[4])
        month = _MONTHS.index(name[:3]) + 1
        if year := _YEAR.search(text):
            return _day(int(year[1]), month, int(number))
        this = _day(today.year, month, int(number))
        return this if this is None or this >= today else _day(today.year + 1, month, int(number))
    return None


def _by_span(text: str, today: date) -> date | None:
    if not (found := _SPAN.search(text)):
        return None
    count = _NUMBERS.get(found[1]) or int(found[1])
    if found[2] == "month":
        return _months_on(today, count)
    return today + timedelta(days=count * (7 if found[2] == "week" else 1))


def _by_word(text: str, today: date) -> date | None:
    if "today" in text:
        return today
    if "tomorrow" in text:
        return today + timedelta(days=1)
    if "end of the month" in text or "month end" in text or "end of month" in text:
        return today.replace(day=monthrange(today.year, today.month)[1])
    if "next week" in text:
        return today + timedelta(days=7)
    if "next month" in text:
        return _months_on(today, 1)
    if "next quarter" in text:
        return _months_on(today, 3)
    for word in text.split():
        if word[:3] in _WEEKDAYS and word.endswith("day"):
            return today + timedelta(days=(_WEEKDAYS.index(word[:3]) - today.weekday() - 1) % 7 + 1)
    return None


def _months_on(today: date, count: int) -> date:
    year, month = divmod(today.month - 1 + count, 12)
    year, month = today.year + year, month + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
