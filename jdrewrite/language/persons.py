"""Nouns that name people, from WordNet: ``words_data/persons.txt``, which ``tools/wordnet_persons.py`` makes."""

from __future__ import annotations

from functools import cache

from jdrewrite import resources


@cache
def persons() -> frozenset[str]:
    """Return nouns in lower case and singular whose usual sense is a person."""
    return frozenset(resources.words("persons.txt").read_text(encoding="utf-8").split())
