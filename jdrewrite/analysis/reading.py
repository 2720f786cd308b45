"""Labels for statements: each distinct text is read once and remembered, however many documents repeat it.

Tagging and parsing are most of the work, so a statement is read by its words first, tagged only where something in the
reading asks for a tag, and parsed only where it asks for a relation; the outcome is the same either way.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import cached_property, partial

import msgspec

from jdrewrite.analysis.extensions import register
from jdrewrite.analysis.lens_model import weights
from jdrewrite.analysis.lenses import Match, evidence_of, labels_of, read_lenses, value_of
from jdrewrite.analysis.light import LightDoc, Unparsed, Untagged
from jdrewrite.analysis.rules import Changes, book
from jdrewrite.language.chunks import Chunks
from jdrewrite.language.lead import lead
from jdrewrite.language.model import UNUSED, pipeline
from jdrewrite.language.tagging import parsed, tagged
from jdrewrite.model import LENSES, Evidence, Labels

MEMO = 20_000
"""Distinct statements remembered; the least recently used go first, so memory does not grow with the documents."""
_PLAIN_BATCH = 32
"""Statements of any length parsed together where no short cut is taken: 250 of the longest would take 2 GB."""


class Reading(msgspec.Struct, frozen=True):
    """What one statement says, on its own words."""

    labels: Labels
    evidence: tuple[Evidence, ...]


class Reader:
    """Reads statements with one model and one set of rules, and remembers what it read."""

    def __init__(
        self,
        model: str | None = None,
        changes: Changes | None = None,
        *,
        short_cuts: bool = True,
        trained: bool = True,
        net: bool = True,
    ) -> None:
        """Make a reader.

        Args:
            model: an installed spaCy model; None for the default.
            changes: what a project changes about the rules.
            short_cuts: False parses everything and tries every rule on it with spaCy's own matchers, to prove that
                nothing changes.
            trained: use the trained part of the labels; False for rules alone, to measure what it adds.
            net: ask the net beside the weights of the trained part; False to measure what it adds.
        """
        self._model = model
        self._book = book(changes)
        self._weights = weights(beside=net) if trained else None
        self._short_cuts = short_cuts
        self._memo: OrderedDict[str, Reading] = OrderedDict()
        register()

    @cached_property
    def _chunks(self) -> Chunks:
        return Chunks(pipeline(self._model))

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Return the reading of each text, in order.

        Raises:
            ModelMissing: the model is not installed.
        """
        fresh = [text for text in dict.fromkeys(texts) if text not in self._memo]
        found = dict(zip(fresh, self._fresh(fresh), strict=True))
        for text in dict.fromkeys(texts):
            if text in found:
                self._memo[text] = found[text]
            else:
                found[text] = self._memo[text]
                self._memo.move_to_end(text)
        while len(self._memo) > MEMO:
            self._memo.popitem(last=False)
        return [found[text] for text in texts]

    def _fresh(self, texts: list[str]) -> list[Reading]:
        if not texts:
            return []
        whole = [lead(text) + text for text in texts]
        return self._quickly(texts, whole) if self._short_cuts else self._plainly(texts, whole)

    def _plainly(self, texts: list[str], whole: list[str]) -> list[Reading]:
        """Parse everything with the model as it is, and try every pattern with spaCy's own matchers."""
        from jdrewrite.analysis.plain_matching import PlainMatchers

        nlp = pipeline(self._model, quick=False)
        match = PlainMatchers(nlp.vocab, self._book)
        docs = nlp.pipe(whole, batch_size=_PLAIN_BATCH, disable=UNUSED)
        return [
            self._reading(LightDoc.of(doc), len(all_of) - len(text), partial(match, doc))
            for text, all_of, doc in zip(texts, whole, docs, strict=True)
        ]

    def _quickly(self, texts: list[str], whole: list[str]) -> list[Reading]:
        """Read by words what can be read so, tag the rest, and parse what is left of that."""
        chunks = self._chunks.read(whole)
        light = [LightDoc(all_of, *tokens) for all_of, tokens in zip(whole, chunks, strict=True)]
        shifts = [len(all_of) - len(text) for text, all_of in zip(texts, whole, strict=True)]
        found: dict[int, Reading] = {}

        def read(numbers: Iterable[int]) -> tuple[list[int], list[int]]:
            """Read some of the statements, and return those that must be tagged first, and those to be parsed."""
            untagged, unparsed = [], []
            for n in numbers:
                try:
                    found[n] = self._reading(light[n], shifts[n])
                except Untagged:
                    untagged.append(n)
                except Unparsed:
                    unparsed.append(n)
            return untagged, unparsed

        untagged, unparsed = read(range(len(light)))
        waiting = untagged + unparsed
        nlp = pipeline(self._model)
        docs = dict(zip(waiting, tagged(nlp, [whole[n] for n in waiting]), strict=True))
        for n, doc in docs.items():
            light[n].tag(doc)
        unparsed += read(untagged)[1]
        for n, doc in zip(unparsed, parsed(nlp, [docs[n] for n in unparsed]), strict=True):
            light[n].parse(doc)
        read(unparsed)
        return [found[n] for n in range(len(light))]

    def _reading(self, doc: LightDoc, shift: int, match: Match | None = None) -> Reading:
        """Return labels and evidence of one statement, which stands behind lead words of that many characters."""
        hits = read_lenses(doc, self._book, self._weights, match)
        values = {lens: value_of(lens, hits[lens], self._book) for lens in LENSES}
        evidence = [entry for lens in LENSES for entry in evidence_of(doc, lens, hits[lens], self._book, shift)]
        return Reading(labels_of(values), tuple(evidence))
