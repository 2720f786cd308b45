"""Runs the compiled rules over a parsed statement and returns the evidence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from jdrewrite.analysis.patterns import compile_dependency, compile_token
from jdrewrite.analysis.rules.loader import all_rules
from jdrewrite.errors import DataError

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from jdrewrite.analysis.rules.schema import Rule

Hit = tuple[str, int, int]
"""Rule id, and the first token and the token after the last."""


class Matchers:
    """All rules of one lens, compiled for one vocabulary."""

    def __init__(self, vocab: Vocab, lens: str) -> None:
        from spacy.matcher import DependencyMatcher, Matcher

        self._tokens = Matcher(vocab)
        self._trees = DependencyMatcher(vocab)
        self._vetoes = Matcher(vocab)
        self._vetoed: set[str] = set()
        for rule in all_rules().values():
            if rule.lens == lens and rule.kind != "code":
                self._add(rule)

    def _add(self, rule: Rule) -> None:
        try:
            if rule.kind == "dependency":
                self._trees.add(rule.id, [compile_dependency(pattern) for pattern in rule.patterns])
            else:
                self._tokens.add(rule.id, [compile_token(pattern) for pattern in rule.patterns], greedy="LONGEST")
            if rule.unless:
                self._vetoes.add(rule.id, [compile_token(pattern) for pattern in rule.unless])
                self._vetoed.add(rule.id)
        except ValueError as error:
            raise DataError(rule.id, str(error), "mend the pattern of this rule") from None

    def __call__(self, doc: Doc) -> list[Hit]:
        """Return the hits in the order of the text; a vetoed rule is silent in the whole statement."""
        hits = list(self._hits(doc))
        if self._vetoed and any(rule in self._vetoed for rule, _, _ in hits):
            silent = {doc.vocab.strings[key] for key, _, _ in self._vetoes(doc)}
            hits = [hit for hit in hits if hit[0] not in silent]
        return sorted(set(hits), key=lambda hit: (hit[1], hit[2], hit[0]))

    def _hits(self, doc: Doc) -> Iterator[Hit]:
        names = doc.vocab.strings
        for key, start, end in self._tokens(doc):
            yield names[key], start, end
        if len(self._trees) and doc.has_annotation("DEP"):
            for key, tokens in self._trees(doc):
                yield names[key], min(tokens), max(tokens) + 1


@cache
def matchers(vocab: Vocab, lens: str) -> Matchers:
    """Return the compiled rules of a lens, once for each vocabulary."""
    return Matchers(vocab, lens)
