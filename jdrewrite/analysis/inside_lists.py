"""Finds headings that stand in a list as if they were lines of it: "Guests & Visitors" above "Greet each guest"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from jdrewrite.language.lead import is_duty_verb
from jdrewrite.model import Block, BlockKind

_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
_SMALL = frozenset({"and", "or"})
_FEWEST, _MOST = 2, 6
"""Words of a heading."""
_LONGER = 2
"""Times as many characters as the heading has the line below it."""
_STOPS = (".", ";")


def inside_lists(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the numbers of blocks that head the lines below them, though they look like lines of the same list.

    Such a line names a field of work, without a verb, in words with capitals, and what is done stands below it; or it
    ends with a colon ("Set Up:").

    Args:
        blocks: the document's blocks, in reading order.
    """
    return frozenset(
        number
        for number, (block, below) in enumerate(pairwise(blocks))
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.BULLET} and block.kind is below.kind and _heads(block, below)
    )


def _heads(block: Block, below: Block) -> bool:
    text, behind = block.text.strip(), below.text.strip()
    words = _WORD.findall(text)
    if text.endswith(":") and len(words) < _MOST and _is_titled(words):
        return True
    if not _FEWEST <= len(words) <= _MOST or not text[-1:].isalpha() or not text[0].isupper() or "," in text[:-1]:
        return False
    if is_duty_verb(words[0].lower()) or len(behind) < _LONGER * len(text) or not _is_duty(behind):
        return False
    return _is_titled(words) and (not _is_titled(_WORD.findall(behind)) or behind.endswith(_STOPS))


def _is_duty(text: str) -> bool:
    first = _WORD.match(text)
    return first is not None and is_duty_verb(first.group().lower())


def _is_titled(words: Sequence[str]) -> bool:
    """Tell whether each word of a line begins with a capital, small words aside."""
    told = [word for word in words if word.lower() not in _SMALL]
    return len(told) > 1 and all(word[0].isupper() for word in told)
