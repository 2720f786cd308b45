"""What markdown-it finds as blocks with words, and where each stands in the file.

A token says little without those before it: what they leave open (a heading, lists, an item whose words are still to
come, the cells of a row) is a value, made anew by each token.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from jdrewrite.documents.inline import Seen, seen_html, seen_inline, seen_verbatim
from jdrewrite.documents.markdown_lines import Lines
from jdrewrite.model import BlockKind, Cell

if TYPE_CHECKING:
    from markdown_it.token import Token


class Found(msgspec.Struct):
    """What is seen of one block, and where it stands."""

    kind: BlockKind
    seen: Seen
    first: int
    """Line in which it begins."""
    sign: int
    """Line in which its list sign stands, where it has one."""
    inner: tuple[int, int]
    """Stretch of the file's text that says its words with their marks."""
    end: int
    """Where it ends in the file's text, without the last line break."""
    level: int = 0
    tagged: bool = False
    number: str = ""
    """What it bears in a numbered list."""
    cell: Cell | None = None
    """Where it stands in a table."""


class _Item(NamedTuple):
    """An item of a list whose words are still to come."""

    number: str
    """Empty for a bullet."""
    sign: int
    """Line in which its sign stands."""


class _Open(NamedTuple):
    """What the tokens so far leave open."""

    heading: int = 0
    """Its rank; 0 outside any."""
    heading_end: int = 0
    """Line behind it: there may be one under its words."""
    lists: tuple[int | None, ...] = ()
    """Of each the number of its next item; None for bullets."""
    item: _Item | None = None
    cells: tuple[Token, ...] = ()
    """Those of a row: what opens one, or its words."""
    tables: int = 0
    """How many there were, with this one."""
    row: int = 0
    """Number of the row in its table, from 0."""


def found_in(tokens: Sequence[Token], lines: Lines) -> Iterator[Found]:
    """Yield every block that can have words, in order."""
    now = _Open()
    for token in tokens:
        yield from _blocks(token, now, lines)
        now = _after(token, now)


def _after(token: Token, now: _Open) -> _Open:
    """Return what is open behind a token."""
    first, last = token.map or (0, 0)
    match token.type:
        case "bullet_list_open" | "ordered_list_open":
            start = int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None
            return now._replace(lists=(*now.lists, start))
        case "bullet_list_close" | "ordered_list_close":
            return now._replace(lists=now.lists[:-1])
        case "list_item_open":
            *outer, count = now.lists
            if count is None:
                return now._replace(item=_Item("", first))
            return now._replace(item=_Item(f"{count}{token.markup}", first), lists=(*outer, count + 1))
        case "heading_open":
            return now._replace(heading=int(token.tag[1]), heading_end=last)
        case "heading_close":
            return now._replace(heading=0)
        case "inline":
            return now._replace(cells=(*now.cells[:-1], token)) if now.cells else now._replace(item=None)
    return _in_table(token, now)


def _in_table(token: Token, now: _Open) -> _Open:
    """Return what is open behind a token of a table."""
    match token.type:
        case "table_open":
            return now._replace(tables=now.tables + 1, row=0)
        case "th_open" | "td_open":
            return now._replace(cells=(*now.cells, token))
        case "tr_close":
            return now._replace(cells=(), row=now.row + 1)
    return now


def _blocks(token: Token, now: _Open, lines: Lines) -> Iterator[Found]:
    """Yield the blocks that come to their end with a token."""
    first, last = token.map or (0, 0)
    content = token.content.removesuffix("\n")
    if token.type == "tr_close":
        yield from _row_of_cells(now, lines)
    elif token.type == "inline" and not now.cells:
        yield _words(token, now, lines)
    elif token.type == "fence":
        # The fences themselves are no text: an edit of what stands between them must leave them where they are.
        places = lines.places(content, first + 1, last) if content.strip() else None
        if places:
            seen = seen_verbatim(content, places)
            seen.verbatim.append((places[0], places[-1]))
            yield _one(lines, BlockKind.PARAGRAPH, seen, places, first, last)
    elif token.type == "html_block":
        places = lines.places(content, first, last)
        shown = seen_html(content, places) if places else None
        yield _one(lines, BlockKind.PARAGRAPH, shown, places, first, last, tagged=True)


def _words(token: Token, now: _Open, lines: Lines) -> Found:
    """Return a heading, an item of a list, or a paragraph."""
    first, last = token.map or (0, 0)
    item = now.item if now.lists and not now.heading else None
    places = lines.places(token.content, first, last, heading=bool(now.heading))
    return _one(
        lines,
        BlockKind.HEADING if now.heading else BlockKind.BULLET if item else BlockKind.PARAGRAPH,
        seen_inline(token.content, places, token.children or []) if places else None,
        places,
        first,
        now.heading_end if now.heading else last,
        sign=item.sign if item else first,
        level=now.heading or max(0, len(now.lists) - 1),
        number=item.number if item else "",
    )


def _one(
    lines: Lines,
    kind: BlockKind,
    seen: Seen | None,
    places: list[int] | None,
    first: int,
    last: int,
    *,
    sign: int | None = None,
    level: int = 0,
    tagged: bool = False,
    number: str = "",
) -> Found:
    """Return a block of whole lines; one whose content is not found in its lines is shown as it is written."""
    end = lines.start(first) + len(lines.raw[lines.start(first) : lines.end(last)].rstrip())
    if seen is None or places is None:
        content = lines.raw[lines.start(first) : end]
        places = list(range(lines.start(first), end + 1))
        seen = seen_verbatim(content, places)
    return Found(
        kind, seen, first, first if sign is None else sign, (places[0], places[-1]), end, level, tagged, number
    )


def _row_of_cells(now: _Open, lines: Lines) -> Iterator[Found]:
    cells = now.cells
    if not cells or cells[0].map is None:
        return
    line = cells[0].map[0]
    found = lines.cells([token.content for token in cells], line)
    for column, (token, places) in enumerate(zip(cells, found, strict=True)):
        if places:
            seen = seen_inline(token.content, places, token.children or [])
            place = Cell(now.tables - 1, now.row, column, head=now.row == 0)
            yield Found(BlockKind.CELL, seen, line, line, (places[0], places[-1]), places[-1], cell=place)
