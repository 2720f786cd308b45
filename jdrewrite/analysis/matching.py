"""Runs the compiled rules over a statement and returns the evidence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from jdrewrite.analysis.patterns import compile_dependency, compile_token, variants
from jdrewrite.analysis.tokens import words_of
from jdrewrite.errors import DataError
from jdrewrite.model import Lens

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from jdrewrite.analysis.rules import Book, Rule

Hit = tuple[str, int, int]
"""Rule id, and the first token and the token after the last."""


class _Pattern:
    """One compiled pattern, and the words without which it cannot match.

    spaCy's matcher tries every pattern at every token; asking first whether the words are there at all saves most of
    that work and changes no result.
    """

    def __init__(self, rule: Rule, matcher: Any, compiled: list[dict[str, Any]], vetoes: list[Any]) -> None:
        self.rule = rule.id
        self.lens = rule.lens
        self.matcher = matcher
        self.tree = rule.kind == "dependency"
        needed = [item.get("RIGHT_ATTRS", item) for item in compiled]
        needed = [item for item in needed if item.get("OP", "+") == "+"]
        self.words = sorted((words for item in needed if (words := _lower(item))), key=len)
        self.served = [frozenset(item["_"]["jd_served"]["IN"]) for item in needed if "_" in item]
        self.parsed = self.tree or any("TAG" in item for row in (compiled, *vetoes) for item in row)

    def may_match(self, words: set[str], served: set[str]) -> bool:
        """Tell whether everything that the pattern needs occurs somewhere."""
        # Plain loops: this is asked some hundred times a statement, and generators would double its cost.
        for need in self.served:
            if served.isdisjoint(need):
                return False
        for need in self.words:  # noqa: SIM110
            if words.isdisjoint(need):
                return False
        return True


def _lower(item: dict[str, Any]) -> frozenset[str]:
    wanted = item.get("LOWER")
    if wanted is None:
        return frozenset()
    return frozenset({wanted}) if isinstance(wanted, str) else frozenset(wanted["IN"])


class Matchers:
    """The pattern rules of all lenses, compiled for one vocabulary."""

    def __init__(self, vocab: Vocab, book: Book) -> None:
        self._by_word: dict[str, list[_Pattern]] = defaultdict(list)
        self._anywhere: list[_Pattern] = []
        self._vetoes: dict[str, Any] = {}
        for rule in book.rules.values():
            if rule.kind != "code":
                self._add(rule, vocab, book)

    def _add(self, rule: Rule, vocab: Vocab, book: Book) -> None:
        from spacy.matcher import DependencyMatcher, Matcher

        try:
            vetoes = [compile_token(p, book.classes) for pattern in rule.unless for p in variants(pattern)]
            tree = rule.kind == "dependency"
            for pattern in rule.patterns if tree else [p for written in rule.patterns for p in variants(written)]:
                if tree:
                    compiled = compile_dependency(pattern, book.classes)
                    matcher: Any = DependencyMatcher(vocab)
                    matcher.add(rule.id, [compiled])
                else:
                    compiled = compile_token(pattern, book.classes)
                    matcher = Matcher(vocab)
                    matcher.add(rule.id, [compiled], greedy="LONGEST")
                self._keep(_Pattern(rule, matcher, compiled, vetoes))
            if vetoes:
                self._vetoes[rule.id] = Matcher(vocab)
                self._vetoes[rule.id].add(rule.id, vetoes)
        except ValueError as error:
            raise DataError(rule.id, str(error), "mend the pattern of this rule") from None

    def _keep(self, pattern: _Pattern) -> None:
        """File a pattern under the rarest word that it needs, so that a statement asks only for its own words."""
        if not pattern.words:
            self._anywhere.append(pattern)
            return
        for word in pattern.words[0]:
            self._by_word[word].append(pattern)

    def _candidates(self, words: set[str], served: set[str]) -> list[_Pattern]:
        filed = dict.fromkeys(self._anywhere)
        for word in words & self._by_word.keys():
            filed.update(dict.fromkeys(self._by_word[word]))
        return [pattern for pattern in filed if pattern.may_match(words, served)]

    def need_parse(self, words: set[str]) -> bool:
        """Tell whether a rule that asks for tags or relations could match a statement with nobody marked in it.

        Args:
            words: the statement's words in lower case.
        """
        return any(pattern.parsed for pattern in self._candidates(words, {""}))

    def __call__(self, doc: Doc, marked: Mapping[int, str]) -> dict[Lens, list[Hit]]:
        """Return the hits of each lens in the order of the text; a vetoed rule is silent in the whole statement.

        Args:
            doc: a statement.
            marked: the tokens that name someone served, as ``served.mark`` returned them.
        """
        words = set(words_of(doc))
        served = {"", *marked.values()}
        hits: dict[Lens, set[Hit]] = defaultdict(set)
        for pattern in self._candidates(words, served):
            hits[pattern.lens].update(_hits(pattern, doc))
        return {lens: self._heard(doc, found) for lens, found in hits.items()}

    def _heard(self, doc: Doc, hits: set[Hit]) -> list[Hit]:
        silent = {name for name in {hit[0] for hit in hits} if name in self._vetoes and self._vetoes[name](doc)}
        return sorted(_longest(hit for hit in hits if hit[0] not in silent), key=lambda hit: (hit[1], hit[2], hit[0]))


def _hits(pattern: _Pattern, doc: Doc) -> Iterator[Hit]:
    if pattern.tree and not doc.has_annotation("DEP"):
        return
    for match in pattern.matcher(doc):
        if pattern.tree:
            yield pattern.rule, min(match[1]), max(match[1]) + 1
        else:
            yield pattern.rule, match[1], match[2]


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits without those that lie inside a longer one of the same rule."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h[1] - h[2], h[1], h[0])):
        if not any(k[0] == hit[0] and k[1] <= hit[1] and hit[2] <= k[2] for k in kept):
            kept.append(hit)
    return kept


@cache
def matchers(vocab: Vocab, book: Book) -> Matchers:
    """Return the compiled rules, once for each vocabulary and set of rules.

    Raises:
        DataError: a pattern is malformed or names an unknown word class.
    """
    return Matchers(vocab, book)
