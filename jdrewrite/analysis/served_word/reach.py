"""Whom the work reaches first: those served themselves, or colleagues through whom it comes to them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from jdrewrite.analysis.served_word.book import book, pattern
from jdrewrite.catalogue.inflection import singular
from jdrewrite.model import DUTY_SECTIONS, FunctionGuess, Statement

Groups = Mapping[str, Sequence[Statement]]
"""Those at work for whom something is done, with the lines that say so, as ``received`` finds them."""


def lands_inside(title: str, statements: Sequence[Statement], guess: FunctionGuess, kind: str, groups: Groups) -> bool:
    """Tell whether the work lands on colleagues: by the title, the function, and whom the duties name more often.

    Args:
        title: of the job.
        statements: labelled statements.
        guess: the function, and how sure it is.
        kind: of the organisation.
        groups: who receives the work.
    """
    reach = book().reach
    public = kind in book().partners.kinds
    known = pattern(reach.titles).search(title) or (not public and pattern(reach.private).search(title))
    titled = for_colleagues_alone(title) or bool(known)
    points = reach.title if titled else 0.0
    if guess.confidence >= reach.likely:
        partly = 0.0 if public and guess.name in reach.afar else reach.partly.get(guess.name, 0.0)
        points += reach.function if guess.name in reach.functions else partly
    if not titled and pattern(reach.facing).search(title):
        points -= reach.function
    told = [s for s in statements if s.section in DUTY_SECTIONS]
    theirs = {s.text: s for lines in groups.values() for s in lines if s.labels.customer != "external"}
    outside = [s.labels.customer for s in told].count("external")
    inside = sum(_for_them(s, theirs) for s in told)
    # Every text of a public body names its public.
    enough = reach.several if public or for_colleagues_alone(title) else reach.some
    if inside > outside:
        alone = inside == 1 and not any(s.section == "purpose" for s in told if _for_them(s, theirs))
        points += reach.lone if alone else reach.named
        points += book().receivers.sure if inside > 2 * outside and _plainly(title, guess, theirs, inside) else 0.0
    elif outside >= enough and outside > 2 * inside and not pattern(reach.desk).search(title):
        points -= reach.named * (2.0 if outside >= reach.several and not inside else 1.0)
    return points >= reach.least


def _plainly(title: str, guess: FunctionGuess, theirs: Mapping[str, Statement], inside: int) -> bool:
    """Tell whether a role is there for colleagues whatever its function: by many lines, or by its purpose."""
    at = book().receivers
    if guess.name in at.outward or pattern(at.leading).search(title):
        return False
    return inside >= at.lines or _in_purpose(tuple(theirs.values()))


def _for_them(statement: Statement, theirs: Mapping[str, Statement]) -> bool:
    return statement.labels.customer == "internal" or statement.text in theirs


def for_colleagues_alone(title: str) -> bool:
    """Tell whether a title is that of a role whose whole work is for colleagues."""
    return bool(pattern(book().reach.alone).search(title))


def who_receives(title: str, statements: Sequence[Statement], groups: Groups) -> str:
    """Return the job description's own plural for the colleagues whom the work reaches; else nothing.

    Those for whom two lines of the role do something come first, where it does not name colleagues in general as often
    ("staff"); then these, if the role has them twice; then those who use the work ("business stakeholders"), if two
    lines name them, and are no peers of the holder; then those for whom one line of the purpose, or of a role of few
    lines, does something.

    Args:
        title: of the job.
        statements: labelled statements.
        groups: who receives the work.
    """
    reach, at = book().reach, book().receivers
    told = [s.text.lower() for s in statements if s.section in DUTY_SECTIONS]
    role = "\n".join(told)
    counts = {word: len(_word(word).findall(role)) if word in role else 0 for word in reach.colleagues}
    best = max(counts, key=lambda word: counts[word])
    first = max(sorted(groups), key=lambda group: (len(groups[group]), _in_purpose(groups[group])), default="")
    times = len(groups.get(first, ()))
    if first and times >= reach.plain and times > counts[best]:
        return first
    if counts[best] >= reach.plain:
        return best
    said = [word for word in reach.using if word in role]
    others = [word for word in said if not _word(singular(word.split()[-1])).search(title.casefold())]
    lines = {word: sum(bool(_word(word, r"(?<![\w-])").search(line)) for line in set(told)) for word in others}
    often = max(lines, key=lambda word: lines[word], default="")
    if often and lines[often] >= reach.plain:
        return often
    enough = times >= reach.plain or _in_purpose(groups.get(first, ())) or len(set(told)) <= at.few
    return first if enough else ""


@cache
def _word(word: str, before: str = r"\b") -> re.Pattern[str]:
    return re.compile(rf"{before}{word}\b")


def _in_purpose(lines: Sequence[Statement]) -> bool:
    return any(s.section == "purpose" for s in lines)
