"""A word diff of two short texts, in phrases rather than in single words."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import Literal

Op = Literal["same", "gone", "new"]
_SHORT = 3
"""Letters of a word that does not part two changes."""
_TOKEN = re.compile(r"\s+|\w+(?:['\u2019.,-]\w+)*|[^\w\s]")


def word_diff(before: str, after: str) -> list[tuple[Op, str]]:
    """Return the pieces of both texts in reading order.

    ``same`` and ``gone`` joined give the first text, ``same`` and ``new`` the second.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    pieces: list[tuple[Op, str]] = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(("same", "".join(old[i:j])))
            continue
        if j > i:
            pieces.append(("gone", "".join(old[i:j])))
        if m > k:
            pieces.append(("new", "".join(new[k:m])))
    return _without_islands(pieces)


def _without_islands(pieces: list[tuple[Op, str]]) -> list[tuple[Op, str]]:
    """Join changes that only space or one short word parts: a person reads phrases, not a checkerboard of words."""
    joined: list[tuple[Op, str]] = []
    gone = new = ""
    for index, (op, text) in enumerate(pieces):
        island = op == "same" and _is_small(text) and 0 < index < len(pieces) - 1
        if op == "same" and not island:
            joined += _change(gone, new)
            joined.append((op, text))
            gone = new = ""
            continue
        gone += text if op in {"same", "gone"} else ""
        new += text if op in {"same", "new"} else ""
    return joined + _change(gone, new)


def _is_small(text: str) -> bool:
    words = text.split()
    return not words or (len(words) == 1 and len(words[0]) <= _SHORT and words[0].isalpha())


def _change(gone: str, new: str) -> list[tuple[Op, str]]:
    pieces: list[tuple[Op, str]] = [("gone", gone), ("new", new)]
    return [(op, text) for op, text in pieces if text]
