"""Abbreviations and their long forms: "SLA" and "service level agreement" are one name."""

from __future__ import annotations

import re

_SHORT = re.compile(r"\b(?:[A-Z][A-Z&]{1,6}s?|[BM]Sc|[BM]Eng|PhD)\b")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][a-z]+)?")
_SMALL = frozenset({"of", "and", "the", "for", "in", "to", "on", "&"})


def shorts(text: str) -> list[re.Match[str]]:
    """Return the abbreviations of a text."""
    return list(_SHORT.finditer(text))


def spelt_out_in(long: str, short: str) -> list[tuple[int, int]]:
    """Return the spans of ``long`` that spell out an abbreviation which stands in ``short``."""
    return [span for match in shorts(short) if (span := long_form(match.group(), long))]


def long_form(short: str, text: str) -> tuple[int, int] | None:
    """Return the span of the words whose first letters make the abbreviation, None where there are none."""
    letters = re.sub(r"[^A-Z]", "", short).lower()
    if len(letters) < 2:
        return None
    words = list(_WORD.finditer(text))
    for small in (True, False):
        kept = [m for m in words if not (small and m.group().lower() in _SMALL)]
        initials = "".join(m.group()[0] for m in kept).lower()
        at = initials.find(letters)
        if at >= 0 and not any(m.group() == short for m in kept[at : at + len(letters)]):
            return kept[at].start(), kept[at + len(letters) - 1].end()
    return None
