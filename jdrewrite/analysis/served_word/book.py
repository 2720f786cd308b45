"""Reads ``tables/served_word.toml``: the words and kinds of organisation (``words``), and beside them ``cases``."""

from __future__ import annotations

import re
from functools import cache, cached_property, lru_cache

import msgspec

from jdrewrite import resources
from jdrewrite.analysis.literals import needed
from jdrewrite.analysis.rules.words import groups_by_name
from jdrewrite.analysis.served_word.cases import FirstHand, Nobody, Partners, Reach, Receivers, Through, Users
from jdrewrite.analysis.served_word.words import Given, Groups, Kind, People, Phrases, Word

FILE = "served_word.toml"
REMEMBERED = 20_000
"""Answers of ``stands_in`` that are kept: of a statement it is asked several times, and organisations repeat theirs."""


def _people_of(plural: str, place: str) -> tuple[str, ...]:
    """Return what the people of a place are called: "Ontarians", "people of Ontario"."""
    called = (f"people {where} {place}".lower() for where in ("of", "across", "in"))
    return (plural.lower(), *called) if place else (plural.lower(),)


class Book(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The whole file."""

    near: float
    """Log-odds within which somebody is nearly as likely as the likeliest."""
    talked: float
    """Log-odds by which whom a role only talks with may be likelier than those for whom it does its work."""
    talking: frozenset[str]
    """Words directly before those with whom it talks."""
    buyers: frozenset[str]
    """Plurals for those who buy or order, of which a text may have several."""
    sections: dict[str, float]
    phrases: Phrases
    reach: Reach
    receivers: Receivers
    first_hand: FirstHand
    nobody: Nobody
    users: Users
    partners: Partners
    through: Through
    people: People
    given: Given
    groups: Groups
    word: tuple[Word, ...]
    kind: tuple[Kind, ...]

    @cached_property
    def forms(self) -> dict[str, tuple[Word, ...]]:
        """Every form with the words that it may be: "people" of a public body are its public."""
        groups = [Word(plural, (plural.lower(),)) for plural in sorted(self.anywhere)]
        groups += [Word(plural, tuple(forms)) for plural, forms in self.groups.called.items()]
        groups += [
            Word(plural, _people_of(plural, place), kinds=("public", "council"))
            for plural, place in self.groups.public.items()
        ]
        found: dict[str, tuple[Word, ...]] = {}
        for word in (*self.word, *groups):
            for form in word.forms:
                found[form] = (*found.get(form, ()), word)
        return found

    @cached_property
    def anywhere(self) -> frozenset[str]:
        """Plurals of groups that are words of their own: those that the rules know by name, and more of this file."""
        return groups_by_name() | set(self.groups.anywhere)

    @cached_property
    def plurals(self) -> frozenset[str]:
        """Plurals of all words that this file has."""
        return frozenset(word.plural for words in self.forms.values() for word in words)

    @cached_property
    def plain(self) -> frozenset[str]:
        """Plurals that are understood of those served anywhere."""
        return frozenset(word.plural for word in self.word if word.plain)


@cache
def book() -> Book:
    """Return the shipped file.

    Raises:
        DataError: it is not valid.
    """
    return resources.table(resources.tables() / FILE, Book)


@cache
def pattern(alternatives: str, frame: str = r"\b(?:{})\b") -> re.Pattern[str]:
    """Return alternatives of the file as a pattern.

    Args:
        alternatives: as they stand in the file.
        frame: what stands around them.
    """
    return re.compile(frame.replace("{}", alternatives), re.IGNORECASE)


@lru_cache(maxsize=REMEMBERED)
def stands_in(alternatives: str, text: str) -> bool:
    """Tell whether one of the alternatives of the file stands in a text as words of its own."""
    # In most texts none does, and that is seen in a tenth of the time that the pattern takes.
    possible = any(map(text.casefold().__contains__, _letters(alternatives)))
    return possible and pattern(alternatives).search(text) is not None


@cache
def _letters(alternatives: str) -> frozenset[str]:
    """Return letters in lower case without which none of some alternatives stands in a text."""
    every = {letters.casefold() for letters in needed(alternatives) or {""}}
    return frozenset(one for one in every if not any(other != one and other in one for other in every))
