"""Whether words name several people, as every sentence that is written with them says; one person is made several."""

from __future__ import annotations

import re
from functools import cache

from jdrewrite.analysis.served_word.book import book
from jdrewrite.catalogue.inflection import plural, singular
from jdrewrite.language.persons import persons

_EACH = re.compile(r"^(?:an?|each|every|any|one|per) (?=\S)", re.IGNORECASE)
_CERTAIN = re.compile(r"(?:the|our|this|my|their) (?:\S+ )*?(?P<one>\S+)$", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?=,? (?:of|in|at|who|whom|whose|that|which|we|with|without|from|for|to|on|under|over|across|within|by|through)\b"
    r"| \()"
)
"""Where a group is over, and what tells which of it begins."""
_LISTED = re.compile(r"(,? (?:and|or|&) |, )")
_ALONE = re.compile(r"(?:(?:their|the|our) )?\S+")
"""The last of a list that has no noun in common with the others: "child and families"."""
_LATIN = re.compile(r"[a-zà-ÿ]", re.IGNORECASE)
_ONE = re.compile(r"(?:ss|us|sis)$")
"""Endings in "s" of one."""
_BY_ENDING = re.compile(r"\w{2,}(?:er|or|ist|ee|ian|ant|holder|owner|goer|[ud]ent)$")
"""Endings of people, whom no list has to name: "homeowner"."""


def in_the_plural(words: str) -> str:
    """Return words for a group as they name several people; empty where it cannot be told that they do.

    Args:
        words: in one line, without space at the ends: "county auditors", "person with a disability".
    """
    plain = _EACH.sub("", words)
    if one_house(plain):
        return ""
    if plain.casefold() in book().given.instead:
        return book().given.instead[plain.casefold()]
    group = _BEHIND.split(plain, maxsplit=1)[0]
    parts = _LISTED.split(group)
    last = _several(parts[-1], adjective=plain.casefold().startswith("the "))
    if not last:
        return ""
    if last != parts[-1] or _ALONE.fullmatch(last):  # in "customer and supplier teams" the first is no group
        parts = [_counted(part) or part for part in parts]
    made = "".join((*parts[:-1], last)) + plain[len(group) :]
    # "the client" is any client; "the patients of the ward" are certain ones.
    return made[4:].lstrip(",;: ") if made != plain and made.casefold().startswith("the ") else made


def one_house(words: str) -> str:
    """Return the word for a house where words name a certain one: ``school`` for "the village school"; else nothing."""
    found = _CERTAIN.match(_BEHIND.split(words, maxsplit=1)[0])
    low = found["one"].casefold() if found else ""
    return low if low in book().given.houses else ""


def one_of(people: str) -> str:
    """Return one of several people, as a text may name them; empty where there is no such word, or more than a group.

    Args:
        people: as ``in_the_plural`` returned it.
    """
    group = _BEHIND.split(people, maxsplit=1)[0]
    head, _, word = group.rpartition(" ")
    one = singular(word.casefold())
    if one == word.casefold() or _LISTED.search(group):
        return ""
    return f"{head} {one}".strip() + people[len(group) :]


def _several(group: str, *, adjective: bool) -> str:
    """Return a group of words as several; empty where that is not known."""
    if not group.strip():
        return ""
    *before, word = group.split()
    low = word.casefold()
    if _is_no_group(low):
        return ""
    if not _LATIN.search(word) or low in _many() or (adjective and low in book().given.adjectives):
        return group
    if made := _counted(group):
        return made
    if low.endswith("s") and (not _ONE.search(low) or (low.endswith("us") and word[:1].isupper())):  # "Hindus"
        return group
    # "people living with dementia": those who are meant stand before what tells of them.
    return group if any(each.casefold() in _many() for each in before) else ""


def _counted(group: str) -> str:
    """Return a group that ends in the word for one, with the word for several; empty where it does not."""
    head, _, word = group.rpartition(" ")
    low = word.casefold()
    if low in book().given.adjectives or _is_no_group(low):
        return ""
    if low in book().given.shortened:
        return f"{head} {word}s".strip()
    if low not in _ones() and not _BY_ENDING.match(low):
        return ""
    several = plural(low)
    if word != low:
        several = several.upper() if word.isupper() else several[:1].upper() + several[1:]
    return f"{head} {several}".strip()


def _is_no_group(low: str) -> bool:
    """Tell whether a word that seems to name several names none: "news", and "physics", but not "mechanics"."""
    return low in book().given.nobody or (low.endswith("ics") and singular(low) not in _ones())


@cache
def _ones() -> frozenset[str]:
    """Return words for one of those whom a job may serve, of which there may be several."""
    return persons() | book().given.bodies | book().given.peoples | book().given.ones


@cache
def _many() -> frozenset[str]:
    """Return words for several people."""
    return frozenset(map(plural, persons() | book().given.bodies | book().given.ones)) | book().given.plurals
