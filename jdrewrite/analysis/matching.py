"""Runs the rules' patterns over a statement and returns the evidence.

Hundreds of patterns, and a statement has the words for two or three of them. So each pattern is filed under the rarest
words that it needs, and tried only where all that it needs is there: computed from the rules, and no result changes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from jdrewrite.analysis.compiled import SERVED, Marked, Pattern
from jdrewrite.analysis.light import LightDoc
from jdrewrite.analysis.patterns import compile_dependency, compile_token, variants
from jdrewrite.errors import DataError
from jdrewrite.language.words import small_words
from jdrewrite.model import Lens

if TYPE_CHECKING:
    from jdrewrite.analysis.rules import Book, Rule

Hit = tuple[str, int, int]
"""Rule id, and the first token and the token after the last."""
Heard = dict[Lens, list[Hit]]
_COMMON = 50
"""How many rare words a word is worth that stands in most statements, when a pattern is filed."""


class _Filed:
    """A pattern with its rule, and what it needs as bits."""

    __slots__ = ("lens", "need", "pattern", "rule")

    def __init__(self, rule: Rule, pattern: Pattern, need: int) -> None:
        self.rule = rule.id
        self.lens = rule.lens
        self.pattern = pattern
        self.need = need


class Matchers:
    """The pattern rules of all lenses, compiled and filed."""

    def __init__(self, book: Book) -> None:
        """Compile the rules of a book.

        Raises:
            DataError: a pattern is malformed or names an unknown word class.
        """
        self._by_word: dict[str, list[_Filed]] = defaultdict(list)
        self._anywhere: list[_Filed] = []
        self._vetoes: dict[str, list[Pattern]] = {}
        self._bits: dict[str, int] = defaultdict(int)
        self._numbers: dict[frozenset[str], int] = {}
        for rule, pattern in compiled(book):
            self._keep(rule, pattern)
        for rule in book.rules.values():
            if rule.unless:
                self._vetoes[rule.id] = [Pattern(c, tree=False) for c in vetoes(rule, book)]

    def _keep(self, rule: Rule, pattern: Pattern) -> None:
        need = 0
        for words in pattern.needs:
            need |= 1 << self._number(words)
        filed = _Filed(rule, pattern, need)
        if not pattern.needs:
            self._anywhere.append(filed)
            return
        for word in min(pattern.needs, key=_frequency):
            self._by_word[word].append(filed)

    def _number(self, words: frozenset[str]) -> int:
        """Return the bit of a set of words of which one must be there."""
        if words not in self._numbers:
            self._numbers[words] = number = len(self._numbers)
            for word in words:
                self._bits[word] |= 1 << number
        return self._numbers[words]

    def _candidates(self, words: set[str]) -> Iterator[_Filed]:
        """Yield the patterns all of whose words are there, each once."""
        there = 0
        filed: list[_Filed] = []
        for word in words & self._bits.keys():
            there |= self._bits[word]
            if word in self._by_word:
                filed += self._by_word[word]
        yield from self._anywhere
        yield from {entry: None for entry in filed if entry.need & there == entry.need}

    def __call__(self, doc: LightDoc, marked: Marked) -> Heard:
        """Return the hits of each lens in the order of the text; a vetoed rule is silent in the whole statement.

        Raises:
            Unparsed: tags or relations decide, and the document has none.
        """
        words = set(doc.lowers)
        words.update(SERVED + who for who in marked.values())
        hits: dict[Lens, set[Hit]] = defaultdict(set)
        for filed in self._candidates(words):
            # A rule that is silent here has nothing to ask of the parser.
            if filed.pattern.tree and doc.tree is None and self.is_silent(filed.rule, doc, marked):
                continue
            hits[filed.lens].update((filed.rule, start, end) for start, end in filed.pattern(doc, marked))
        return {lens: self._heard(doc, found, marked) for lens, found in hits.items() if found}

    def _heard(self, doc: LightDoc, hits: set[Hit], marked: Marked) -> list[Hit]:
        silent = {name for name in {hit[0] for hit in hits} if self.is_silent(name, doc, marked)}
        return in_order(hit for hit in hits if hit[0] not in silent)

    def is_silent(self, rule: str, doc: LightDoc, marked: Marked) -> bool:
        """Tell whether the statement holds what silences a rule."""
        return any(veto(doc, marked) for veto in self._vetoes.get(rule, ()))


@lru_cache(maxsize=2048)
def _frequency(words: frozenset[str]) -> int:
    small = small_words()
    return sum(_COMMON if word in small or word.startswith(SERVED) else 1 for word in words)


def compiled(book: Book) -> Iterator[tuple[Rule, Pattern]]:
    """Yield every pattern of the rules in force."""
    for rule in book.rules.values():
        tree = rule.kind == "dependency"
        for row in rows(rule, book):
            yield rule, Pattern(row, tree=tree)


def rows(rule: Rule, book: Book) -> list[list[dict[str, object]]]:
    """Return the patterns of a rule as spaCy's matchers take them.

    Raises:
        DataError: a pattern is malformed or names an unknown word class.
    """
    try:
        if rule.kind == "dependency":
            return [compile_dependency(pattern, book.classes) for pattern in rule.patterns]
        return [compile_token(p, book.classes) for pattern in rule.patterns for p in variants(pattern)]
    except ValueError as error:
        raise DataError(rule.id, str(error), "mend the pattern of this rule") from None


def vetoes(rule: Rule, book: Book) -> list[list[dict[str, object]]]:
    """Return the patterns that silence a rule, as spaCy's matcher takes them.

    Raises:
        DataError: a pattern is malformed or names an unknown word class.
    """
    try:
        return [compile_token(p, book.classes) for pattern in rule.unless for p in variants(pattern)]
    except ValueError as error:
        raise DataError(rule.id, str(error), "mend the pattern of this rule") from None


def in_order(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits in the order of the text, without those that lie inside a longer one of the same rule."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h[1] - h[2], h[1], h[0])):
        if not any(k[0] == hit[0] and k[1] <= hit[1] and hit[2] <= k[2] for k in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: (hit[1], hit[2], hit[0]))


@cache
def matchers(book: Book) -> Matchers:
    """Return the compiled rules, once for each set of rules.

    Raises:
        DataError: a pattern is malformed or names an unknown word class.
    """
    return Matchers(book)
