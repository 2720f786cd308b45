"""The talk of ``jdrewrite reflect``: one question, one line; whatever was said is kept before the next is asked."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from jdrewrite.cli import output
from jdrewrite.cli.plain import clean

if TYPE_CHECKING:
    from jdrewrite.reflection.exercise import Exercise
    from jdrewrite.reflection.suggestions import Own

Keep = Callable[["Exercise"], object]
_LEAVE = frozenset({"/leave", "/quit", "/exit"})


def talk(page: output.Page, exercise: Exercise, own: Own | None, today: date, keep: Keep) -> Exercise:
    """Ask from where the exercise stands to its end, or until the person leaves or the input ends.

    Args:
        page: to write on.
        exercise: new, or taken up again.
        own: of the person's job description.
        today: for days that are named from today.
        keep: called after every answer.

    Raises:
        ModelMissing: the language model is not installed.
    """
    from jdrewrite.reflection.exercise import MOST, NotADay, answer, back, forward, take_back

    keep(exercise)
    part = ""
    while (step := exercise.step) is not None:
        part = _ask(page, exercise, own, part)
        words = _line()
        if words is None or words in _LEAVE:
            page.line("Left here; 'jdrewrite reflect --resume' goes on.")
            return exercise
        if words == "/?":
            _hints(page, exercise, own)
            continue
        if len(words) > MOST:
            page.line(f"That is more than an answer holds; its first {MOST:,} characters are kept.")
        before = exercise
        try:
            exercise = {"/back": back, "/clear": take_back}.get(words, lambda e: e)(exercise)
            if words == "/forward":
                exercise = forward(exercise, today)
            elif words not in {"/back", "/clear"}:
                exercise = answer(exercise, words, today)
        except NotADay:
            page.line("That names no day that is still to come. An empty line leaves it open.")
        if exercise is not before:
            keep(exercise)
        if step.id == "job" and exercise.said("job") and words not in {"/back", "/clear"}:
            _read_back(page, exercise)
    _end(page, exercise)
    return exercise


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
        page.line((f"{words}{f' (by {day})' if day else ''}", "bold"))
        page.line("What became of it, and who noticed?")
        said = _line()
        if said is None or said in _LEAVE:
            break
        exercise = look_back(exercise, step, said)
        keep(exercise)
    if exercise.said("ask"):
        page.line()
        page.line(f"You asked of your manager: {exercise.said('ask')}")
    page.line("'jdrewrite reflect' begins the next one.")
    return exercise


def _ask(page: output.Page, exercise: Exercise, own: Own | None, part: str) -> str:
    """Put the present question, under its heading where that is new; return the heading."""
    from jdrewrite.reflection.composing import compose, to_check
    from jdrewrite.reflection.suggestions import customers_of

    step = exercise.step
    assert step is not None  # noqa: S101 - asked only while there is one
    page.line()
    if step.part != part:
        page.line((step.part, "bold"))
    if step.kind == "draft":
        page.line(exercise.said(step.id) or compose(exercise) or "There is nothing to draft from yet.", indent=2)
        for remark in to_check(exercise):
            page.line((f"- {remark}", "dim"), indent=2)
    page.line(step.ask.replace("{customers}", customers_of(exercise.function, own)))
    if step.kind != "draft":
        if exercise.said(step.id):
            page.line(f"You said: {exercise.said(step.id)}", indent=2)
        elif part != step.part or step.id in {"next", "customers"}:
            _hints(page, exercise, own, most=2)
    return step.part


def _hints(page: output.Page, exercise: Exercise, own: Own | None, most: int = 4) -> None:
    from jdrewrite.reflection.suggestions import suggestions

    found = suggestions(exercise.at, exercise.function, own)[:most]
    for hint in found:
        page.line((f"- {hint}", "dim"), indent=2)
    if not found and most > 2:
        page.line("There are no hints here.", indent=2)


def _read_back(page: output.Page, exercise: Exercise) -> None:
    from jdrewrite.reflection.hearing import hear, told

    page.line()
    page.line(told(hear([exercise.said("job")])[0]), indent=2)


def _end(page: output.Page, exercise: Exercise) -> None:
    from jdrewrite.reflection.page import page as page_of

    page.line()
    for block in page_of(exercise).blocks:
        if block.text == "How I got there":
            break
        page.line((block.text, "bold" if block.level else ""), indent=0 if block.level else 2)


def _line() -> str | None:
    """Return one line without control codes, None where the input has ended."""
    output.flush()
    line = sys.stdin.readline()
    return clean(line).strip() if line else None
