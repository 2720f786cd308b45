"""What the role is there for: a sentence before the duties, where the text has none."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.analysis.advice import pick
from jdrewrite.catalogue import Grade, borne_out
from jdrewrite.model import Statement
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.rewriting.offline.fit import share_spoken_of
from jdrewrite.rewriting.offline.position import Position
from jdrewrite.rewriting.offline.style import Person
from jdrewrite.rewriting.offline.through import naming_colleagues

_BORNE_OUT = 0.6
"""Share of what a purpose says is done that the job description must have words of. Of 79 purposes of trades below a
half readers with the whole text found 38 to be the heart of the job and 13 other work, of 129 others 90 and five; of
those of sources that nobody had worked from, 2 of 14 below it and 9 of 17 others could be signed as they stood."""
_OF_A_TEAM, _OF_A_LEARNER = "see that the team can {}", "help the team {}"
"""How the purpose of a trade is that of somebody who leads people, and of somebody who learns."""
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
    return any(s.labels.frame == "stewardship" or s.labels.sight for s in purposes)


def purposes_of(at: Position, person: Person) -> list[Wording]:
    """Return what the role may be there for by its trade, as sentences; none that speaks of another job.

    What is true of every job is no purpose of this one, and hardly more is what is true of all trades of a function: of
    17 such purposes readers with the whole text found six to be the heart of the job.

    Args:
        at: what is known of the job.
        person: of the neighbouring duties.
    """
    trade, job = at.of_function, at.post.job
    if trade is None:
        return []
    named = naming_colleagues(trade.purpose) if at.lands_inside else trade.purpose
    spoken = [p for p in named if borne_out(p, job.items) and share_spoken_of(p, job) >= _BORNE_OUT]
    form, source = pick(_PURPOSES[person], at.post.key), f"{at.post.function.slug}/purpose"
    return [Wording(form.format(_of_grade(purpose, at)), False, source, purpose) for purpose in spoken]


def _of_grade(purpose: str, at: Position) -> str:
    """Return the purpose of a trade as that of a job of this grade."""
    if at.post.grade is Grade.LEARNER:
        return _OF_A_LEARNER.format(purpose)
    return _OF_A_TEAM.format(purpose) if at.post.grade >= Grade.MANAGER else purpose
