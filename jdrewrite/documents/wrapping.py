"""Where a line of text was broken because it was full, and where because something else is said on the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from jdrewrite.documents.signs import ANY
from jdrewrite.model import Block, BlockKind

_NARROW, _BROAD = 50, 110
"""Characters of the longest line of hard-wrapped text."""
FULL = 0.6
"""Of the lines of wrapped text so many have no room for the next word."""
_IN_SENTENCE = 0.3
"""And so many go on in the middle of a sentence."""
_SIGN = re.compile(rf"{ANY}|\(?\w{{1,4}}[.)]\s")
"""What would be read as the beginning of a list, were it to begin a line."""


def width_of(near: Sequence[tuple[str, str]], longest: int) -> int:
    """Return the width at which lines are wrapped, or 0 where a line is a whole thing said.

    A list of duties, one to a line and without bullets, has long lines too; but they begin anew.

    Args:
        near: lines that follow each other, without white space at their ends, none of them empty.
        longest: characters of the longest line of the text.
    """
    if not near or not _NARROW <= longest <= _BROAD:
        return 0
    full = sum(is_full(row, after, longest) for row, after in near)
    goes_on = sum(not after[0].isupper() for _, after in near)
    return longest if full >= FULL * len(near) and goes_on >= _IN_SENTENCE * len(near) else 0


def is_full(row: str, after: str, width: int) -> bool:
    """Tell whether the first word of the next line has no room at the end of this one."""
    return len(row) + 1 + len(after.split(maxsplit=1)[0]) > width


def kept_apart(blocks: Sequence[Block]) -> dict[str, tuple[str, ...]]:
    """Return the lines of each block that stay lines where a document is set anew, by the block's id.

    The lines of wrapped text are joined, since paper of another width wraps them elsewhere; an address or a list of
    "Reports to: ..." is as it was. A heading is one line.
    """
    rows = {block.id: [" ".join(row.split()) for row in block.text.split("\n") if row.strip()] for block in blocks}
    longest = max((len(row) for own in rows.values() for row in own), default=0)
    width = width_of([pair for own in rows.values() for pair in pairwise(own)], longest)
    return {
        block.id: (" ".join(rows[block.id]),) if block.kind is BlockKind.HEADING else _joined(rows[block.id], width)
        for block in blocks
    }


def _joined(rows: Sequence[str], width: int) -> tuple[str, ...]:
    made = list(rows[:1])
    for before, row in pairwise(rows):
        wrapped = row[0].islower() or (width and is_full(before, row, width)) or _SIGN.match(row)
        if wrapped:
            made[-1] += f" {row}"
        else:
            made.append(row)
    return tuple(made)
