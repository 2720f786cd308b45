"""The styles part, asked for what a paragraph is: a heading, a list paragraph, bold all over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from jdrewrite.documents.word.names import VALUE, W, number_in
from jdrewrite.documents.word.visible import is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

    from jdrewrite.documents.word.visible import Glyph

_LISTED = re.compile(r"list (?:bullet|number)(?: ([2-5]))?\b")
MOST_BASES = 30
"""Styles that are based on one another in a row; real files have five."""


class Styles:
    """The styles part, asked for what a paragraph is."""

    def __init__(self, root: _Element | None) -> None:
        self._styles = {s.get(f"{W}styleId"): s for s in root.iter(f"{W}style")} if root is not None else {}

    def heading_level(self, paragraph: _Element) -> int:
        """Return 1 to 6 for a heading, 0 for anything else; a document's title is 1."""
        for style in self._chain(paragraph):
            name = (self._name(style) or "").lower()
            if name == "title":
                return 1
            found = re.match(r"heading (\d)", name)
            if found:
                return min(6, max(1, int(found.group(1))))
        return self._outline(paragraph)

    def _outline(self, paragraph: _Element) -> int:
        """Return the level that a paragraph has in the outline without a heading's style; 0 for body text."""
        for properties in self._properties(paragraph):
            level = properties.find(f"{W}outlineLvl")
            if level is not None:
                value = level.get(VALUE) or "9"
                return int(value) + 1 if value in set("012345") and not self._listed(paragraph) else 0
        return 0

    def has(self, style: str) -> bool:
        """Tell whether there is a style with this id."""
        return style in self._styles

    def _listed(self, paragraph: _Element) -> bool:
        return self.list_depth(paragraph) is not None

    def list_place(self, paragraph: _Element) -> tuple[str, int] | None:
        """Return the id of the list to which a paragraph belongs, and its depth there; None where Word knows of none.

        The id is empty where only a depth is given.
        """
        depth: int | None = None
        for properties in self._properties(paragraph):
            number = properties.find(f"{W}numPr")
            if number is None:
                continue
            level, identity = number.find(f"{W}ilvl"), number.find(f"{W}numId")
            if depth is None:
                depth = min(8, number_in(level.get(VALUE)) or 0) if level is not None else 0
            if identity is not None:
                name = identity.get(VALUE) or ""
                return None if name == "0" else (name, depth)
        return None if depth is None else ("", depth)

    def list_depth(self, paragraph: _Element) -> int | None:
        """Return the depth of a list paragraph, 0 is outermost; None where it is no list.

        Each depth of Word's own styles, such as "List Bullet 2", is the outermost of a list of its own.
        """
        if self._is_taken_out(paragraph):
            return None
        place = self.list_place(paragraph)
        names = ((self._name(style) or "").lower() for style in self._chain(paragraph))
        styled = next((found for name in names if (found := _LISTED.match(name))), None)
        if place is None and styled is None:
            return None
        return max(place[1] if place else 0, int(styled[1] or 1) - 1 if styled else 0)

    def _is_taken_out(self, paragraph: _Element) -> bool:
        """Tell whether a paragraph is none of the list that its style would have it in."""
        own = next((p.find(f"{W}numPr") for p in self._properties(paragraph) if p.find(f"{W}numPr") is not None), None)
        identity = own.find(f"{W}numId") if own is not None else None
        return identity is not None and identity.get(VALUE) == "0"

    def is_bold(self, paragraph: _Element, visible: Sequence[Glyph]) -> bool:
        """Tell whether every letter of a paragraph is bold, by itself or by its style.

        Args:
            paragraph: the ``w:p``.
            visible: its characters.
        """
        inherited = any(is_on(style.find(f"{W}rPr/{W}b")) for style in self._chain(paragraph))
        leaves = {glyph.leaf for glyph in visible if not glyph.character.isspace()}
        runs = {run for leaf in leaves if (run := leaf.getparent()) is not None}
        return bool(runs) and all(is_on(r.find(f"{W}rPr/{W}b"), default=inherited) for r in runs)

    def _properties(self, paragraph: _Element) -> Iterator[_Element]:
        own = paragraph.find(f"{W}pPr")
        if own is not None:
            yield own
        for style in self._chain(paragraph):
            found = style.find(f"{W}pPr")
            if found is not None:
                yield found

    def _chain(self, paragraph: _Element) -> Iterator[_Element]:
        """Yield the paragraph's style and those it is based on."""
        own = paragraph.find(f"{W}pPr/{W}pStyle")
        name = own.get(VALUE) if own is not None else None
        seen: set[str] = set()
        while name and name in self._styles and name not in seen and len(seen) < MOST_BASES:
            seen.add(name)
            style = self._styles[name]
            yield style
            based = style.find(f"{W}basedOn")
            name = based.get(VALUE) if based is not None else None

    @staticmethod
    def _name(style: _Element) -> str | None:
        found = style.find(f"{W}name")
        return found.get(VALUE) if found is not None else None
