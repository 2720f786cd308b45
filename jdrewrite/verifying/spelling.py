"""One of two spellings: what British and American English write differently meets here."""

from __future__ import annotations

from functools import lru_cache

_WORDS = 50_000
"""Words whose spelling is remembered."""


@lru_cache(maxsize=_WORDS)
def american(word: str) -> str:
    """Return one of two spellings: ``organise`` and ``organize`` meet, and so do ``licence`` and ``license``."""
    word = word.lower().replace("licenc", "licens")
    for british, other in (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("yse", "yze"), ("our", "or")):
        word = word.replace(british, other)
    if word.endswith("ise") and len(word) > 5:
        word = word[:-3] + "ize"
    return (
        word.replace("centre", "center").replace("programme", "program").replace("lling", "ling").replace("lled", "led")
    )
