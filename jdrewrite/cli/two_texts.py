"""Tells of two files whether the second can be a rewrite of the first at all: the wrong one is named easily."""

from __future__ import annotations

import re

from jdrewrite.model import BlockKind, Document

_WORD = re.compile(r"[^\W\d_]{3,}")
_SAID = 4
"""Words from which a line says something that another can be likened to."""
_LIKE = 0.5
"""Share of the words of the shorter of two lines that make them one line in two wordings."""
_RELATED = 0.2
"""Share of lines with a counterpart below which two texts have nothing to do with each other."""
_LEAST = 4
"""Lines below which nothing is said."""


def told(before: Document, after: Document) -> str:
    """Return that two texts seem to be of different jobs, with what speaks for it; empty where they do not.

    Args:
        before: the original.
        after: what is said to be its rewrite.
    """
    old, new = _lines(before), _lines(after)
    if min(len(old), len(new)) < _LEAST:
        return ""
    found = sum(any(_alike(one, other) for other in new) for one in old)
    if found > _RELATED * len(old):
        return ""
    return f"These seem to be two different jobs: {found} of {len(old)} lines of the original stand in the rewrite"


def _lines(document: Document) -> list[frozenset[str]]:
    blocks = (block for block in document.blocks if block.kind is not BlockKind.HEADING)
    every = (frozenset(_WORD.findall(block.text.casefold())) for block in blocks)
    return [words for words in every if len(words) >= _SAID]


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _LIKE * min(len(one), len(other))
