"""Ends the words that decided a label where their phrase ends, so that nobody reads "improve our clients" for more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdrewrite.analysis.partings import BE, INSIDE, LEADS_ON, partings

if TYPE_CHECKING:
    from jdrewrite.analysis.light import LightDoc

_MORE = 8
"""Words that a phrase may go on for; a longer one stays as it was found."""
_HANGING = LEADS_ON | BE | frozenset('then also when where so - – — , ; : & / ( “ "'.split())
"""Words and marks with which no stretch of words ends."""


def finished(doc: LightDoc, start: int, end: int) -> int:
    """Return the token after the last one of a stretch of words that is told to the end of its phrase.

    Args:
        doc: a statement; its tags and relations are not asked for.
        start: first token of the stretch.
        end: the token after its last.
    """
    parted = partings(doc)
    at = next((at for at in range(end, min(end + _MORE, len(doc)) + 1) if parted[at] != INSIDE), end)
    while at - 1 > start and doc.lowers[at - 1] in _HANGING:
        at -= 1
    return at
