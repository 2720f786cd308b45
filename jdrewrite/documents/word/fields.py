"""Fields of a paragraph: page numbers, references, links that Word keeps as code and result (17.16)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from jdrewrite.documents.hunks import Hunk
from jdrewrite.documents.word.names import RUN, SPACE, W

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jdrewrite.documents.word.visible import Glyph


class Field(NamedTuple):
    """One field that begins and ends in the paragraph."""

    codes: list[_Element]
    """Its ``w:fldChar`` and ``w:instrText``, which no reader sees."""
    shown: list[_Element]
    """The leaves of its result."""
    length: int
    """How many visible characters the result has."""


def fields_of(paragraph: _Element, visible: list[Glyph]) -> list[Field]:
    """Return the fields of a paragraph; those that go on in another are left out."""
    per_leaf: dict[_Element, int] = {}
    for glyph in visible:
        per_leaf[glyph.leaf] = per_leaf.get(glyph.leaf, 0) + 1
    found: list[Field] = []
    open_: list[tuple[list[_Element], list[_Element]]] = []
    for element in paragraph.iter():
        if element.tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                open_.append(([], []))
            if open_:
                open_[-1][0].append(element)
            if kind == "end" and open_:
                codes, shown = open_.pop()
                found.append(Field(codes, shown, sum(per_leaf[leaf] for leaf in shown)))
                if open_:
                    open_[-1][0].extend(codes)
                    open_[-1][1].extend(shown)
        elif element.tag == f"{W}instrText" and open_:
            open_[-1][0].append(element)
        elif element in per_leaf and open_:
            open_[-1][1].append(element)
    return found


def whole_fields(hunks: Sequence[Hunk], fields: Sequence[Field], visible: Sequence[Glyph]) -> list[Hunk]:
    """Return the changes, each widened to all of a field's result where it takes away a part of it.

    Word computes a result anew when it pleases: what was changed in it would be lost. So the field goes, and its words
    come back as words. The text of a link is a result too, but nobody computes it.
    """
    places: dict[int, tuple[int, int]] = {}
    for at, glyph in enumerate(visible):
        places[id(glyph.leaf)] = (places.get(id(glyph.leaf), (at,))[0], at + 1)
    spans = [span for field in fields if not _is_link(field) and (span := _span(field, places))]
    spans += _simple_spans(visible)
    groups: list[tuple[int, int, list[Hunk]]] = []
    for hunk in hunks:
        start, end = _widened(hunk, spans)
        if groups and start < groups[-1][1]:
            first, last, members = groups.pop()
            groups.append((first, max(last, end), [*members, hunk]))
        else:
            groups.append((start, end, [hunk]))
    return [_joined(start, end, members, visible) for start, end, members in groups]


def one(hunks: Sequence[Hunk], visible: Sequence[Glyph]) -> Hunk:
    """Return one change in the place of several, in the order of the text."""
    return _joined(hunks[0][0], hunks[-1][1], hunks, visible)


def _widened(hunk: Hunk, spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Return the span of a change with every result that it takes a part of, or stands inside of."""
    start, end, _ = hunk
    for first, last in spans:
        if (start < last and first < end) if start < end else first < start < last:
            start, end = min(start, first), max(end, last)
    return start, end


def _joined(start: int, end: int, members: Sequence[Hunk], visible: Sequence[Glyph]) -> Hunk:
    """Return one change in the place of several, with the words that stay between them."""
    text, at = "", start
    for first, last, new in members:
        text += "".join(glyph.character for glyph in visible[at:first]) + new
        at = last
    return start, end, text + "".join(glyph.character for glyph in visible[at:end])


def _is_link(field: Field) -> bool:
    code = "".join(code.text or "" for code in field.codes)
    return code.split()[:1] == ["HYPERLINK"]


def _span(field: Field, places: Mapping[int, tuple[int, int]]) -> tuple[int, int] | None:
    """Return where the result of a field stands in the visible text, by where each leaf stands."""
    own = [places[id(leaf)] for leaf in field.shown if id(leaf) in places]
    return (min(start for start, _ in own), max(end for _, end in own)) if own else None


def _simple_spans(visible: Sequence[Glyph]) -> list[tuple[int, int]]:
    """Return where the results of simple fields (``w:fldSimple``) stand in the visible text."""
    places: dict[_Element, list[int]] = {}
    for at, glyph in enumerate(visible):
        simple = next(glyph.leaf.iterancestors(f"{W}fldSimple"), None)
        if simple is not None:
            places.setdefault(simple, []).append(at)
    return [(found[0], found[-1] + 1) for found in places.values()]


def unfold(taken: Sequence[Glyph]) -> None:
    """Turn the simple fields of some characters into runs with code and result, which can be marked as deleted."""
    simple = {s for glyph in taken if (s := next(glyph.leaf.iterancestors(f"{W}fldSimple"), None)) is not None}
    for field in simple:
        parent = field.getparent()
        if parent is None:
            continue
        code = field.makeelement(f"{W}instrText", {SPACE: "preserve"})
        code.text = field.get(f"{W}instr") or ""
        for leaf in (_sign(field, "begin"), code, _sign(field, "separate")):
            field.addprevious(_run(field, leaf))
        for child in list(field):
            field.addprevious(child)
        field.addprevious(_run(field, _sign(field, "end")))
        parent.remove(field)


def _sign(near: _Element, kind: str) -> _Element:
    return near.makeelement(f"{W}fldChar", {f"{W}fldCharType": kind})


def _run(near: _Element, leaf: _Element) -> _Element:
    run = near.makeelement(RUN, {})
    run.append(leaf)
    return run
