"""Finds headings that stand in a list as if they were lines of it: "Guests & Visitors" above "Greet each guest"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdrewrite.language.lead import is_duty_verb
from jdrewrite.model import Block, BlockKind

_WORD = re.compile(r"[^\W\d_][\w'\u2019-]*")
_SMALL = frozenset({"and", "or"})
_FEWEST, _MOST = 2, 6
"""Words of a heading."""
_FORM = re.compile(r"[A-Z](?:[^.:;]*:|[^.:;,]*[A-Za-z])")
"""How a heading reads: "Location: Harbour" is a field, and "Signals, lamps" may be all that is done."""


def inside_lists(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the numbers of blocks that head the lines below them, though they look like lines of the same list.

    Such a line names a field of work in words with capitals, and a sentence that says what is done stands below it; or
    it ends with a colon ("Set Up:"). One of several names in a row is an item of them.

    Args:
        blocks: the document's blocks, in reading order.
    """
    around = zip((None, *blocks), blocks, blocks[1:], strict=False)
    return frozenset(number for number, (above, block, below) in enumerate(around) if _heads(above, block, below))


def _heads(above: Block | None, block: Block, below: Block) -> bool:
    text, words = block.text.strip(), _WORD.findall(block.text)
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.BULLET} or below.kind is not block.kind:
        return False
    if not (_FEWEST <= len(words) <= _MOST and _FORM.fullmatch(text) and _is_titled(words)):
        return False
    if text.endswith(":"):
        return True
    among = above is not None and above.kind is block.kind and len(_WORD.findall(above.text)) <= _MOST
    return not among and not is_duty_verb(words[0].lower()) and _says_what_is_done(below)


def _says_what_is_done(block: Block) -> bool:
    words = _WORD.findall(block.text)
    return len(words) >= _MOST and is_duty_verb(words[0].lower()) and not _is_titled(words)


def _is_titled(words: Sequence[str]) -> bool:
    """Tell whether each word of a line begins with a capital, small words aside."""
    return all(word[0].isupper() for word in words if word.lower() not in _SMALL)
