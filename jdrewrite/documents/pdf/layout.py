"""Puts the runs of a page into the order in which a person reads them: no running heads, column after column."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

import msgspec

from jdrewrite.documents.pdf.characters import Page, Segment

_EDGE = 0.11
"""Part of a page's height, at its top and at its bottom, where running heads and feet stand."""
_NEAR = 0.085
"""The same for what is a page number or an address by its looks alone."""
_BARE = re.compile(r"\s*[-–—|]?\s*(?:\d{1,3}|[ivx]{1,5})\s*[-–—|]?\s*")
"""A page number without a word; it counts only where nothing stands further out."""
_FURNITURE = re.compile(
    r"\s*(?:(?:page|p\.|seite)\s*[-–—|]?\s*\d{1,3}|\d{1,3}\s*/\s*\d{1,3}"
    r"|\S*\s*https?://\S+.*"
    r"|.*\b\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}[:.]\d{2}(?: ?[ap]m)?\b.*"
    r"|.*\bpage \d{1,3}(?: of \d{1,3})?"
    r"|.*\b\d{1,3} of \d{1,3})\s*",
    re.IGNORECASE,
)
_ICONS = re.compile(r"[!\"#$%&'()*+]+")
"""What is left of symbols whose meaning the file has lost."""
_CUT = 8
"""Characters from which the same line at the same place on two pages is one line, printed twice."""
_GUTTER = 6.0
"""Points of white between two columns at least."""
_ROW_GAP = 0.5
"""Heights of a letter between two rows of a table at least; less is the space between the lines of one cell."""
_PROSE = 22
"""Characters of a line, in the middle, from which a column is one of running text and not of labels."""


