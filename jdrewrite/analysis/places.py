"""Tells where a word that may stand for the people of a place ("the village eats fresh bread") is a mere place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jdrewrite.analysis.light import LightToken

_PLACES = frozenset(
    "town village street neighbourhood neighborhood shop school clinic hospital charity firm "
    "towns villages streets neighbourhoods neighborhoods shops schools clinics hospitals".split()
)
_WHERE = frozenset(
    "across along around at behind beside in inside into near off on onto out outside past through up within".split()
)
_BETWEEN = frozenset({"the", "a", "an", "this", "that", "our", "their", "his", "her", "any", "every", "each"})


def is_place(token: LightToken) -> bool:
    """Tell whether this is a name or a mere place: "across Elm Street", "to school", "litter in the street"."""
    if token.lower_ not in _PLACES:
        return False
    words, texts = token.doc.lowers, token.doc.texts
    first = token.i
    while first and texts[first - 1][:1].isupper() and texts[first][:1].isupper() and words[first - 1] not in _BETWEEN:
        first -= 1
    if first < token.i and not texts[first].isupper():
        return True
    if first and words[first - 1] == "to":
        return True  # "to school"; to whom something is given stands with its article
    while first and words[first - 1] in _BETWEEN:
        first -= 1
    return first > 0 and words[first - 1] in _WHERE
