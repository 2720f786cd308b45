"""Counts tokens without a tokenizer's tables; where a server reports its own count, that one holds."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PIECES = re.compile(r"(?P<word>[^\W\d_]+)|(?P<digits>\d+)|(?P<space>\n+|[ \t]{2,})|(?P<mark>[^\w\s]+|_+)")
_MESSAGE = 4
"""Tokens by which a chat template frames each message."""
_WHOLE = 7
"""Letters up to which an English word is one token in nearly all cases, together with the space before it."""


def count(text: str) -> int:
    """Return about how many tokens a text has for the tokenizers in use today."""
    total = 0.0
    for found in _PIECES.finditer(text):
        piece = found.group()
        kind = found.lastgroup
        if kind == "word":
            total += _word(piece)
        elif kind == "digits":
            total += (len(piece) + 2) // 3
        elif kind == "mark":
            total += 1 + len(piece) / 16 if len(set(piece)) == 1 and len(piece) > 1 else 0.6 + 0.4 * len(piece)
        else:
            total += 1
    return round(total)


def count_messages(texts: Iterable[str]) -> int:
    """Return about how many tokens a request with these messages has."""
    return sum(count(text) + _MESSAGE for text in texts)


def _word(word: str) -> float:
    if not word.isascii():
        return max(1.0, len(word.encode()) / 3)
    return 1.0 if len(word) <= _WHOLE else 1.0 + (len(word) - _WHOLE) * 0.08
