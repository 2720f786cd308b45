"""Finds lines that say the same in other words: candidates share two rare words, and synonyms count as the same.

The judge's thesaurus tells which words mean the same, so that "settle complaints" is found beside "resolve grievances".
Lines are kept as numbers, a few dozen bytes each, so that those of 20,000 job descriptions fit beside everything else.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

from jdrewrite.verifying.lexicon import same, stem

Key = tuple[int, int]
"""Number of a record and of a line in it."""
_WORD = re.compile(r"[a-z][a-z’'-]{2,}")
_COMMON = frozenset(
    "and the for with that this from into will you your our are all any other including such their its who which can "
    "may must ensure provide support manage maintain work working team teams across within based related required "
    "appropriate various new using use make as of to in on by or an".split()
)
_LEAST = 4
"""Content words that a line must have to be compared; not fewer than ``_RARE``."""
_RARE = 4
"""Words of a line, the rarest, of which another must share two to be compared with it."""
_KEYS = _RARE * (_RARE - 1) // 2
_CROWD = 60
"""Lines that share two words beyond which these tell nothing."""
_SEEN = 1_200
"""Lines of a word that are looked at to find the nearest."""
_ALIKE = 0.7
"""Likeness from which two duties are told."""
_IDENTICAL = 0.34
"""Share of the words that must be the very same before synonyms are looked up."""


class Index:
    """Lines by their words."""

    def __init__(self, copied: int) -> None:
        """Begin with no line; what stands so often or oftener, word for word, is copied text and claims nothing."""
        self._copied = copied
        self._numbers: dict[str, int] = {}
        self._names: list[str] = []
        self._flat, self._ends = array("I"), array("I", [0])
        self._keys, self._groups = array("I"), array("H")
        self._marks = array("q")
        self._group_numbers: dict[str, int] = {}
        self._times: Counter[int] = Counter()
        self._known: set[int] = set()
        self._lines: list[array[int]] = []
        self._often = array("I")

    def add(self, text: str, group: str, key: Key) -> None:
        """Add a line of a group (a function); one that the group has already is only counted."""
        words = content(text)
        if len(words) < _LEAST:
            return
        mark = hash(words)
        self._times[mark] += 1
        place = self._group_numbers.setdefault(group, len(self._group_numbers))
        if hash((mark, place)) in self._known:
            return
        self._known.add(hash((mark, place)))
        line = len(self._groups)
        self._groups.append(place)
        self._marks.append(mark)
        self._keys.extend(key)
        for word in sorted(words):
            number = self._number(word)
            self._flat.append(number)
            self._often[number] += 1
            if len(self._lines[number]) < _SEEN:
                self._lines[number].append(line)
        self._ends.append(len(self._flat))

    def _number(self, word: str) -> int:
        number = self._numbers.setdefault(word, len(self._names))
        if number == len(self._names):
            self._names.append(word)
            self._lines.append(array("I"))
            self._often.append(0)
        return number

    def pairs(self) -> list[tuple[float, Key, Key]]:
        """Return the pairs of lines of different groups that are alike, the most alike and the longest first."""
        found = []
        for one, other in self._candidates():
            a, b = self._words(one), self._words(other)
            if len(a & b) >= _IDENTICAL * max(len(a), len(b)) and (like := likeness(a, b, _ALIKE)) >= _ALIKE:
                found.append((like, len(a), self._key(one), self._key(other)))
        found.sort(key=lambda row: (-row[0], -row[1], row[2], row[3]))
        return [(like, one, other) for like, _, one, other in found]

    def _candidates(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs of different groups that share two of their rarest words; line by line, to stay small."""
        import numpy as np

        lines = [line for line in range(len(self._groups)) if self._times[self._marks[line]] < self._copied]
        keys = np.fromiter((key for line in lines for key in self._rarest(line)), dtype=np.int64)
        _, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
        order = np.argsort(inverse, kind="stable")
        begins = np.concatenate(([0], np.cumsum(counts)))
        for at, one in enumerate(lines):
            others: set[int] = set()
            for bucket in inverse[_KEYS * at : _KEYS * (at + 1)]:
                if 1 < counts[bucket] <= _CROWD:
                    others.update((order[begins[bucket] : begins[bucket + 1]] // _KEYS).tolist())
            for place in sorted(others):
                if place > at and self._groups[lines[place]] != self._groups[one]:
                    yield one, lines[place]

    def _rarest(self, line: int) -> Iterator[int]:
        """Yield a number for each pair of the rarest words of a line."""
        words = sorted(self._flat[self._ends[line] : self._ends[line + 1]], key=lambda word: (self._often[word], word))
        for a, b in combinations(sorted(words[:_RARE]), 2):
            yield (a << 32) | b

    def nearest(self, text: str) -> float:
        """Return the likeness of the line that comes nearest to a text."""
        words = content(text)
        counts: Counter[int] = Counter()
        for word in words:
            if (number := self._numbers.get(word)) is not None:
                counts.update(self._lines[number])
        best = sorted(counts, key=lambda line: (-counts[line], line))[:20]
        return max((covered(words, self._words(line)) for line in best), default=0.0)

    def _words(self, line: int) -> frozenset[str]:
        return frozenset(self._names[number] for number in self._flat[self._ends[line] : self._ends[line + 1]])

    def _key(self, line: int) -> Key:
        return self._keys[2 * line], self._keys[2 * line + 1]


def content(text: str) -> frozenset[str]:
    """Return the stems of the words that say something."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if word not in _COMMON)


def covered(words: Iterable[str], others: frozenset[str], least: float = 0.0) -> float:
    """Return the share of words that have a counterpart among the others, 0 to 1; 0 where it is below the least."""
    words = frozenset(words)
    rest = words - others
    missing, allowed = 0, (1 - least) * len(words) + 1e-9
    for word in rest:
        if not any(same(word, other) for other in others):
            missing += 1
            if missing > allowed:
                return 0.0
    return (len(words) - missing) / (len(words) or 1)


def likeness(one: frozenset[str], other: frozenset[str], least: float = 0.0) -> float:
    """Return how far two lines say the same, 0 to 1: the smaller share of words with a counterpart."""
    return min(covered(one, other, least), covered(other, one, least))
