"""The words of a statement by which a lens sees what it sees, in characters."""

from __future__ import annotations

from jdrewrite.analysis.finishing import finished
from jdrewrite.analysis.light import LightDoc
from jdrewrite.analysis.matching import Hit
from jdrewrite.analysis.rules import Book
from jdrewrite.model import Evidence, Lens


def evidence_of(doc: LightDoc, lens: Lens, hits: list[Hit], book: Book, shift: int) -> list[Evidence]:
    """Return the evidence of one lens in characters of the statement.

    Args:
        doc: the statement, maybe behind lead words.
        lens: the lens.
        hits: its evidence.
        book: the rules in force.
        shift: length of the lead words in characters.
    """
    last = [end if lens == "customer" else finished(doc, start, end) for _, start, end in hits]
    spans = [(book.rule(hit[0]), *_whole_words(doc, hit[1], end)) for hit, end in zip(hits, last, strict=True)]
    return [
        Evidence(lens=lens, value=entry.value, start=max(0, start - shift), end=end - shift, rule=entry.id)
        for entry, start, end in spans
        if end > shift
    ]


def _whole_words(doc: LightDoc, start: int, end: int) -> tuple[int, int]:
    """Return the characters of some tokens, with the rest of a word that a hyphen cuts: "on-time", not "-time"."""

    def joined(left: int) -> bool:
        touching = doc.starts[left] + len(doc.texts[left]) == doc.starts[left + 1]
        return touching and "-" in {doc.texts[left], doc.texts[left + 1]}

    while start > 0 and joined(start - 1):
        start -= 1
    while end < len(doc) and joined(end - 1):
        end += 1
    return doc.starts[start], doc.starts[end - 1] + len(doc.texts[end - 1])
