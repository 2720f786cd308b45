"""What a reader sees of a Word paragraph, and where each character of it stands.

The view is that of a reader who accepts all revisions: what somebody inserted is there, what was deleted is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from jdrewrite.documents.word.names import ALTERNATE, CHOICE, DELETION, FALLBACK, MOVED_AWAY, RUN, TEXT, VALUE, W

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    {DELETION, MOVED_AWAY, FALLBACK}
    | {f"{W}{n}" for n in "drawing pict object instrText delInstrText delText pPr rPr sdtPr sdtEndPr rt rubyPr".split()}
)
_SINGLE = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}sym": "",
}
# Soft hyphens and zero-width spaces split words that a reader sees whole. The joiners inside emoji stay.
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f\u2009\u2002\u2003", " "))


class Glyph(NamedTuple):
    """One visible character, and where it stands."""

    character: str
    leaf: _Element
    """The ``w:t`` that holds it, or the ``w:tab``, ``w:br``, ... that stands for it."""
    at: int
    """Its place in the text of a ``w:t``; 0 for the others."""


def glyphs(paragraph: _Element) -> list[Glyph]:
    """Return the visible characters of a paragraph, in order."""
    return [glyph for leaf in _leaves(paragraph) for glyph in _shown(leaf)]


def leaf_after(run: _Element, paragraph: _Element) -> _Element | None:
    """Return the leaf of the first visible character behind a run of a paragraph."""
    place: _Element | None = run
    while place is not None and place is not paragraph:
        for leaf in _leaves(place.itersiblings()):
            if next(_shown(leaf), None) is not None:
                return leaf
        place = place.getparent()
    return None


def _shown(leaf: _Element) -> Iterator[Glyph]:
    if leaf.tag == TEXT:
        # A line break in the XML is white space like any other; Word shows it as a space.
        for at, character in enumerate((leaf.text or "").translate(_SPACES)):
            if not _UNSEEN.match(character):
                yield Glyph(" " if character in "\n\t" else character, leaf, at)
    elif leaf.tag == f"{W}sym":
        yield Glyph(_symbol(leaf), leaf, 0)
    else:
        yield Glyph(_SINGLE[leaf.tag], leaf, 0)


def text_of(paragraph: _Element) -> str:
    """Return the visible text of a paragraph."""
    return "".join(glyph.character for glyph in glyphs(paragraph))


def _leaves(elements: Iterable[_Element]) -> Iterator[_Element]:
    for child in elements:
        tag = child.tag
        if tag in _SKIPPED or not isinstance(tag, str):
            continue
        if tag == TEXT or tag in _SINGLE:
            yield child
        elif tag == ALTERNATE:
            choice = child.find(CHOICE)
            if choice is not None:
                yield from _leaves(choice)
        elif not (tag == RUN and is_hidden(child)) and not is_prompt(child):
            yield from _leaves(child)


def is_hidden(run: _Element) -> bool:
    """Tell whether a run is hidden text."""
    return is_on(run.find(f"{W}rPr/{W}vanish"))


def is_prompt(control: _Element) -> bool:
    """Tell whether a content control shows only its prompt ("Click here to enter text")."""
    return control.tag == f"{W}sdt" and is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr"))


def is_on(switch: _Element | None, *, default: bool = False) -> bool:
    """Return the state of an on-off property."""
    return default if switch is None else switch.get(VALUE) not in {"0", "false", "off"}


def _symbol(leaf: _Element) -> str:
    """Return the character of a symbol font; the usual bullets lie at U+F0B7 and U+F0A7 there."""
    try:
        code = int(leaf.get(f"{W}char") or "", 16)
    except ValueError:
        code = 0
    return chr(code) if 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE else "\uf0b7"
