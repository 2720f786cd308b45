"""Joins changes that lie a blank or a small word apart: a person reads one marked phrase, not a row of marked words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jdrewrite.documents.hunks import Hunk
from jdrewrite.documents.word.names import PARAGRAPH
from jdrewrite.documents.word.runs import dressed_alike
from jdrewrite.documents.word.visible import Glyph

if TYPE_CHECKING:
    from lxml.etree import _Element

_SMALL = re.compile(r" *(?:[a-z]{1,3})? *")
"""What may lie between two changes that are read as one."""


def joined(hunks: Sequence[Hunk], visible: Sequence[Glyph]) -> list[Hunk]:
    """Return the changes with close neighbours made one.

    Args:
        hunks: in the order of the text.
        visible: the characters of the paragraph; letters in another dress, in a link or in somebody's open insertion
            are never swallowed.
    """
    found: list[Hunk] = []
    for start, end, text in hunks:
        if found:
            first, last, before = found[-1]
            between = visible[last:start]
            words = "".join(glyph.character for glyph in between)
            if last > first and end > start and _SMALL.fullmatch(words) and _alike(visible[last - 1], between):
                found[-1] = (first, end, before + words + text)
                continue
        found.append((start, end, text))
    return found


def _alike(before: Glyph, between: Sequence[Glyph]) -> bool:
    """Tell whether characters have the dress of the one before them and stand freely in the same paragraph."""
    run = before.leaf.getparent()
    return all(run is not None and _fits(run, glyph.leaf.getparent()) for glyph in between)


def _fits(run: _Element, other: _Element | None) -> bool:
    if other is None or other is run:
        return other is run
    home = other.getparent()
    return home is run.getparent() and home is not None and home.tag == PARAGRAPH and dressed_alike(run, other)
