"""New lines for what the whole job description leaves out; each is a commitment that needs agreement."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence

import msgspec

from jdrewrite.analysis.advice import pick
from jdrewrite.catalogue import GENERAL, Function, Grade, borne_out
from jdrewrite.model import Anchor, Assessment, Lens, Proposal, Statement
from jdrewrite.rewriting.offline import reasons
from jdrewrite.rewriting.offline.choosing import line_for
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.rewriting.offline.fit import fitness_of_purpose, fitting, share_spoken_of
from jdrewrite.rewriting.offline.places import after_requirements, before_duties, place_of_lines
from jdrewrite.rewriting.offline.position import Position, position_of
from jdrewrite.rewriting.offline.style import Style
from jdrewrite.rewriting.offline.subsections import place_among, subsections
from jdrewrite.rewriting.offline.through import naming_colleagues, style_for, to_colleagues

_LENSES: tuple[Lens, ...] = ("voice", "measure", "across", "authority")
"""Lenses for which a line is proposed, in the order of what it brings."""


_ENOUGH = 2
"""New lines, but for what is asked of a person, beside which those that hold of any job are left out.

Of these readers with the whole text, on sources that nobody had worked from, took 63 of 178 as they were and refused
48; of lines of the function 243 of 393, and 48."""
_LEFT_OUT = tuple(f"{GENERAL}/{lens}" for lens in ("authority", "measure", "voice", "across"))
"""In the order in which they are left out, those that are refused most often before the others."""
_OF_NOBODY = re.compile(r"\bthose who (?:need|rely|depend|waits?|waited|use|will use)\b")
"""How a line that holds of any job calls those who receive the work where the text names none of them."""
_ANY_JOB = tuple(f"{GENERAL}/{lens}" for lens in ("voice", "measure", "people", "authority", "across"))
"""Sources of lines that hold of any job, in the order in which they may say so: of 58 of them readers with the whole
text, on sources that nobody had worked from, took 26 as they were, and asked of most others who they are."""
_TELL_MORE = 3
"""New lines beside which none of those comes."""
_VAGUE = 2
"""Lines of those at most."""
_LIKELY = 0.4
"""Confidence in the function from which a purpose of its trades may be that of the role."""
_BORNE_OUT = 0.6
"""Share of what a purpose says is done that the job description must have words of. Of 79 purposes of trades below a
half readers with the whole text found 38 to be the heart of the job and 13 other work, of 129 others 90 and five; of
those of sources that nobody had worked from, 2 of 14 below it and 9 of 17 others could be signed as they stood."""
_UNSPOKEN = -0.8
"""Fitness below which a purpose speaks of another job: of 20 that readers with the whole text judged, three of the four
below were inventions."""
_OF_A_TEAM, _OF_A_LEARNER = "see that the team can {}", "help the team {}"
"""How the purpose of a trade is that of somebody who leads people, and of somebody who learns."""
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

    What any job might be told comes only where little else does.
    """
    found = list(_all_additions(assessment, function, style, engine))
    for source in _LEFT_OUT:
        if sum(p.lenses != ("people",) for p in found) > _ENOUGH:
            found = [p for p in found if p.source != source]
    yield from _naming_somebody(found)


def _naming_somebody(found: Sequence[Proposal]) -> list[Proposal]:
    """Return the lines with one or two of "those who need the work", and with none where others tell more."""
    vague = [p for p in found if p.source in _ANY_JOB and _OF_NOBODY.search(p.proposed)]
    most = min(_VAGUE, max(0, _TELL_MORE - (len(found) - len(vague))))
    kept = sorted(vague, key=lambda p: _ANY_JOB.index(p.source))[:most]
    return [p for p in found if p in kept or p not in vague]


def _all_additions(assessment: Assessment, function: Function, style: Style, engine: str) -> Iterator[Proposal]:
    key = assessment.statements[0].fingerprint if assessment.statements else function.slug
    at = position_of(assessment, function, key)
    style = msgspec.structs.replace(style, receivers=at.receivers)
    # Two job descriptions that are read one after the other are not given the same reasons.
    turn = int(hashlib.sha256(key.encode()).hexdigest()[:4], 16)
    opening = before_duties(assessment.statements)
    purpose = "" if _has_purpose(assessment.statements) else _purpose(at)
    if opening and purpose:
        wording = Wording(
            pick(_PURPOSES[style.person], key).format(_of_grade(purpose, at)), False, f"{at.post.function.slug}/purpose"
        )
        wording = to_colleagues(wording) if assessment.customer_word.direct == "inside" else wording
        said = style_for(style, assessment, wording)
        yield _proposal(opening, said.fill(wording.text), "frame", wording.source, said, engine, turn)
    missing = {f.lens for f in assessment.findings if f.statement is None and f.rule.endswith(".missing")}
    # Who works for colleagues alone decides nothing for those served and is not measured by them.
    if at.for_colleagues:
        missing -= _NOT_FOR_COLLEAGUES
    place = place_of_lines(assessment.statements)
    parts = subsections(assessment.statements)
    for lens in _LENSES:
        chosen = line_for(lens, at.post, inside=at.lands_inside) if lens in missing else None
        if place and chosen:
            wording = to_colleagues(chosen) if at.colleagues_first else chosen
            said = style_for(style, assessment, wording)
            line = said.line(wording.text)
            where = place_among(parts, line) if len(parts) > 1 else place
            yield _proposal(where, line, lens, wording.source, said, engine, turn)
    asked = after_requirements(assessment.statements)
    manner = line_for("people", at.post, inside=at.meets_colleagues) if "people" in missing else None
    if asked and manner:
        wording = to_colleagues(manner, alone=True) if at.colleagues_first else manner
        said = style_for(style, assessment, wording)
        text = said.fill(wording.text) + ("." if asked.text.endswith(".") else "")
        yield _proposal(asked, text, "people", wording.source, said, engine, turn)


def _purpose(at: Position) -> str:
    """Return what the role is there for, by its trade; empty where that does not speak of this job.

    What is true of every job is no purpose of this one, and hardly more is what is true of all trades of a function: of
    17 such purposes readers with the whole text found six to be the heart of the job.
    """
    trade, job = at.of_function, at.post.job
    if trade is None or at.post.sure < _LIKELY:
        return ""
    named = naming_colleagues(trade.purpose) if at.lands_inside else trade.purpose
    named = tuple(purpose for purpose in named if borne_out(purpose, job.items))
    best = fitting(named, job, at.post.key, fitness_of_purpose) if named else ""
    fits = bool(best) and fitness_of_purpose(best, job) >= _UNSPOKEN
    return best if fits and share_spoken_of(best, job) >= _BORNE_OUT else ""


def _of_grade(purpose: str, at: Position) -> str:
    """Return the purpose of a trade as that of a job of this grade."""
    if at.post.grade is Grade.LEARNER:
        return _OF_A_LEARNER.format(purpose)
    return _OF_A_TEAM.format(purpose) if at.post.grade >= Grade.MANAGER else purpose


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
        rationale=reasons.added(lens, _whom(text, style), turn),
        source=source,
    )


def _whom(text: str, style: Style) -> str:
    """Return those of whom a line speaks: whoever receives the work, where it names them and not those served."""
    first = (style.receivers, style.colleagues)
    named = next((word for word in first if word and word in text), "") if style.customers not in text else ""
    return named or style.customers
