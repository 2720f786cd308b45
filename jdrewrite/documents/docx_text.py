"""What a reader sees of a Word paragraph, and how it is dressed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}txbxContent", f"{W}instrText", f"{W}pPr", f"{W}rPr", _MC_FALLBACK}
_SINGLE = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u2060\ufeff]")


def pieces(paragraph: _Element) -> Iterator[tuple[_Element, str]]:
    """Yield the elements that carry visible characters, in order, each with its characters.

    Text that somebody inserted with revision marks is there; what was deleted is not.
    """
    for child in paragraph:
        if child.tag in _SKIPPED or not isinstance(child.tag, str):
            continue
        if child.tag == f"{W}t":
            yield child, child.text or ""
        elif child.tag in _SINGLE:
            yield child, _SINGLE[child.tag]
        else:
            yield from pieces(child)


def text_of(paragraph: _Element) -> str:
    """Return the visible text, one character for each character of the file, so that spans fit both."""
    text = "".join(characters for _, characters in pieces(paragraph))
    # Same length on purpose: a control character becomes a space, it is never dropped.
    return _CONTROL.sub(" ", text).replace("\u00a0", " ")


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
                return min(6, int(found.group(1)))
        return 0

    def list_depth(self, paragraph: _Element) -> int | None:
        """Return the depth of a list paragraph, 0 is outermost; None where it is no list."""
        for properties in self._properties(paragraph):
            number = properties.find(f"{W}numPr")
            if number is not None:
                level = number.find(f"{W}ilvl")
                identity = number.find(f"{W}numId")
                if identity is not None and identity.get(f"{W}val") == "0":
                    return None
                return int(level.get(f"{W}val") or 0) if level is not None else 0
        for style in self._chain(paragraph):
            if (self._name(style) or "").lower().startswith(("list bullet", "list number")):
                return 0
        return None

    def is_bold(self, paragraph: _Element) -> bool:
        """Tell whether every letter of the paragraph is bold, by itself or by its style."""
        inherited = any(_on(style.find(f"{W}rPr")) for style in self._chain(paragraph))
        runs = [r for r in paragraph.iter(f"{W}r") if "".join(t.text or "" for t in r.iter(f"{W}t")).strip()]
        return bool(runs) and all(_on(r.find(f"{W}rPr"), default=inherited) for r in runs)

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
        name = own.get(f"{W}val") if own is not None else None
        seen: set[str] = set()
        while name and name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            yield style
            based = style.find(f"{W}basedOn")
            name = based.get(f"{W}val") if based is not None else None

    @staticmethod
    def _name(style: _Element) -> str | None:
        found = style.find(f"{W}name")
        return found.get(f"{W}val") if found is not None else None


def _on(properties: _Element | None, *, default: bool = False) -> bool:
    bold = properties.find(f"{W}b") if properties is not None else None
    return default if bold is None else bold.get(f"{W}val") not in {"0", "false"}
