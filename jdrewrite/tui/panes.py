"""How the panes share the screen, from 80x24 to 250x70 and beyond. Pure: sizes in, sizes out."""

from __future__ import annotations

import msgspec

SIDE_FROM = 100
"""Columns from which the right pane stands beside the text; below, it goes under it."""
LIST_FROM = 136
"""Columns from which the documents pane is there without being asked for."""
LEAST_TEXT = 44
LEAST_PANE = 20
_STEP = 4


class Panes(msgspec.Struct, frozen=True, kw_only=True):
    """What the user set."""

    left: int = 0
    """Cells; 0: as the width allows."""
    right: int = 0
    """The same."""
    left_open: bool | None = None
    """None: as the width allows."""
    right_open: bool = True

    def resized(self, side: str, by: int, width: int) -> Panes:
        """Return the panes with one of them wider or narrower, in cells, on a screen of so many columns."""
        left, right = self._wanted(width)
        if side == "left":
            return msgspec.structs.replace(self, left=max(LEAST_PANE, left + by))
        return msgspec.structs.replace(self, right=max(LEAST_PANE, right + by))

    def stepped(self, side: str, direction: int, width: int) -> Panes:
        """Return the panes after one press of a resizing key; 1 is wider."""
        return self.resized(side, direction * _STEP, width)

    def _wanted(self, width: int) -> tuple[int, int]:
        """Return the widths that are set; else a share of the screen, so that a large one is not wasted."""
        return self.left or max(30, min(44, width // 5)), self.right or max(46, min(70, width * 3 // 10))

    def folded(self, side: str, width: int) -> Panes:
        """Return the panes with one of them folded, or there again."""
        if side == "left":
            return msgspec.structs.replace(self, left_open=not self.laid(width, 24).left)
        return msgspec.structs.replace(self, right_open=not self.right_open)

    def laid(self, width: int, height: int) -> Layout:
        """Return the sizes for a screen.

        Args:
            width: columns.
            height: rows, of which the bars at top and bottom take three.
        """
        left_set, right_set = self._wanted(width)
        left_open = width >= LIST_FROM if self.left_open is None else self.left_open
        room = width - LEAST_TEXT
        beside = width >= SIDE_FROM
        right = min(right_set, room) if self.right_open and beside else 0
        left = min(left_set, max(0, room - right)) if left_open else 0
        if left_open and left < LEAST_PANE:
            # No room beside: the documents come in front of the text, as wide as they need.
            return Layout(left=min(left_set, width - 4), right=right, under=0, floating=True)
        under = max(7, (height - 3) * 2 // 5) if self.right_open and not beside else 0
        return Layout(left=left, right=right, under=under, floating=False)


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """Sizes in cells; 0 is not there."""

    left: int
    right: int
    under: int
    """Rows of the right pane where it stands under the text."""
    floating: bool
    """The documents pane covers the text."""
