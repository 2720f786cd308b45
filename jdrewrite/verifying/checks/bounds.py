"""Which side of a figure is meant, and what lies between two: "< 5%" is no "> 5%", and "rooms 1-5" are no "rooms 1 and 5"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import msgspec

from jdrewrite.model import Fact
from jdrewrite.verifying.checks import figures
from jdrewrite.verifying.outcome import Found, Outcome
from jdrewrite.verifying.texts import Text, leading_to

_BEFORE: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (side, exact, re.compile(rf"(?:{pattern})\s?(?:the |an? |our |your )?$", re.IGNORECASE))
    for side, exact, pattern in (
        ("either", "±", r"±|\+ ?/? ?[-\u2212–]|\bplus(?: or |/)minus"),
        ("either", "", r"\b(?:to )?within|\bgive or take|\beither way of|\baccurate to"),
        ("up", "", r"≥|>=|\bat least(?: at)?|\bat or above|\bminimum(?: of)?|\bmin\.?|\b(?:no|not) (?:less|fewer|lower|smaller|under|below)(?: than)?|\bfrom"),
        ("down", "", r"≤|<=|=<|\bat (?:the )?most|\bat or (?:below|under)|\bup to|\bmaximum(?: of)?|\bmax\.?|\b(?:no|not|never) (?:more|longer|later|higher|over|above|exceed\w*|to exceed)(?: than)?|\bby|\buntil"),
        ("up", ">", r"(?<![-=])>|\b(?:more|greater|higher|larger|longer|bigger|better) than|\b(?:above|exceed(?:s|ed|ing)?|upwards? of|in excess of|north of|topp?(?:s|ed|ing))|\b(?:over|beyond)(?= ?$)"),
        ("down", "<", r"<|\b(?:less|fewer|lower|smaller|shorter) than|\b(?:below|beneath|short of)|\bunder(?= ?$)"),
    )
)  # fmt: skip
"""What stands before a figure, the side it names, and the sign for it where the figure itself is left out; first fits."""
_BEHIND: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("up", re.compile(r"\+|(?:\s[\w%]+){0,2}\s(?:or|and) (?:more|above|better|higher|over|longer|older|up|upwards?)\b|\s(?:and|or) beyond\b", re.IGNORECASE)),
    ("down", re.compile(r"(?:\s[\w%]+){0,2}\s(?:or|and) (?:less|fewer|below|under|lower|younger|sooner|shorter)\b", re.IGNORECASE)),
)  # fmt: skip
_SIGN = re.compile(r"[±<>≥≤]|\+ ?/? ?[-\u2212–]$|\bplus\b")
_UNIT = r"(?:\s?(?:%|°?\s?[CF]\b|°|[a-z]{1,3}\b(?<!\bto)(?<!\band)(?<!\bor)))?"
_RANGE = re.compile(
    rf"{_UNIT}\s?(?:[-–—\u2212]|(?<!\w)(?:to|through|thru|until|till|and up to|up to)\b)\s?(?:the\s)?", re.IGNORECASE
)
_LIST = re.compile(rf"{_UNIT}(?:\s?,\s?(?:and |or )?|\s(?:and|or|&)\s)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE)
_AND = re.compile(rf"{_UNIT}\s(?:and|&)\s", re.IGNORECASE)
_ORDERED = re.compile(r"\s?[/:]\s?")


class _Side(msgspec.Struct, frozen=True):
    """On which side of a figure the work has to stay."""

    side: str
    exact: str
    """The sign, where the figure itself does not count; "" else."""
    sign: bool
    """Whether it is written as a sign, which no other check reads."""
    start: int
    end: int


def compare(before: Text, after: Text) -> Outcome:
    """Compare the sides of figures that stand in both texts, and the order and kind of two that are joined."""
    return Outcome(changed=[*_sides(before, after), *_joints(before, after)])


def _sides(before: Text, after: Text) -> Iterator[Fact]:
    old, new = _by_figure(before, lambda _: False), _by_figure(after, after.in_end)
    for form, was in old.items():
        now = new.get(form)
        if not now or len(was) != len(now):
            continue  # it is lost, or stands there once more for something else
        for one, other in zip(was, now, strict=True):
            if not before.droppable(one.start) and (told := _other_side(one, other)):
                said = f"“{after.text[other.start : other.end]}” was “{before.text[one.start : one.end]}”: {told}"
                yield Fact(check="bounds", text=said, start=other.start, end=other.end)


def _other_side(one: _Side, other: _Side) -> str:
    """Return what changed between two sides; empty where nothing did, or another check tells it."""
    if one.side == other.side:
        return ""
    if "either" in {one.side, other.side}:
        within = {one.side, other.side} <= {"either", "down"}
        return "" if within or not (one.sign or other.sign) else "how exact it has to be has changed"
    if not one.side or not other.side:
        return "the side of the figure that counts has changed" if one.exact or other.exact else ""
    told = (one.sign or other.sign) and (one.exact or other.exact)
    return "it is the other side of the figure" if told else ""


def _by_figure(text: Text, left: Callable[[int], bool]) -> dict[str, list[_Side]]:
    found: dict[str, list[_Side]] = {}
    for form, _, start, end in figures.found(text.text):
        if not left(start):
            found.setdefault(form, []).append(_side(text.text, start, end))
    return found


def _side(text: str, start: int, end: int) -> _Side:
    lead = leading_to(text, start)
    for side, exact, pattern in _BEFORE:
        if match := pattern.search(lead):
            at = start - len(lead) + match.start()
            return _Side(side, exact, bool(_SIGN.match(match.group())), at, end)
    for side, pattern in _BEHIND:
        if match := pattern.match(text, end):
            return _Side(side, "", match.group() == "+", start, match.end())
    return _Side("", "", sign=False, start=start, end=end)


def _joints(before: Text, after: Text) -> Iterator[Fact]:
    """Yield two figures that changed places, and those between which all counted and now nothing does, or the reverse."""
    old, new = _joined(before.text), _joined(after.text)
    for (a, b), (how, _) in old.items():
        now = new.get((a, b)) or new.get((b, a))
        if now is None:
            continue
        if (a, b) not in new and (b, a) not in old and how != "list" and now[0] != "list":
            yield _fact(after, now[1], "the figures have changed places")
        elif {how, now[0]} == {"range", "list"} and not _both(before.text, a, b, now[0]):
            became = "left out now" if how == "range" else "meant as well now"
            yield _fact(after, now[1], f"what lies between is {became}")


def _both(text: str, a: str, b: str, how: str) -> bool:
    """Tell whether a text joins two figures in the other way as well."""
    return any(kind == how for one, kind, _ in _pairs(text) if set(one) == {a, b})


def _joined(text: str) -> dict[tuple[str, str], tuple[str, tuple[int, int]]]:
    found: dict[tuple[str, str], tuple[str, tuple[int, int]]] = {}
    for pair, how, where in _pairs(text):
        found.setdefault(pair, (how, where))
    return found


def _pairs(text: str) -> Iterator[tuple[tuple[str, str], str, tuple[int, int]]]:
    """Yield each two figures that stand side by side, how they are joined, and where."""
    placed: list[Found] = sorted(figures.found(text), key=lambda one: one[2])
    for one, other in pairwise(placed):
        between = text[one[3] : other[2]]
        if _RANGE.fullmatch(between) or (_AND.fullmatch(between) and _BETWEEN.search(leading_to(text, one[2]))):
            how = "range"
        elif _LIST.fullmatch(between):
            how = "list"
        elif _ORDERED.fullmatch(between):
            how = "order"
        else:
            continue
        if one[0] != other[0]:
            yield (one[0], other[0]), how, (one[2], other[3])


def _fact(text: Text, where: tuple[int, int], what: str) -> Fact:
    said = f"“{text.text[slice(*where)]}”: {what}"
    return Fact(check="bounds", text=said, start=where[0], end=where[1])
