"""Numbered lists: which items make one list, and what number each has, when a document is set anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from jdrewrite.documents.counting import readings, written
from jdrewrite.model import Block, BlockKind

_NUMBER = re.compile(r"(\(?)(\d{1,9}|[a-z]{1,15}|[A-Z]{1,15})([.)])")


class Shape(msgspec.Struct, frozen=True):
    """How the items of a list are numbered."""

    before: str
    """``(`` or nothing."""
    counted: str
    """As Word and HTML need it: ``1``, ``a``, ``A``, ``i`` or ``I``."""
    after: str
    """``.`` or ``)``."""

    def sign(self, value: int) -> str:
        """Return what an item bears: ``3.``, ``(c)``, ``iv)``."""
        return f"{self.before}{written(value, self.counted)}{self.after}"


class Item(msgspec.Struct, frozen=True):
    """One item of a numbered list."""

    list: int
    """Number of its list in the document, from 0; a list inside another is one of its own."""
    shape: Shape
    value: int
    first: bool
    """It begins its list."""
    step: int = 1
    """-1 where the list counts down."""

    @property
    def sign(self) -> str:
        """What it bears."""
        return self.shape.sign(self.value)


class _List(msgspec.Struct):
    """A list that may go on."""

    marks: tuple[str, str]
    """What stands before and behind its numbers."""
    began: dict[str, int]
    """Number of its first item, by how the list may count: ``i.`` is a letter or a Roman number."""
    read: dict[str, int]
    """Number that its last item has in the source, by how the list may count after all of them."""
    items: list[str]
    """Ids of the blocks."""
    close: bool = True
    """Nothing but items of lists stands behind its last item."""
    step: int = 0
    """1 or -1; 0 while it has one item."""

    def takes(self, marks: tuple[str, str], read: dict[str, int]) -> bool:
        """Take the sign of a next item where it goes on with the list."""
        steps = [step for step in (1, -1) if self.step in {0, step} and (step == 1 or self.close)]
        for step in steps if marks == self.marks else ():
            on = {way: value for way, value in read.items() if way in self.read and self._is_next(value, way, step)}
            if on:
                self.read, self.close, self.step = on, True, step
                return True
        return False

    def _is_next(self, value: int, way: str, step: int) -> bool:
        return value == self.read[way] + step or (value == self.read[way] and self.close and step == 1)

    def numbers(self, index: int) -> Iterator[tuple[str, Item]]:
        """Yield the items by their blocks; where all of its signs can be read in several ways, as is usual."""
        before, after = self.marks
        counted = next(iter(self.read))
        shape, start = Shape(before, counted, after), self.began[counted]
        step = self.step or 1
        for offset, block in enumerate(self.items):
            yield block, Item(index, shape, start + step * offset, first=offset == 0, step=step)


def sign_of(prefix: str) -> str:
    """Return the number in what stands before the text of a list item, as it is written; empty for a bullet."""
    sign = prefix.strip().lstrip("> \t")
    match = _NUMBER.fullmatch(sign)
    return sign if match and readings(match.group(2)) else ""


def numbered(blocks: Sequence[Block]) -> dict[str, Item]:
    """Return the numbered items of a document by the ids of their blocks.

    A list goes on over the paragraphs between its items; it begins anew where the numbers do. A line that came in
    behind an item has that item's number, and it and those behind it count on.
    """
    found: list[_List] = []
    lists: dict[int, _List] = {}
    for block in blocks:
        if block.kind is not BlockKind.BULLET:
            for one in lists.values():
                one.close = False
            continue
        lists = {level: one for level, one in lists.items() if level <= block.level}
        if not block.number:
            lists.pop(block.level, None)
            continue
        marks, read = _read(block.number)
        before = lists.get(block.level)
        if before and before.takes(marks, read):
            before.items.append(block.id)
        else:
            lists[block.level] = _List(marks, read, read, [block.id])
            found.append(lists[block.level])
    return dict(item for index, one in enumerate(found) for item in one.numbers(index))


def _read(sign: str) -> tuple[tuple[str, str], dict[str, int]]:
    """Return what stands around a number, and what it says, by how its list may count, the most usual first."""
    match = _NUMBER.fullmatch(sign)
    read = readings(match.group(2)) if match else {}
    return (match.group(1), match.group(3)) if match and read else ("", "."), read or {"1": 1}