class Line(msgspec.Struct):
    """One line of one column."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool
    edge: float
    """Right end of the longest line that begins at the same place in the column."""
    region: int
    """Which column of which page."""
    marked: bool = False
    """A bullet is drawn before it."""
    page: int = 0

    @property
    def height(self) -> float:
        """Return the height of its letters."""
        return self.top - self.bottom


def lines_of(pages: Sequence[Page]) -> list[Line]:
    """Return the lines of all pages in reading order, without running heads, feet and page numbers."""
    furniture = _furniture(pages)
    sizes = Counter(round(size) for page in pages for *_, size in page.marks)
    found: list[Line] = []
    region = 0
    for number, page in enumerate(pages):
        kept = [segment for i, segment in enumerate(page.segments) if (number, i) not in furniture]
        for column in _columns(kept):
            region += 1
            lines = _lines(column, region)
            for line in lines:
                line.page = number
                line.marked = any(_marks(line, x, y) and sizes[round(size)] > 1 for x, y, size in page.marks)
            found += lines
    return _once(found, pages)


def _once(lines: Sequence[Line], pages: Sequence[Page]) -> list[Line]:
    """Return the lines without those that the end of a page cuts through: browsers print them on the next page too."""
    upper = {
        (line.page, line.text, round(line.left))
        for line in lines
        if line.bottom > pages[line.page].height / 2 and len(line.text) >= _CUT
    }
    return [
        line
        for line in lines
        if line.top > pages[line.page].height / 2
        or not any((line.page + 1, line.text, round(line.left) + shift) in upper for shift in (-1, 0, 1))
    ]


def _marks(line: Line, x: float, y: float) -> bool:
    return line.bottom <= y <= line.top and 1.0 < line.left - x < 2.4 * line.height


def _furniture(pages: Sequence[Page]) -> set[tuple[int, int]]:
    """Return page and index of the runs that belong to the page and not to the text."""
    seen: Counter[tuple[str, int]] = Counter()
    edges: list[tuple[int, int, Segment, tuple[str, int]]] = []
    for number, page in enumerate(pages):
        own: set[tuple[str, int]] = set()
        for index, segment in enumerate(page.segments):
            if segment.bottom > page.height * (1 - _EDGE) or segment.top < page.height * _EDGE:
                key = (re.sub(r"\d+", "#", segment.text.lower()), round(segment.bottom / 8))
                edges.append((number, index, segment, key))
                own.add(key)
        seen.update(own)
    found: set[tuple[int, int]] = set()
    rows: set[tuple[int, int]] = set()
    for number, index, segment, (text, at) in edges:
        again = max(seen[text, at + shift] for shift in (-1, 0, 1)) > 1 and any(c.isalnum() for c in segment.text)
        page = pages[number]
        close = segment.bottom > page.height * (1 - _NEAR) or segment.top < page.height * _NEAR
        numbered = close and _BARE.fullmatch(segment.text) and _is_outermost(segment, page)
        if again or numbered or (close and _FURNITURE.fullmatch(segment.text)):
            found.add((number, index))
        if close and _FURNITURE.fullmatch(segment.text):
            rows.add((number, round(segment.bottom)))
    # What stands in one row with a page number or an address is a running head too, such as the title of the page.
    found |= {
        (number, index)
        for number, index, segment, _ in edges
        if any((number, round(segment.bottom) + shift) in rows for shift in (-1, 0, 1))
    }
    return found


def _is_outermost(segment: Segment, page: Page) -> bool:
    """Tell whether a run stands alone in the first or the last row of its page."""
    others = [other for other in page.segments if other is not segment]
    above = all(other.top < segment.bottom for other in others)
    return above or all(other.bottom > segment.top for other in others)


def _columns(segments: list[Segment], depth: int = 0) -> list[list[Segment]]:
    """Return the runs in groups, in reading order: a page is cut across, then along, as often as white space allows."""
    if len(segments) < 2 or depth > 12:
        return [segments] if segments else []
    cut = _gutter(segments)
    if cut is not None and _is_prose(segments, cut):
        return _both_sides(segments, cut, depth)
    bands = _bands(segments)
    if len(bands) == 1:
        return [segments] if cut is None else _both_sides(segments, cut, depth)
    groups: list[list[Segment]] = []
    for band in bands:
        inner = _gutter(band)
        if inner is None or len(band) < 2:
            # Bands without columns stay together: the space between paragraphs is looked at later.
            if groups and _gutter(groups[-1]) is None and _gutter([*groups[-1], *band]) is None:
                groups[-1] = [*groups[-1], *band]
            else:
                groups.append(band)
        else:
            groups += _both_sides(band, inner, depth)
    return groups


def _both_sides(segments: list[Segment], cut: float, depth: int) -> list[list[Segment]]:
    """Return the columns on both sides of a gutter; labels and values of single lines are read row by row."""
    rows = _bands(segments, gap=-0.15)
    paired = all(any(s.left < cut for s in row) and any(s.left >= cut for s in row) for row in rows)
    if len(rows) > 1 and paired and not _is_prose(segments, cut):
        return [column for row in rows for column in _both_sides(row, cut, depth)]
    left = [segment for segment in segments if segment.left < cut]
    right = [segment for segment in segments if segment.left >= cut]
    return [*_columns(left, depth + 1), *_columns(right, depth + 1)]


def _gutter(segments: list[Segment]) -> float | None:
    """Return where white space parts the runs from top to bottom, None where nothing does."""
    best: tuple[float, float] | None = None
    reach = 0.0
    for number, segment in enumerate(sorted(segments, key=lambda s: s.left)):
        white = segment.left - reach
        if number and white >= max(_GUTTER, 0.6 * segment.height) and (best is None or white > best[0]):
            best = (white, segment.left - 0.1)
        reach = max(reach, segment.right)
    if best is None:
        return None
    left = [segment for segment in segments if segment.left < best[1]]
    # A column of bullet signs is no column.
    return None if all(len(segment.text) <= 3 for segment in left) else best[1]


def _is_prose(segments: list[Segment], cut: float) -> bool:
    """Tell whether both sides of a gutter are running text, to be read one after the other."""
    for side in ([s for s in segments if s.left < cut], [s for s in segments if s.left >= cut]):
        if len(side) < 4 or median(len(segment.text) for segment in side) < _PROSE:
            return False
    return True


def _bands(segments: list[Segment], gap: float = _ROW_GAP) -> list[list[Segment]]:
    """Return the runs in bands that white space parts from side to side, from top to bottom."""
    bands: list[list[Segment]] = []
    floor = 0.0
    for segment in sorted(segments, key=lambda s: -s.top):
        if bands and segment.top > floor - gap * segment.height:
            bands[-1].append(segment)
            floor = min(floor, segment.bottom)
        else:
            bands.append([segment])
            floor = segment.bottom
    return bands


def _lines(segments: list[Segment], region: int) -> list[Line]:
    """Return the lines of one column."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: -(s.top + s.bottom)):
        row = rows[-1] if rows else None
        middle = (segment.top + segment.bottom) / 2
        if row and row[0].bottom < middle < row[0].top and segment.bottom < (row[0].top + row[0].bottom) / 2:
            row.append(segment)
        else:
            rows.append([segment])
    found: list[Line] = []
    alone: list[Segment] = [row[0] for row in rows if len(row) == 1]
    for unsorted in rows:
        row = sorted(unsorted, key=lambda s: s.left)
        row = [row[0], *(s for s in row[1:] if not _ICONS.fullmatch(s.text))]
        text = row[0].text
        for before, segment in pairwise(row):
            text += (" " if segment.left - before.right > 0.12 * segment.height else "") + segment.text
        tall = max(row, key=lambda s: len(s.text))
        bold = all(s.bold or not any(c.isalnum() for c in s.text) for s in row) and any(s.bold for s in row)
        alike = (s.right for s in alone if abs(s.left - row[0].left) < 3 and abs(s.height - tall.height) < 2)
        edge = max(alike, default=row[-1].right)
        found.append(Line(text, row[0].left, row[-1].right, tall.bottom, tall.top, bold, edge, region))
    return found
