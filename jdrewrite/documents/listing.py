"""Numbered lists: which items make one list, and what number each has, when a document is set anew."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from jdrewrite.model import Block, BlockKind

_NUMBER = re.compile(r"(\(?)(\d{1,9}|[a-z]|[A-Z]|[ivx]{2,6}|[IVX]{2,6})([.)])")
_ROMAN = (("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))


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
        letter = chr(ord("a") + (value - 1) % 26)
        said = {"1": str(value), "a": letter, "A": letter.upper(), "i": _roman(value), "I": _roman(value).upper()}
        return f"{self.before}{said[self.counted]}{self.after}"


class Item(msgspec.Struct, frozen=True):
    """One item of a numbered list."""

    list: int
    """Number of its list in the document, from 0; a list inside another is one of its own."""
    shape: Shape
    value: int
    first: bool
    """It begins its list."""

    @property
    def sign(self) -> str:
        """What it bears."""
        return self.shape.sign(self.value)


class _Open(msgspec.Struct):
    """A list that may go on."""

    list: int
    shape: Shape
    read: int
    """Number that its last item has in the source."""
    value: int
    """Number that its last item has now: one more than the source says for each line that came in."""
    close: bool = True
    """Nothing but items of lists stands behind its last item."""


def sign_of(prefix: str) -> str:
    """Return the number in what stands before the text of a list item, as it is written; empty for a bullet."""
    sign = prefix.strip().lstrip("> \t")
    return sign if _NUMBER.fullmatch(sign) else ""


def numbered(blocks: Sequence[Block]) -> dict[str, Item]:
    """Return the numbered items of a document by the ids of their blocks.

    A list goes on over the paragraphs between its items; it begins anew where the numbers do. A line that came in
    behind an item has that item's number, and it and those behind it count on.
    """
    found: dict[str, Item] = {}
    lists: dict[int, _Open] = {}
    total = 0
    for block in blocks:
        if block.kind is not BlockKind.BULLET:
            for one in lists.values():
                one.close = False
            continue
        lists = {level: one for level, one in lists.items() if level <= block.level}
        if not block.number:
            lists.pop(block.level, None)
            continue
        before = lists.get(block.level)
        shape, value = _read(block.number, before)
        if before and before.shape == shape and (value == before.read + 1 or (value == before.read and before.close)):
            before.read, before.value, before.close = value, before.value + 1, True
            found[block.id] = Item(before.list, shape, before.value, first=False)
        else:
            lists[block.level] = _Open(total, shape, value, value)
            found[block.id] = Item(total, shape, value, first=True)
            total += 1
    return found


def _read(sign: str, before: _Open | None) -> tuple[Shape, int]:
    """Return how a sign counts, and to what; ``i.`` is the letter behind ``h.`` and a Roman number elsewhere."""
    match = _NUMBER.fullmatch(sign)
    if match is None:
        return Shape("", "1", "."), 1
    opening, body, closing = match.groups()
    if body.isdigit():
        return Shape(opening, "1", closing), int(body)
    low = body.lower()
    letter = ord(low) - ord("a") + 1 if len(low) == 1 else 0
    roman = _value(low)
    goes_on = before is not None and before.shape.counted.lower() == "a" and letter == before.read + 1
    if roman and not goes_on and (len(low) > 1 or low == "i" or _is_roman(before)):
        return Shape(opening, "i" if body.islower() else "I", closing), roman
    return Shape(opening, "a" if body.islower() else "A", closing), letter or 1


def _is_roman(before: _Open | None) -> bool:
    return before is not None and before.shape.counted.lower() == "i"


def _roman(value: int) -> str:
    said = ""
    for letters, worth in _ROMAN:
        while value >= worth:
            said, value = said + letters, value - worth
    return said


def _value(letters: str) -> int:
    """Return what a Roman number in small letters says; 0 where it is none."""
    return next((value for value in range(1, 40) if _roman(value) == letters), 0)
