"""Fields of a paragraph: page numbers, references, links that Word keeps as code and result (17.16)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jdrewrite.documents.word.names import W

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
