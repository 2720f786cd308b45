"""Reads one parsed statement through the eight lenses: rule hits become labels with evidence.

Where hits disagree, the lens guide decides: ``external`` wins over ``internal``; when both ends are given, the one
that the sentence ends up serving counts, and an even case is ``stewardship``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jdrewrite.analysis.matching import Hit, matchers
from jdrewrite.analysis.rules.loader import rule
from jdrewrite.analysis.rules.schema import Rule
from jdrewrite.model import Evidence, Labels, Lens

if TYPE_CHECKING:
    from spacy.tokens import Doc

_NAMED = {"external": "customer.external.named", "internal": "customer.internal.named"}
RULE_LENSES: tuple[Lens, ...] = ("frame", "sight", "voice", "authority", "measure", "across", "people")
"""The lenses whose labels come from pattern rules alone; ``customer`` has its own reader."""

_ORDER: dict[str, tuple[str, ...]] = {
    "measure": ("index", "customer", "internal"),
    "across": ("silo", "shares"),
}
"""Which value wins when a statement gives evidence for several."""


def customer_hits(doc: Doc) -> list[Hit]:
    """Return the words for those served as hits; the tokens must have been marked."""
    return [(_NAMED[t._.jd_served], t.i, t.i + 1) for t in doc if t._.jd_served]


def lens_hits(doc: Doc, lens: Lens) -> list[Hit]:
    """Return the hits of one lens in the order of the text, before any weighing of values."""
    return customer_hits(doc) if lens == "customer" else matchers(doc.vocab, lens)(doc)


def value_of(lens: Lens, hits: list[Hit]) -> str:
    """Return the value that the hits of one lens add up to; ``none``, ``neutral`` or ``no`` without hits."""
    found = [(rule(name), start) for name, start, _ in hits]
    values = {entry.value for entry, _ in found}
    if lens == "frame":
        return _frame(found)
    if lens == "customer":
        return next((value for value in ("external", "internal") if value in values), "none")
    if lens in _ORDER:
        return next((value for value in _ORDER[lens] if value in values), "none")
    return "yes" if values else "no"


def _frame(found: list[tuple[Rule, int]]) -> str:
    """Weigh the ends: the last one named is the one the sentence ends up serving."""
    good = [start for entry, start in found if entry.value == "stewardship"]
    inward = [start for entry, start in found if entry.value == "inward"]
    if good and inward:
        return "inward" if max(inward) > max(good) + 2 else "stewardship"
    return "stewardship" if good else "inward" if inward else "neutral"


def labels_of(values: dict[Lens, str]) -> Labels:
    """Return the labels for the values of all lenses."""
    plain: dict[str, Any] = {lens: (v == "yes" if v in {"yes", "no"} else v) for lens, v in values.items()}
    return Labels(**plain)


def evidence_of(doc: Doc, lens: Lens, hits: list[Hit], value: str, shift: int) -> list[Evidence]:
    """Return the evidence for the value that won, in characters of the statement.

    Args:
        doc: the parsed statement, maybe behind lead words.
        lens: the lens.
        hits: its hits.
        value: the value they added up to.
        shift: length of the lead words in characters.
    """
    spans = [(rule(name), doc[start:end]) for name, start, end in hits]
    return [
        Evidence(lens=lens, value=value, start=max(0, s.start_char - shift), end=s.end_char - shift, rule=entry.id)
        for entry, s in spans
        if entry.value == value and s.end_char > shift
    ]
