"""The job functions as people choose them."""

from __future__ import annotations

from difflib import get_close_matches

from jdrewrite import catalogue
from jdrewrite.catalogue import GENERAL

_OTHER = "any other kind of work"
"""The entry that serves any job is worded to stand within sentences; in a list it needs a name."""
_MOST = 3


def name_of(slug: str) -> str:
    """Return what a function is called in a list or above a score."""
    entry = catalogue.functions().get(slug)
    return _OTHER if slug == GENERAL else entry.name if entry is not None else slug


def choices() -> list[tuple[str, str]]:
    """Return all functions with their names, by slug."""
    return [(slug, name_of(slug)) for slug in sorted(catalogue.functions())]


def likely(word: str) -> list[str]:
    """Return the slugs that somebody may mean who types another word: a part of a name, or a job ("warehouse")."""
    from jdrewrite.analysis.function import rank

    small, known = word.lower().strip(), dict(choices())
    named = [slug for slug, name in known.items() if small and (small in slug or small in name.lower())]
    close = get_close_matches(small, known, n=_MOST, cutoff=0.6)
    guessed = [guess.name for guess in rank(word) if guess.name in known and guess.name != GENERAL]
    return list(dict.fromkeys([*named, *close, *guessed]))[:_MOST]
