"""Reads one statement through the eight lenses: rule hits and the trained model become labels with evidence.

Where hits disagree, the lens guide decides: ``external`` wins over ``internal``; when both ends are given, the one
that the sentence ends up serving counts, and an even case is ``stewardship``. Where the trained model knows a label,
it has the last word: it has seen what the rules said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from jdrewrite.analysis.bans import forbids, is_not_theirs
from jdrewrite.analysis.counting import is_member_of
from jdrewrite.analysis.ends import ends
from jdrewrite.analysis.groups import first_of, stand_ins
from jdrewrite.analysis.in_house import in_house
from jdrewrite.analysis.lens_features import features
from jdrewrite.analysis.lens_model import Known, Scored, Weights, Whole
from jdrewrite.analysis.lens_net import Said, net
from jdrewrite.analysis.lens_rows import rows_of
from jdrewrite.analysis.light import LightDoc
from jdrewrite.analysis.matching import Heard, Hit, matchers
from jdrewrite.analysis.mere import judges, meant
from jdrewrite.analysis.phrases import ending_at
from jdrewrite.analysis.readable import readable
from jdrewrite.analysis.rules import Book, Rule
from jdrewrite.analysis.served import mark
from jdrewrite.model import LENSES, Labels, Lens

Match = Callable[[LightDoc, Mapping[int, str]], Heard]
"""Tries the rules' patterns on a statement in which those served are marked."""
_NAMED = {"external": "customer.external.named", "internal": "customer.internal.named"}
_IN_HOUSE = "measure.internal.house"
_ENDS: tuple[tuple[Lens, str, str], ...] = (
    ("frame", "frame.stewardship.end", "good"),
    ("frame", "frame.stewardship.aim", "aimed"),
    ("frame", "frame.inward.end", "inward"),
    ("sight", "sight.yes.end", "effect"),
)
"""Rules that ``ends`` finds, with the field of ``Ends`` that holds what it found."""
_ORDER: dict[str, tuple[str, ...]] = {
    "customer": ("external", "internal"),
    "frame": ("stewardship", "inward"),
    "measure": ("index", "customer", "internal"),
    "across": ("silo", "shares"),
}
"""Which value wins when a statement gives evidence for several."""
_PLAIN = {"customer": "none", "frame": "neutral", "measure": "none", "across": "none"}
_YES_OR_NO = ("yes",)
NO_VALUES: Mapping[Lens, str] = {lens: _PLAIN.get(lens, "no") for lens in LENSES}
"""The values of a statement in which no lens sees anything."""
_LABELS: Mapping[Lens, tuple[tuple[str, tuple[Lens, str]], ...]] = {
    lens: tuple((value, (lens, value)) for value in _ORDER.get(lens, _YES_OR_NO)) for lens in LENSES
}
"""The values of each lens with their labels in the trained model."""
_FORBIDDEN = ("across.silo.", "frame.stewardship.", "sight.")
"""Rules that do not hold for an act that may not be done."""
_GOOD = ("frame.stewardship.", "sight.")
"""Rules that do not hold for an act that is left to others."""
_LEAST = 1e-9
"""Score of what only the rules know: they name colleagues, whom those served outside come before."""


class Weighed(NamedTuple):
    """What rules and weights make of one statement."""

    doc: LightDoc
    marked: Mapping[int, str]
    """The tokens that name someone served."""
    hits: Mapping[Lens, list[Hit]]
    """What the rules found."""
    values: Mapping[Lens, str]
    """What the rules made of it."""
    sums: Whole | None
    """What its features add up to; None for rules alone."""
    scored: Scored | None
    """What follows from that for each label; None for rules alone."""
    words: Sequence[str]
    """What the net is asked of; empty where nothing is in question."""


def read_lenses(doc: LightDoc, book: Book, model: Weights | None, match: Match | None = None) -> dict[Lens, list[Hit]]:
    """Return the evidence of each lens for the value that it has; no evidence means the plain value.

    Args:
        doc: a statement.
        book: the rules in force.
        model: the trained part; None for rules alone.
        match: what tries the patterns; None for ``matching``.

    Raises:
        Unparsed: tags or relations decide, and the document has none.
    """
    found = weigh(doc, book, model, match)
    reader = net() if found.words else None
    (asked,) = beside_net([found], model, [reader.read(found.words)]) if reader else [found]
    return decide(asked, book, model)


