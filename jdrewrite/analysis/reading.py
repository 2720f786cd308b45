"""Labels for statements: each distinct text is read once and remembered, however many documents repeat it.

Tagging and parsing are most of the work, so a statement is read by its words first, tagged only where something in the
reading asks for a tag, and parsed only where it asks for a relation; the outcome is the same either way.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from functools import cache, cached_property, partial

from jdrewrite.analysis.extensions import register
from jdrewrite.analysis.lens_model import weights
from jdrewrite.analysis.lenses import read_lenses
from jdrewrite.analysis.light import LightDoc
from jdrewrite.analysis.rules import Changes, book
from jdrewrite.analysis.settings import Settings
from jdrewrite.analysis.stepwise import Reading, Stepwise, reading_of
from jdrewrite.language.chunks import Chunks
from jdrewrite.language.lead import lead
from jdrewrite.language.model import UNUSED, pipeline
from jdrewrite.language.tagging import parsed, tagged

__all__ = ["MEMO", "Reader", "Reading", "reader_for"]
MEMO = 20_000
"""Distinct statements remembered; the least recently used go first, so memory does not grow with the documents."""
_PLAIN_BATCH = 32
"""Statements of any length parsed together where no short cut is taken: 250 of the longest would take 2 GB."""


class Reader:
    """Reads statements with one set of rules, and remembers what it read."""

    def __init__(
        self,
        changes: Changes | None = None,
        *,
        short_cuts: bool = True,
        trained: bool = True,
        net: bool = True,
    ) -> None:
        """Make a reader.

        Args:
            changes: what a project changes about the rules.
            short_cuts: False parses everything and tries every rule on it with spaCy's own matchers, to prove that
                nothing changes.
            trained: use the trained part of the labels; False for rules alone, to measure what it adds.
            net: ask the net beside the weights of the trained part; False to measure what it adds.
        """
        self._book = book(changes)
        self._weights = weights(beside=net) if trained else None
        self._short_cuts = short_cuts
        self._memo: OrderedDict[str, Reading] = OrderedDict()
        register()

    @cached_property
    def _chunks(self) -> Chunks:
        return Chunks(pipeline())

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Return the reading of each text, in order.

        Raises:
            ModelMissing: the model is not installed.
        """
        return self.start(texts)()

    def start(self, texts: Sequence[str]) -> Callable[[], list[Reading]]:
        """Read as far as one can without the net, which goes on by itself, and return what waits for the readings.

        Args:
            texts: what ``read`` returns the readings of.

        Raises:
            ModelMissing: the model is not installed.
        """
        known = {text: self._memo[text] for text in texts if text in self._memo}
        fresh = [text for text in dict.fromkeys(texts) if text not in known]
        readings = self._fresh(fresh)

        def finish() -> list[Reading]:
            known.update(zip(fresh, readings(), strict=True))
            for text in dict.fromkeys(texts):
                self._memo[text] = known[text]
                self._memo.move_to_end(text)
            while len(self._memo) > MEMO:
                self._memo.popitem(last=False)
            return [known[text] for text in texts]

        return finish

    def _fresh(self, texts: list[str]) -> Callable[[], list[Reading]]:
        if not texts:
            return list
        whole = [lead(text) + text for text in texts]
        return self._quickly(texts, whole) if self._short_cuts else partial(self._plainly, texts, whole)

    def _plainly(self, texts: list[str], whole: list[str]) -> list[Reading]:
        """Parse everything with the model as it is, and try every pattern with spaCy's own matchers."""
        from jdrewrite.analysis.plain_matching import PlainMatchers

        nlp = pipeline(quick=False)
        match = PlainMatchers(nlp.vocab, self._book)
        found = []
        docs = nlp.pipe(whole, batch_size=_PLAIN_BATCH, disable=UNUSED)
        for text, all_of, doc in zip(texts, whole, docs, strict=True):
            light = LightDoc.of(doc)
            hits = read_lenses(light, self._book, self._weights, partial(match, doc))
            found.append(reading_of(light, hits, self._book, len(all_of) - len(text)))
        return found

    def _quickly(self, texts: list[str], whole: list[str]) -> Callable[[], list[Reading]]:
        """Read by words what can be read so, tag the rest, and parse what is left of that."""
        chunks = self._chunks.read(whole)
        light = [LightDoc(all_of, *tokens) for all_of, tokens in zip(whole, chunks, strict=True)]
        shifts = [len(all_of) - len(text) for text, all_of in zip(texts, whole, strict=True)]
        steps = Stepwise(light, shifts, self._book, self._weights)
        untagged, unparsed = steps.read(range(len(light)))
        steps.ask()
        waiting = untagged + unparsed
        nlp = pipeline()
        cut = [self._chunks.doc(whole[n], light[n].texts) for n in waiting]
        docs = dict(zip(waiting, tagged(nlp, cut), strict=True))
        for n, doc in docs.items():
            light[n].tag(doc)
        unparsed += steps.read(untagged)[1]
        for n, doc in zip(unparsed, parsed(nlp, [docs[n] for n in unparsed]), strict=True):
            light[n].parse(doc)
        steps.read(unparsed)
        steps.ask()
        return steps.finish


def reader_for(settings: Settings) -> Reader:
    """Return what reads single texts as ``analyse`` does."""
    return _reader(settings.changes)


@cache
def _reader(changes: Changes) -> Reader:
    return Reader(changes)
