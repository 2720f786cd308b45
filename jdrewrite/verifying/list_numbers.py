"""Numbers of lists that are gone in a rewrite, by which others may refer to a line, or that say what comes first."""

from __future__ import annotations

from collections.abc import Iterator

from jdrewrite.documents.listing import numbered
from jdrewrite.model import Block, BlockKind, Document, Fact
from jdrewrite.verifying.lines import lines_of, side_by_side

_LIST = 2
"""Items of a list at least; one number may be anything."""


def lost_numbers(before: Document, after: Document) -> tuple[Fact, ...]:
    """Return a fact for each numbered list some of whose lines bear no number any more, though they are still there.

    Other numbers than before are none: whoever puts in a line numbers those behind it on. A line that is a heading now
    has lost nothing.

    Args:
        before: the document as it was.
        after: as it is now.
    """
    items = numbered(before.blocks)
    if not items:
        return ()
    sides = side_by_side(lines_of(before), lines_of(after))
    old, new = ({block.id: block for block in one.blocks} for one in (before, after))
    partner = {a.block: new[b.block] for a, b in (*sides.kept, *sides.touched)}
    lists: dict[int, list[Block]] = {}
    for block, item in items.items():
        lists.setdefault(item.list, []).append(old[block])
    return tuple(_facts([own for own in lists.values() if len(own) >= _LIST], partner))


def _facts(lists: list[list[Block]], partner: dict[str, Block]) -> Iterator[Fact]:
    for own in lists:
        there = [(block, partner[block.id]) for block in own if block.id in partner]
        lost = [(a, b) for a, b in there if not b.number and b.kind is not BlockKind.HEADING]
        if lost:
            yield _fact(lost)


def _fact(lost: list[tuple[Block, Block]]) -> Fact:
    """Return what is said of the items of a list that have no number any more."""
    (first, now), (last, _) = lost[0], lost[-1]
    bullets = all(new.kind is BlockKind.BULLET for _, new in lost)
    if first is last:
        said = f"the number {first.number} of a list is gone: its line {'is a bullet' if bullets else 'has none'} now"
    else:
        range_ = f"{first.number} to {last.number}"
        said = f"the numbers {range_} of a list are gone: its lines {'are bullets' if bullets else 'have none'} now"
    return Fact(check="list numbers", text=said, start=0, end=len(now.text), line=now.line, original_line=first.line)
