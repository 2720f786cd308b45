"""The exercise as a frozen state machine: every move returns a new state, and no move loses an answer."""

from __future__ import annotations

import unicodedata
from datetime import date

import msgspec

from jdrewrite.reflection.days import day_of, is_habit
from jdrewrite.reflection.steps import BY_ID, COMMITMENTS, STEPS, Step

END = "end"
MOST = 20_000
"""Characters of one answer; what is longer is no answer to a question."""


class Kept(msgspec.Struct, frozen=True):
    """What became of a commitment, in the person's own words."""

    commitment: str
    words: str


class Exercise(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a person said, and where they stand."""

    id: str
    begun: str
    """Day on which it was begun, ISO 8601."""
    function: str = "general"
    """Slug of the catalogue."""
    title: str = ""
    """Of the job description that was opened; empty where none was."""
    customers: str = ""
    """The job description's word for those served; empty where the function's serves."""
    answers: dict[str, str] = {}
    """By id of the step; never changed in place."""
    drafts: dict[str, str] = {}
    """Words that were written and are no answer as they stand (a day that names none), by id of the step."""
    at: str = STEPS[0].id
    """Id of the step that is asked next, or ``end``."""
    finished: str = ""
    """Day on which the end was first reached."""
    kept: tuple[Kept, ...] = ()
    """The look back, one for each commitment that was looked at."""

    def said(self, step: str) -> str:
        """Return the answer to a step, empty where there is none."""
        return self.answers.get(step, "")

    @property
    def empty(self) -> bool:
        """Whether nothing was written yet."""
        return not (self.answers or self.drafts or self.kept)

    @property
    def step(self) -> Step | None:
        """The question that is asked next; None at the end."""
        return BY_ID.get(self.at)


class NotADay(ValueError):
    """An answer to "By when?" that names no day which is still to come."""


def way(exercise: Exercise) -> list[str]:
    """Return the ids of the steps that are asked, in order: no date is asked of a commitment that nobody made."""
    return [s.id for s in STEPS if s.kind != "date" or exercise.said(s.id.removesuffix("-by"))]


def answer(exercise: Exercise, words: str, today: date) -> Exercise:
    """Give an answer to the present step and go on; an empty one leaves what was said before.

    Args:
        exercise: not at its end; there, nothing changes.
        words: as the person wrote them. Only control codes and line breaks are taken out.
        today: from which "in 3 weeks" counts.

    Raises:
        NotADay: the step asks for a day, and the words name none.
    """
    return forward(_said(exercise, words, today), today)


def hold(exercise: Exercise, words: str, today: date) -> Exercise:
    """Keep what was written for the present step without going on, whatever it is; an empty one changes nothing."""
    try:
        return _said(exercise, words, today)
    except NotADay:
        return msgspec.structs.replace(exercise, drafts={**exercise.drafts, exercise.at: tidy(words)})


def _said(exercise: Exercise, words: str, today: date) -> Exercise:
    step, words = exercise.step, tidy(words)
    if step is None or not words:
        return exercise
    if step.kind == "date":
        day = day_of(words, today)
        if not is_habit(words):
            if day is None or day < today:
                raise NotADay(words)
            words = day.isoformat()
    drafts = {k: v for k, v in exercise.drafts.items() if k != step.id}
    return msgspec.structs.replace(exercise, answers={**exercise.answers, step.id: words}, drafts=drafts)


def go_to(exercise: Exercise, step: str) -> Exercise:
    """Go to a step that is asked, or to the end; any other leaves it where it is."""
    return msgspec.structs.replace(exercise, at=step) if step in {*way(exercise), END} else exercise


def forward(exercise: Exercise, today: date) -> Exercise:
    """Go to the next step without an answer; the last step leads to the end."""
    if exercise.at == END:
        return exercise
    steps = way(exercise)
    place = steps.index(exercise.at) + 1 if exercise.at in steps else 0
    if place < len(steps):
        return msgspec.structs.replace(exercise, at=steps[place])
    return msgspec.structs.replace(exercise, at=END, finished=exercise.finished or today.isoformat())


def back(exercise: Exercise) -> Exercise:
    """Go to the step before; the first stays where it is."""
    steps = [*way(exercise), END]
    return msgspec.structs.replace(exercise, at=steps[max(0, steps.index(exercise.at) - 1)])


def take_back(exercise: Exercise) -> Exercise:
    """Take out the answer to the present step; a commitment goes with its date."""
    gone = {exercise.at, f"{exercise.at}-by"}
    answers, drafts = ({k: v for k, v in d.items() if k not in gone} for d in (exercise.answers, exercise.drafts))
    return msgspec.structs.replace(exercise, answers=answers, drafts=drafts)


def commitments(exercise: Exercise) -> list[tuple[str, str, str]]:
    """Return id, words, and day of each commitment: ISO 8601, a habit as it was said, empty where none was named."""
    return [(c, exercise.said(c), exercise.said(f"{c}-by")) for c in COMMITMENTS if exercise.said(c)]


def look_back(exercise: Exercise, commitment: str, words: str) -> Exercise:
    """Note what became of a commitment; an empty word leaves what was noted before."""
    words = tidy(words)
    if not words:
        return exercise
    others = tuple(kept for kept in exercise.kept if kept.commitment != commitment)
    return msgspec.structs.replace(exercise, kept=(*others, Kept(commitment, words)))


def tidy(words: str) -> str:
    """Return the words on one line, without control codes and marks that turn the reading direction."""
    plain = "".join(" " if c.isspace() else c for c in words if c.isspace() or unicodedata.category(c)[0] != "C")
    return " ".join(plain.split())[:MOST].rstrip()
