"""Which reflection is meant: a new one, the last, or one by its name; and the list of all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from jdrewrite.cli import output
from jdrewrite.cli.diagnostics import WrongUsage, say
from jdrewrite.language.counted import counted

if TYPE_CHECKING:
    from jdrewrite.reflection.exercise import Exercise
    from jdrewrite.reflection.suggestions import Own

_LONGEST = 60
"""Characters of an answer by which a reflection is known again."""


def list_all(page: output.Page) -> None:
    """Write the reflections that are kept, the oldest first."""
    from jdrewrite.reflection import store

    found = store.all_of(tell=say)
    if not found:
        page.line("There is no reflection yet; 'jdrewrite reflect' begins one.")
        return
    for each in found:
        page.line((each.id, "bold"), f"  {_state(each)}, {counted(len(each.answers), 'answer')}, {each.function}")
        words = next(iter(each.answers.values()), "")
        page.line(words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0]} ...", indent=2)
    page.line(f"'jdrewrite reflect --resume {found[-1].id}' takes one up, or corrects it; so does its day.")


def _state(exercise: Exercise) -> str:
    from jdrewrite.reflection.calling import PLACE

    if exercise.step is None:
        return f"finished on {exercise.finished}"
    # The word of the person is not looked for: that needs the language model, and a list is to come at once.
    question = exercise.step.ask.replace(PLACE, exercise.customers or "those you serve")
    return f"left at “{question}”{f' (finished on {exercise.finished})' if exercise.finished else ''}"


def begun(today: date, function: str | None, own: Own | None) -> Exercise:
    """Return a new exercise, and tell of one that was left before its end."""
    from jdrewrite.reflection import store
    from jdrewrite.reflection.exercise import Exercise

    before = store.all_of(tell=say)
    if before and not before[-1].finished:
        say(f"a reflection of {before[-1].begun} was left before its end; --resume takes it up. This is a new one.")
    return Exercise(
        id=_unused(store.new_id(today), {e.id for e in before}),
        begun=today.isoformat(),
        function=function or (own.function if own else "") or "general",
        title=own.title if own else "",
        customers=own.customers if own else "",
    )


def taken_up(which: str | None, function: str | None, own: Own | None) -> Exercise:
    """Return a reflection that is kept: the last one, or the one that is named.

    Args:
        which: its name or day; None for the last one.
        function: taken in place of the one that it had.
        own: of a job description that it did not have yet.

    Raises:
        WrongUsage: there is none, none of that name, or several.
    """
    import msgspec

    from jdrewrite.reflection import store

    before = store.all_of(tell=say)
    if not before:
        raise WrongUsage("--resume", "there is no reflection to take up", "try 'jdrewrite reflect'")
    exercise = one_of(before, which) if which else before[-1]
    chosen = function or (own.function if own and own.function and not exercise.title else exercise.function)
    if chosen != exercise.function:
        say(f"the hints are those of {chosen} from here on, no longer of {exercise.function}")
    title = exercise.title or (own.title if own else "")
    customers = own.customers if own else exercise.customers
    return msgspec.structs.replace(exercise, function=chosen, title=title, customers=customers)


def one_of(among: list[Exercise], which: str) -> Exercise:
    """Return the reflection that is meant by a name or a day.

    Raises:
        WrongUsage: none, or several.
    """
    from jdrewrite.reflection import store

    found = store.named(which, among)
    if not found:
        raise WrongUsage(which, "there is no such reflection", "'jdrewrite reflect --list' shows all")
    if len(found) > 1:
        names = ", ".join(each.id for each in found[-5:])
        raise WrongUsage(which, f"{len(found)} reflections go by this name", f"name one: {names}")
    return found[0]


def _unused(name: str, taken: set[str]) -> str:
    """Return a name that sorts behind those of the same day, so that the last one is the last."""
    same = [int(other[11:14]) for other in taken if other.startswith(name[:10]) and other[11:14].isdecimal()]
    return f"{name[:10]}-{max(same, default=0) + 1:03d}-{name[11:]}"
