"""What numbered paragraphs of Word bear: Word counts them each time it shows them (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.documents.counting import written
from jdrewrite.documents.word.names import DELETION, MARKS, VALUE, W, number_in
from jdrewrite.documents.word.numbering import FORMATS

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jdrewrite.documents.word.styles import Styles

_COUNTED = {name: way for way, name in FORMATS.items()} | {"decimalZero": "1"}
_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


class _Level(msgspec.Struct, frozen=True):
    """How one depth of a list counts."""

    way: str
    """As HTML names it; empty for bullets, and for ways of counting that nobody types."""
    text: str
    """``%1.``, ``(%2)``, ``%1.%2``."""
    start: int


class Counted:
    """Counts the paragraphs of a file in reading order."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        """Make it.

        Args:
            root: of the numbering part; None where there is none.
            styles: of the file: a list may be the property of a style.
        """
        self._styles = styles
        self._levels: dict[str, dict[int, _Level]] = {}
        """Of each list by its id."""
        self._abstract: dict[str, str] = {}
        self._anew: dict[str, dict[int, int]] = {}
        """Lists that begin anew, and the number of their first item, by depth."""
        self._values: dict[str, list[int]] = {}
        """Of each abstract list, which several lists may share, the number of its last item at each depth."""
        if root is None:
            return
        abstract = {one.get(f"{W}abstractNumId") or "": one for one in root.iter(f"{W}abstractNum")}
        levels = {key: _levels(one) for key, one in abstract.items()}
        for one in root.iter(f"{W}num"):
            key = _value(one, "abstractNumId")
            if key in levels:
                self._take(one, key, levels[key])

    def _take(self, one: _Element, key: str, levels: dict[int, _Level]) -> None:
        held = one.get(f"{W}numId") or ""
        self._abstract[held] = key
        self._levels[held] = dict(levels)
        for change in one.findall(f"{W}lvlOverride"):
            depth = number_in(change.get(f"{W}ilvl")) or 0
            self._levels[held] |= _levels(change)
            start = change.find(f"{W}startOverride")
            if start is not None:
                self._anew.setdefault(held, {})[depth] = number_in(start.get(VALUE)) or 0

    def sign(self, paragraph: _Element) -> str:
        """Return what a paragraph bears, and count it; empty for a bullet, and outside of any list."""
        place = self._styles.list_place(paragraph)
        if place is None or place[0] not in self._levels or _is_out(paragraph):
            return ""
        held, depth = place
        levels, key = self._levels[held], self._abstract[held]
        values = self._values.setdefault(key, [])
        while len(values) <= depth:
            at = len(values)
            values.append((levels[at].start if at in levels else 1) - (at == depth))
        del values[depth + 1 :]
        again = self._anew.get(held, {}).pop(depth, None)
        values[depth] = values[depth] + 1 if again is None else again
        return _said(levels, values, depth)


def _said(levels: dict[int, _Level], values: list[int], depth: int) -> str:
    level = levels.get(depth)
    if level is None or not level.way:
        return ""

    def number(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        way = levels[at].way if at in levels else "1"
        return written(values[at], way or "1") if at < len(values) else ""

    return _PLACE.sub(number, level.text).strip() if _PLACE.search(level.text) else ""


def _levels(parent: _Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for one in parent.findall(f"{W}lvl"):
        way, text, start = (_value(one, name) for name in ("numFmt", "lvlText", "start"))
        depth = number_in(one.get(f"{W}ilvl")) or 0
        if depth < _LEVELS:
            first = number_in(start)
            found[depth] = _Level(_COUNTED.get(way or "decimal", ""), text, 1 if first is None else first)
    return found


def _value(parent: _Element, name: str) -> str:
    found = parent.find(f"{W}{name}")
    return (found.get(VALUE) if found is not None else None) or ""


def _is_out(paragraph: _Element) -> bool:
    """Tell whether a paragraph is gone once the changes of others are accepted: its end and all its words."""
    ended = any(mark.tag == DELETION for mark in paragraph.findall(f"{W}pPr/{W}rPr/*") if mark.tag in MARKS)
    return ended and not any(True for run in paragraph.findall(f"{W}r"))
