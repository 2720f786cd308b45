"""Takes off what stands around a word that somebody gave and is no part of it: signs, "and", "for"."""

from __future__ import annotations

import re
import unicodedata

_LEFT_BEFORE = re.compile(r"^(?:and|or|nor|but|for|to|with|of|by|from)\s+(?=\S)", re.IGNORECASE)
_LEFT_BEHIND = re.compile(r"(?<=\S)\s+(?:and|or|nor|but|the|who|whom|whose|that|which)$", re.IGNORECASE)
"""No preposition: "people we care for" ends in one."""
_OWNING = re.compile(r"(?P<who>.*\w)(?:['’]s|(?<=s)['’])", re.DOTALL)
_NO_PART = frozenset("PSZ")
"""Classes of Unicode of punctuation, symbols and spaces."""
_MEANT = frozenset("+%")
"""Signs that say something at the end: "people aged 65+"."""


def bare(words: str) -> str:
    """Return words without the signs, conjunctions and prepositions around them, in one line; empty if nothing else.

    Args:
        words: as somebody gave them.
    """
    plain = " ".join(words.split())
    while (less := _LEFT_BEHIND.sub("", _LEFT_BEFORE.sub("", _without_signs(plain)))) != plain:
        plain = less
    return plain


def owner(plain: str) -> str:
    """Return who owns something where words say no more than that ("client’s"); else nothing.

    Args:
        plain: as ``bare`` returned it.
    """
    found = _OWNING.fullmatch(plain)
    return found["who"] if found else ""


def _without_signs(words: str) -> str:
    first, last = 0, len(words)
    while first < last and _is_sign(words[first]):
        first += 1
    closed = words.count("(", first) == words.count(")", first) > 0
    while first < last and _is_sign(words[last - 1]) and words[last - 1] not in _MEANT:
        if closed and words[last - 1] == ")":
            break
        last -= 1
    return words[first:last]


def _is_sign(sign: str) -> bool:
    return unicodedata.category(sign)[0] in _NO_PART
