"""Nouns that name people, from WordNet: the lists of ``words_data`` that ``tools/wordnet_persons.py`` makes."""

from __future__ import annotations

from functools import cache

from jdrewrite import resources


@cache
def persons() -> frozenset[str]:
    """Return nouns in lower case and singular whose usual sense is a person."""
    return _words("persons.txt")


@cache
def persons_by_trade() -> frozenset[str]:
    """Return those of them that name people by what they do for a living, or by what others think of them."""
    return _words("persons_by_trade.txt")


def _words(name: str) -> frozenset[str]:
    return frozenset(resources.words(name).read_text(encoding="utf-8").split())
