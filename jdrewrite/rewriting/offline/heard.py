"""What customers said of this work: the true effect that they speak of is named first, and the reason quotes them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from jdrewrite.catalogue import filled
from jdrewrite.rewriting.offline.clauses import Wording

if TYPE_CHECKING:
    from jdrewrite.language.meaning import Vectors

_NEAR = 0.4
"""Cosine from which a comment speaks of an effect."""
_MOST = 300
"""Comments that are looked at: more would change no order."""
_LONGEST = 160
"""Characters of a quote."""
SPEAK_OF_IT = "Customers speak of it"
"""Begins the sentence of a reason that quotes what was said."""


class Heard:
    """Comments that touch one job description. Without any, nothing is reordered and nothing is said."""

    def __init__(self, comments: Sequence[str] = ()) -> None:
        self._comments = tuple(comments)[:_MOST]

    def first(self, choices: list[Wording]) -> list[Wording]:
        """Return the choices with those first that customers speak of most; the others keep their order."""
        if not self._comments or len(choices) < 2:
            return choices
        near = self._near(choices)
        return [w for _, w in sorted(zip(near, choices, strict=True), key=lambda pair: -self._weight(pair[0]))]

    def said(self, wording: Wording) -> str:
        """Return a sentence with what customers said of an effect, for the reason; empty where they said nothing."""
        if not self._comments:
            return ""
        [near] = self._near([wording])
        nearest, count = int(near.argmax()), int((near >= _NEAR).sum())
        if not count:
            return ""
        more = "" if count == 1 else f" ({count} comments)"
        return f" {SPEAK_OF_IT}{more}: “{_cut(self._comments[nearest])}”"

    @cached_property
    def _vectors(self) -> Vectors:
        from jdrewrite.language.meaning import encoded

        return encoded(self._comments)

    def _near(self, choices: Sequence[Wording]) -> Vectors:
        from jdrewrite.language.meaning import encoded

        return encoded([filled(w.text, "customers") for w in choices]) @ self._vectors.T

    @staticmethod
    def _weight(near: Vectors) -> float:
        return float(near[near >= _NEAR].sum())


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} ..."
