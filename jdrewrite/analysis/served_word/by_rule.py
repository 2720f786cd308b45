"""The word for those served by rule: the one that weighs most, but where another is nearer to what the text says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.analysis.served_word.listed import is_one_of_several
from jdrewrite.analysis.served_word.organisation import may_sell
from jdrewrite.analysis.served_word.reach import lands_inside
from jdrewrite.analysis.served_word.weighing import Weighed, weighed
from jdrewrite.analysis.served_word.words import Kind
from jdrewrite.catalogue import Function
from jdrewrite.model import FunctionGuess, Statement

_CUSTOMERS = "customers"


class Chosen(NamedTuple):
    """What the rules choose."""

    text: Weighed
    inside: bool
    """The work lands on colleagues."""
    best: str
    nobody: bool
    """The text names nobody, and is not plainly that of a business."""


def by_the_rules(
    title: str,
    statements: Sequence[Statement],
    guess: FunctionGuess,
    function: Function,
    own: Mapping[str, str],
    groups: Mapping[str, list[Statement]],
) -> Chosen:
    """Return the word that the rules choose.

    Args:
        title: of the job.
        statements: labelled statements.
        guess: the function, and how sure it is.
        function: its entry of the catalogue, narrowed to its trade.
        own: words of a project for those it serves, in any form, with their plural.
        groups: colleagues for whom something is done, with the lines that say so.
    """
    text = weighed(title, statements, guess, function, own)
    inside = lands_inside(title, statements, guess, text.kind.base, groups)
    best = text.usual if text.usual in text.said else _instead(text, statements)
    best = best if inside else _throughout(best, text)
    assumed = _is_assumed(best, text)
    nobody = assumed and _names_nobody(title, statements, text.kind, guess)
    if assumed:
        best = _named_at_all(text, firm=not nobody) or (_whoever(guess, statements, inside) if nobody else best)
    if best in {m.plural for m in text.found if m.group} and _CUSTOMERS in text.kind.begin and not nobody:
        best = _CUSTOMERS if is_one_of_several(best, text.found) else best
    return Chosen(text, inside, best, nobody)


def _is_assumed(best: str, text: Weighed) -> bool:
    """Tell whether "customers" is only taken for granted, of an organisation of which little is known."""
    return best == "customers" and best not in text.said and text.kind.base in book().nobody.kinds


def _instead(text: Weighed, statements: Sequence[Statement]) -> str:
    """Return what a text says that nowhere has the word taken for granted: users, or the clients of its clients.

    One duty that serves those of another plain word ("give clients solutions") is enough for it.
    """
    users, others = book().users, book().others
    usual, said, points = text.usual, text.said, text.points
    if usual in users.instead and said.get(users.plural, 0.0) >= users.least:
        return users.plural
    if text.kind.base not in others.kinds:
        return usual
    if usual not in text.kind.begin:  # what the trade usually says: any group that the text has is nearer
        groups = sorted(said.keys() & book().anywhere)
        return max(groups, key=lambda word: said[word], default=usual)
    plain = sorted(book().plain & points.keys() - {usual})
    best = max(plain, key=lambda word: points[word], default=usual)
    if best != usual and points[best] >= others.least:
        return best
    told = [s.text for s in statements if book().sections.get(s.section)]
    return next((word for word, phrase in others.words.items() if any(map(pattern(phrase).search, told))), usual)


def _throughout(best: str, text: Weighed) -> str:
    """Return users in place of a public, where the role says users throughout and hardly names the public."""
    users = book().users
    named = best in book().plain or text.forms(best)
    if best not in users.general and named and best not in {m.plural for m in text.found if m.group}:
        return best
    lines = Counter(plural for plural, _ in {(m.plural, m.line) for m in text.found if m.role and not m.inside})
    often = lines[users.plural] >= users.throughout and lines[users.plural] >= 2 * lines[best]
    weight = text.said.get(users.plural, 0.0)
    clearly = best in users.general and weight >= max(users.least, users.times * text.said.get(best, 0.0))
    return users.plural if often or clearly else best


def _named_at_all(text: Weighed, *, firm: bool) -> str:
    """Return the word of a text that nowhere has the one taken for granted, however seldom it stands there; or nothing.

    Args:
        text: whose words were weighed.
        firm: only where the role is told, or where a sentence says that the work is there for them.
    """
    lines = Counter(plural for plural, _ in {(m.plural, m.line) for m in text.found if not m.inside})
    said = {p for p, count in lines.items() if p in book().plain or count > 1}
    named = {m.plural for m in text.found if m.sure or (m.plural in said and (m.role or not firm))}
    named -= book().vague if firm else set()
    enough = sorted(word for word in named if text.points.get(word, 0.0) >= book().nobody.least)
    return max(enough, key=lambda word: text.points.get(word, 0.0), default="")


def _names_nobody(title: str, statements: Sequence[Statement], kind: Kind, guess: FunctionGuess) -> bool:
    """Tell whether "customers" would be invented: nobody is named, and nothing says that the organisation sells."""
    nobody = book().nobody
    trade = guess.name in nobody.trading and guess.confidence >= nobody.likely
    return kind.name in nobody.kinds and not trade and not may_sell(title, statements)


def _whoever(guess: FunctionGuess, statements: Sequence[Statement], inside: bool) -> str:
    """Return what is said of whoever uses the work: a plain noun, where it goes outward and one is true of it."""
    nobody = book().nobody
    place = nobody.places.get(guess.name)
    there = not place or any(pattern(place).search(s.text) for s in statements if s.section in {"purpose", "duties"})
    known = guess.confidence >= nobody.likely and there and not inside
    return nobody.words.get(guess.name, nobody.plural) if known else nobody.plural
