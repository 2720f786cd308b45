"""Abbreviations and their long forms: "SLA" and "service level agreement" are one name."""

from __future__ import annotations

import re
from functools import lru_cache

_SHORT = re.compile(r"\b(?:[A-Z][A-Z&]{1,6}s?|[BM]Sc|[BM]Eng|PhD)\b")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][a-z]+)?")
_SMALL = frozenset({"of", "and", "the", "for", "in", "to", "on", "&"})


def shorts(text: str) -> list[re.Match[str]]:
    """Return the abbreviations of a text."""
    return list(_SHORT.finditer(text))


def spelt_out_in(long: str, short: str) -> list[tuple[int, int]]:
    """Return the spans of ``long`` that spell out an abbreviation which stands in ``short``."""
    words = dict.fromkeys(match.group() for match in shorts(short))
    return [span for word in words if (span := long_form(word, long))]


def long_form(short: str, text: str) -> tuple[int, int] | None:
    """Return the span of the words whose first letters make the abbreviation, None where there are none."""
    letters = re.sub(r"[^A-Z]", "", short).lower()
    if len(letters) < 2:
        return None
    for kept, initials in _initials(text):
        at = initials.find(letters)
        if at >= 0 and not any(m.group() == short for m in kept[at : at + len(letters)]):
            return kept[at].start(), kept[at + len(letters) - 1].end()
    return None


@lru_cache(maxsize=1024)
def _initials(text: str) -> tuple[tuple[list[re.Match[str]], str], ...]:
    """Return the words of a text and their first letters, without small words and with them."""
    words = list(_WORD.finditer(text))
    large = [m for m in words if m.group().lower() not in _SMALL]
    return tuple((some, "".join(m.group()[0] for m in some).lower()) for some in (large, words))
