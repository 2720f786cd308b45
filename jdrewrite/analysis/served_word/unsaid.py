"""Whom a job serves where the text does not say so: whom its kind of organisation and its function usually serve."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.analysis.served_word.organisation import may_sell
from jdrewrite.analysis.served_word.words import Kind
from jdrewrite.model import DUTY_SECTIONS, FunctionGuess, Statement


def goes_without_saying(
    title: str, statements: Sequence[Statement], kind: Kind, guess: FunctionGuess, usual: str, *, inside: bool
) -> tuple[str, bool]:
    """Return whom the work is for if the text names nobody, and whether even that is not known.

    Args:
        title: of the job.
        statements: labelled statements.
        kind: of the organisation.
        guess: the function, and how sure it is.
        usual: what its trade usually says.
        inside: the work lands on colleagues.
    """
    nobody = book().nobody
    begin = dict(kind.begin)
    known = usual not in nobody.public or kind.name not in nobody.private
    if known and usual not in book().plain and guess.confidence >= nobody.sure:
        begin[usual] = begin.get(usual, 0.0) + nobody.usual
    best = max(sorted(begin), key=lambda plural: begin[plural])
    trade = guess.name in nobody.trading and guess.confidence >= nobody.likely
    if best != "customers" or kind.name not in nobody.kinds or trade or may_sell(title, statements):
        return best, False
    return _whoever(guess, statements, inside=inside), True


def _whoever(guess: FunctionGuess, statements: Sequence[Statement], *, inside: bool) -> str:
    """Return what is said of whoever uses the work: a plain noun, where it goes outward and one is true of it."""
    nobody = book().nobody
    place = nobody.places.get(guess.name)
    told = [s.text for s in statements if s.section in DUTY_SECTIONS]
    out = nobody.elsewhere.get(guess.name)
    inside_it = sum(bool(place and pattern(place).search(text)) for text in told)
    outside_it = sum(bool(out and pattern(out).search(text)) for text in told)
    there = not place or inside_it > outside_it
    known = guess.confidence >= nobody.likely and there and not inside
    return nobody.words.get(guess.name, nobody.plural) if known else nobody.plural
