"""Times of day and days of the calendar in digits: "8 am" is no "8 pm", "5 pm" is "17:00", "2025-04-03" is "3 April 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.verifying.outcome import Found
from jdrewrite.verifying.texts import leading_to

_HALF = re.compile(
    r"(?<![\w.:/])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?"
    r"(?:\s?(?P<half>[ap])(?:\.\s?m\.?|m)(?!\w)| (?:o[’']clock )?in the (?P<part>morning|afternoon|evening)\b| o[’']clock (?P<night>at night)\b| (?P<noon>noon)\b)",
    re.IGNORECASE,
)
"""A time with the half of the day in which it lies."""
_FIRST = re.compile(
    r"(?<![\w.:/])(?P<between>between )?(?<![\w.:/])(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5]\d))?\s?(?:[-–—]|to\b|until\b|till\b|(?P<and>and\b))\s?$",
    re.IGNORECASE,
)
"""The first of two times of which only the second names its half: "9-5pm"."""
_DAY_LONG = re.compile(r"(?<![\w.:/])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?![\d:])")
_RATIO = re.compile(r"\bratios?\b", re.IGNORECASE)
_ISO = re.compile(r"(?<![\d/-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?![\d-])")
_NUMBERS = re.compile(
    r"(?<![\d/.-])(?P<one>\d{1,2})(?P<sep>[/.-])(?P<two>\d{1,2})(?P=sep)(?P<year>(?:19|20)\d\d|(?<=/)\d\d)(?![\d/-])"
)
MONTHS = "january february march april may june july august september october november december".split()
_NOON, _DAYS = 12, 31


def times(text: str) -> Iterator[Found]:
    """Yield the times of day, each as its hours and minutes from midnight."""
    taken = []
    for match in _HALF.finditer(text):
        late = _late(match)
        taken.append(match.span())
        yield _time(match, late=late), match.group(), *match.span()
        lead = leading_to(text, match.start())
        first = _FIRST.search(lead)
        if first and (first["between"] or not first["and"]):
            start = match.start() - len(lead) + first.start("hour")
            end = match.start() - len(lead) + first.end("minute" if first["minute"] else "hour")
            taken.append((start, end))
            earlier = _time(first, late=late) < _time(match, late=late)
            yield _time(first, late=late if earlier else not late), text[start:end], start, end
    for match in () if _RATIO.search(text) else _DAY_LONG.finditer(text):
        if not any(start <= match.start() < end for start, end in taken):
            yield f"{int(match['hour']):02}:{match['minute']}", match.group(), *match.span()


def _late(match: re.Match[str]) -> bool:
    """Tell whether a time lies in the second half of the day."""
    return bool(match["noon"] or match["night"]) or (match["half"] or match["part"] or "").lower() in {
        "p", "afternoon", "evening"
    }  # fmt: skip


def _time(match: re.Match[str], *, late: bool) -> str:
    return f"{int(match['hour']) % _NOON + (_NOON if late else 0):02}:{match['minute'] or '00'}"


def days(text: str) -> Iterator[Found]:
    """Yield the parts of a date in digits whose order is sure, as a date in words has them; of any other, nothing."""
    for match in _ISO.finditer(text):
        yield from _parts(match, int(match["day"]), int(match["month"]))
    for match in _NUMBERS.finditer(text):
        one, two = int(match["one"]), int(match["two"])
        if _NOON < one <= _DAYS and 0 < two <= _NOON:
            yield from _parts(match, one, two)
        elif _NOON < two <= _DAYS and 0 < one <= _NOON:
            yield from _parts(match, two, one)


def _parts(match: re.Match[str], day: int, month: int) -> Iterator[Found]:
    year = match["year"] if len(match["year"]) > 2 else f"20{match['year']}"
    for form in (str(day), MONTHS[month - 1], year):
        yield form, match.group(), *match.span()
