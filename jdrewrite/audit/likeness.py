"""Finds lines that say the same in other words: candidates share rare words, and synonyms count as the same.

The judge's thesaurus tells which words mean the same, so that "settle complaints" is found beside "resolve grievances".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from jdrewrite.verifying.lexicon import same, stem

Key = tuple[str, str]
"""Path and id of a line."""
_WORD = re.compile(r"[a-z][a-z’'-]{2,}")
_COMMON = frozenset(
    "and the for with that this from into will you your our are all any other including such their its who which can "
    "may must ensure provide support manage maintain work working team teams across within based related required "
    "appropriate various new using use make as of to in on by or an".split()
)
_LEAST = 4
"""Content words that a line must have to be compared."""
_CROWD = 60
"""Lines that share a word beyond which it tells nothing."""
_ALIKE = 0.7
"""Likeness from which two duties are told."""


class Index:
    """Lines by their words."""

    def __init__(self) -> None:
        self._words: list[frozenset[str]] = []
        self._keys: list[Key] = []
        self._groups: list[str] = []
        self._by_word: dict[str, list[int]] = defaultdict(list)
        self._known: dict[frozenset[str], set[str]] = defaultdict(set)

    def add(self, text: str, group: str, key: Key) -> None:
        """Add a line of a group (a function); a line that the group has already is passed over."""
        words = content(text)
        if len(words) < _LEAST or group in self._known[words]:
            return
        self._known[words].add(group)
        number = len(self._words)
        self._words.append(words)
        self._keys.append(key)
        self._groups.append(group)
        for word in words:
            self._by_word[word].append(number)

    def pairs(self, most: int) -> list[tuple[float, Key, Key]]:
        """Return the pairs of lines of different groups that are most alike."""
        shared: dict[tuple[int, int], int] = defaultdict(int)
        for numbers in self._by_word.values():
            if len(numbers) <= _CROWD:
                for one, other in combinations(numbers, 2):
                    if self._groups[one] != self._groups[other]:
                        shared[one, other] += 1
        found = []
        for (one, other), count in shared.items():
            if count > 1:
                like = likeness(self._words[one], self._words[other])
                if like >= _ALIKE:
                    found.append((like, self._keys[one], self._keys[other]))
        found.sort(key=lambda row: (-row[0], row[1], row[2]))
        return found[:most]

    def nearest(self, text: str) -> float:
        """Return the likeness of the line that comes nearest to a text."""
        words = content(text)
        counts: dict[int, int] = defaultdict(int)
        for word in words:
            for number in self._by_word.get(word, ())[: 20 * _CROWD]:
                counts[number] += 1
        best = sorted(counts, key=lambda number: -counts[number])[:20]
        return max((covered(words, self._words[number]) for number in best), default=0.0)


def content(text: str) -> frozenset[str]:
    """Return the stems of the words that say something."""
    return frozenset(_stem(word) for word in _WORD.findall(text.lower()) if word not in _COMMON)


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return stem(word)


@lru_cache(maxsize=200_000)
def _same(a: str, b: str) -> bool:
    return a == b or same(a, b)


def covered(words: Iterable[str], others: frozenset[str]) -> float:
    """Return the share of words that have a counterpart among the others, 0 to 1."""
    words = list(words)
    return sum(word in others or any(_same(word, o) for o in others) for word in words) / (len(words) or 1)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how far two lines say the same, 0 to 1: the smaller share of words with a counterpart."""
    return min(covered(one, other), covered(other, one))
