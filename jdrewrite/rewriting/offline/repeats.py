"""Keeps an effect from saying again what its line says: "welcome guests so that they feel welcome"."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.analysis.served_word import names
from jdrewrite.catalogue import filled
from jdrewrite.language.words import small_words
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.rewriting.offline.fit import stems

_CIRCLE = 2
"""Words of a line in its effect from which it runs in a circle: "find user needs, so that it fits what users need"."""


def without_repeats(line: str, wordings: Sequence[Wording], customers: str) -> list[Wording]:
    """Return wordings of an effect, those that repeat no word of the line first; none that repeats its act.

    Nor is there one in which those served stand as somebody else: "suppliers have no reason to hold back goods for
    suppliers".

    Args:
        line: the statement behind which the effect is to stand.
        wordings: of the effect, in the order of choice.
        customers: the word for those served, which both may hold.
    """
    said = set(stems((line,))) - set(stems((*small_words(), customers)))
    opening = next((stem for stem in stems((line,)) if stem in said), "")
    again = {w.text: said.intersection(stems((w.text,))) for w in wordings}
    kept = [w for w in wordings if opening not in again[w.text] and len(again[w.text]) < _CIRCLE]
    kept = [w for w in kept if not names(filled(w.text, ""), customers)]
    return sorted(kept, key=lambda w: len(again[w.text]))
