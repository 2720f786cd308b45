"""What the role is there for: a sentence before the duties, where the text has none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdrewrite.analysis.advice import pick
from jdrewrite.analysis.spoken import is_spoken_of, purpose_by_title, stems
from jdrewrite.catalogue import Grade, borne_out, grade_of, with_customers
from jdrewrite.model import DUTY_SECTIONS, BlockKind, CustomerWord, Statement
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.rewriting.offline.position import Position
from jdrewrite.rewriting.offline.style import Person
from jdrewrite.rewriting.offline.through import OCCUPATIONS, naming_colleagues

OF_TITLE = f"{OCCUPATIONS}/purpose"
"""What a purpose says it is from that the title tells."""
_PURPOSE = re.compile(
    r"\b(?:role|position|job|post) exists (?:to|so that)\b"
    r"|^the (?:[\w-]+ )?(?:purpose|aim|goal|objective|function|role) of (?:this|the|your|our)\b",
    re.IGNORECASE,
)
"""What a sentence says that is the purpose by its own words; a second one beside it would say it twice."""
_LEADS = re.compile(r"(?:help )?(?:see that|see to it|lead|run|manage|direct)\b")
"""How a purpose begins that is written for who leads."""
_NAMED = 2
"""Places that name those served from which it is they whom the job is there for."""
_OF_A_TEAM, _OF_A_LEARNER = "see that the team can {}", "help the team {}"
"""How the purpose of a trade is that of somebody who leads people, and of somebody who learns."""
_OF_A_SECOND = "help to {}"
"""How the purpose of somebody who leads is that of an assistant or a deputy."""
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


def has_purpose(statements: Sequence[Statement]) -> bool:
    """Tell whether a sentence before the duties, or the purpose itself, says what good the role does."""
    purposes = [s for s in statements if s.section == "purpose"]
    good = any(s.labels.frame == "stewardship" or s.labels.sight for s in purposes)
    return good or any(_PURPOSE.search(s.text) for s in purposes)


def is_told(purpose: str, before: Sequence[Statement]) -> bool:
    """Tell whether a sentence before the duties says already what a purpose says is done.

    Args:
        purpose: as it stands in the catalogue.
        before: the statements before its place, and the one at it.
    """
    said = (s.text for s in before if s.section in DUTY_SECTIONS and s.kind is not BlockKind.HEADING)
    return any(is_spoken_of(purpose, frozenset(stems((text,)))) for text in said)


def purposes_of(at: Position, person: Person, word: CustomerWord) -> list[Wording]:
    """Return what the role may be there for by its title and its trade, as sentences; none that speaks of another job.

    What is true of every job is no purpose of this one, and hardly more is what is true of all trades of a function: of
    17 such purposes readers with the whole text found six to be the heart of the job.

    Args:
        at: what is known of the job.
        person: of the neighbouring duties.
        word: for those whom the job serves.
    """
    form = pick(_PURPOSES[person], at.post.key)
    # A trade holds many jobs: where the title names one of them, that of a neighbour would be another's.
    return _of_title(at, form, word) if at.post.titled else _of_trade(at, form)


def _of_title(at: Position, form: str, word: CustomerWord) -> list[Wording]:
    """Return what a job with this title is there for; of a text that names nobody, for those served in such jobs."""
    if at.post.titled is None:
        return []
    occupation = at.post.titled.occupation
    purpose = purpose_by_title(occupation, at.post.job.whole)
    if not purpose:
        return []
    if grade_of(at.post.titled.phrase) >= Grade.MANAGER:
        below = at.post.titled.second or at.post.grade is Grade.LEARNER
        purpose = _OF_A_SECOND.format(purpose) if below and not purpose.startswith("help ") else purpose
    elif not _LEADS.match(purpose):
        purpose = _of_grade(purpose, at)
    elif at.post.grade is Grade.LEARNER:
        purpose = _OF_A_SECOND.format(purpose)
    named = word.source == "given" or word.count >= _NAMED or not occupation.people
    text = form.format(purpose if named else with_customers(purpose, occupation.people))
    return [Wording(text, False, OF_TITLE, occupation.purpose)]


def _of_trade(at: Position, form: str) -> list[Wording]:
    """Return what a job of this trade is there for, where its duties speak of it."""
    trade, job = at.of_function, at.post.job
    if trade is None:
        return []
    named = naming_colleagues(trade.purpose) if at.lands_inside else trade.purpose
    spoken = [p for p in named if borne_out(p, job.items) and is_spoken_of(p, job.whole)]
    source = f"{at.post.function.slug}/purpose"
    return [Wording(form.format(_of_grade(purpose, at)), False, source, purpose) for purpose in spoken]


def _of_grade(purpose: str, at: Position) -> str:
    """Return a purpose as that of a job of this grade."""
    if at.post.grade is Grade.LEARNER:
        return purpose if purpose.startswith("help ") else _OF_A_LEARNER.format(purpose)
    return _OF_A_TEAM.format(purpose) if at.post.grade >= Grade.MANAGER else purpose
