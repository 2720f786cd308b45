"""Corrects a reflection that came to its end: any question by its number, as often as the person likes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdrewrite.cli.lines import answer_line
from jdrewrite.reflection.calling import asked
from jdrewrite.reflection.commands import command_in
from jdrewrite.reflection.exercise import END, go_to, way
from jdrewrite.reflection.steps import BY_ID

if TYPE_CHECKING:
    from jdrewrite.cli.reflect_talk import Asking
    from jdrewrite.reflection.exercise import Exercise


def correct(asking: Asking, exercise: Exercise) -> Exercise:
    """Ask which answers are to change, ask these questions again, and return the exercise at its end.

    Without a change the same exercise is returned.
    """
    begun = exercise
    _list(asking, exercise)
    while True:
        asking.page.line()
        asking.page.line("Which answer is to change? Its number; an empty line ends.")
        words = answer_line()
        if not words or command_in(words) == "leave":
            return exercise if exercise.answers != begun.answers else begun
        steps = way(exercise)
        if not words.isdecimal() or not 1 <= int(words) <= len(steps):
            asking.page.line(f"A number from 1 to {len(steps)} is meant; /leave ends.")
            continue
        exercise = _again(asking, go_to(exercise, steps[int(words) - 1]))


def _again(asking: Asking, exercise: Exercise) -> Exercise:
    """Put one question until it is answered, left as it is, or cleared."""
    step, before = exercise.at, exercise
    while exercise.at == step and exercise.answers == before.answers:
        after = asking.ask(exercise)
        if after is None:
            return go_to(exercise, END)
        exercise = after
    if f"{step}-by" in way(exercise) and f"{step}-by" not in way(before):
        # A commitment that is new is asked for its day.
        return _again(asking, go_to(exercise, f"{step}-by"))
    return go_to(exercise, END)


def _list(asking: Asking, exercise: Exercise) -> None:
    asking.page.line()
    asking.page.line(("What you said", "bold"))
    for number, step in enumerate(way(exercise), 1):
        question = asked(BY_ID[step].ask, exercise)
        asking.page.line(f"{number:>2}  {question} ", (exercise.said(step) or "-", "bold"))
