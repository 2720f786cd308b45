"""Writes edits into a Word file, as tracked changes with comments or as clean text; all else stays as it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from jdrewrite.documents.hunks import Hunk, by_block, changes, following, hunks
from jdrewrite.documents.listing import Item
from jdrewrite.documents.numbering_on import numbers_on, place_of
from jdrewrite.documents.word.changes import change
from jdrewrite.documents.word.comments import Comments, serialised
from jdrewrite.documents.word.insertion import insert_after
from jdrewrite.documents.word.marker import Marker
from jdrewrite.documents.word.names import BOX, ID, PARAGRAPH, W
from jdrewrite.documents.word.package import Package
from jdrewrite.documents.word.reader import styles_of
from jdrewrite.documents.word.stories import paragraphs, stories, twin
from jdrewrite.documents.word.visible import text_of
from jdrewrite.model import Block, BlockKind, Document, Edit, Tracking

if TYPE_CHECKING:
    from lxml.etree import _Element


def render(document: Document, edits: Sequence[Edit], tracking: Tracking | None = None) -> bytes:
    """Return the Word file with the edits; all other parts and all untouched runs stay as they are.

    Args:
        document: as it was read.
        edits: in its coordinates, in any order.
        tracking: write tracked changes; None for clean text.

    Raises:
        ProposalRefused: the edits do not fit the document.
        BrokenInput: the source cannot be read again.
    """
    grouped = by_block(document.blocks, edits)
    found = {block.id: changes(block, grouped.get(block.id, [])) for block in document.blocks}
    work = _Work(document, tracking)
    for block in document.blocks:
        if any(text and end == len(block.text) for _, end, text in found[block.id]):
            work.grown.add(int(block.locator[0]))
    behind = following(document, edits)
    work.followed |= {int(block.locator[0]) for block in document.blocks if block.id in behind}
    items = numbers_on(document, edits)
    for block in reversed(document.blocks):
        item = items.get(block.id) if block.number and block.locator[2] else None
        for like, new in reversed(behind.get(block.id, ())):
            work.follow(block, like, new, items.get(like.id) if like.number and like.locator[2] else None)
        own = [edit for edit in grouped.get(block.id, []) if not edit.insert]
        if own or (item and item.sign != block.number):
            work.edit(block, own, item)
    return work.package.replaced(work.parts())


class _Work:
    """One rendering: the trees of all stories, and the marks that go into them."""

    def __init__(self, document: Document, tracking: Tracking | None) -> None:
        self.grown: set[int] = set()
        """Numbers of the paragraphs that get new words at their end."""
        self.followed: set[int] = set()
        """Numbers of the paragraphs that get a new line behind them."""
        self.package = Package(document.source, document.path)
        self._roots = stories(self.package)
        self._paragraphs = paragraphs(self._roots)
        self._lines = Counter(block.locator[0] for block in document.blocks)
        self._marker = Marker(tracking, self._roots.values())
        styled = styles_of(self.package).has("CommentReference")
        self._comments = Comments(self.package, self._marker, styled=styled)
        self._changed: set[str] = set()

    def follow(self, block: Block, like: Block, edits: Sequence[Edit], item: Item | None) -> None:
        """Put new lines behind a block, before those that were put there already.

        Args:
            block: behind which they come.
            like: the neighbour whose kind and style they take: the block itself, or an item whose list ends with it.
            edits: the new lines.
            item: what the neighbour bears in the end, where that is typed and new lines count on behind it.
        """
        part, paragraph, copy = self._pair(block)
        _, dress, dress_of_copy = self._pair(like)
        self._changed.add(part)
        for number, edit in reversed([*enumerate(edits, 1)]):
            sign = item.shape.sign(item.value + item.step * number) if item else _next(str(like.locator[2]))
            touched = self._insert(block, paragraph, like, dress, edit.text, sign)
            self._comment(part, edit, touched)
            if copy is not None and dress_of_copy is not None:
                self._insert(block, copy, like, dress_of_copy, edit.text, sign)

    def _pair(self, block: Block) -> tuple[str, _Element, _Element | None]:
        """Return the part and the paragraph of a block, and the copy of it that older programs are shown."""
        part, paragraph = self._paragraphs[int(block.locator[0])]
        copy = twin(paragraph)
        return part, paragraph, copy if copy is not None and text_of(copy) == text_of(paragraph) else None

    def edit(self, block: Block, edits: Sequence[Edit], item: Item | None) -> None:
        """Apply the edits of the words of one block, from the last to the first, and of its number.

        Args:
            block: as it was read.
            edits: of it; none where only its number changes.
            item: what it bears in the end, where that is typed and new lines count on behind it.
        """
        part, paragraph, copy = self._pair(block)
        self._changed.add(part)
        for edit in sorted(edits, key=lambda e: (e.start, e.end))[::-1]:
            shift = int(block.locator[1]) + edit.start
            found = hunks(block.text[edit.start : edit.end], edit.text)
            moved = [(start + shift, end + shift, text) for start, end, text in found]
            if len(edits) == 1:
                moved = [self._apart(block, *hunk) for hunk in moved]
            touched = change(paragraph, moved, self._marker)
            self._comment(part, edit, touched)
            if copy is not None:
                change(copy, moved, self._marker)
        if item is not None and item.sign != block.number:
            self._number(block, [one for one in (paragraph, copy) if one is not None], item)

    def _number(self, block: Block, copies: Sequence[_Element], item: Item) -> None:
        """Change the number that is typed before a block, in the paragraph and its copy."""
        for one in copies:
            at = place_of(text_of(one), block.number, int(block.locator[1]))
            if at is not None:
                change(one, [(at, at + len(block.number), item.sign)], self._marker)

    def _apart(self, block: Block, start: int, end: int, text: str) -> Hunk:
        """Return a change, widened by the first word where it would touch new words at the end of the line before.

        LibreOffice takes insertions by the same person on both sides of a paragraph's end for one, and rejecting it
        would join the paragraphs. A deleted word between them keeps them apart.
        """
        before = int(block.locator[0]) - 1
        if self._marker.tracked and start == end == 0 and before in self.grown | self.followed:
            end = len(block.text.split(maxsplit=1)[0])
            text += block.text[:end]
        return start, end, text

    def parts(self) -> dict[str, bytes]:
        """Return the parts that changed."""
        for part in self._changed:
            self._marker.tell_apart(self._roots[part])
        return {part: serialised(self._roots[part]) for part in sorted(self._changed)} | self._comments.parts()

    def _insert(
        self, block: Block, paragraph: _Element, like: Block, dress: _Element, text: str, sign: str
    ) -> list[_Element]:
        """Put a new line behind a block: a paragraph, or a line of the paragraph where those are its bullets."""
        if self._lines[block.locator[0]] > 1 and paragraph is dress:
            end = int(block.locator[1]) + len(block.text)
            return change(paragraph, [(end, end, f"\n{sign}{' ' if sign else ''}{text}")], self._marker)
        typed = _typed(dress, like).replace(str(like.locator[2]), sign) if sign else ""
        plain, grown = like.kind is BlockKind.HEADING, int(block.locator[0]) in self.grown
        light = like.bold and like.kind is BlockKind.PARAGRAPH
        new = typed + text
        return [insert_after(paragraph, dress, new, self._marker, plain=plain, light=light, grown=grown)]

    def _comment(self, part: str, edit: Edit, touched: Sequence[_Element]) -> None:
        """Write the comment of an edit where Word allows one: in the body, at the place that leads to the words."""
        if not self._marker.comments or not touched:
            return
        first, last = touched[0], touched[-1]
        if part != self.package.main:
            first = last = self._reference(first)
        elif (box := next(iter([*first.iterancestors(BOX)][-1:]), None)) is not None:
            first = last = next(box.iterancestors(PARAGRAPH), box)
        self._comments.add(edit.comment, first, last)

    def _reference(self, element: _Element) -> _Element:
        """Return the place in the body that leads to a note; for a page header or footer, the first paragraph."""
        body = self._roots[self.package.main]
        for kind in ("footnote", "endnote"):
            note = next(element.iterancestors(f"{W}{kind}"), None)
            for mark in body.iter(f"{W}{kind}Reference") if note is not None else ():
                if note is not None and mark.get(ID) == note.get(ID):
                    return mark
        return next(paragraph for name, paragraph in self._paragraphs if name == self.package.main)


def _next(sign: str) -> str:
    """Return the sign of the next line of a list: the same, or the next number."""
    number = re.fullmatch(r"(\(?)(\d+)([.)])", sign)
    if number:
        sign = f"{number[1]}{int(number[2]) + 1}{number[3]}"
    return sign


def _typed(paragraph: _Element, block: Block) -> str:
    """Return a typed list sign with the white space around it, as it stands before the block."""
    return text_of(paragraph)[: int(block.locator[1])]
