"""How the numbered lists of a page count (HTML Standard, 4.4.5 and 4.4.8)."""

from __future__ import annotations

import re
from collections.abc import Mapping

import msgspec

from jdrewrite.documents.listing import Shape
from jdrewrite.documents.pieces import Piece

_COUNTED = frozenset("1aAiI")
_NUMBER = re.compile(r"\s*\+?(\d{1,6})(?!\d)")
"""A number from which a list may count; one that is longer or below 0 is left aside."""


class Numbers(msgspec.Struct):
    """The numbers of a list that is open."""

    shape: Shape
    step: int
    """-1 where it counts down."""
    next: int
    """Number of its next item; where it is not known yet, how far it is from the first, which is 0."""
    open: bool
    """It counts down from the number of its items, which is known at its end."""
    items: int = 0
    waiting: list[tuple[Piece, int]] = msgspec.field(default_factory=list)
    """Items to be numbered at its end, and how far they are from the first."""

    def take(self, values: Mapping[str, str]) -> Place:
        """Return the place of the next item, whose tag has some attributes."""
        own = _number(values.get("value", ""))
        if own is not None:
            self.next, self.open = own, False
        place = Place(self, self.next, waits=self.open)
        self.next += self.step
        self.items += 1
        return place

    def end(self) -> None:
        """Number the items that waited."""
        for piece, offset in self.waiting:
            piece.number = self.shape.sign(self.items + offset)
        self.waiting.clear()


class Place(msgspec.Struct):
    """The place of an item in its list."""

    numbers: Numbers
    value: int
    waits: bool

    def give(self, piece: Piece) -> None:
        """Number the item, now or at the end of its list; below 0 it stays a bullet."""
        if self.waits:
            self.numbers.waiting.append((piece, self.value))
        else:
            piece.number = self.numbers.shape.sign(self.value) if self.value >= 0 else ""


def numbers_of(values: Mapping[str, str]) -> Numbers:
    """Return how a list counts, by the attributes of its tag."""
    style, start = values.get("type", "1"), _number(values.get("start", ""))
    down = "reversed" in values
    shape = Shape("", style if style in _COUNTED else "1", ".")
    first = start if start is not None else 0 if down else 1
    return Numbers(shape, -1 if down else 1, first, down and start is None)


def _number(said: str) -> int | None:
    found = _NUMBER.match(said)
    return int(found.group(1)) if found else None
