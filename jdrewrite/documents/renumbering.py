"""Numbers of lists behind lines that went out or came in, for a document that is set anew in another format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from jdrewrite.documents.hunks import by_block, changes, following, patched
from jdrewrite.documents.listing import numbered
from jdrewrite.documents.signs import ANY
from jdrewrite.model import Block, BlockKind, Document, Edit

_SIGN = re.compile(ANY)


def counted_on(before: Document, edits: Sequence[Edit], after: Document) -> Document:
    """Return an edited document whose lists count on over items that went out, which leave no sign behind them.

    Gaps of the source stay.

    Args:
        before: the document as it was.
        edits: what was done to it.
        after: the edited document, as its format reads it. It is returned as it is where its blocks cannot be told.

    Raises:
        ProposalRefused: the edits do not fit the document.
    """
    items, grouped, behind = numbered(before.blocks), by_block(before.blocks, edits), following(before, edits)
    rows: list[tuple[Block, bool]] = []
    """What the result has: the blocks of old, and the neighbours of lines that came in."""
    gone: set[str] = set()
    for block in before.blocks:
        own = grouped.get(block.id, [])
        if patched(block.text, changes(block, own)).strip():
            rows.append((block, False))
        elif block.kind is BlockKind.BULLET:
            gone.add(block.id)
        rows += [(like, True) for like, new in behind.get(block.id, ()) for _ in new]
    blocks = [block for block in after.blocks if block.text.strip()]
    if len(blocks) > len(rows):  # plain text keeps the sign of an item without words, as a line of its own
        numbers = {block.number for block in before.blocks if block.id in gone}
        blocks = [block for block in blocks if block.text not in numbers and not _SIGN.fullmatch(block.text)]
    if not gone or len(blocks) != len(rows):
        return after
    shift: Counter[int] = Counter()
    places = {block.id: index for index, block in enumerate(before.blocks)}
    lost = sorted(places[block] for block in gone if block in items)
    made: list[Block] = []
    for block, (old, came_in) in zip(blocks, rows, strict=True):
        while lost and lost[0] <= places[old.id]:
            shift[items[before.blocks[lost.pop(0)].id].list] -= 1
        item = items.get(old.id)
        if item and block.kind is BlockKind.BULLET and block.number:
            shift[item.list] += came_in
            sign = item.shape.sign(item.value + item.step * shift[item.list])
            made.append(msgspec.structs.replace(block, number=sign))
        else:
            made.append(block)
    return msgspec.structs.replace(after, blocks=tuple(made))
