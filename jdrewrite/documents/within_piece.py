"""What makes the words of one piece of a text file say something else: the marks between and around them stay.

Offsets are those of the file's text, places those of the characters that a reader sees of the piece.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable

from jdrewrite.documents.hunks import Hunk, hunks
from jdrewrite.documents.pieces import INVISIBLE, Piece

_CLOSING = re.compile(r"(?:[*_`]|</(?:a|b|em|i|span|strong|u)\s*>)*", re.IGNORECASE)

Escape = Callable[[str, Piece, int | None], str]
"""Makes new words safe: the words, the piece, and before which of its characters they go; None for a new block."""


def raw_changes(raw: str, piece: Piece, text: str, escape: Escape) -> list[Hunk]:
    """Return the changes to the file's text that make a piece say something else, word by word."""
    return [
        change
        for start, end, words in hunks(piece.text, text)
        for change in raw_change(raw, piece, start, end, escape(words, piece, start))
    ]


def raw_change(raw: str, piece: Piece, start: int, end: int, text: str) -> list[Hunk]:
    """Return the change in the file's text; marks between the words, such as ``**``, stay where they are."""
    if start == end:
        at = piece.stop(start - 1) if start else piece.offsets[0]
        if start == len(piece.text):
            at = max(at, _after_marks(raw, at, piece.end))
        return [(at, at, text)]
    runs = _without_empty_marks(piece, runs_of(raw, piece, start, end), start, end, text)
    (first, last), rest = runs[0], runs[1:]
    return [(first, last, text), *((a, b, "") for a, b in rest)]


def runs_of(raw: str, piece: Piece, start: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of the file's text that say some characters; what is not seen between them is part of it."""
    runs: list[tuple[int, int]] = []
    for index in range(start, end):
        at, stop = piece.offsets[index], piece.stop(index)
        if runs and (runs[-1][1] >= at or (at - runs[-1][1] < 4 and not INVISIBLE.sub("", raw[runs[-1][1] : at]))):
            runs[-1] = (runs[-1][0], max(stop, runs[-1][1]))
        else:
            runs.append((at, stop))
    return runs


def _without_empty_marks(
    piece: Piece, runs: list[tuple[int, int]], start: int, end: int, text: str
) -> list[tuple[int, int]]:
    """Take marks along with the words between them: ``****`` or ``[](address)`` would be left."""
    for marks in piece.marks:
        first, last = (bisect_left(piece.offsets, place) for place in (marks.inner_start, marks.inner_end))
        if first == last or first < start or last > end:
            continue
        if text and marks.inner_start <= runs[0][0] < marks.inner_end:
            continue  # the new words stand between these marks
        runs = [*runs, (marks.start, marks.inner_start), (marks.inner_end, marks.end)]
    joined: list[tuple[int, int]] = []
    for run in sorted(runs):
        if joined and run[0] <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], run[1]))
        else:
            joined.append(run)
    return joined


def _after_marks(raw: str, at: int, end: int) -> int:
    """Return the place behind closing emphasis at the end of a block, so that new words are not bold by accident."""
    closing = _CLOSING.match(raw, at, max(at, end))
    return closing.end() if closing else at
