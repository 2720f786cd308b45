"""Figures, money, shares, durations and dates: every one must stand, and no new one may."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.verifying.outcome import Found, Outcome, compared
from jdrewrite.verifying.texts import Text

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_WORDS = {word: value for value, word in enumerate(_UNITS)} | _TENS | {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6}
_ORDINALS = {"second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th"}
_FIGURE = re.compile(
    r"(?P<money>[$€£]|\b(?:USD|EUR|GBP|CAD|AUD)\s?)?(?P<number>\d+(?:[.,]\d+)*)\s?(?P<scale>[kKmM]\b|million\b|thousand\b|billion\b)?"
    r"\s?(?P<after>%|percent\b|per cent\b|(?:st|nd|rd|th)\b|dollars\b|euros\b|pounds\b(?!\s+of)|USD\b|EUR\b|GBP\b)?"
)
_WORD = re.compile(r"\b(?:" + "|".join(_WORDS) + r")(?:[- ](?:" + "|".join(_UNITS[1:10]) + r"))?\b", re.IGNORECASE)
_MONEY = {"$": "usd", "usd": "usd", "dollars": "usd", "€": "eur", "eur": "eur", "euros": "eur", "£": "gbp", "gbp": "gbp", "pounds": "gbp"}
_SCALE = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "billion": 1e9}
_PRONOUN = re.compile(r"\b(?:one of|one another|no one|this one|which one|one on one|one-on-one|at one|one (?:person|contact|place|that|who|which)|each one)\b", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:January|February|March|April|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")


def compare(before: Text, after: Text) -> Outcome:
    """Compare the figures of two texts; "2" and "two", "USD 1,500" and "$1.5k" are the same."""
    return compared("figures", _figures(before.text), _figures(after.text))


def _figures(text: str) -> Iterator[Found]:
    taken: list[tuple[int, int]] = []
    for match in _FIGURE.finditer(text):
        if match.start() and (text[match.start() - 1].isalpha() or text[match.start() - 1] == "_"):
            continue  # part of a name, such as "B2B" or "ISO9001": the names check keeps it
        taken.append(match.span())
        yield _form(match), match.group().strip(), match.start(), match.start() + len(match.group().strip())
    skipped = [m.span() for m in _PRONOUN.finditer(text)]
    for match in _WORD.finditer(text):
        inside = any(a <= match.start() < b for a, b in (*taken, *skipped))
        if not inside and match.group().lower() != "one":
            yield _number(str(_value(match.group()))), match.group(), *match.span()
    for match in _MONTH.finditer(text):
        yield match.group().lower(), match.group(), *match.span()


def _value(words: str) -> int:
    return sum(_WORDS[word] for word in re.split(r"[- ]", words.lower()))


def _form(match: re.Match[str]) -> str:
    number = match["number"].rstrip(".,")
    money = _MONEY.get((match["money"] or match["after"] or "").strip().lower(), "")
    scale = _SCALE.get((match["scale"] or "").lower(), 1)
    form = _number(number, scale)
    after = (match["after"] or "").lower()
    if after in {"%", "percent", "per cent"}:
        return form + "%"
    return f"{money}{form}"


def _number(number: str, scale: float = 1) -> str:
    bare = re.sub(r",(?=\d{3}\b)", "", number).replace(",", ".")
    try:
        return f"{float(bare) * scale:g}"
    except ValueError:
        return bare
