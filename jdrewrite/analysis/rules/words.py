"""Word classes of the rules: ``words.toml`` names them once, the patterns use them by name."""

from __future__ import annotations

import tomllib
from functools import cache

from jdrewrite import resources
from jdrewrite.catalogue.inflection import noun_forms, verb_forms


@cache
def classes() -> dict[str, frozenset[str]]:
    """Return every word class as the set of lower-case word forms that belong to it.

    Classes under ``[verbs]`` and ``[nouns]`` are written in the base form and inflected here, so that a class
    does not depend on what the tagger makes of a word; those under ``[words]`` are taken as they are.
    """
    data = tomllib.loads((resources.rules() / "words.toml").read_text(encoding="utf-8"))
    known: dict[str, frozenset[str]] = {}
    for part in ("verbs", "nouns", "words"):
        for name, entries in data[part].items():
            forms_of: set[str] = set()
            for word in entries:
                if word.startswith("+"):
                    forms_of |= known[word[1:]]
                else:
                    forms_of |= forms(word, part)
            known[name] = frozenset(forms_of)
    return known


@cache
def forms(word: str, part: str) -> frozenset[str]:
    """Return the inflected forms of a base form.

    Args:
        word: lower case.
        part: ``verbs``, ``nouns``, or ``words`` for no inflection.
    """
    if part == "verbs":
        return verb_forms(word)
    return noun_forms(word) if part == "nouns" else frozenset({word})
