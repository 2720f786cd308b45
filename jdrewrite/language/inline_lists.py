"""Finds lists that stand inside a paragraph: "Key duties: • Convert leads • Answer calls", "1. Plan ... 2. Order ...".

Whoever copies a job description out of a page or a PDF loses the line breaks and keeps the signs. A sign counts only
where several of it plainly make a list: "Word • Excel" names two things, and "Monday - Friday" is a stretch of days.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from jdrewrite.language.lead import is_duty_verb
from jdrewrite.language.signs import DASHES, DOTS

Span = tuple[int, int]
REMEMBERED = 512
"""Paragraphs whose signs are kept: whoever reads a document asks for them several times."""
_BETWEEN_WORDS = DOTS.replace("»", "")
"""Without the sign that stands between the steps of a path: "Home » Jobs"."""
_DOT = re.compile(rf"(?<!\d)[{_BETWEEN_WORDS}]+\s*(?=[\w(\"“])|[{_BETWEEN_WORDS}]+\s*(?=[A-Za-z(\"“])")
_STAR = re.compile(r"(?<!\S)\*\s+(?=[A-Z])")
_RING = re.compile(r"(?<!\S)o\s+(?=[A-Z])")
"""The ring of Word's second level, which is copied as a letter."""
_DASH = re.compile(rf"(?:(?<!\S)|(?<=[.;:!?)]))(?:[{DASHES}]{{1,2}}\s+|--)(?=[A-Z])")
_NUMBER = re.compile(r"(?:(?<!\S)|(?<=[a-z)][.;:]))\(?(\d{1,2})[.)]\s*(?=[\"“(]?[A-Z])")
_ANY_DOT = re.compile(rf"[{_BETWEEN_WORDS}]")
_ANY_DASH = re.compile(rf"[{DASHES}][\s-]")
_ANY_NUMBER = re.compile(r"\d[.)]")
"""What stands in every text with such signs, and is found much faster."""
_FEW_DOTS, _FEW_STARS, _FEW_RINGS, _FEW_DASHES, _FEW_NUMBERS = 2, 2, 2, 3, 2
"""Signs of one kind from which they make a list."""
_FEW_UNCLEAR = 3
"""Numbers from which they make a list where the first is gone, and nothing ends before the second."""
_ITEM_WORDS = 3
"""Words of an item at least, in the mean: what is shorter may be names in a row."""
_MOSTLY = 2 / 3
"""Share of the dashes that stand behind a full stop or before what is done."""
_STOP = re.compile(r"[.!?;:]\s")
_LABEL = 3
"""Words of a label at most."""
_JUMP = 5
"""Numbers that may be missing between two items."""
_NEAR = 40
"""Characters before a dash that are looked at for an end."""
_WORD = re.compile(r"[A-Za-z]+")
_NAMES = "Responsibilities|Duties|Tasks|Requirements|Qualifications|Skills|Experience|Education|Benefits|Compensation"
_NAMED = re.compile(rf"\b(?:{_NAMES})\s*:?\s*$")
_HEADING = re.compile(
    rf"(?<=[a-z.)])\s+((?:[A-Z][a-z]+ (?:& |and )?){{0,2}}(?:{_NAMES})\s*:?"
    r"|(?:The|This|Your|Main|Key|Specific) [^.:;]{0,40}"
    r"\b(?:role|position|job|duties|responsibilities|tasks)\b[^.:;]{0,40}:)\s*$"
)
"""A heading of the items that follow, at the end of the one before: "... for the team Qualifications: • Experience"."""


@lru_cache(maxsize=REMEMBERED)
def signs(text: str) -> tuple[Span, ...]:
    """Return where the signs of lists stand in a paragraph, with the white space behind them, in order."""
    found = _dots(text) if not text.isascii() and _ANY_DOT.search(text) else []
    found += _all_of(_STAR, text, _FEW_STARS) if "*" in text else []
    found += _all_of(_RING, text, _FEW_RINGS) if "o " in text else []
    found += _dashes(text) if _ANY_DASH.search(text) else []
    found += _numbers(text) if _ANY_NUMBER.search(text) else []
    found.sort()
    return tuple(span for number, span in enumerate(found) if not number or span[0] >= found[number - 1][1])


def heading_before(text: str, start: int, end: int) -> int | None:
    """Return where a heading begins at the end of what stands before a sign; None where none does.

    Args:
        text: a paragraph.
        start: where the item before begins.
        end: where the sign stands.
    """
    found = _HEADING.search(text, start, end)
    return found.start(1) if found else None


def _dots(text: str) -> list[Span]:
    found = [match.span() for match in _DOT.finditer(text)]
    return found if len(found) >= _FEW_DOTS and _are_long(text, found) else []


def _all_of(sign: re.Pattern[str], text: str, few: int) -> list[Span]:
    found = [match.span() for match in sign.finditer(text)]
    return found if len(found) >= few else []


def _are_long(text: str, found: list[Span]) -> bool:
    items = [text[end:start].split() for (_, end), (start, _) in pairwise([*found, (len(text), len(text))])]
    return sum(map(len, items)) >= _ITEM_WORDS * len(items)


def _dashes(text: str) -> list[Span]:
    """Return the dashes of a list; one behind a label ("Reporting - Create dashboards") is none of them."""
    found: list[Span] = []
    plain = before = 0
    for match in _DASH.finditer(text):
        item = _STOP.split(text[before : match.start()])[-1]
        clear = _ends(text[max(0, match.start() - _NEAR) : match.start()]) or (
            _is_done(item) and _is_done(text[match.end() :])
        )
        before = match.end()
        if clear or len(item.split()) > _LABEL:
            plain += clear
            found.append(match.span())
    return found if plain >= max(_FEW_DASHES, _MOSTLY * len(found)) else []


def _ends(before: str) -> bool:
    """Tell whether something ends before a sign: a sentence, a heading, or nothing at all."""
    return before.rstrip()[-1:] in {".", "!", "?", ";", ":", ""} or _NAMED.search(before) is not None


def _is_done(item: str) -> bool:
    first = _WORD.match(item.lstrip())
    return first is not None and is_duty_verb(first.group().lower())


def _numbers(text: str) -> list[Span]:
    """Return the signs of a list with rising numbers; the first may be gone, as the sign of the whole paragraph.

    The first stands where something ends: the number of "... on line 1. Answer ..." belongs to its sentence.
    """
    found = [(int(match.group(1)), match.span()) for match in _NUMBER.finditer(text)]
    clear = [_ends(text[max(0, start - _NEAR) : start]) for _, (start, _) in found]
    first = next((n for n, (number, _) in enumerate(found) if number == 2 or (number == 1 and clear[n])), None)
    if first is None:
        return []
    least = _FEW_NUMBERS if clear[first] else _FEW_UNCLEAR
    chain = [found[first]]
    rest = found[first + 1 :]
    while rest:
        last = chain[-1][0]
        following = next((i for i, (number, _) in enumerate(rest) if number == last + 1), None)
        if following is None:
            following = next((i for i, (number, _) in enumerate(rest) if last < number <= last + _JUMP), None)
        if following is None:
            break
        chain.append(rest[following])
        rest = rest[following + 1 :]
    return [span for _, span in chain] if len(chain) >= least else []
