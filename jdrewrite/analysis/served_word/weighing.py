"""Weighs the words for those served: what the text says of each, the kind of organisation and the function."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.served_word.mentions import Mention, mentions
from jdrewrite.analysis.served_word.organisation import kind_of
from jdrewrite.analysis.served_word.words import Kind
from jdrewrite.catalogue import Function
from jdrewrite.model import FunctionGuess, Statement


class Weighed(msgspec.Struct, frozen=True):
    """What speaks for each word, in mentions; words are plurals."""

    kind: Kind
    found: tuple[Mention, ...]
    said: dict[str, float]
    """What the text says."""
    points: dict[str, float]
    """The same as far as this kind of organisation and this function mean it, with what they take for granted."""

    @property
    def usual(self) -> str:
        """The word with most points."""
        return max(sorted(self.points), key=lambda plural: self.points[plural])

    def forms(self, plural: str) -> Counter[str]:
        """Count the forms in which the text has a word, or the words of a pair."""
        meant = {plural, *parts(plural, self.kind)}
        return Counter(m.form for m in self.found if m.plural in meant and not m.inside)


def weighed(
    title: str, statements: Sequence[Statement], guess: FunctionGuess, function: Function, own: Mapping[str, str]
) -> Weighed:
    """Weigh every word that a job description has or that goes without saying.

    Args:
        title: of the job.
        statements: labelled statements.
        guess: the function, and how sure it is.
        function: its entry of the catalogue, narrowed to its trade.
        own: words of a project for those it serves, in any form, with their plural.
    """
    kind = kind_of(title, statements)
    found = tuple(mentions(statements, kind.base, own))
    said = _said(found, frozenset(own.values()))
    groups = {m.plural for m in found if m.group}
    points = {
        plural: weight * _factor(plural, kind, guess) * (kind.groups if plural in groups else 1.0)
        for plural, weight in said.items()
    }
    for plural, more in _begin(kind, guess, function, points).items():
        points[plural] = points.get(plural, 0.0) + more
    return Weighed(kind, found, said, _with_pairs(points, kind))


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
    unsaid = {plural for plural in book().plain if points.get(plural, 0.0) < factors.hardly}
    begin = {word: weight * (factors.unsaid if word in unsaid else 1.0) for word, weight in kind.begin.items()}
    known = usual not in book().plain or points.get(usual)
    if usual != "customers" and guess.confidence >= factors.sure and known:
        # An organisation of which nothing is known has no ground to doubt what the trade says.
        trusted = min(1.0, kind.factors.get(usual, 1.0)) if kind.cues else 1.0
        begin[usual] = begin.get(usual, 0.0) + factors.usual * trusted
    return begin


def _with_pairs(points: Mapping[str, float], kind: Kind) -> dict[str, float]:
    """Return points where a pair that a kind begins with has those of both, if a text names the one and the other."""
    joined = dict(points)
    for pair in kind.begin:
        both = parts(pair, kind)
        if both and all(joined.get(one) for one in both):
            joined[pair] += sum(joined[one] for one in both)
    return joined


def parts(pair: str, kind: Kind) -> tuple[str, ...]:
    """Return the words of a pair that a kind of organisation begins with: children, families."""
    both = tuple(pair.split(" and ")) if pair in kind.begin else ()
    return both if len(both) > 1 else ()
