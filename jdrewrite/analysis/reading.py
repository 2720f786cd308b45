"""Labels for statements: each distinct text is parsed once and remembered, however many documents repeat it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.analysis.components import read_all
from jdrewrite.analysis.lenses import evidence_of, labels_of
from jdrewrite.language.lead import lead
from jdrewrite.language.model import pipeline
from jdrewrite.model import LENSES, Evidence, Labels, Lens

if TYPE_CHECKING:
    from spacy.tokens import Doc

MEMO = 20_000
"""Distinct statements remembered; the least recently used go first, so memory does not grow with the documents."""
BATCH = 16
"""Statements parsed together: 8 to 16 hold memory at about 200 MB where 250 took 2 GB, at the same speed."""


class Reading(msgspec.Struct, frozen=True):
    """What one statement says, on its own words."""

    labels: Labels
    evidence: tuple[Evidence, ...]


class Reader:
    """Reads statements with one model and remembers what it read."""

    def __init__(self, model: str | None = None) -> None:
        self._model = model
        self._memo: OrderedDict[str, Reading] = OrderedDict()

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
        leads = [lead(text) for text in texts]
        docs = pipeline(self._model).pipe((a + b for a, b in zip(leads, texts, strict=True)), batch_size=BATCH)
        for doc, words in zip(docs, leads, strict=True):
            yield reading(doc, len(words))


def reading(doc: Doc, shift: int) -> Reading:
    """Return labels and evidence of one parsed statement.

    Args:
        doc: the statement, maybe behind lead words.
        shift: length of the lead words in characters.
    """
    read_all(doc)
    values: dict[Lens, str] = {}
    evidence: list[Evidence] = []
    for lens in LENSES:
        hits = [(span.label_, span.start, span.end) for span in doc.spans[f"jd_{lens}"]]
        values[lens] = getattr(doc._, f"jd_{lens}")
        evidence += evidence_of(doc, lens, hits, values[lens], shift)
    return Reading(labels_of(values), tuple(evidence))
