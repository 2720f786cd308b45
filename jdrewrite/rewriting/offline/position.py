"""What is known of a job when new lines are chosen: its trade and grade, whom it meets, and who receives its work."""

from __future__ import annotations

from typing import NamedTuple

from jdrewrite.analysis import entry_for
from jdrewrite.analysis.served_word import book, for_colleagues_alone, for_those
from jdrewrite.analysis.titled import occupation_of
from jdrewrite.catalogue import (
    GENERAL,
    Function,
    Grade,
    Trade,
    begins,
    grade_of,
    handled,
    leads_people,
    shared_trade_of,
    trade_named,
    trade_of,
)
from jdrewrite.language.parse import parse
from jdrewrite.model import DUTY_SECTIONS, ROLE_SECTIONS, Assessment
from jdrewrite.rewriting.offline.choosing import Post
from jdrewrite.rewriting.offline.danger import are_bidden
from jdrewrite.rewriting.offline.fit import words_of
from jdrewrite.rewriting.offline.making import made_in
from jdrewrite.rewriting.offline.things import often
from jdrewrite.rewriting.offline.through import is_inside, naming_colleagues

_SURE = 0.6
"""Confidence in the function from which a title that names a trade stands for its work."""
_BESIDE_ITS_TRADE = 3
"""Duties that must speak of a thing that any job may handle, where the title names the trade of this one: what two
mention is handled in passing, and the trade has lines of its own."""
_WITHOUT_PEOPLE = {Grade.MANAGER: Grade.SENIOR, Grade.HEAD: Grade.LEAD}
_BUILDERS = frozenset({"engineering", "information-technology", "quality-assurance", "data-analytics"})
"""Functions whose work has users, whoever they are."""

_ANYBODY = frozenset({"members of the public", "people"})
"""Words that say no more of who receives a piece of work than "those who need it"."""


class Position(NamedTuple):
    """A job among those whom its work reaches."""

    post: Post
    of_function: Trade | None
    """Its trade within the function; ``post`` may have one of several functions, by the title, where that is unsure."""
    for_colleagues: bool
    """The whole work is for colleagues."""
    lands_inside: bool
    """The work lands on colleagues, and the lines of its trade may not know it."""
    meets_colleagues: bool
    """Whoever does it meets colleagues, whomever the work reaches in the end."""
    colleagues_first: bool
    """Lines that speak of those served and colleagues in one breath are to speak of colleagues."""
    receivers: str
    """The word for those who receive the work first-hand; empty where those served do."""


def position_of(assessment: Assessment, function: Function, key: str) -> Position:
    """Return what is known of a job.

    Args:
        assessment: the job description.
        function: the entry of its function.
        key: of lines that fit alike, it decides.
    """
    # What stands there as trades of any function is what a job handles, and no trade of its own.
    trade = None if function.slug == GENERAL else _trade_in(function, assessment)
    alone = for_colleagues_alone(assessment.title) and function.slug not in book().through.of_colleagues
    if alone and trade is None:
        function = entry_for(GENERAL)
    # A trade whose purpose names colleagues knows where its work lands; one of several functions meets who it names.
    knows = trade is not None and (trade.shared or bool(naming_colleagues(trade.purpose)))
    inside = is_inside(assessment, function.slug) and not knows
    meets = inside or assessment.customer_word.afar
    # Lines that know where the work lands may still speak of those served and colleagues in one breath.
    inside_first = meets or assessment.customer_word.direct == "inside"
    return Position(
        post=_post(assessment, function, trade, key, inside_first=inside_first),
        of_function=trade,
        for_colleagues=alone,
        lands_inside=inside,
        meets_colleagues=meets,
        colleagues_first=inside_first,
        receivers=_receivers(assessment, function, inside_first=inside_first),
    )


def _post(assessment: Assessment, function: Function, trade: Trade | None, key: str, *, inside_first: bool) -> Post:
    """Return what decides which line fits the job."""
    sure = assessment.function[0].confidence
    named = sure >= _SURE and trade is not None and trade_of(function, assessment.title, ()) is trade
    if sure < _SURE and (shared := shared_trade_of(assessment.title, _duties(assessment))):
        trade, named = for_those(shared, assessment.customer_word), True
    word = assessment.customer_word
    # Whom somebody names who knows counts as named by the text, wherever it keeps silent.
    given = word.source == "given"
    # A nurse meets patients, however little the text says of it.
    meets_them = sure >= _SURE and function.slug in book().receivers.outward and not inside_first
    role = [s for s in assessment.statements if s.section in DUTY_SECTIONS]
    job = words_of(assessment)
    least = max(often(job), _BESIDE_ITS_TRADE) if named else often(job)
    return Post(
        function=function,
        trade=trade,
        job=job,
        handled=tuple(handled(entry_for(GENERAL), assessment.title, job.items, least, _is_act)),
        made=tuple(made_in([s.text for s in role])),
        grade=_grade(assessment),
        sure=sure,
        named=named,
        known=word.is_named or given or meets_them or bool(named and trade and trade.customers),
        met=given or meets_them or any(s.labels.customer == "external" for s in role),
        key=key,
        of=assessment.function[0].name,
        titled=occupation_of(assessment.title),
        bidden=are_bidden(_duties(assessment)),
    )


def _is_act(text: str, start: int) -> bool:
    token = parse(text).at(start)
    return token is not None and token.pos == "VERB"


def _trade_in(function: Function, assessment: Assessment) -> Trade | None:
    """Return the trade of a function to which the job belongs; what somebody says who knows goes before all words."""
    told = assessment.function[0].confidence == 1.0 and trade_named(function, assessment.trade)
    return told or trade_of(function, assessment.title, _duties(assessment))


def _receivers(assessment: Assessment, function: Function, *, inside_first: bool) -> str:
    """Return the word for those who receive the work of a role that lands inside; whoever uses systems is a user."""
    word = assessment.customer_word
    if word.source == "given" and not word.through:
        return word.plural
    # Whom the text names more than once is nearer than "those who need the work".
    named = word.plural if word.is_named and word.count > 1 and word.direct == "outside" else ""
    named = "" if named in _ANYBODY else named
    if not inside_first and assessment.function[0].confidence >= _SURE:
        return named or word.receivers
    usual = book().nobody.words.get(function.slug, "") if function.slug in _BUILDERS else ""
    return word.receivers or named or usual


def _grade(assessment: Assessment) -> Grade:
    """Return the grade by the title; whoever is said nowhere to lead people is none of those who have a team.

    A manager of whose people the text says nothing is somebody senior, a director somebody who decides alone; who
    begins is a junior where the title tells no grade.
    """
    grade = grade_of(assessment.title)
    if grade is Grade.HOLDER and any(begins(s.text) for s in assessment.statements):
        return Grade.JUNIOR
    told = (s.text for s in assessment.statements if s.section in ROLE_SECTIONS)
    return grade if any(map(leads_people, told)) else _WITHOUT_PEOPLE.get(grade, grade)


def _duties(assessment: Assessment) -> list[str]:
    return [s.text for s in assessment.statements if s.section == "duties"]
