"""Labels for statements: each distinct text is read once and remembered, however many documents repeat it.

Parsing is most of the work, so a statement is tagged and parsed only where a rule or a word for those served could
need it; for the others the outcome is the same either way.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.analysis.extensions import register
from jdrewrite.analysis.lens_model import Weights, weights
from jdrewrite.analysis.lenses import evidence_of, labels_of, read_lenses, value_of
from jdrewrite.analysis.matching import matchers
from jdrewrite.analysis.rules import Book, Changes, book
from jdrewrite.analysis.served import may_need_parse
from jdrewrite.analysis.tokens import words_of
from jdrewrite.language.lead import lead
from jdrewrite.language.model import UNUSED, pipeline
from jdrewrite.model import LENSES, Evidence, Labels

if TYPE_CHECKING:
    from spacy.tokens import Doc

MEMO = 20_000
"""Distinct statements remembered; the least recently used go first, so memory does not grow with the documents."""
BATCH = 32
"""Statements parsed together: 32 hold memory at about 300 MB where 250 took 2 GB; fewer are slower."""


class Reading(msgspec.Struct, frozen=True):
    """What one statement says, on its own words."""

    labels: Labels
    evidence: tuple[Evidence, ...]


class Reader:
    """Reads statements with one model and one set of rules, and remembers what it read."""

    def __init__(
        self, model: str | None = None, changes: Changes | None = None, *, short_cuts: bool = True, trained: bool = True
    ) -> None:
        """Make a reader.

        Args:
            model: an installed spaCy model; None for the default.
            changes: what a project changes about the rules.
            short_cuts: parse only where it matters; False parses everything, to prove that nothing changes.
            trained: use the trained part of the labels; False for rules alone, to measure what it adds.
        """
        self._model = model
        self._book = book(changes)
        self._weights = weights() if trained else None
        self._short_cuts = short_cuts
        self._memo: OrderedDict[str, Reading] = OrderedDict()
        register()

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """Return the reading of each text, in order.

        Raises:
            ModelMissing: the model is not installed.
        """
        fresh = [text for text in dict.fromkeys(texts) if text not in self._memo]
        found = dict(zip(fresh, self._parse(fresh), strict=True))
        for text in dict.fromkeys(texts):
            if text in found:
                self._memo[text] = found[text]
            else:
                found[text] = self._memo[text]
                self._memo.move_to_end(text)
        while len(self._memo) > MEMO:
            self._memo.popitem(last=False)
        return [found[text] for text in texts]

    def _parse(self, texts: list[str]) -> Iterable[Reading]:
        if not texts:
            return
        nlp = pipeline(self._model)
        leads = [lead(text) for text in texts]
        docs = [nlp.make_doc(a + b) for a, b in zip(leads, texts, strict=True)]
        wanted = [doc for doc in docs if not self._short_cuts or needs_parse(doc, self._book)]
        # Without the table of parts of speech and the lemmatiser, which no rule asks for; docs are changed in place.
        for _ in nlp.pipe(wanted, batch_size=BATCH, disable=UNUSED):
            pass
        for doc, words in zip(docs, leads, strict=True):
            yield reading(doc, len(words), self._book, self._weights)


def needs_parse(doc: Doc, known: Book) -> bool:
    """Tell whether tags or the parse could change what is read in a statement."""
    words = set(words_of(doc))
    return may_need_parse(words, known.classes) or matchers(doc.vocab, known).need_parse(words)


def reading(doc: Doc, shift: int, known: Book, model: Weights | None) -> Reading:
    """Return labels and evidence of one statement.

    Args:
        doc: the statement, maybe behind lead words.
        shift: length of the lead words in characters.
        known: the rules in force.
        model: the trained part; None for rules alone.
    """
    found = read_lenses(doc, known, model)
    values = {lens: value_of(lens, found[lens], known) for lens in LENSES}
    evidence = [entry for lens in LENSES for entry in evidence_of(doc, lens, found[lens], known, shift)]
    return Reading(labels_of(values), tuple(evidence))
