"""Reads the word that somebody gave for those served as the one that every lens knows: "customers".

"Help county auditors find records" is read as "Help customers find records", so that a group of several words counts,
a compound of it does not ("county auditor forms"), and to write it into every line pays no more than "customers" would.

Those at work stay inside. Words for colleagues in general ("staff", "managers") are whom the lenses find them to be,
for any job speaks of them; a certain group of them ("executives") is read as "internal customers", for to say that the
job serves them is to say that its service is for them. An article changes nothing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.analysis.rules.words import classes
from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.served_word.several import one_of

if TYPE_CHECKING:  # reading brings numpy
    from jdrewrite.analysis.stepwise import Reading

_CUSTOMERS = ("customers", "customer")
_INSIDE = ("internal customers", "internal customer")
_AS_IT_STANDS = ("", "")
_ARTICLE = re.compile(r"^(?:the|our) (?=\S)", re.IGNORECASE)


class Seen(msgspec.Struct, frozen=True):
    """A text as the lenses are to see it."""

    text: str
    places: tuple[tuple[int, int, int, int], ...] = ()
    """Where the plain word stands in it, and where the given one stands in the text as it is: starts and ends."""

    def back(self, found: Reading) -> Reading:
        """Return what was found with its evidence in the text as it is."""
        if not self.places or not found.evidence:
            return found
        moved = (
            msgspec.structs.replace(e, start=self._back(e.start, 0), end=self._back(e.end, 1)) for e in found.evidence
        )
        return msgspec.structs.replace(found, evidence=tuple(moved))

    def _back(self, at: int, side: int) -> int:
        gone = 0
        for start, end, *own in self.places:
            if at < start + side:
                break
            if at < end + side:
                return own[side]
            gone = own[1] - end
        return at + gone


def seen(text: str, people: str) -> Seen:
    """Return a text as the lenses are to see it.

    Args:
        text: of a statement.
        people: the word that somebody gave; empty for none.
    """
    many, one = _read_as(people) if people else _AS_IT_STANDS
    pieces, places, last, length = [], [], 0, 0
    for match in form_of(people).finditer(text) if many else ():
        word = one if match["one"] else many
        word = word.capitalize() if match.group()[0].isupper() else word
        pieces += [text[last : match.start()], word]
        length += match.start() - last
        places.append((length, length := length + len(word), match.start(), match.end()))
        last = match.end()
    return Seen("".join([*pieces, text[last:]]), tuple(places))


@cache
def form_of(people: str) -> re.Pattern[str]:
    """Return what finds a given word in a text, in the plural or (the group ``one``) in the singular."""
    plain = without_article(people)
    forms = [
        rf"(?P<many>{_spaced(plain)})",
        rf"(?P<one>{_spaced(one_of(plain))})" if one_of(plain) else "(?P<one>(?!))",
    ]
    article = rf"(?:{re.escape(people.split(maxsplit=1)[0])} )?" if plain != people else ""
    return re.compile(rf"(?<![\w-]){article}(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)


def _spaced(words: str) -> str:
    return r"[\s-]+".join(re.escape(word) for word in words.split())


@cache
def _read_as(people: str) -> tuple[str, str]:
    """Return the plain words for several and for one as which a given word is read; empty ones for as it stands."""
    known = classes()
    word = without_article(people).casefold()
    if word in book().given.insiders:
        return _INSIDE
    return _AS_IT_STANDS if word in known["external"] | known["internal_if_served"] | {"people"} else _CUSTOMERS


def without_article(people: str) -> str:
    """Return a word for those served as it is without "the" or "our" before it: the same people."""
    return _ARTICLE.sub("", people)
