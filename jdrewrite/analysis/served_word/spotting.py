"""Finds known words in a text, and people by any other word: each token is looked up, and no long pattern is tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from jdrewrite.analysis.served_word.book import book
from jdrewrite.catalogue.inflection import plural
from jdrewrite.language.persons import persons, persons_by_trade

_TOKEN = re.compile(r"(?<![\w-])\w+")
REMEMBERED = 4096
"""Statements whose words are kept: each is searched for several sets of forms."""
Known = Mapping[str, tuple[str, ...]]
"""Forms by their first word, the longest first: "members of the public" are no members."""


_EACH = re.compile(r"(?:(?<=\beach )|(?<=\bevery ))[a-z]+\b", re.IGNORECASE)
_ONE = re.compile(
    r"(?:(?<=\bthe )|(?<=\ban )|(?<=\ba ))[a-z]+\b(?=['\u2019]s\b|\s+(?:is|has|must|can|may|will|should|needs|who)\b)",
    re.IGNORECASE,
)


def known(forms: Iterable[str]) -> Known:
    """Return forms in lower case as ``spots`` looks for them."""
    found: dict[str, tuple[str, ...]] = {}
    for form in sorted(set(forms), key=len, reverse=True):
        first = _TOKEN.match(form)
        if first:
            found[first.group()] = (*found.get(first.group(), ()), form)
    return found


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """Return a form as it is looked for; few of the thousands begin like a word of the text."""
    return re.compile(re.escape(form) + r"(?!\w)", re.IGNORECASE)


def spots(text: str, forms: Known) -> Iterator[re.Match[str]]:
    """Yield the places of known forms, as whole words, in their order."""
    words = _words(text)
    if forms.keys().isdisjoint(words.values()):
        return  # as in most texts
    end = 0
    for start, word in words.items():
        for form in forms.get(word, ()) if start >= end else ():
            if found := _pattern(form).match(text, start):
                end = found.end()
                yield found
                break


@lru_cache(maxsize=REMEMBERED)
def _words(text: str) -> Mapping[int, str]:
    """Return the words of a text, casefolded, by where they begin."""
    return {token.start(): token.group().casefold() for token in _TOKEN.finditer(text)}


def each_of_some(text: str) -> Iterator[re.Match[str]]:
    """Yield the places of people by their nature who stand in the singular and mean all of them: "each pupil"."""
    return (found for found in _EACH.finditer(text) if plural_of_one(found.group().casefold()))


def one_of_some(text: str) -> Iterator[re.Match[str]]:
    """Yield the places of people by their nature of whom one is spoken of: "the camper's feelings", "a camper"."""
    return (found for found in _ONE.finditer(text) if plural_of_one(found.group().casefold()))


def plural_of_one(noun: str) -> str:
    """Return the plural of people by their nature, in lower case; empty for any other noun, or a form of the file."""
    return _plurals().get(noun, "")


@cache
def _plurals() -> Mapping[str, str]:
    several = people() | {one for one in book().forms if one in book().anywhere}
    nouns = {noun: plural(noun) for noun in persons() - persons_by_trade()}
    return {noun: many for noun, many in nouns.items() if many in several and noun not in book().forms}


@cache
def trades() -> frozenset[str]:
    """Return plurals of nouns of WordNet that name people by their trade."""
    return frozenset(plural(noun) for noun in persons_by_trade())


@cache
def all_people() -> Known:
    """Return every form that the file has, people by what they are or by their trade, and those at work."""
    return known((*_everybody(), *book().forms))


@cache
def all_plurals() -> Known:
    """Return the same people, but the words of the file by their plurals alone."""
    return known((*_everybody(), *(word.plural for word in book().word)))


def _everybody() -> frozenset[str]:
    """Return plurals of people by what they are or by their trade, and of groups and bodies at work."""
    at = book().receivers
    return frozenset(plural(noun) for noun in persons()) | trades() | at.heads | frozenset(at.called)


@cache
def people() -> frozenset[str]:
    """Return plurals of nouns of WordNet that name people by what they are to others, and not by their trade.

    A voter or a dancer can be whom a job serves in any text; an engineer is mostly somebody at work, and so are the
    words that the file lists as ``never``.
    """
    nouns = persons() - persons_by_trade() - set(book().people.never)
    return frozenset(plural(noun) for noun in nouns) - book().forms.keys()
