"""Runs the compiled rules over a parsed statement and returns the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from jdrewrite.analysis.patterns import compile_dependency, compile_token
from jdrewrite.analysis.rules.loader import all_rules
from jdrewrite.errors import DataError

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from jdrewrite.analysis.rules.schema import Rule

Hit = tuple[str, int, int]
"""Rule id, and the first token and the token after the last."""


class _Pattern:
    """One compiled pattern, and the words without which it cannot match.

    spaCy's matcher tries every pattern at every token; asking first whether the words are there at all saves most of
    that work and changes no result.
    """

    def __init__(self, rule_id: str, matcher: Any, compiled: list[dict[str, Any]]) -> None:
        self.rule = rule_id
        self.matcher = matcher
        needed = [item.get("RIGHT_ATTRS", item) for item in compiled]
        needed = [item for item in needed if item.get("OP", "+") == "+"]
        self.words = [words for item in needed if (words := _lower(item))]
        self.served = [frozenset(item["_"]["jd_served"]["IN"]) for item in needed if "_" in item]

    def may_match(self, words: set[str], served: set[str]) -> bool:
        """Tell whether everything that the pattern needs occurs somewhere."""
        return not any(words.isdisjoint(need) for need in self.words) and not any(
            served.isdisjoint(need) for need in self.served
        )


def _lower(item: dict[str, Any]) -> frozenset[str]:
    wanted = item.get("LOWER")
    if wanted is None:
        return frozenset()
    return frozenset({wanted}) if isinstance(wanted, str) else frozenset(wanted["IN"])


class Matchers:
    """All rules of one lens, compiled for one vocabulary."""

    def __init__(self, vocab: Vocab, lens: str) -> None:
        self._patterns: list[_Pattern] = []
        self._vetoes: dict[str, Any] = {}
        for rule in all_rules().values():
            if rule.lens == lens and rule.kind != "code":
                self._add(rule, vocab)

    def _add(self, rule: Rule, vocab: Vocab) -> None:
        from spacy.matcher import DependencyMatcher, Matcher

        tree = rule.kind == "dependency"
        try:
            for pattern in rule.patterns:
                compiled = compile_dependency(pattern) if tree else compile_token(pattern)
                matcher: Any = DependencyMatcher(vocab) if tree else Matcher(vocab)
                if tree:
                    matcher.add(rule.id, [compiled])
                else:
                    matcher.add(rule.id, [compiled], greedy="LONGEST")
                self._patterns.append(_Pattern(rule.id, matcher, compiled))
            if rule.unless:
                self._vetoes[rule.id] = Matcher(vocab)
                self._vetoes[rule.id].add(rule.id, [compile_token(pattern) for pattern in rule.unless])
        except ValueError as error:
            raise DataError(rule.id, str(error), "mend the pattern of this rule") from None

    def __call__(self, doc: Doc) -> list[Hit]:
        """Return the hits in the order of the text; a vetoed rule is silent in the whole statement."""
        words = {token.lower_ for token in doc}
        served = {token._.jd_served for token in doc}
        hits = {hit for pattern in self._patterns if pattern.may_match(words, served) for hit in _hits(pattern, doc)}
        silent = {name for name in {hit[0] for hit in hits} if name in self._vetoes and self._vetoes[name](doc)}
        return sorted(_longest(hit for hit in hits if hit[0] not in silent), key=lambda hit: (hit[1], hit[2], hit[0]))


def _hits(pattern: _Pattern, doc: Doc) -> Iterator[Hit]:
    for match in pattern.matcher(doc):
        if len(match) == 3:
            yield pattern.rule, match[1], match[2]
        elif doc.has_annotation("DEP"):
            yield pattern.rule, min(match[1]), max(match[1]) + 1


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits without those that lie inside a longer one of the same rule."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h[1] - h[2], h[1], h[0])):
        if not any(k[0] == hit[0] and k[1] <= hit[1] and hit[2] <= k[2] for k in kept):
            kept.append(hit)
    return kept


@cache
def matchers(vocab: Vocab, lens: str) -> Matchers:
    """Return the compiled rules of a lens, once for each vocabulary."""
    return Matchers(vocab, lens)
