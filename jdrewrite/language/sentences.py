"""Cuts a block into sentences without parsing it: job descriptions hold bullets, abbreviations and run-ons."""

from __future__ import annotations

import re

_ABBREVIATIONS = frozenset(
    "e.g i.e vs inc ltd co corp dept no st mr mrs ms dr prof sr jr u.s u.k u.n d.c a.m p.m "
    "ph.d b.sc m.sc b.a m.a b.s m.s approx est min max incl ext fig hr hrs yr yrs cf gov".split()
)
_END = re.compile(
    r"""[.!?…;\n](?:(?<=[.!?…])["'”’)\]]*\s+(?=["'“‘(\[]*[A-Z0-9])|(?<=\n)\s*\n|(?<=[;])\s+(?=[A-Z][a-z]))"""
)
"""A mark and what follows it, or an empty line; to look for the mark first is five times as quick as to look back."""


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of a block, without the white space around them.

    A line break inside a block is white space (hard-wrapped text), two of them end a sentence, and so does a
    semicolon before a capital, which is how lists are run together.
    """
    spans = []
    start = 0
    for match in _END.finditer(text):
        end = match.start() + (text[match.start()] != "\n")
        if _inside(text, end):
            continue
        spans.append((start, end))
        start = match.end()
    spans.append((start, len(text)))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _inside(text: str, end: int) -> bool:
    """Tell whether the full stop before ``end`` belongs to an abbreviation, an initial or a list number."""
    word = text[:end].rstrip("\"'”’)]").rsplit(maxsplit=1)[-1:]
    if not word or not word[0].endswith("."):
        return False
    bare = word[0].strip("([\"'“‘").rstrip(".").lower()
    return bare in _ABBREVIATIONS or (len(bare) == 1 and (bare.isalpha() and bare != "i")) or _listed(text, end, bare)


def _listed(text: str, end: int, bare: str) -> bool:
    """Tell whether this is the number of a list item at the start of the block, such as ``3.``."""
    return bare.isdigit() and text[:end].strip() == f"{bare}."


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if any(c.isalnum() for c in text[start:end]) else None
