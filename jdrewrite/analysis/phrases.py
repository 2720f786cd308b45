"""A project's names of several words for those it serves: "field crew", "allotment holder", "co-worker".

The word classes that ship hold single words, and a statement is read token by token: such a name is found at its last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

_TOKENS = re.compile(r"[^\s-]+|-")
"""As the language model parts them: a hyphen is a token of its own."""
_CLASSES = ("external", "internal_named")
"""The classes that take in a project's words."""


def by_last_word(known: Mapping[str, frozenset[str]]) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the names of several words, as tokens and as they were given, by their last token."""
    return _by_last_word(*(known[name] for name in _CLASSES))


@lru_cache(maxsize=16)
def _by_last_word(*classes: frozenset[str]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    found: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for name in sorted(name for words in classes for name in words if " " in name or "-" in name):
        tokens = tuple(_TOKENS.findall(name))
        found[tokens[-1]] = (*found.get(tokens[-1], ()), (tokens, name))
    return found


def ending_at(words: Sequence[str], at: int, known: Mapping[str, frozenset[str]]) -> tuple[int, str]:
    """Return the first token of a name of several words that ends at a token, with the name; else the token itself.

    Args:
        words: of a statement, in lower case.
        at: index of the token.
        known: the word classes.
    """
    for tokens, name in by_last_word(known).get(words[at], ()):
        first = at + 1 - len(tokens)
        if first >= 0 and tuple(words[first : at + 1]) == tokens:
            return first, name
    return at, words[at]
