"""A number with what belongs to it, in a form that can be compared: sign, money, scale, share. "$5m" is "5 million dollars"."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

from jdrewrite import resources
from jdrewrite.verifying.texts import leading_to

_MINUS = re.compile(r"(?:\b(?:minus|negative)[ -]|(?P<dash>[-\u2212–]) ?)$", re.IGNORECASE)
_PLUS_OR = re.compile(r"(?:\bplus(?: or |[-/ ])|\+/? ?)$", re.IGNORECASE)
"""What makes of the minus behind it a "plus or minus"."""
_BEHIND_FIGURE = re.compile(r"(?:\d|[%°]|\d ?(?:°? ?[CFK]|kg|lb|mm|cm|km|m))\s?$")
"""A dash behind this joins two figures: "5 -10", "2 °C - 8 °C"."""
_OF_GRAMMAR = re.compile(
    r"(?:\b(?:at|to|of|in|into|below|above|under|over|than|between|and|or|from|by|a|an|the|our|until|is|are|down|about|around|reach|reaches)\s|[(\[≤≥<>=~±/]\s?)$",
    re.IGNORECASE,
)
"""A dash behind such a word can only be a minus; behind any other, it may be a dash without its second space."""
_COLD = re.compile(r"[\d.,]*\s?(?:°|º|℃|%|percent\b|degrees?\b|deg\b|[CF]\b|dB\b)")
_LAST_ZERO = re.compile(r"\d+\.\d*[1-9]0+")
"""Two versions, of which the shorter is another: "3.10" and "3.1"."""
_GRADE = re.compile(r"\bGPA\b|\bgrade\b|\baverage\b", re.IGNORECASE)


class _Tables(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of ``data/amounts.toml``."""

    codes: str
    units: str
    money: dict[str, str]
    scales: dict[str, float]
    scales_of_money: dict[str, float]


class Amounts(msgspec.Struct, frozen=True):
    """The tables, made ready for asking."""

    figure: re.Pattern[str]
    """A number with all that may belong to it; the groups are ``money``, ``number``, ``scale``, ``after``."""
    code: re.Pattern[str]
    measured: re.Pattern[str]
    """A unit behind a number."""
    money: dict[str, str]
    scales: dict[str, float]


@cache
def amounts() -> Amounts:
    """Return the patterns of figures, made once.

    Raises:
        DataError: the file of their words has an unknown table, or is damaged.
    """
    data = resources.table(Path(__file__).parent / "data" / "amounts.toml", _Tables)
    codes = "|".join(data.codes.split())
    signs = sorted((re.escape(s) for s in data.money if not s[-1].isalpha()), key=len, reverse=True)
    words = "|".join(sorted((re.escape(s) for s in data.money if s[-1].isalpha()), key=len, reverse=True))
    behind = re.escape("".join(s for s in data.money if len(s) == 1))
    scales, of_money = ("|".join(sorted(s, key=len, reverse=True)) for s in (data.scales, data.scales_of_money))
    figure = re.compile(
        rf"(?P<money>(?<!\w)(?:{'|'.join(signs)}|Rs)\s?|[{behind}]\s?|\b(?:{codes})\s?)?(?P<number>\d+(?:[.,]\d+)*)"
        rf"\s?(?P<scale>(?i:{scales})\b|(?(money)(?i:{of_money})\b|(?!)))?"
        rf"\s?(?P<after>%|percent\b|per cent\b|(?:st|nd|rd|th)\b|(?:{words}|{codes})\b|[{behind}](?!\s?\d))?"
    )
    units = "|".join(data.units.split())
    money = {sign.lower(): code for sign, code in data.money.items()} | {
        c.lower(): c.lower() for c in data.codes.split()
    }
    money["rmb"] = "cny"
    measured = re.compile(rf"[\s-]?(?:{units})s?\b", re.IGNORECASE)
    return Amounts(figure, re.compile(rf"\b(?:{codes})\b"), measured, money, data.scales | data.scales_of_money)


def amount(match: re.Match[str], text: str) -> str:
    """Return what a figure says, in a form that is the same for "USD 1,500" and "$1.5k"."""
    tables = amounts()
    before, after = ((match[name] or "").strip().lower() for name in ("money", "after"))
    money = tables.money.get(before) or tables.money.get(after, "")
    share = after in {"%", "percent", "per cent"}
    scale = tables.scales.get((match["scale"] or "").lower(), 1)
    bare = match["number"].rstrip(".,")
    if _LAST_ZERO.fullmatch(bare) and not (money or share or match["scale"] or _measured(match, text)):
        return bare
    return number(bare, scale) + "%" if share else f"{money}{number(bare, scale)}"


def _measured(match: re.Match[str], text: str) -> bool:
    """Tell whether a number is one of a scale, on which a last zero says nothing: "2.50 hours"."""
    return bool(amounts().measured.match(text, match.end("number")) or _GRADE.search(leading_to(text, match.start())))


def number(digits: str, scale: float = 1) -> str:
    """Return a number without what only separates its digits: "1,500" is 1500, and "2,5" is 2.5."""
    bare = re.sub(r",(?=\d{3}\b)", "", digits).replace(",", ".")
    try:
        return f"{float(bare) * scale:.10g}"
    except ValueError:
        return bare


def minus(text: str, at: int) -> int | None:
    """Return where the minus before a figure begins; None where there is none, or only a dash: "5-10", "Shifts -2 a week"."""
    lead = leading_to(text, at)
    match = _MINUS.search(lead)
    if match is None or _PLUS_OR.search(lead[: match.start()]):
        return None
    before = lead[: match.start()]
    start = at - len(match.group())
    if not match["dash"]:
        return start
    if (
        _BEHIND_FIGURE.search(before)
        or before[-1:].isalnum()
        or (match.group() != match["dash"] and match["dash"] != "\u2212")
    ):
        return None  # it joins two figures or the halves of a name, or it is a dash between spaces
    sure = match["dash"] == "\u2212" or _OF_GRAMMAR.search(before) or _COLD.match(text, at)
    return start if sure else None
