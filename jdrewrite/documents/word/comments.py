"""Comments in the margin (17.13.4): the part that holds them, and the range in the text that each belongs to."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from jdrewrite.documents.word.marker import Marker, run_of
from jdrewrite.documents.word.names import (
    AUTHOR,
    DATE,
    ID,
    PARAGRAPH,
    RELATIONSHIPS_NS,
    RUN,
    TYPES_NS,
    VALUE,
    W_NS,
    W,
    number_in,
)
from jdrewrite.documents.word.package import RELATIONSHIPS, Package, relationship_type, relationships_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STYLE = "CommentReference"


class Comments:
    """The comments of a document, old ones kept as they are."""

    def __init__(self, package: Package, marker: Marker, *, styled: bool) -> None:
        from lxml import etree

        self._package, self._marker, self._styled = package, marker, styled
        old = package.related(package.main, "comments")
        self._new = not old
        self.part = old[0] if old else posixpath.join(posixpath.dirname(package.main), "comments.xml")
        self._root = package.xml(self.part) if old else etree.Element(f"{W}comments", nsmap={"w": W_NS})
        numbers = [number_in(comment.get(ID)) for comment in self._root]
        self._last = max((number for number in numbers if number is not None), default=-1)
        self._written = False

    def add(self, text: str, first: _Element, last: _Element) -> None:
        """Write a comment on a range of one paragraph of the body.

        Args:
            text: what it says; empty for none.
            first: an element of the paragraph, or the paragraph, at which the range begins.
            last: where it ends.
        """
        paragraph = first if first.tag == PARAGRAPH else next(first.iterancestors(PARAGRAPH), None)
        if not text.strip() or paragraph is None:
            return
        self._last += 1
        self._written = True
        self._root.append(self._comment(text))
        begin, end = self._range(paragraph, first, last)
        start = paragraph.makeelement(f"{W}commentRangeStart", {ID: str(self._last)})
        stop = paragraph.makeelement(f"{W}commentRangeEnd", {ID: str(self._last)})
        if begin is None or end is None:
            properties = paragraph.find(f"{W}pPr")
            paragraph.insert(0 if properties is None else 1, start)
            paragraph.append(stop)
        else:
            begin.addprevious(start)
            end.addnext(stop)
        stop.addnext(self._reference(paragraph))

    def parts(self) -> dict[str, bytes]:
        """Return the parts of the package that change; none where no comment was written."""
        if not self._written:
            return {}
        found = {self.part: serialised(self._root)}
        if self._new:
            found |= self._registered()
        return found

    def _comment(self, text: str) -> _Element:
        marker = self._marker
        made = self._root.makeelement(f"{W}comment", {})
        made.set(ID, str(self._last))
        made.set(AUTHOR, marker.author)
        if marker.date:
            made.set(DATE, marker.date)
        made.set(f"{W}initials", "".join(word[0] for word in marker.author.split())[:4].upper())
        for line in text.split("\n"):
            paragraph = made.makeelement(PARAGRAPH, {})
            if not len(made):
                sign = paragraph.makeelement(RUN, {})
                sign.append(sign.makeelement(f"{W}annotationRef", {}))
                paragraph.append(sign)
            paragraph.append(run_of(made, line, None))
            made.append(paragraph)
        return made

    def _reference(self, paragraph: _Element) -> _Element:
        run = paragraph.makeelement(RUN, {})
        if self._styled:
            dress = run.makeelement(f"{W}rPr", {})
            dress.append(dress.makeelement(f"{W}rStyle", {VALUE: _STYLE}))
            run.append(dress)
        run.append(run.makeelement(f"{W}commentReference", {ID: str(self._last)}))
        return run

    @staticmethod
    def _range(paragraph: _Element, first: _Element, last: _Element) -> tuple[_Element | None, _Element | None]:
        """Return the children of the paragraph between which the range lies; None for the whole paragraph."""
        return _child(paragraph, first), _child(paragraph, last)

    def _registered(self) -> dict[str, bytes]:
        """Name the new part among the document's relationships and among the content types."""
        package = self._package
        rels_part = relationships_of(package.main)
        found = {}
        rels = package.xml(rels_part) if package.has(rels_part) else _empty_relationships()
        taken = {r.get("Id") for r in rels.iter(RELATIONSHIPS)}
        number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        made = rels.makeelement(RELATIONSHIPS, {})
        made.set("Id", f"rId{number}")
        made.set("Type", relationship_type("comments"))
        made.set("Target", f"/{self.part}")
        rels.append(made)
        found[rels_part] = serialised(rels)
        types = package.xml("[Content_Types].xml")
        override = types.makeelement(f"{{{TYPES_NS}}}Override", {})
        override.set("PartName", f"/{self.part}")
        override.set("ContentType", _TYPE)
        types.append(override)
        found["[Content_Types].xml"] = serialised(types)
        return found


def serialised(root: _Element) -> bytes:
    """Return the bytes of a part."""
    from lxml import etree

    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def _child(paragraph: _Element, element: _Element) -> _Element | None:
    """Return the child of a paragraph in which an element stands."""
    while element is not None and element is not paragraph:
        parent = element.getparent()
        if parent is paragraph:
            return element
        if parent is None:
            return None
        element = parent
    return None


def _empty_relationships() -> _Element:
    from lxml import etree

    return etree.fromstring(f'<Relationships xmlns="{RELATIONSHIPS_NS}"/>')
