"""New lines for what the whole job description leaves out; each is a commitment that needs agreement."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

from jdrewrite.analysis import entry_for
from jdrewrite.analysis.advice import pick
from jdrewrite.analysis.served_word import book, for_colleagues_alone, receivers
from jdrewrite.catalogue import (
    GENERAL,
    Function,
    Grade,
    Trade,
    grade_of,
    leads_people,
    shared_trade_of,
    trade_of,
)
from jdrewrite.model import ROLE_SECTIONS, Anchor, Assessment, BlockKind, Lens, Proposal, Section, Statement
from jdrewrite.rewriting.offline import reasons
from jdrewrite.rewriting.offline.choosing import Post, line_for
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.rewriting.offline.fit import Job, fitness_of_purpose, fitting, share_spoken_of, words_of
from jdrewrite.rewriting.offline.lists import duties_of_lists
from jdrewrite.rewriting.offline.style import Style
from jdrewrite.rewriting.offline.through import is_inside, naming_colleagues, style_for, to_colleagues, to_receivers

_LENSES: tuple[Lens, ...] = ("voice", "measure", "across", "authority")
"""Lenses for which a line is proposed, in the order of what it brings."""


_ENOUGH = 3
"""New lines beside which a general right is left out. Of such rights readers with the whole text, on sources that
nobody had worked from, took 5 of 25 as they were and refused 12."""
_LIST = 2
"""Requirements that make a list."""
_SURE = 0.6
"""Confidence in the function from which a title that names a trade stands for its work."""
_LIKELY = 0.4
"""Confidence in the function from which a purpose of its trades may be that of the role."""
_BORNE_OUT = 0.5
"""Share of what a purpose says is done that the job description must have words of. Of 79 purposes of trades below it
readers with the whole text found 38 to be the heart of the job and 13 other work, of 129 others 90 and five."""
_UNSPOKEN = -0.8
"""Fitness below which a purpose speaks of another job: of 20 that readers with the whole text judged, three of the four
below were inventions."""
_LEADERS = re.compile(
    r"\b(?:supervisor|(?:team |shift |group )?lead(?:er|ership)?|head of|director|vp|vice president|"
    r"(?:engineering|department|shift|plant|production|warehouse|store|service desk|branch|office|frontend) manager)\b",
    re.IGNORECASE,
)
"""Titles of those through whose people the purpose of a function is reached."""
_OF_A_TEAM = "see that the team can {}"
_DONE = frozenset({"purpose", "duties"})
_BUILDERS = frozenset({"engineering", "information-technology", "quality-assurance", "data-analytics"})
"""Functions whose work has users, whoever they are."""
_NOT_FOR_COLLEAGUES = frozenset({"authority", "measure"})

_PURPOSES: dict[str, tuple[str, ...]] = {
    "you": ("The purpose of your work is to {}.", "In this role, you will {}.", "Your role is there to {}."),
    "third": (
        "The purpose of this role is to {}.",
        "This role exists to {}.",
        "The position exists to {}.",
    ),
}
for _person in ("imperative", "gerund", "role"):
    _PURPOSES[_person] = _PURPOSES["third"]


def _has_purpose(statements: Sequence[Statement]) -> bool:
    """Tell whether a sentence before the duties, or the purpose itself, says what good the role does."""
    purposes = [s for s in statements if s.section == "purpose"]
    return any(s.labels.frame == "stewardship" or s.labels.sight for s in purposes)


def additions(assessment: Assessment, function: Function, style: Style, engine: str) -> Iterator[Proposal]:
    """Yield a purpose where there is none, and one line for each lens through which nothing is said.

    What any job might decide on its own is the line that readers refuse most often, so it comes only where little else
    does.
    """
    found = list(_all_additions(assessment, function, style, engine))
    yield from (p for p in found if p.source != f"{GENERAL}/authority" or len(found) <= _ENOUGH)


def _all_additions(assessment: Assessment, function: Function, style: Style, engine: str) -> Iterator[Proposal]:
    key = assessment.statements[0].fingerprint if assessment.statements else function.slug
    job = words_of(assessment)
    trade = trade_of_job(assessment, function)
    inside = for_colleagues_alone(assessment.title) and function.slug not in book().through.of_colleagues
    if inside and trade is None:
        function = entry_for(GENERAL)
    # A trade whose purpose names colleagues knows where its work lands; one of several functions meets who it names.
    knows = trade is not None and (trade.shared or bool(naming_colleagues(trade.purpose)))
    lands_inside = is_inside(assessment, function.slug) and not knows
    meets = lands_inside or assessment.customer_word.afar
    # Lines that know where the work lands may still speak of those served and colleagues in one breath.
    colleagues_first = meets or assessment.customer_word.direct == "inside"
    # Two job descriptions that are read one after the other are not given the same reasons.
    turn = int(hashlib.sha256(key.encode()).hexdigest()[:4], 16)
    opening = before_duties(assessment.statements)
    if opening and not _has_purpose(assessment.statements):
        purpose = _purpose(assessment, trade, job, key, inside=lands_inside)
        if purpose:
            of_all = _OF_A_TEAM.format(purpose) if _LEADERS.search(assessment.title) else purpose
            wording = Wording(pick(_PURPOSES[style.person], key).format(of_all), False, f"{function.slug}/purpose")
            wording = to_colleagues(wording) if assessment.customer_word.direct == "inside" else wording
            said = style_for(style, assessment, wording)
            yield _proposal(opening, said.fill(wording.text), "frame", wording.source, said, engine, turn)
    place = place_of_lines(assessment.statements)
    missing = {f.lens for f in assessment.findings if f.statement is None and f.rule.endswith(".missing")}
    # Who works for colleagues alone decides nothing for those served and is not measured by them.
    if inside:
        missing -= _NOT_FOR_COLLEAGUES
    sure = assessment.function[0].confidence
    named = sure >= _SURE and trade is not None and trade_of(function, assessment.title, ()) is trade
    if sure < _SURE and (shared := shared_trade_of(assessment.title, _duties(assessment))):
        trade, named = shared, True
    word = assessment.customer_word
    # Whom somebody names who knows counts as named by the text, wherever it keeps silent.
    # Whom somebody names who knows counts as named by the text, wherever it keeps silent.
    given = word.source == "given"
    people = given or (word.is_named and word.count != 1)
    # A nurse meets patients, however little the text says of it.
    meets_them = sure >= _SURE and function.slug in book().receivers.outward and not colleagues_first
    role = [s for s in assessment.statements if s.section in _DONE]
    met = given or meets_them or any(s.labels.customer == "external" for s in role)
    receive = _receivers(assessment, function) if colleagues_first or sure < _SURE else ""
    receive = word.plural if given and not word.through else receive
    post = Post(function, trade, job, _grade(assessment), sure, named, people, met, key)
    for lens in _LENSES:
        chosen = line_for(lens, post, inside=lands_inside) if lens in missing else None
        if place and chosen:
            wording = to_receivers(to_colleagues(chosen) if colleagues_first else chosen, receive)
            said = style_for(style, assessment, wording)
            yield _proposal(place, said.line(wording.text), lens, wording.source, said, engine, turn)
    asked = after_requirements(assessment.statements)
    manner = line_for("people", post, inside=meets) if "people" in missing else None
    if asked and manner:
        wording = to_receivers(to_colleagues(manner, alone=True) if colleagues_first else manner, receive)
        said = style_for(style, assessment, wording)
        text = said.fill(wording.text) + ("." if asked.text.endswith(".") else "")
        yield _proposal(asked, text, "people", wording.source, said, engine, turn)


def _receivers(assessment: Assessment, function: Function) -> str:
    """Return the word for those who receive the work of a role that lands inside; whoever uses systems is a user."""
    usual = book().nobody.words.get(function.slug, "") if function.slug in _BUILDERS else ""
    return receivers(assessment.title, assessment.statements) or usual


def _grade(assessment: Assessment) -> Grade:
    """Return the grade by the title; a manager of whose people the text says nothing is somebody senior."""
    grade = grade_of(assessment.title)
    told = " ".join(s.text for s in assessment.statements if s.section in ROLE_SECTIONS)
    return Grade.SENIOR if grade is Grade.MANAGER and not leads_people(told) else grade


def trade_of_job(assessment: Assessment, function: Function) -> Trade | None:
    """Return the trade within the function, by title and duties."""
    return trade_of(function, assessment.title, _duties(assessment))


def _duties(assessment: Assessment) -> list[str]:
    return [s.text for s in assessment.statements if s.section == "duties"]


def _purpose(assessment: Assessment, trade: Trade | None, job: Job, key: str, *, inside: bool) -> str:
    """Return what the role is there for, by its trade; empty where that does not speak of this job.

    What is true of every job is no purpose of this one, and hardly more is what is true of all trades of a function: of
    17 such purposes readers with the whole text found six to be the heart of the job.
    """
    sure = assessment.function[0].confidence
    if trade is None or sure < _LIKELY:
        return ""
    named = naming_colleagues(trade.purpose) if inside else trade.purpose
    best = fitting(named, job, key, fitness_of_purpose) if named else ""
    # A text without duties has only its title to speak of the trade.
    silent = not any(s.section == "duties" for s in assessment.statements)
    fits = bool(best) and fitness_of_purpose(best, job) >= _UNSPOKEN
    return best if fits and (silent or share_spoken_of(best, job) >= _BORNE_OUT) else ""


def _proposal(after: Statement, text: str, lens: Lens, source: str, style: Style, engine: str, turn: int) -> Proposal:
    gains: tuple[Lens, ...] = ("customer", "frame") if lens == "frame" else (lens,)
    return Proposal(
        id="",
        kind="add",
        engine=engine,
        anchor=Anchor(block=after.block, start=after.end, end=after.end),
        statement=None,
        original=None,
        proposed=text,
        lenses=gains,
        rationale=reasons.added(lens, style.customers, turn),
        source=source,
    )


def before_duties(statements: Sequence[Statement]) -> Statement | None:
    """Return the last paragraph before the first duty: a purpose belongs there, in the same dress.

    Where no duties are named, it is the last one before the requirements (but for key words at the top).
    """
    named = any(_is_line_of(s, "duties") for s in statements)
    first: Section = "duties" if named else "requirements"
    before: Statement | None = None
    for s in statements:
        if _is_line_of(s, first) and (named or before):
            return before
        if s.kind is BlockKind.PARAGRAPH and s.section in {"company", "purpose", "other"} and len(s.text.split()) > 8:
            before = s
    return None


def _is_line_of(s: Statement, section: Section) -> bool:
    return s.section == section and s.kind is not BlockKind.HEADING


def place_of_lines(statements: Sequence[Statement]) -> Statement | None:
    """Return behind what a new line has its place: the last duty, or what stands before the requirements."""
    if any(_is_line_of(s, "duties") for s in statements):
        return after_duties(statements)
    return before_duties(statements)


def after_duties(statements: Sequence[Statement]) -> Statement | None:
    """Return the last duty, of the kind that most duties are."""
    # Behind a table cell there is no place for a line of its own.
    duties = [s for s in duties_of_lists(statements) if s.kind in {BlockKind.BULLET, BlockKind.PARAGRAPH}]
    bullets = [s for s in duties if s.kind is BlockKind.BULLET]
    chosen = bullets if len(bullets) * 2 >= len(duties) else duties
    return chosen[-1] if chosen else None


def after_requirements(statements: Sequence[Statement]) -> Statement | None:
    """Return the last line of a list of requirements: what is asked of a person has its place behind it."""
    asked = [s for s in statements if s.section == "requirements" and s.kind is BlockKind.BULLET]
    return asked[-1] if len(asked) >= _LIST else None
