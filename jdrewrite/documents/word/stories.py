"""The stories of a Word file (its body, notes, page headers and footers) and their paragraphs in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from jdrewrite.documents.word.names import (
    ALTERNATE,
    BOX,
    CHOICE,
    DELETION,
    FALLBACK,
    INSERTION,
    MOVED_AWAY,
    MOVED_HERE,
    PARAGRAPH,
    W,
)
from jdrewrite.documents.word.package import Package, main_root
from jdrewrite.documents.word.visible import is_prompt

if TYPE_CHECKING:
    from lxml.etree import _Element

BEHIND = ("footnotes", "endnotes", "header", "footer")
"""What follows the body, in this order; each is the last word of a relationship's type."""
_CONTAINERS = frozenset(
    {INSERTION, MOVED_HERE, CHOICE, BOX}
    | {f"{W}{n}" for n in "body hdr ftr footnote endnote tbl tr tc sdt sdtContent customXml".split()}
)
_NO_NOTES = {"separator", "continuationSeparator", "continuationNotice"}


def stories(package: Package) -> dict[str, _Element]:
    """Return the roots of all parts with text, the body first.

    Raises:
        BrokenInput: a part is damaged.
        UnsupportedInput: a part is too large.
    """
    found = {package.main: main_root(package)}
    for kind in BEHIND:
        for part in package.related(package.main, kind):
            found[part] = package.xml(part)
    return found


def paragraphs(roots: Mapping[str, _Element]) -> list[tuple[str, _Element]]:
    """Return every paragraph with the name of its part, in reading order; those of a text box follow its anchor."""
    return [(part, paragraph) for part, root in roots.items() for paragraph in _walk(root)]


def _walk(parent: _Element) -> Iterator[_Element]:
    for child in parent:
        if child.tag == PARAGRAPH:
            yield child
            for box in _boxes(child):
                yield from _walk(box)
        elif child.tag == ALTERNATE:
            yield from _walk(_shown(child))
        elif child.tag in {f"{W}document", *_CONTAINERS} and not _is_out(child):
            yield from _walk(child)


def _is_out(element: _Element) -> bool:
    """Tell whether an element is no text of the document: a prompt, a deleted row, the line above footnotes."""
    if element.tag == f"{W}tr":
        return element.find(f"{W}trPr/{DELETION}") is not None
    return is_prompt(element) or element.get(f"{W}type") in _NO_NOTES


def _boxes(parent: _Element) -> Iterator[_Element]:
    """Yield the text boxes that are anchored in a paragraph: one of the two copies that Word keeps of each."""
    for child in parent:
        if child.tag == BOX:
            yield child
        elif child.tag == ALTERNATE:
            yield from _boxes(_shown(child))
        elif child.tag not in {DELETION, MOVED_AWAY}:
            yield from _boxes(child)


def _shown(alternate: _Element) -> _Element:
    """Return the alternative that programs of today show."""
    choice = alternate.find(CHOICE)
    fallback = alternate.find(FALLBACK)
    return choice if choice is not None else fallback if fallback is not None else alternate


def twin(paragraph: _Element) -> _Element | None:
    """Return the copy of a text box's paragraph that Word keeps for older programs; None where there is none."""
    box = next((a for a in paragraph.iterancestors(BOX)), None)
    choice = next((a for a in box.iterancestors(CHOICE)), None) if box is not None else None
    alternate = choice.getparent() if choice is not None else None
    fallback = alternate.find(FALLBACK) if alternate is not None else None
    if box is None or choice is None or fallback is None:
        return None
    boxes, copies = list(_boxes(choice)), list(_boxes(fallback))
    if len(boxes) != len(copies) or box not in boxes:
        return None
    ours, theirs = list(_walk(box)), list(_walk(copies[boxes.index(box)]))
    return theirs[ours.index(paragraph)] if len(ours) == len(theirs) and paragraph in ours else None
