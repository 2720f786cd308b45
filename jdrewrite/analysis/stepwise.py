"""Statements read step by step: by words, then with tags, then with relations, and what the net says of them beside.

The net needs no lock of the language. So whatever it is asked, it is asked in a thread of its own, and the steps that
are left, and whatever else there is to do, are done in the meantime.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, partial

import msgspec

from jdrewrite.analysis.evidence import evidence_of
from jdrewrite.analysis.lens_model import Weights
from jdrewrite.analysis.lens_net import Said, net
from jdrewrite.analysis.lenses import NO_VALUES, Weighed, beside_net, decide, labels_of, value_of, weigh
from jdrewrite.analysis.light import LightDoc, Unparsed, Untagged
from jdrewrite.analysis.matching import Hit
from jdrewrite.analysis.meanwhile import Meanwhile
from jdrewrite.analysis.rules import Book
from jdrewrite.model import LENSES, Evidence, Labels, Lens


class Reading(msgspec.Struct, frozen=True):
    """What one statement says, on its own words."""

    labels: Labels
    evidence: tuple[Evidence, ...]


def reading_of(doc: LightDoc, hits: dict[Lens, list[Hit]], book: Book, shift: int) -> Reading:
    """Return labels and evidence of one statement.

    Args:
        doc: the statement, maybe behind lead words.
        hits: the evidence of each lens.
        book: the rules in force.
        shift: length of the lead words in characters.
    """
    if not any(hits.values()):
        return _nothing()
    values = {lens: value_of(lens, hits[lens], book) for lens in LENSES}
    evidence = [entry for lens in LENSES if hits[lens] for entry in evidence_of(doc, lens, hits[lens], book, shift)]
    return Reading(labels_of(values), tuple(evidence))


@cache
def _nothing() -> Reading:
    """Return the reading of what no lens sees anything in, as it is with most statements."""
    return Reading(labels_of(dict(NO_VALUES)), ())


class Stepwise:
    """Reads statements as far as they are known."""

    def __init__(self, docs: Sequence[LightDoc], shifts: Sequence[int], book: Book, weights: Weights | None) -> None:
        """Make one.

        Args:
            docs: the statements, maybe behind lead words.
            shifts: the lengths of these, in characters.
            book: the rules in force.
            weights: the trained part; None for rules alone.
        """
        self._docs, self._shifts = docs, shifts
        self._book, self._weights = book, weights
        self._found: dict[int, Reading] = {}
        self._asking: dict[int, Weighed] = {}
        self._asked: list[tuple[dict[int, Weighed], Meanwhile[list[Said]]]] = []

    def read(self, numbers: Iterable[int]) -> tuple[list[int], list[int]]:
        """Read some of the statements, and return those that must be tagged first, and those to be parsed."""
        untagged, unparsed = [], []
        for n in numbers:
            try:
                weighed = weigh(self._docs[n], self._book, self._weights)
            except Untagged:
                untagged.append(n)
            except Unparsed:
                unparsed.append(n)
            else:
                if weighed.words:
                    self._asking[n] = weighed
                else:
                    self._decide(n, weighed)
        return untagged, unparsed

    def ask(self) -> None:
        """Let the net begin with what has been read and leaves a label in question."""
        asking, self._asking = self._asking, {}
        reader = net() if asking else None
        if reader:
            given = reader.spell([weighed.words for weighed in asking.values()])
            self._asked.append((asking, Meanwhile(partial(reader.say, given))))
        else:
            for n, weighed in asking.items():
                self._decide(n, weighed)

    def _decide(self, n: int, weighed: Weighed) -> None:
        hits = decide(weighed, self._book, self._weights)
        self._found[n] = reading_of(self._docs[n], hits, self._book, self._shifts[n])

    def finish(self) -> list[Reading]:
        """Wait for the net, which has been asked of all, and return the reading of each statement, in order."""
        for asking, said in self._asked:
            asked = beside_net(list(asking.values()), self._weights, said.result())
            for n, weighed in zip(asking, asked, strict=True):
                self._decide(n, weighed)
        return [self._found[n] for n in range(len(self._docs))]
