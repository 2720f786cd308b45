"""Tells names of people from other words with a capital.

First names come from a list (``words_data/first_names.txt``); those that are everyday words as well ("Mark", "Grace")
are not in it. What is no name is told by the words of work and trade that the product knows anyway.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jdrewrite import resources

_WORD = re.compile(r"[a-z]{3,}")
_CAPITAL = re.compile(r"\b[A-Z][\w'’-]*[a-z]\b")
_SPEAKS = frozenset(
    "told said says promised called rang answered helped knows knew explained listened wrote offered asked apologised "
    "apologized replied noticed understood".split()
)
_TO_SOMEBODY = frozenset("asked told thank thanks ask tell hello hi".split())
_PLACES = frozenset({"st", "saint", "san", "santa", "mount", "lake", "fort", "port"})
"""Words with which the name of a place begins."""
_OF_TRADES = frozenset(
    "smith baker cook miller carter taylor potter fisher mason hunter butler porter parker walker turner cooper weaver "
    "carpenter gardener farmer shepherd clark archer bishop chandler fuller fowler glover sawyer tanner tyler".split()
)
"""Family names that are trades as well: behind a first name they are names."""
_MOST = 3
"""Words of a name."""


@cache
def first_names() -> frozenset[str]:
    """Return first names in lower case that are no everyday words."""
    return frozenset(resources.words("first_names.txt").read_text(encoding="utf-8").split())


@cache
def ordinary() -> frozenset[str]:
    """Return words in lower case that are no names: of tasks, titles and duties."""
    table = resources.table(resources.tables() / "function_words.json", dict[str, Any])
    text = " ".join((*table["tasks"], *table["titles"], resources.words("duty_verbs.txt").read_text(encoding="utf-8")))
    return frozenset(_WORD.findall(text.lower())) - first_names()


def by_list(text: str) -> list[tuple[int, int]]:
    """Return where a known first name stands, with the family name behind it."""
    found: list[tuple[int, int]] = []
    for match in _CAPITAL.finditer(text):
        if found and match.start() < found[-1][1]:
            continue
        if _bare(match.group()) in first_names():
            found.append((match.start(), _end_of_name(text, match.end())))
    return found


def is_name(text: str, start: int, end: int) -> bool:
    """Tell whether what a model took for a person is one: trades, products and headings have capitals too."""
    words = text[start:end].split()
    if not words or len(words) > _MOST + 1 or not all(word[:1].isupper() for word in words):
        return False
    bare = [_bare(word) for word in words]
    if bare[0] in _PLACES:
        return False
    if any(word in first_names() for word in bare):
        return True
    if any(is_ordinary(word) for word in bare):
        return False
    if len(words) > 1:
        return True
    behind, before = text[end:].split(maxsplit=1), text[:start].split()
    return bool(behind and behind[0].lower().strip(".,") in _SPEAKS) or bool(
        before and before[-1].lower().strip(".,") in _TO_SOMEBODY
    )


def is_ordinary(word: str) -> bool:
    """Tell whether a word in lower case is an everyday word of work, in the singular or plural, or with an ending."""
    return any(form in ordinary() for form in (word, word.removesuffix("s"), word.removesuffix("ing"), f"{word}s"))


def _end_of_name(text: str, end: int) -> int:
    """Return where a name ends whose first name ends here."""
    for _ in range(_MOST - 1):
        match = re.compile(r" (?:(?:van|von|de|der|bin|al) )?([A-Z][\w'’-]*[a-z])\b").match(text, end)
        if match is None:
            break
        word = _bare(match.group(1))
        if is_ordinary(word) and word not in _OF_TRADES:
            break
        end = match.end()
    return end


def _bare(word: str) -> str:
    return re.sub(r"['’]s$", "", word.lower().strip('.,:;!?()[]"“”'))
