"""Changes words of a Word paragraph in place: runs, links and formatting stay where they are."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jdrewrite.documents.docx_text import W, pieces
from jdrewrite.documents.hunks import Hunk

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def edit_paragraph(paragraph: _Element, hunks: Sequence[Hunk]) -> None:
    """Apply changes to a paragraph, given in characters of its visible text."""
    for start, end, text in sorted(hunks, reverse=True):
        _apply(paragraph, start, end, text)


def _apply(paragraph: _Element, start: int, end: int, text: str) -> None:
    """Take out the characters of a span and put others in, into the run in which the span begins."""
    at = 0
    pending = text
    home: _Element | None = None
    for element, characters in list(pieces(paragraph)):
        first, last = max(start - at, 0), min(end - at, len(characters))
        touches = first < last
        # New words go where the old ones were; with nothing taken out, behind the character before the place.
        holds = at < start <= at + len(characters) if start == end else touches
        if start == end == 0 and home is None:
            holds, first, last = True, 0, 0
        if element.tag != f"{W}t":
            if touches and (parent := element.getparent()) is not None:
                parent.remove(element)
        elif touches or (holds and pending):
            put = pending if holds else ""
            first = min(first, len(characters)) if touches else start - at
            last = last if touches else first
            _set(element, characters[:first] + put + characters[last:])
            pending = "" if holds else pending
        home = element if element.tag == f"{W}t" else home
        at += len(characters)
    if pending and home is not None:
        _set(home, (home.text or "") + pending)


def _set(element: _Element, text: str) -> None:
    element.text = text
    if text != text.strip():
        element.set(_SPACE, "preserve")


def insert_after(paragraph: _Element, text: str, *, plain: bool) -> _Element:
    """Put a new paragraph behind another and return it: the same list, style and letters.

    Args:
        paragraph: the neighbour.
        text: of the new paragraph.
        plain: drop the neighbour's style, because it is a heading.
    """
    made = paragraph.makeelement(f"{W}p", {})
    properties = paragraph.find(f"{W}pPr")
    if properties is not None and not plain:
        kept = copy.deepcopy(properties)
        for mark in [*kept.iter(f"{W}sectPr"), *kept.iter(f"{W}ins"), *kept.iter(f"{W}del")]:
            if (parent := mark.getparent()) is not None:
                parent.remove(mark)
        made.append(kept)
    run = made.makeelement(f"{W}r", {})
    letters = (
        None
        if plain
        else next((r.find(f"{W}rPr") for r in paragraph.iter(f"{W}r") if r.find(f"{W}t") is not None), None)
    )
    if letters is not None:
        run.append(copy.deepcopy(letters))
    words = run.makeelement(f"{W}t", {})
    _set(words, text)
    run.append(words)
    made.append(run)
    paragraph.addnext(made)
    return made
