"""Which function, or which trade of one, somebody means by a word: ``library`` is the trade ``libraries`` of one."""

from __future__ import annotations

import re
from difflib import get_close_matches

from jdrewrite.analysis.function import OTHER, rank
from jdrewrite.catalogue import WITH_TRADE, functions, trade_named, trades_called, with_trade
from jdrewrite.language.jobs import job_nouns

_WORD = re.compile(r"[a-z]+")
_MISSPELT = 0.8
"""Likeness from which a word is taken for a misspelt one."""
CLEAR = 0.7
"""Confidence from which a title or a trade is taken for a function."""


def meant(words: str) -> tuple[str, list[str]]:
    """Return the function that a word clearly means, with its trade where it names one; and else the likeliest.

    Args:
        words: a trade (``library``), a function with a trade (``training-education/libraries``), or a title.
    """
    slug, stroke, name = words.partition(WITH_TRADE)
    if stroke:
        known = slug in functions() and trade_named(functions()[slug], name) is not None
        return (words, []) if known else ("", [])
    best = rank(words)
    clear = best[0].name if best[0].name != OTHER and best[0].confidence >= CLEAR else ""
    called = list(dict.fromkeys(with_trade(slug, trade.name) for slug, trade in trades_called(words)))
    likeliest = clear or best[0].name
    fits = [each for each in called if likeliest == OTHER or _is_of(each, likeliest)]
    if len(fits) == 1 and (clear or len(called) == 1):
        return fits[0], []
    if clear:
        return clear, []
    others = [] if likeliest == OTHER else [guess.name for guess in best]
    return "", list(dict.fromkeys([*_named(words), *(called or others)])) or _respelt(words)


def _named(words: str) -> list[str]:
    """Return the functions in whose names a word stands: "production" in "manufacturing and production"."""
    said = set(_WORD.findall(words.lower()))
    return [slug for slug, entry in functions().items() if said and said <= set(_WORD.findall(entry.name.lower()))]


def _respelt(words: str) -> list[str]:
    """Return what would be meant by a word that is no occupation, had it the letters of the nearest that is."""
    *before, last = words.lower().split() or [""]
    near = [] if last in job_nouns() else get_close_matches(last, sorted(job_nouns()), n=1, cutoff=_MISSPELT)
    if not near:
        return []
    found, likely = meant(" ".join([*before, near[0]]))
    return [found] if found else likely


def _is_of(told: str, slug: str) -> bool:
    own, _, name = told.partition(WITH_TRADE)
    return own == slug or (slug in functions() and any(t.name == name for t in functions()[slug].trades))