def weigh(doc: LightDoc, book: Book, model: Weights | None, match: Match | None = None) -> Weighed:
    """Return what rules and weights make of a statement, up to where the net is asked; ``decide`` goes on from there.

    Args:
        doc: a statement.
        book: the rules in force.
        model: the trained part; None for rules alone.
        match: what tries the patterns; None for ``matching``.

    Raises:
        Unparsed: tags or relations decide, and the document has none.
    """
    marked = mark(doc, book.classes)
    hits = rule_hits(doc, book, marked, match)
    values = {**NO_VALUES, **{lens: value_of(lens, own, book) for lens, own in hits.items() if own}}
    words = _known_words(doc, marked, book)
    if model is None:
        return Weighed(doc, marked, hits, values, None, None, ())
    sums = model.sums(rows_of(model).of(doc, marked, hits, values, words))
    scored = model.alone(sums)
    return Weighed(doc, marked, hits, values, sums, scored, words if model.in_question(scored) else ())


def beside_net(found: Sequence[Weighed], model: Weights | None, said: Sequence[Said]) -> list[Weighed]:
    """Return what ``weigh`` made of some statements, with what the net says of them added up."""
    sums = [own.sums for own in found if own.sums is not None]
    if model is None or not sums:
        return list(found)
    return [own._replace(scored=scored) for own, scored in zip(found, model.beside_net(sums, said), strict=True)]


def decide(found: Weighed, book: Book, model: Weights | None) -> dict[Lens, list[Hit]]:
    """Return the evidence of each lens for the value that it has; what is only forbidden neither helps nor hides.

    Args:
        found: what ``weigh`` returned, scored beside the net where that was asked.
        book: the rules in force.
        model: the trained part, as given to ``weigh``.
    """
    evidence = _decide(found, book, model)
    if not any(evidence.values()):
        return evidence
    without = _FORBIDDEN if forbids(found.doc) else _GOOD if is_not_theirs(found.doc) else ()
    if not without:
        return evidence
    return {lens: [h for h in own if not h[0].startswith(without)] for lens, own in evidence.items()}


def _decide(found: Weighed, book: Book, model: Weights | None) -> dict[Lens, list[Hit]]:
    doc, marked, hits, values, _, scored, _ = found
    if model is None or scored is None:
        return {lens: _speaking(hits.get(lens, []), values[lens], book) for lens in LENSES}
    if not any(hits.values()) and max(scored.values.values()) <= 0:
        return {lens: [] for lens in LENSES}
    evidence: dict[Lens, list[Hit]] = {}
    known: Known | None = None
    of_the_house = False
    """Whether whom the trained part takes for somebody served belongs to the organisation or a team: nobody is."""
    for lens in LENSES:
        heard = hits.get(lens, [])
        own = [hit for hit in heard if hit[0] in book.decisive or _is_own_word(hit, doc, book)]
        value = value_of(lens, own, book) if own else _decided(lens, values[lens], scored.values)
        kept = _speaking(heard, value, book)
        learned = f"{lens}.{value}.learned"
        speaks = value != _PLAIN.get(lens, "no") and book.speaks(learned) and not (lens == "voice" and judges(doc))
        if not kept and speaks and not matchers(book).is_silent(learned, doc, marked):
            known = known or model.known(features(doc, marked, hits, values))
            stretch = model.evidence((lens, value), known, len(doc), scored.said) or (0, len(doc))
            if lens == "customer":
                of_the_house = of_the_house or (not marked and is_member_of(doc, *stretch, book.classes))
            if of_the_house and (lens == "customer" or (lens, value) == ("frame", "stewardship")):
                evidence[lens] = []
                continue
            kept = [(learned, *(stretch if lens == "customer" else readable(doc, *stretch)))]
        evidence[lens] = kept
    return evidence


