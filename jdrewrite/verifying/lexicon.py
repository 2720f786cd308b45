"""The judge's own words: synonyms, fillers, inward ends."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import msgspec


class Lexicon(msgspec.Struct, frozen=True):
    """What ``data/words.toml`` holds."""

    synonyms: dict[str, frozenset[str]]
    filler: frozenset[str]
    inward: frozenset[str]
    serving: frozenset[str]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    synonyms: tuple[str, ...]
    filler: frozenset[str]
    inward: frozenset[str]
    serving: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the words, read once."""
    text = (Path(__file__).parent / "data" / "words.toml").read_text(encoding="utf-8")
    data = msgspec.convert(tomllib.loads(text), _File)
    groups: dict[str, set[str]] = {}
    for row in data.synonyms:
        words = row.split()
        for word in words:
            groups.setdefault(word, set()).update(words)
    return Lexicon({word: frozenset(others) for word, others in groups.items()}, data.filler, data.inward, data.serving)


_ENDINGS = (
    "izations", "isations", "ization", "isation", "ations", "ation", "ements", "ement", "ments", "ment", "ances", "ance",
    "ences", "ence", "ities", "ity", "ings", "ing", "ions", "ion", "ness", "able", "ible", "ally", "ives", "ive", "ers",
    "ors", "er", "or", "ies", "ied", "als", "al", "ize", "ise", "yze", "yse", "ed", "es", "ly", "s", "e", "y",
)  # fmt: skip
_SHORTEST = 3


@cache
def stem(word: str) -> str:
    """Return what is left of a word without its ending, so that "reconcile" and "reconciliation" meet."""
    word = word.lower().replace("ise", "ize").replace("yse", "yze").replace("our", "or")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            left = word[: -len(ending)]
            return left[:-1] if len(left) > _SHORTEST and left[-1] == left[-2] else left
    return word


def same(a: str, b: str) -> bool:
    """Tell whether two base forms say the same: equal, of one stem, or synonyms."""
    if a == b or stem(a) == stem(b):
        return True
    shorter, longer = sorted((stem(a), stem(b)), key=len)
    if len(shorter) >= 5 and longer.startswith(shorter):
        return True
    groups = lexicon().synonyms
    return b in groups.get(a, ()) or a in groups.get(b, ())
