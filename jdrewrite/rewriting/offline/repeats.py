"""Keeps an effect from saying again what its line says: "welcome guests so that they feel welcome"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from jdrewrite.analysis.served_word import names
from jdrewrite.analysis.spoken import stems, words_in
from jdrewrite.catalogue import filled
from jdrewrite.language.parse import Parse, Token, parse
from jdrewrite.language.words import small_words
from jdrewrite.rewriting.offline.clauses import Wording

_CIRCLE = 2
"""Words of a line in its effect from which it runs in a circle: "find user needs, so that it fits what users need"."""

_ENDING = re.compile(r"(?<=\w{4})(?:ing|ed)$")
"""What "waiting" has more than "wait"."""
_SMALL_ACTS = {"keep", "make", "give", "show", "take"}
"""Acts among the small words: behind them no act comes any more."""
_STATES = {"acomp", "oprd"}
"""How an adjective hangs on what is kept or made so: "keep the hall tidy", "ensure that it is tidy"."""


def without_repeats(line: str, wordings: Sequence[Wording], customers: str) -> list[Wording]:
    """Return wordings of an effect, those that repeat no word of the line first; none that repeats its act.

    Nor is there one that repeats the state which the act brings about (what is kept tidy is tidy), or in which those
    served stand as somebody else: "suppliers have no reason to hold back goods for suppliers".

    Args:
        line: the statement behind which the effect is to stand.
        wordings: of the effect, in the order of choice.
        customers: the word for those served, which both may hold.
    """
    said = set(_roots((line,))) - set(_roots((*small_words(), customers)))
    opening = next((root for root in _roots((line,)) if root in said or root in _SMALL_ACTS), "")
    circular = {opening, *_states(line)} & said
    again = {w.text: said.intersection(_roots((w.text,))) for w in wordings}
    kept = [w for w in wordings if not circular & again[w.text] and len(again[w.text]) < _CIRCLE]
    kept = [w for w in kept if not names(filled(w.text, ""), customers)]
    return sorted(kept, key=lambda w: len(again[w.text]))


def _roots(texts: Iterable[str]) -> Iterator[str]:
    """Yield the stems of texts without the endings of their verbs."""
    return stems(_ENDING.sub("", word) for word in words_in(texts))


def _states(line: str) -> Iterator[str]:
    """Yield the roots of the states that a line brings about."""
    parsed = parse(line)
    return _roots(token.lower for token in parsed.tokens if token.pos == "ADJ" and _is_state(parsed, token))


def _is_state(parsed: Parse, token: Token) -> bool:
    head = parsed.tokens[token.head]
    return token.dep in _STATES or (token.dep == "conj" and head.i != token.i and _is_state(parsed, head))
