"""New paragraphs: in the list and the dress of their neighbour, with a mark on the end of the paragraph."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from jdrewrite.documents.word.marker import Marker, bare, run_of
from jdrewrite.documents.word.names import INSERTION, MARKS, PARAGRAPH, W
from jdrewrite.documents.word.visible import glyphs

if TYPE_CHECKING:
    from lxml.etree import _Element

_BEHIND_DRESS = (f"{W}sectPr", f"{W}pPrChange")
"""What follows ``w:rPr`` in ``w:pPr``, by the order of the schema."""
_LOOSE = frozenset(f"{W}{n}" for n in "bookmarkStart bookmarkEnd proofErr commentRangeStart commentRangeEnd".split())


def insert_after(
    paragraph: _Element,
    like: _Element,
    text: str,
    marker: Marker,
    *,
    plain: bool,
    light: bool = False,
    grown: bool = False,
) -> _Element:
    """Put a new paragraph behind another and return it.

    Args:
        paragraph: behind which it comes.
        like: the neighbour whose style it takes.
        text: of the new paragraph.
        marker: makes the marks.
        plain: leave the neighbour's style out, because it is a heading.
        light: leave out that the neighbour's letters are bold, because it heads what follows.
        grown: the neighbour itself gets new words at its end.
    """
    made = paragraph.makeelement(PARAGRAPH, {})
    own = like.find(f"{W}pPr")
    if own is not None and not plain:
        made.append(_copied(own))
    seen = glyphs(like)
    first = seen[0].leaf.getparent() if seen and not plain else None
    dress = first.find(f"{W}rPr") if first is not None else None
    run = run_of(made, text, dress)
    letters = run.find(f"{W}rPr")
    bold = letters.find(f"{W}b") if letters is not None and light else None
    if letters is not None and bold is not None:
        letters.remove(bold)
    made.append(marker.inserted(run))
    paragraph.addnext(made)
    _mark_end(paragraph, made, marker, plain=plain, grown=grown)
    return made


def _copied(properties: _Element) -> _Element:
    """Return a copy of paragraph properties without the end of a section and without their history."""
    made = copy.deepcopy(properties)
    for name in _BEHIND_DRESS:
        for old in made.findall(name):
            made.remove(old)
    dress = made.find(f"{W}rPr")
    if dress is not None:
        made.replace(dress, bare(dress))
    return made


def _mark_end(before: _Element, made: _Element, marker: Marker, *, plain: bool, grown: bool) -> None:
    """Mark the new end of a paragraph.

    Rejecting it joins the paragraph with the next one. Where there is none to join (the last of a cell, before a
    table, at the end of a section) or an empty one, whose style LibreOffice would then lose, the end of the paragraph
    before is the new one, as when somebody types behind it. So it is where that paragraph grew itself: LibreOffice
    takes the new words on both sides of an old end for one insertion, which would take the end with it.
    """
    section = before.find(f"{W}pPr/{W}sectPr") is not None
    last = section or grown or (not _followed_by(made) if plain else not _followed_by(made, words=True))
    if last:
        _hand_over(before, made)
    if marker.tracked:
        ended = before if last else made
        _dress_of_end(ended).insert(0, marker.mark(ended, INSERTION))
        if last and plain:
            _remember_style(before, made, marker)


def _followed_by(paragraph: _Element, *, words: bool = False) -> bool:
    """Tell whether another paragraph of the same story follows, and one with words if that is asked."""
    following = paragraph.getnext()
    while following is not None and following.tag in _LOOSE:
        following = following.getnext()
    return following is not None and following.tag == PARAGRAPH and (not words or bool(glyphs(following)))


def _hand_over(before: _Element, made: _Element) -> None:
    """Let the new paragraph have the old end: the section that ends there, and what others marked on it."""
    properties = before.find(f"{W}pPr")
    if properties is None:
        return
    marks = [mark for mark in properties.findall(f"{W}rPr/*") if mark.tag in MARKS]
    section = properties.find(f"{W}sectPr")
    for mark in reversed(marks):
        _dress_of_end(made).insert(0, mark)
    if section is not None:
        _properties(made).append(section)


def _remember_style(before: _Element, made: _Element, marker: Marker) -> None:
    """Note in the new paragraph, which has the old end now, the style that the old one gets back on rejection."""
    own = before.find(f"{W}pPr")
    old = _copied(own) if own is not None else before.makeelement(f"{W}pPr", {})
    for dress in old.findall(f"{W}rPr"):
        old.remove(dress)
    change = marker.mark(made, f"{W}pPrChange")
    change.append(old)
    _properties(made).append(change)


def _properties(paragraph: _Element) -> _Element:
    found = paragraph.find(f"{W}pPr")
    if found is None:
        found = paragraph.makeelement(f"{W}pPr", {})
        paragraph.insert(0, found)
    return found


def _dress_of_end(paragraph: _Element) -> _Element:
    """Return the properties of a paragraph's end, at their place by the schema."""
    properties = _properties(paragraph)
    found = properties.find(f"{W}rPr")
    if found is None:
        found = properties.makeelement(f"{W}rPr", {})
        behind = next((child for child in properties if child.tag in _BEHIND_DRESS), None)
        if behind is None:
            properties.append(found)
        else:
            behind.addprevious(found)
    return found
