"""Chooses the word for those served: the likeliest of those whom the text names and of who goes without saying."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.analysis.served_word.candidates import candidates
from jdrewrite.analysis.served_word.considered import Considered
from jdrewrite.analysis.served_word.first_hand import Receivers, first_hand, odds_of
from jdrewrite.analysis.served_word.holders import without_holders
from jdrewrite.analysis.served_word.mentions import mentions
from jdrewrite.analysis.served_word.nearer import met_first, nearer
from jdrewrite.analysis.served_word.organisation import kind_of
from jdrewrite.analysis.served_word.partners import partners
from jdrewrite.analysis.served_word.ranking import likeliest
from jdrewrite.analysis.served_word.reach import for_colleagues_alone, lands_inside, who_receives
from jdrewrite.analysis.served_word.receivers import received
from jdrewrite.analysis.served_word.unsaid import goes_without_saying
from jdrewrite.analysis.served_word.users import users_of_what_is_made
from jdrewrite.catalogue import Function
from jdrewrite.model import CustomerWord, FunctionGuess, Statement


def served_word(
    title: str,
    statements: Sequence[Statement],
    guess: FunctionGuess,
    function: Function,
    own: Mapping[str, str] | None = None,
) -> CustomerWord:
    """Return the plural for those whom the job serves, and whom the work reaches first.

    Args:
        title: of the job.
        statements: labelled statements.
        guess: the function, and how sure it is.
        function: its entry of the catalogue, narrowed to its trade.
        own: words of a project for those it serves, in any form, with their plural.
    """
    text = considered(title, statements, guess, function, own)
    named, kind = text.named, text.kind
    theirs = named.keys() & set((own or {}).values())
    could = without_holders(text.every, title)
    best = max(sorted(theirs), key=lambda plural: named[plural].weight, default="")
    best = best or nearer(likeliest(could), named, could)
    best, parts = _joined(best, text)
    odds = odds_of(title, statements, best, text)
    public = kind.base in book().partners.kinds
    if not theirs and not public and (met := met_first(parts, could, odds, named)):
        best, parts = _joined(met, text)
        odds = odds_of(title, statements, best, text)
    forms = sum((named[one].forms for one in parts if one in named), Counter[str]())
    count = forms.total()
    reached = _reached_first(best, title, statements, guess, text, odds)
    known = bool(count) or best == function.customers != "customers"
    uses_it = reached.direct != "inside" and not reached.alone
    return CustomerWord(
        plural=best,
        source="text" if count else "nobody" if text.nobody else "function",
        count=count,
        words=tuple(form for form, _ in forms.most_common()),
        direct=reached.direct,
        receivers=reached.receivers,
        afar=public and guess.name in book().reach.afar,
        users=users_of_what_is_made(statements, guess, best, named=known) if uses_it else "",
        beside=bool(count) and all(named[one].beside for one in parts if one in named),
        partners=reached.partners,
    )


class _Reached(NamedTuple):
    """Whom the work reaches first."""

    direct: Literal["outside", "inside", "partners"]
    receivers: str
    partners: str
    alone: bool
    """In place of those served, by the trained order."""


def _reached_first(
    best: str,
    title: str,
    statements: Sequence[Statement],
    guess: FunctionGuess,
    text: Considered,
    odds: Mapping[str, float],
) -> _Reached:
    """Return whom the work reaches first: by title, function and duties, or by the trained order where that is sure."""
    # Any job has colleagues, and one that leads has a team: that they are named makes nobody receive the work.
    colleagues = () if guess.name in book().through.of_colleagues else book().reach.colleagues
    there = {
        who: odds[who] for who in odds if who == best or who not in colleagues or odds[who] >= book().first_hand.any
    }
    at = book().first_hand
    helpers = () if pattern(at.looked_after).search(title) else at.helpers
    if not text.inside and max(there, key=lambda who: there[who], default="") in {*colleagues, *helpers}:
        there = _received_by_those_served(best, odds, text) or there
    first = first_hand(title, statements, best, text, there)
    kind = text.kind
    inside = text.inside and not _are_plainly_served(best, title, first, text)
    if first and first.alone and first.inside:
        return _Reached("inside", first.plural, "", alone=True)
    if first and first.alone:
        return _Reached("partners", "", first.plural, alone=True)
    # A public that the text names by a word of its own is never far from it.
    asked = partners(statements, kind.base) if best in kind.begin and not inside else ""
    receivers = who_receives(title, statements, text.groups)
    receivers = "" if receivers in odds.keys() - there.keys() else receivers
    if first and (first.inside or not inside):
        # Where those served are the likeliest, one line that is for others ("cover for officers") is no reason.
        once = len(text.groups.get(receivers, ())) < book().reach.plain
        receivers = first.plural if first.plural == best and once else receivers or first.plural
    return _Reached("inside" if inside else "partners" if asked else "outside", receivers, asked, alone=False)


def _received_by_those_served(best: str, odds: Mapping[str, float], text: Considered) -> dict[str, float]:
    """Return those served with their odds where they plainly receive the work, whatever colleagues do; else nobody."""
    theirs = {one: odds[one] for one in (best, *best.split(" and ")) if one in odds and one in text.named}
    return theirs if max(theirs.values(), default=-math.inf) >= book().first_hand.outright else {}


def _are_plainly_served(best: str, title: str, first: Receivers | None, text: Considered) -> bool:
    """Tell whether those served receive the work themselves, though most jobs of such a title work for colleagues."""
    if first is None or first.plural != best or for_colleagues_alone(title):
        return False
    return first.odds >= book().first_hand.outright and best in text.named and text.named[best].lines > 1


def considered(
    title: str,
    statements: Sequence[Statement],
    guess: FunctionGuess,
    function: Function,
    own: Mapping[str, str] | None = None,
) -> Considered:
    """Return everybody whom a text could mean: what the order is trained on.

    Args:
        title: of the job.
        statements: labelled statements.
        guess: the function, and how sure it is.
        function: its entry of the catalogue, narrowed to its trade.
        own: words of a project for those it serves, in any form, with their plural.
    """
    kind = kind_of(title, statements)
    every = mentions(statements, kind.base, own or {})
    named = {plural: one for plural, one in every.items() if plural not in kind.nobody}
    groups = received(statements)
    inside = lands_inside(title, statements, guess, kind.base, groups)
    unsaid, nobody = goes_without_saying(title, statements, kind, guess, function.customers, inside=inside)
    could = candidates(named, unsaid, nobody=nobody, kind=kind, guess=guess, title=title)
    return Considered(kind, named, groups, inside, unsaid, nobody, could)


def _joined(best: str, text: Considered) -> tuple[str, tuple[str, ...]]:
    """Return a word, or the pair that it is part of where the kind has one and the text names both; and its words."""
    pairs = [(pair, tuple(pair.split(" and "))) for pair in text.kind.begin if " and " in pair]
    meant = ((pair, parts) for pair, parts in pairs if best in {pair, *parts} and {*parts} <= text.named.keys())
    return next(meant, (best, (best,)))
