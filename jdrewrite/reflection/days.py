"""Reads a day as people write it in an answer."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS = "mon tue wed thu fri sat sun".split()
_MONTH_NAMES = "January February March April May June July August September October November December".split()
_WEEKDAY_NAMES = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_NUMBERS = {
    **{name: n for n, name in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)},
    **dict.fromkeys(("a", "an"), 1),
    **dict.fromkeys(("couple of", "a couple of", "a couple"), 2),
    **dict.fromkeys(("a few", "few"), 3),
    "half a": 0.5,
}
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_MONTH = f"(?:sept|{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in map(str.lower, _MONTH_NAMES))})"
"""No other word that begins so: "decision", "marketing", "maybe"."""
_NAMED = re.compile(
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})|({_MONTH}) (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?)\b"
)
_UNIT = r"(?:minute|hour|(?:working |business )?day|week|fortnight|month|quarter|year)s?"
_NO_DAY = "|".join(
    (
        r"24/7\b(?!/)",
        rf"\d+[./-]\d+ (?:an? )?{_UNIT}\b",  # "in 3-4 weeks"
        r"\d+-\d+ (?!(?:and|at|if|in|latest|on|or|please)\b)[a-z]",  # "2-3 colleagues"
        r"\d+/\d+ of\b",
        r"\d+\.(?:00?|1[3-9]|[2-9]\d)\b(?!\.\d)",  # "10.30": behind the point stands no month
        r"(?<=\bat )(?:[01]?\d|2[0-4])\.\d\d\b(?!\.)",
        r"\d+\.\d\d ?(?:am|pm|h|o'clock)\b",
    )
)
"""Two numbers that are no day."""
_NUMBERED = re.compile(rf"\b(?!{_NO_DAY})(\d{{1,2}})([./-])(\d{{1,2}})\b(?:[./-]((?:20)?\d\d)\b)?")
_OF_MONTH = re.compile(rf"\b(?:(start|beginning|begin|early|mid|middle|end|late)[ -]?(?:of )?)?({_MONTH})\b")
_OF_PERIOD = re.compile(
    r"\b(?:(start|beginning|mid|middle|end)[ -]?(?:of )?(?:the )?)?"
    r"(?:(this|next|coming) )?(?:q ?([1-4])|([1-4])(?:st|nd|rd|th) quarter|quarter ([1-4])|(year|quarter|month|week))\b"
)
_FEASTS = {"christmas eve": (12, 24), "christmas": (12, 25), "xmas": (12, 25), "new year's eve": (12, 31)}
_FEASTS |= {"new year": (1, 1), "midsummer": (6, 24)}
_YEAR = re.compile(r"\b(20\d\d)\b")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 0}
_WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_NTH = re.compile(
    rf"\b({'|'.join(_ORDINALS)}|[1-9]\d?(?:st|nd|rd|th)) (?:(working )?(day|week|half)|({_WEEKDAY}))\b"
    rf"(?:(?: (?:in|of))?(?: the)?(?: (?:(this|next|coming) )?({'|'.join(('month', 'quarter', 'year'))}|{_MONTH}))\b)?"
)
""""The second Friday in January", "first week of next month", "last working day of the quarter"."""
_DAY_OF = re.compile(
    r"\b(first|last|\d+(?:st|nd|rd|th)) of (?=(?:(?:the|this|next|coming) ){0,2}(?:month|quarter|year)\b)"
)
""""The 1st of next month"."""
_SOME_DAY_IN = re.compile(
    rf"\b{_WEEKDAY} (?:in|of) (?:the )?(?:(?:this|next|coming) )?(?:month|quarter|year|{_MONTH})\b"
)
""""A Friday in January": which one is not said."""
_HABIT = re.compile(
    rf"\b(?:every|each|daily|weekly|fortnightly|monthly|quarterly|yearly|annually|ongoing|always|constantly|"
    rf"continu(?:al|ous|ously|ally)|permanent(?:ly)?|regular(?:ly)?|whenever|from now on|all the time|{_WEEKDAY}s|"
    rf"on (?:weekdays|working days|weekends)|"
    rf"(?:once|twice|times) (?:a|per)|per (?:day|week|month|quarter|year))\b"
)
_COUNT = "|".join((r"\d{1,3}(?:\.\d{1,2})?", *sorted(_NUMBERS, key=len, reverse=True)))
_SPAN = re.compile(rf"\b(?<![./])({_COUNT}) (working day|day|week|fortnight|month|quarter|year)s?\b")
_OFTEN = re.compile(r"\b(?:every|each|times|once|twice|per)\s*$")
"""Before "a week": how often, and no day."""
_DAYS = {"working day": 1.4, "day": 1, "week": 7, "fortnight": 14}
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
_NOW = re.compile(r"\b(?:today|tonight|now|right away|immediately|at once|straight away|asap|as soon as possible)\b")


def day_of(words: str, today: date) -> date | None:
    """Return the day that is meant, None where none can be made out.

    Args:
        words: "2026-12-31", "31.12.", "31 December", "in 3 weeks", "next month", "end of Q1", "mid January", "Friday",
            "next Friday", "by Christmas", "tomorrow", "now". Two numbers are day and month, unless only the other way
            round gives a day, or they are a time, a share, or how many there are of something.
        today: from which it counts; a day without a year is the next one of that name. Of a stretch of time the last
            day is meant, unless its beginning or middle is named. How often something is done is no day.
    """
    text = _plain(words)
    if _HABIT.search(text):
        return None
    if found := _ISO.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERED.search(text):
        return _by_numbers(found, today)
    text = re.sub(r"\b1/2 (?:an? )?", "half a ", re.sub(r"(?<!\d)\.|\.(?!\d)", " ", text))
    text = " ".join(_DAY_OF.sub(r"\1 day of ", text).replace("first of", "1 of").split())
    if (nth := _NTH.search(text)) or _SOME_DAY_IN.search(text):
        return _by_ordinal(nth, _YEAR.search(text), today) if nth else None
    text = re.sub(r"\b(month|quarter|year)[ -]end\b", r"end of \1", text)
    for read in (_by_month, _by_span, _by_word, _by_feast, _by_stretch):
        if day := read(text, today):
            return day
    return None


def _plain(words: str) -> str:
    return " ".join(words.lower().replace(",", " ").replace("’", "'").split()).rstrip(".!?")


def is_habit(words: str) -> bool:
    """Tell whether words say how often something is done, and not by when: "every Friday", "monthly", "ongoing"."""
    return bool(_HABIT.search(_plain(words)))


def until(said: str) -> str:
    """Return what was said to "By when?" as it stands behind a commitment: a habit in its own words, else "by ..."."""
    return f"by {said}" if _ISO.fullmatch(said) else said


def told(day: str) -> str:
    """Return a day of ISO 8601 in words: "Friday, 27 November 2026"; a habit is told as it was said."""
    if not _ISO.fullmatch(day):
        return day
    found = date.fromisoformat(day)
    return f"{_WEEKDAY_NAMES[found.weekday()]}, {found.day} {_MONTH_NAMES[found.month - 1]} {found.year}"


def _by_numbers(found: re.Match[str], today: date) -> date | None:
    one, other = int(found[1]), int(found[3])
    orders = ((other, one), (one, other))
    year = int(found[4]) + (2000 if len(found[4]) == 2 else 0) if found[4] else 0
    for month, number in orders:
        if day := _day(year or today.year, month, number):
            return day if year or day >= today else _day(today.year + 1, month, number)
    return None


def _by_ordinal(found: re.Match[str], year: re.Match[str] | None, today: date) -> date | None:
    """Return the next day that is such a one of its month, quarter or year; None where no such stretch is named."""
    working, part, weekday, which, of = found.groups()[1:]
    if not of or (of in _MONTHS_OF and year):
        return None
    months = _MONTHS_OF.get(of, 1)
    if of in _MONTHS_OF:
        first = date(today.year, (today.month - 1) // months * months + 1, 1)
        starts = [_months_on(first, months * n) for n in ((1,) if which in {"next", "coming"} else (0, 1))]
    else:
        month = _MONTHS.index(of[:3]) + 1
        starts = [date(n, month, 1) for n in ([int(year[1])] if year else [today.year, today.year + 1])]
    count = _ORDINALS[found[1]] if found[1] in _ORDINALS else int(found[1][:-2])
    nth = (_nth_of(count, part or weekday, bool(working), start, _within(start, months, "")) for start in starts)
    days = [day for day in nth if day]
    return next((day for day in days if day >= today), days[-1] if days else None)


def _nth_of(count: int, part: str, working: bool, first: date, last: date) -> date | None:
    """Return the last day of the nth part of a stretch, or its nth day of a kind; 0 is the last, None for none."""
    if part == "half":
        return first + (last - first) / 2 if count == 1 else last
    if part == "week":
        return first + timedelta(days=7 * count - 1) if count else last
    fits = [day for n in range((last - first).days + 1) if _is_kind(day := first + timedelta(days=n), part, working)]
    return fits[count - 1] if count <= len(fits) else None


def _is_kind(day: date, part: str, working: bool) -> bool:
    return day.weekday() < 5 if working else part == "day" or _WEEKDAYS[day.weekday()] == part[:3]


def _by_month(text: str, today: date) -> date | None:
    for found in _NAMED.finditer(text):
        name, number = (found[2], found[1]) if found[1] else (found[3], found[4])
        month = _MONTHS.index(name[:3]) + 1
        if year := _YEAR.search(text):
            return _day(int(year[1]), month, int(number))
        return _coming(today, month, int(number))
    return None


def _by_span(text: str, today: date) -> date | None:
    if not (found := _SPAN.search(text)) or _OFTEN.search(text[: found.start()]):
        return None
    count = _NUMBERS.get(found[1]) or float(found[1])
    if months := _MONTHS_OF.get(found[2]):
        whole, rest = divmod(count * months, 1)
        return _months_on(today, int(whole)) + timedelta(days=round(30 * rest))
    return today + timedelta(days=round(count * _DAYS[found[2]]))


def _by_word(text: str, today: date) -> date | None:
    if "day after tomorrow" in text:
        return today + timedelta(days=2)
    if "tomorrow" in text:
        return today + timedelta(days=1)
    if _NOW.search(text):
        return today
    friday = next((w for w in text.split() if w[:3] in _WEEKDAYS and w.endswith("day")), "")
    if friday and "next week" in text:
        return today + timedelta(days=7 - today.weekday() + _WEEKDAYS.index(friday[:3]))
    if found := re.search(r"(?<!end of )\bnext (week|month|quarter|year)\b", text):
        return today + timedelta(days=7) if found[1] == "week" else _months_on(today, _MONTHS_OF[found[1]])
    if friday:
        return today + timedelta(days=(_WEEKDAYS.index(friday[:3]) - today.weekday() - 1) % 7 + 1)
    return None


def _by_feast(text: str, today: date) -> date | None:
    return next((_coming(today, *day) for name, day in _FEASTS.items() if name in text), None)


def _by_stretch(text: str, today: date) -> date | None:
    """Return a day of a stretch of time: a month by its name, a quarter, this or the next year."""
    if _NAMED.search(text):
        return None  # "31 February" is no day, and not the end of February
    year = _YEAR.search(text)
    if found := _OF_MONTH.search(text):
        month = _MONTHS.index(found[2][:3]) + 1
        if (
            found[2] == "may"
            and text != "may"
            and not (found[1] or any(f"{word} may" in text for word in ("in", "by", "next")))
        ):
            return None  # "when I may"
        first = date(int(year[1]), month, 1) if year else date(today.year + (month < today.month), month, 1)
        return _within(first, 1, found[1] or "")
    if not (found := _OF_PERIOD.search(text)) or not (found[1] or found[2] or not found[6]):
        return None
    ahead = found[2] in {"next", "coming"}
    if quarter := found[3] or found[4] or found[5]:
        month = 3 * int(quarter) - 2
        past = month + 2 < today.month and not year
        return _within(date(int(year[1]) if year else today.year + past, month, 1), 3, found[1] or "")
    if found[6] == "week":
        return today + timedelta(days=(4 - today.weekday()) % 7 + 7 * ahead)
    months = _MONTHS_OF[found[6]]
    first = date(today.year, (today.month - 1) // months * months + 1, 1)
    return _within(_months_on(first, months) if ahead else first, months, found[1] or "")


def _within(first: date, months: int, part: str) -> date:
    """Return the last day of some months, or one at their beginning or in their middle."""
    last = _months_on(first, months) - timedelta(days=1)
    if part.startswith(("start", "begin", "early")):
        return first
    return first + (last - first) / 2 if part.startswith("mid") else last


def _coming(today: date, month: int, number: int) -> date | None:
    this = _day(today.year, month, number)
    return this if this is None or this >= today else _day(today.year + 1, month, number)


def _months_on(today: date, count: int) -> date:
    year, month = divmod(today.month - 1 + count, 12)
    year, month = today.year + year, month + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