def rule_hits(
    doc: LightDoc, book: Book, marked: Mapping[int, str], match: Match | None = None
) -> dict[Lens, list[Hit]]:
    """Return what the rules find, by lens, before any weighing of values.

    Args:
        doc: a statement.
        book: the rules in force.
        marked: the tokens that name someone served, as ``served.mark`` returned them.
        match: what tries the patterns; None for ``matching``.

    Raises:
        Unparsed: tags or relations decide, and the document has none.
    """
    named = [
        (_NAMED[value], first_of(doc, i, book.classes), i + 1)
        for i, value in marked.items()
        if book.speaks(_NAMED[value])
    ]
    heard = (match or matchers(book))(doc, marked)
    found: dict[Lens, list[Hit]] = {lens: meant(doc, lens, own) for lens, own in heard.items()}
    found["customer"] = [*named, *found.get("customer", [])]
    told = ends(doc, marked, book.classes)
    for lens, name, field in _ENDS:
        spans: tuple[tuple[int, int], ...] = getattr(told, field)
        if spans and book.speaks(name):
            found[lens] = [*found.get(lens, []), *((name, start, end) for start, end in spans)]
    levels = [hit for hit in found.get("measure", []) if book.rule(hit[0]).value == "customer"]
    if levels and book.speaks(_IN_HOUSE) and in_house(doc, marked):
        others = [hit for hit in found["measure"] if hit not in levels]
        found["measure"] = [*others, *((_IN_HOUSE, start, end) for _, start, end in levels[:1])]
    return found


def _known_words(doc: LightDoc, marked: Mapping[int, str], book: Book) -> Sequence[str]:
    """Return the statement's words with groups, and a project's own words, as ones that the net has seen."""
    words: Sequence[str] = doc.lowers
    if book.own_words:
        seen = {word: "colleagues" if word in book.own_colleagues else "customers" for word in book.own_words}
        names = (ending_at(doc.lowers, i, book.classes)[1] for i in range(len(doc)))
        words = [seen.get(name, word) for name, word in zip(names, words, strict=True)]
    known = stand_ins(doc, marked, book.classes)
    return [known.get(i, word) for i, word in enumerate(words)] if known else words


def _is_own_word(hit: Hit, doc: LightDoc, book: Book) -> bool:
    """Tell whether a find rests on a project's word for those it serves, which the trained model has never seen."""
    if not book.own_words or hit[0] not in _NAMED.values():
        return False
    return ending_at(doc.lowers, hit[2] - 1, book.classes)[1] in book.own_words


def _decided(lens: Lens, ruled: str, scores: dict[tuple[Lens, str], float]) -> str:
    """Return the value that the model's scores give, or the rules' where the model does not know it."""
    likely: dict[str, float] = {}
    for value, label in _LABELS[lens]:
        score = scores.get(label)
        if score is None and ruled == value:
            if lens != "customer":
                return value
            score = _LEAST
        if score is not None and score > 0:
            likely[value] = score
    if not likely:
        return _PLAIN.get(lens, "no")
    if lens == "customer":
        return next(value for value in _ORDER[lens] if value in likely)
    return max(likely, key=lambda value: likely[value])


def value_of(lens: Lens, hits: list[Hit], book: Book) -> str:
    """Return the value that the hits of one lens add up to; ``none``, ``neutral`` or ``no`` without hits."""
    if not hits:
        return _PLAIN.get(lens, "no")
    found = [(book.rule(name), start) for name, start, _ in hits]
    values = {entry.value for entry, _ in found}
    if lens == "frame":
        return _frame(found)
    return next((value for value in _ORDER.get(lens, _YES_OR_NO) if value in values), _PLAIN.get(lens, "no"))


def _frame(found: list[tuple[Rule, int]]) -> str:
    """Weigh the ends: the last one named is the one the sentence ends up serving."""
    good = [start for entry, start in found if entry.value == "stewardship"]
    inward = [start for entry, start in found if entry.value == "inward"]
    if good and inward:
        return "inward" if max(inward) > max(good) + 2 else "stewardship"
    return "stewardship" if good else "inward" if inward else "neutral"


def _speaking(hits: list[Hit], value: str, book: Book) -> list[Hit]:
    return [hit for hit in hits if book.rule(hit[0]).value == value]


def labels_of(values: dict[Lens, str]) -> Labels:
    """Return the labels for the values of all lenses."""
    plain: dict[str, Any] = {lens: (v == "yes" if v in {"yes", "no"} else v) for lens, v in values.items()}
    return Labels(**plain)
