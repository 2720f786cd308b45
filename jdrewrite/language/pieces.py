"""Words as pieces of a fixed vocabulary, as the BERT family of models spells them: the longest known piece first.

The pieces of a word depend on its spelling alone, and are remembered.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

REMEMBERED = 40_000
"""Different words whose pieces are kept; all are forgotten together."""
_PLAIN = str.maketrans("’‘“”–—…•", "''\"\"--.-")
"""Marks of print, for which the vocabulary has those of a typewriter."""
_PARTS = re.compile(r"\w+|[^\w\s]")
_LONGEST = 100
"""Letters of a part from which it is not looked at: no word is that long."""
_INSIDE = "##"
"""What a piece begins with that goes on inside a word."""


class Pieces:
    """Spells words in one vocabulary."""

    def __init__(self, vocabulary: Mapping[str, int], unknown: int) -> None:
        """Make one.

        Args:
            vocabulary: each piece with its number; pieces inside a word begin with ``##``.
            unknown: what stands for a part that the vocabulary cannot spell.
        """
        self._vocabulary = vocabulary
        self._unknown = unknown
        self._words: dict[str, tuple[int, ...]] = {}

    def of(self, words: Iterable[str]) -> list[int]:
        """Return the numbers of the pieces of some words in lower case, in order; white space has none."""
        return [piece for own in self.of_each(words) for piece in own]

    def of_each(self, words: Iterable[str]) -> list[tuple[int, ...]]:
        """Return the numbers of the pieces of each word by itself."""
        known = self._words.get
        return [self._learn(word) if (own := known(word)) is None else own for word in words]

    def _learn(self, word: str) -> tuple[int, ...]:
        if len(self._words) >= REMEMBERED:
            self._words.clear()
        spread = unicodedata.normalize("NFD", word.translate(_PLAIN))
        bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
        own = tuple(piece for part in _PARTS.findall(bare) for piece in self._part(part))
        self._words[word] = own
        return own

    def _part(self, part: str) -> list[int]:
        pieces: list[int] = []
        start = 0
        while start < len(part) <= _LONGEST:
            before = _INSIDE if start else ""
            end = next((e for e in range(len(part), start, -1) if before + part[start:e] in self._vocabulary), 0)
            if not end:
                return [self._unknown]
            pieces.append(self._vocabulary[before + part[start:end]])
            start = end
        return pieces or [self._unknown]
