"""The talk of ``jdrewrite reflect``: one question, one line; whatever was said is kept before the next is asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from jdrewrite.cli import output
from jdrewrite.cli.lines import answer_line
from jdrewrite.reflection.commands import COMMANDS, command_in, doubt_in, passes
from jdrewrite.reflection.days import is_habit, told, until
from jdrewrite.reflection.exercise import (
    MOST,
    NotADay,
    answer,
    back,
    forward,
    hold,
    take_back,
    tidy,
)

if TYPE_CHECKING:
    from jdrewrite.reflection.exercise import Exercise
    from jdrewrite.reflection.suggestions import Own

_ALL, _FEW = 4, 2
"""Hints that are shown on demand, and with a question by itself."""
Keep = Callable[["Exercise"], object]
_DAYS = (
    "That names no day that is still to come. A day is asked for as in the brackets; an empty line leaves it open.",
    "No day in that either. Written as 2027-01-31 it is always understood; an empty line leaves the day open.",
)


def talk(
    page: output.Page,
    exercise: Exercise,
    own: Own | None,
    today: date,
    keep: Keep,
    *,
    with_answers: bool = False,
) -> Exercise:
    """Ask from where the exercise stands to its end, or until the person leaves or the input ends.

    Args:
        page: to write on.
        exercise: new, or taken up again; one that came to its end is corrected.
        own: of the person's job description.
        today: for days that are named from today.
        keep: called after every answer.
        with_answers: show every answer at the end, as the page that is exported does.

    Raises:
        ModelMissing: the language model is not installed.
    """
    page.line((COMMANDS[:1].upper() + COMMANDS[1:] + ". An empty line skips.", "dim"))
    asking = Asking(page, own, today, keep)
    if exercise.step is None:
        from jdrewrite.cli.reflect_correcting import correct

        _end(page, exercise, with_answers)
        before, exercise = exercise, correct(asking, exercise)
        if exercise is before:
            return exercise
    while exercise.step is not None:
        after = asking.ask(exercise)
        if after is None:
            if not exercise.empty:
                page.line("Left here; 'jdrewrite reflect --resume' goes on.")
            return exercise
        exercise = after
    _end(page, exercise, with_answers)
    return exercise


class Asking:
    """Asks one question at a time, and remembers what was said of it already."""

    def __init__(self, page: output.Page, own: Own | None, today: date, keep: Keep) -> None:
        self.page = page
        self._own, self._today, self._keep = own, today, keep
        self._part = self._doubted = ""
        self._at, self._hinted = "", set[str]()
        self._refused = 0
        self._put = True
        self._way_back = "; /back comes to it again"

    def ask(self, exercise: Exercise) -> Exercise | None:
        """Put the present question, and return what the answer makes of the exercise; None where the person leaves."""
        if exercise.at != self._at:
            self._at, self._hinted = exercise.at, set()
        if self._put:
            self._ask(exercise)
        self._put = True
        words = answer_line()
        command = command_in(words or "")
        if words is None or command == "leave":
            return None
        if command in {"help", "hints"}:
            self._help(exercise, command)
            return exercise
        if not command and words != self._doubted and (doubt := doubt_in(words, exercise.step)):
            self._doubted, self._put = words, False
            self.page.line(doubt)
            return exercise
        after = self._moved(exercise, command, words)
        if after is not exercise:
            self._keep(after)
        if exercise.at == "job" and after.said("job") != exercise.said("job") and not command:
            _read_back(self.page, after)
        return after

    def _moved(self, exercise: Exercise, command: str | None, words: str) -> Exercise:
        if command == "forward":
            return forward(exercise, self._today)
        if command:
            return {"back": back, "clear": take_back}[command](exercise)
        if exercise.step is not None and passes(words, exercise.step):
            return self._passed(exercise)
        if len(words) > MOST:
            self.page.line(f"That is more than an answer holds; its first {MOST:,} characters are kept.")
        if "\n" in words:
            self.page.line(f"Taken as one answer, of {len(tidy(words).split()):,} words.")
        try:
            after = answer(exercise, words, self._today)
        except NotADay:
            return self._no_day(exercise, words)
        self._refused = 0
        if exercise.step is not None and exercise.step.kind == "date" and after.said(exercise.at) and words:
            said = after.said(exercise.at)
            self.page.line(f"Kept as a habit: {said}." if is_habit(said) else f"That is {told(said)}.", indent=2)
        return after

    def _passed(self, exercise: Exercise) -> Exercise:
        """Pass over the present question, and say that this is all right."""
        self._refused = 0
        if exercise.said(exercise.at):
            self.page.line("What you said before stays; /back and /clear take it out.", indent=2)
        elif exercise.step is not None and exercise.step.kind == "draft":
            self.page.line("Kept as it stands.", indent=2)
        else:
            self.page.line(f"That is all right: passed over{self._way_back}.", indent=2)
            self._way_back = ""
        return forward(exercise, self._today)

    def _no_day(self, exercise: Exercise, words: str) -> Exercise:
        """Ask a person again, each time in other words; what comes from a pipe is the answer to the next question."""
        held = hold(exercise, words, self._today)
        if not sys.stdin.isatty():
            said = exercise.said(exercise.at)
            left = f"it stays as it was, {told(said)}" if said else "the day is left open"
            self.page.line(f"“{tidy(words)[:80]}” names no day that is still to come: {left}.", indent=2)
            return forward(held, self._today)
        self.page.line(_DAYS[min(self._refused, len(_DAYS) - 1)])
        self._refused, self._put = self._refused + 1, False
        return held

    def _help(self, exercise: Exercise, command: str) -> None:
        if command == "help":
            self.page.line(f"{COMMANDS}. An empty line skips a question, or keeps what was said.", indent=2)
        if not self._hints(exercise, _ALL):
            self.page.line("There are no more hints here." if self._hinted else "There are no hints here.", indent=2)
        self._put = command == "help"

    def _ask(self, exercise: Exercise) -> None:
        """Put the present question, under its heading where that is new."""
        from jdrewrite.reflection.calling import asked
        from jdrewrite.reflection.composing import compose, to_check

        step, page = exercise.step, self.page
        assert step is not None  # noqa: S101 - asked only while there is one
        new = step.part != self._part
        self._part = step.part
        page.line()
        if new:
            page.line((asked(step.part, exercise, self._own), "bold"))
        if step.kind == "draft":
            page.line(exercise.said(step.id) or compose(exercise) or "There is nothing to draft from yet.", indent=2)
            for remark in to_check(exercise):
                page.line((f"- {remark}", "dim"), indent=2)
        page.line(asked(step.ask, exercise, self._own))
        if step.kind != "draft":
            if exercise.drafts.get(step.id):
                page.line(f"You wrote: {exercise.drafts[step.id]}", indent=2)
            if exercise.said(step.id):
                page.line(f"You said: {exercise.said(step.id)}", indent=2)
            elif new or step.id in {"next", "customers"}:
                self._hints(exercise, _FEW)

    def _hints(self, exercise: Exercise, most: int) -> bool:
        """Show hints that were not shown for this question yet, up to so many; tell whether there were any."""
        from jdrewrite.reflection.calling import own_word
        from jdrewrite.reflection.suggestions import suggestions

        found = suggestions(exercise.at, exercise.function, self._own, own_word(exercise))
        fresh = [hint for hint in found if hint not in self._hinted][:most]
        for hint in fresh:
            self.page.line((f"- {hint}", "dim"), indent=2)
        self._hinted.update(fresh)
        return bool(fresh)


def look_back_talk(page: output.Page, exercise: Exercise, keep: Keep) -> Exercise:
    """Read the last reflection back, and ask what became of each commitment."""
    from jdrewrite.reflection.composing import paragraph
    from jdrewrite.reflection.exercise import commitments, look_back

    page.line((f"On {exercise.begun} you said of your job:", "bold"))
    page.line(paragraph(exercise), indent=2)
    made = commitments(exercise)
    if not made:
        page.line("You made no commitment then.")
    for step, words, day in made:
        page.line()
        page.line((f"{words}{f' ({until(day)})' if day else ''}", "bold"))
        page.line("What became of it, and who noticed?")
        said = answer_line()
        if said is None or command_in(said) == "leave":
            break
        if said and (command_in(said) or doubt_in(said)):
            page.line(f"“{said}” is not noted: an answer, an empty line, or /leave is meant here.")
            said = answer_line() or ""
        exercise = look_back(exercise, step, said)
        keep(exercise)
    if exercise.said("ask"):
        page.line()
        page.line(f"You asked of your manager: {exercise.said('ask')}")
    page.line("'jdrewrite reflect' begins the next one.")
    return exercise


def _read_back(page: output.Page, exercise: Exercise) -> None:
    from jdrewrite.reflection import hearing

    page.line()
    page.line(hearing.told(hearing.hear([exercise.said("job")])[0]), indent=2)


def _end(page: output.Page, exercise: Exercise, with_answers: bool) -> None:
    """Show the page, as ``--export`` writes it."""
    from jdrewrite.reflection.page import page as page_of

    page.line()
    for block in page_of(exercise, with_answers=with_answers).blocks:
        page.line((block.text, "bold" if block.level else ""), indent=0 if block.level else 2)
