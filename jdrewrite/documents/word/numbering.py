"""Numbered lists of a new Word file: each counts by itself and from where it began (ECMA-376 Part 1, 17.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdrewrite.documents.listing import Item
from jdrewrite.documents.word.names import VALUE, W, number_in

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMATS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
"""What Word calls the ways of counting."""
_INDENT = 360
"""Twentieths of a point from one depth to the next, and from a number to its words."""


class Numbers:
    """The numbering part of a file in the making."""

    def __init__(self, root: _Element) -> None:
        self._root = root
        self._lists: dict[tuple[int, int], str] = {}
        """Id in the file of each list; Word cannot count down, so that each item of such a list is one of its own."""

    def give(self, properties: _Element, item: Item, depth: int) -> None:
        """Write into the properties of a paragraph which list it belongs to.

        Args:
            properties: the ``w:pPr``; its style is there.
            item: as it was read. The first of a list says how it counts, and from where.
            depth: of the list, 1 is outermost.
        """
        key = (item.list, item.value if item.step < 0 else 0)
        if key not in self._lists:
            self._lists[key] = self._new(item, depth)
        made = _made(properties, "numPr")
        made.append(_made(made, "ilvl", "0"))
        made.append(_made(made, "numId", self._lists[key]))
        properties.insert(1, made)

    def _new(self, item: Item, depth: int) -> str:
        """Add a list and return its id; the file has the abstract ones before the others."""
        root, shape = self._root, item.shape
        abstract = _made(root, "abstractNum")
        abstract.set(f"{W}abstractNumId", self._free("abstractNum", "abstractNumId"))
        abstract.append(_made(root, "multiLevelType", "singleLevel"))
        level = _made(root, "lvl")
        level.set(f"{W}ilvl", "0")
        level.append(_made(root, "start", str(item.value)))
        level.append(_made(root, "numFmt", FORMATS[shape.counted]))
        level.append(_made(root, "lvlText", f"{shape.before}%1{shape.after}"))
        level.append(_made(root, "lvlJc", "left"))
        around, indent = _made(root, "pPr"), _made(root, "ind")
        indent.set(f"{W}left", str(_INDENT * depth))
        indent.set(f"{W}hanging", str(_INDENT))
        around.append(indent)
        level.append(around)
        abstract.append(level)
        first = root.find(f"{W}num")
        if first is None:
            root.append(abstract)
        else:
            first.addprevious(abstract)
        identity = self._free("num", "numId")
        number = _made(root, "num")
        number.set(f"{W}numId", identity)
        number.append(_made(root, "abstractNumId", abstract.get(f"{W}abstractNumId")))
        last = root.findall(f"{W}num")
        if last:
            last[-1].addnext(number)
        else:
            root.append(number)
        return identity

    def _free(self, tag: str, name: str) -> str:
        used = [number_in(e.get(f"{W}{name}")) or 0 for e in self._root.findall(f"{W}{tag}")]
        return str(max(used, default=0) + 1)


def _made(parent: _Element, tag: str, value: str | None = None) -> _Element:
    """Return a new element of the tree of another, not yet placed."""
    made = parent.makeelement(f"{W}{tag}", {})
    if value is not None:
        made.set(VALUE, value)
    return made
