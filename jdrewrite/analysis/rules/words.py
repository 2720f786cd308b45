"""Word classes of the rules: ``words.toml`` names them once, the patterns use them by name."""

from __future__ import annotations

from functools import cache

from jdrewrite import resources
from jdrewrite.catalogue.inflection import noun_forms, plural, verb_forms

_PEOPLE = "people"
"""The part with groups of people that classes take in; no class itself, so that the trained model sees what it knew."""


@cache
def classes() -> dict[str, frozenset[str]]:
    """Return every word class as the set of lower-case word forms that belong to it.

    Classes under ``[verbs]`` and ``[nouns]``, and the people that they take in, are written in the base form and
    inflected here, so that a class does not depend on what the tagger makes of a word; those under ``[words]`` are
    taken as they are.
    """
    known: dict[str, frozenset[str]] = {}
    for part in (_PEOPLE, "verbs", "nouns", "words"):
        for name, entries in _file()[part].items():
            forms_of: set[str] = set()
            for word in entries:
                if word.startswith("+"):
                    forms_of |= known[word[1:]]
                else:
                    forms_of |= forms(word, part)
            known[name] = frozenset(forms_of)
    return {name: words for name, words in known.items() if name not in _file()[_PEOPLE]}


@cache
def groups_by_name() -> frozenset[str]:
    """Return the plurals of the groups of people that stand under ``[people]``."""
    return frozenset(plural(noun) for nouns in _file()[_PEOPLE].values() for noun in nouns)


@cache
def _file() -> dict[str, dict[str, list[str]]]:
    return resources.table(resources.rules() / "words.toml", dict[str, dict[str, list[str]]])


@cache
def forms(word: str, part: str) -> frozenset[str]:
    """Return the inflected forms of a base form.

    Args:
        word: lower case.
        part: ``verbs``, ``nouns`` or ``people``, or ``words`` for no inflection.
    """
    if part == "verbs":
        return verb_forms(word)
    return noun_forms(word) if part in {"nouns", _PEOPLE} else frozenset({word})
