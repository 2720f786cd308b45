"""The rules' patterns by spaCy's own matchers, each tried on every statement: what ``matching`` must agree with."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from jdrewrite.analysis.matching import Heard, Hit, in_order, rows, vetoes

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from jdrewrite.analysis.compiled import Marked
    from jdrewrite.analysis.light import LightDoc
    from jdrewrite.analysis.rules import Book
    from jdrewrite.model import Lens


class PlainMatchers:
    """The pattern rules of all lenses in spaCy's matchers."""

    def __init__(self, vocab: Vocab, book: Book) -> None:
        """Compile the rules of a book for a vocabulary."""
        from spacy.matcher import DependencyMatcher, Matcher

        self._book = book
        self._tokens = Matcher(vocab)
        self._trees = DependencyMatcher(vocab)
        self._vetoes = Matcher(vocab)
        for rule in book.rules.values():
            for number, row in enumerate(rows(rule, book)):
                if rule.kind == "dependency":
                    self._trees.add(f"{rule.id}#{number}", [row])
                else:
                    self._tokens.add(f"{rule.id}#{number}", [row], greedy="LONGEST")
            if rule.unless:
                self._vetoes.add(rule.id, vetoes(rule, book))

    def __call__(self, doc: Doc, light: LightDoc, marked: Marked) -> Heard:  # noqa: ARG002 - the same statement
        """Return the hits of each lens; ``doc`` is tagged and parsed."""
        for i, served in marked.items():
            doc[i]._.jd_served = served
        names = doc.vocab.strings
        silent = {names[key] for key, *_ in self._vetoes(doc)}
        found: list[tuple[Any, int, int]] = list(self._tokens(doc))
        found += [(key, min(nodes), max(nodes) + 1) for key, nodes in self._trees(doc)]
        hits: dict[Lens, set[Hit]] = defaultdict(set)
        for key, start, end in found:
            name = names[key].split("#")[0]
            if name not in silent:
                hits[self._book.rule(name).lens].add((name, start, end))
        return {lens: in_order(own) for lens, own in hits.items()}
