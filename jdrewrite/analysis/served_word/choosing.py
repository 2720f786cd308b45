"""Chooses the word for those served: the kind of organisation begins with one, and the text outweighs it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.analysis.served_word.mentions import Mention, mentions
from jdrewrite.analysis.served_word.organisation import kind_of, may_sell
from jdrewrite.analysis.served_word.partners import partners
from jdrewrite.analysis.served_word.reach import colleagues, lands_inside
from jdrewrite.analysis.served_word.users import users_of_what_is_made
from jdrewrite.analysis.served_word.words import Kind
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
    kind = kind_of(title, statements)
    found = list(mentions(statements, kind.base, own or {}))
    said = _said(found, frozenset((own or {}).values()))
    groups = {m.plural for m in found if m.group}
    points = defaultdict(float)
    for plural, weight in said.items():
        points[plural] = weight * _factor(plural, kind, guess) * (kind.groups if plural in groups else 1.0)
    for plural, more in _begin(kind, guess, function, points).items():
        points[plural] += more
    _join_pairs(points, kind)
    usual = max(sorted(points), key=lambda plural: points[plural])
    best = usual if usual in said else _instead(usual, said, points, kind, statements)
    inside = lands_inside(title, statements, guess)
    best = best if inside else _throughout(best, found, said)
    nobody = False
    if best == "customers" and best not in said and kind.base in book().nobody.kinds:
        nobody = _names_nobody(title, statements, kind, guess)
        best = _named_at_all(found, points, firm=not nobody) or (book().nobody.plural if nobody else best)
    forms = Counter(m.form for m in found if m.plural in {best, *_parts(best, kind)} and not m.inside)
    count = forms.total()
    # A public that the text names by a word of its own is never far from it.
    asked = partners(statements, kind.base) if usual in kind.begin and not inside else ""
    return CustomerWord(
        plural=best,
        source="text" if count else "nobody" if nobody else "function",
        count=count,
        words=tuple(form for form, _ in forms.most_common()),
        direct="inside" if inside else "partners" if asked else "outside",
        colleagues=colleagues(statements) if inside else "",
        afar=kind.base in book().partners.kinds and guess.name in book().reach.afar,
        users=_users(said, best)
        or (
            ""
            if inside
            else users_of_what_is_made(
                statements, guess, best, named=bool(count) or best == function.customers != "customers"
            )
        ),
        partners=asked,
    )


def _join_pairs(points: defaultdict[str, float], kind: Kind) -> None:
    """Give a pair that a kind begins with the points of both, where a text names the one and the other."""
    for pair in kind.begin:
        both = _parts(pair, kind)
        if both and all(points.get(one) for one in both):
            points[pair] += sum(points[one] for one in both)


def _parts(pair: str, kind: Kind) -> tuple[str, ...]:
    """Return the words of a pair that a kind of organisation begins with: children, families."""
    both = tuple(pair.split(" and ")) if pair in kind.begin else ()
    return both if len(both) > 1 else ()


def _said(found: Sequence[Mention], own: frozenset[str]) -> dict[str, float]:
    """Return how often the text has each word; a line that says it three times, or stands there twice, says it once.

    Args:
        found: all mentions.
        own: plurals of a project, which need no second mention.
    """
    inside = Counter(m.plural for m in found if m.inside)
    outside = Counter(m.plural for m in found if not m.inside)
    lines: dict[tuple[str, str], float] = {}
    for m in found:
        if not inside[m.plural] or inside[m.plural] < book().factors.inside * outside[m.plural]:
            lines[m.plural, m.line] = max(m.weight, lines.get((m.plural, m.line), 0.0))
    said: defaultdict[str, float] = defaultdict(float)
    for (plural, _), weight in lines.items():
        said[plural] += weight
    times = Counter(plural for plural, _ in lines)
    sure = {m.plural for m in found if m.sure} | book().plain | book().groups.public.keys() | own
    lone = {plural for plural, count in times.items() if count == 1} - sure
    return {plural: weight * (book().factors.lone if plural in lone else 1.0) for plural, weight in said.items()}


def _instead(
    usual: str, said: Mapping[str, float], points: Mapping[str, float], kind: Kind, statements: Sequence[Statement]
) -> str:
    """Return what a text says that nowhere has the word taken for granted: users, or the clients of its clients.

    One duty that serves those of another plain word ("give clients solutions") is enough for it.
    """
    users, others = book().users, book().others
    if usual in users.instead and said.get(users.plural, 0.0) >= users.least:
        return users.plural
    if kind.base not in others.kinds:
        return usual
    if usual not in kind.begin:  # what the trade usually says: any group that the text has is nearer
        groups = sorted(said.keys() & book().anywhere)
        return max(groups, key=lambda word: said[word], default=usual)
    plain = sorted(book().plain & points.keys() - {usual})
    best = max(plain, key=lambda word: points[word], default=usual)
    if best != usual and points[best] >= others.least:
        return best
    told = [s.text for s in statements if book().sections.get(s.section)]
    return next((word for word, phrase in others.words.items() if any(map(pattern(phrase).search, told))), usual)


def _throughout(best: str, found: Sequence[Mention], said: Mapping[str, float]) -> str:
    """Return users in place of a public, where the role says users throughout and hardly names the public."""
    users = book().users
    if best not in users.general and best not in {m.plural for m in found if m.group}:
        return best
    lines = Counter(plural for plural, _ in {(m.plural, m.line) for m in found if m.role and not m.inside})
    often = lines[users.plural] >= users.throughout and lines[users.plural] >= 2 * lines[best]
    weight = said.get(users.plural, 0.0)
    clearly = best in users.general and weight >= max(users.least, users.times * said.get(best, 0.0))
    return users.plural if often or clearly else best


def _named_at_all(found: Sequence[Mention], points: Mapping[str, float], *, firm: bool) -> str:
    """Return the word of a text that nowhere has the one taken for granted, however seldom it stands there; or nothing.

    Args:
        found: all mentions.
        points: of each word.
        firm: only where the role is told, or where a sentence says that the work is there for them.
    """
    lines = Counter(plural for plural, _ in {(m.plural, m.line) for m in found if not m.inside})
    said = {p for p, count in lines.items() if p in book().plain or count > 1}
    named = {m.plural for m in found if m.sure or (m.plural in said and (m.role or not firm))}
    named -= book().vague if firm else set()
    enough = sorted(word for word in named if points[word] >= book().nobody.least)
    return max(enough, key=lambda word: points[word], default="")


def _names_nobody(title: str, statements: Sequence[Statement], kind: Kind, guess: FunctionGuess) -> bool:
    """Tell whether "customers" would be invented: nobody is named, and nothing says that the organisation sells."""
    nobody = book().nobody
    trade = guess.name in nobody.trading and guess.confidence >= nobody.likely
    return kind.name in nobody.kinds and not trade and not may_sell(title, statements)


def _users(said: Mapping[str, float], best: str) -> str:
    """Return the word for those who use what is made, where the text has it as often as the one for its public."""
    users = book().users
    often = said.get(users.plural, 0.0) >= max(users.least, said.get(best, 0.0))
    return users.plural if often and best in users.instead else ""


def _factor(plural: str, kind: Kind, guess: FunctionGuess) -> float:
    """Return how far this kind of organisation and this function mean those served by a word."""
    factor = kind.factors.get(plural, 1.0)
    for group in (book().inside, book().selling):
        if guess.name in group.functions:
            factor *= group.factors.get(plural, 1.0)
    return factor


def _begin(kind: Kind, guess: FunctionGuess, function: Function, points: Mapping[str, float]) -> dict[str, float]:
    """Return the words taken for granted; a plain one of the function ("users") only where the text has it too.

    A plain one of the kind ("customers") counts less where the text nowhere has it.
    """
    usual, factors = function.customers, book().factors
    unsaid = book().plain - points.keys()
    begin = {word: weight * (factors.unsaid if word in unsaid else 1.0) for word, weight in kind.begin.items()}
    known = usual not in book().plain or points.get(usual)
    if usual != "customers" and guess.confidence >= factors.sure and known:
        begin[usual] = begin.get(usual, 0.0) + factors.usual * min(1.0, kind.factors.get(usual, 1.0))
    return begin
