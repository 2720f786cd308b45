"""The page that a person takes along: before and after, commitments with dates, and what to ask for."""

from __future__ import annotations

from collections.abc import Iterator

from jdrewrite.model import Block, BlockKind, Document
from jdrewrite.reflection.calling import asked
from jdrewrite.reflection.composing import paragraph
from jdrewrite.reflection.days import until
from jdrewrite.reflection.exercise import Exercise, commitments
from jdrewrite.reflection.hearing import Heard, hear
from jdrewrite.reflection.steps import STEPS, TITLE


def page(exercise: Exercise, *, with_answers: bool = False) -> Document:
    """Return the page as a document that every format can be composed of.

    It is read by others, so it holds what was written for them: the answers on the way are thoughts, and may be about
    those who read it.

    Args:
        exercise: finished or not.
        with_answers: add every single answer, as it was given.

    Raises:
        ModelMissing: the language model is not installed.
    """
    blocks = tuple(
        Block(id=f"b{number}", kind=kind, text=text, line=number, level=level)
        for number, (kind, level, text) in enumerate(_rows(exercise, with_answers), 1)
    )
    return Document(path="reflection", format="text", title=asked(TITLE, exercise), blocks=blocks, source=b"")


def _rows(exercise: Exercise, with_answers: bool) -> Iterator[tuple[BlockKind, int, str]]:
    head, text, bullet = BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.BULLET
    yield head, 1, asked(TITLE, exercise)
    of = f" for {exercise.title}" if exercise.title else ""
    yield text, 0, f"A reflection{of}, begun on {exercise.begun}. These are my own words."
    after = paragraph(exercise)
    before = exercise.said("job")
    if before:
        yield head, 2, "Before"
        yield text, 0, before
    if after:
        yield head, 2, "After"
        yield text, 0, after
    if before and after:
        yield head, 2, "What changed"
        first, last = hear([before, after])
        for row in changed(first, last, _served(exercise, after)):
            yield bullet, 0, row
    made = commitments(exercise)
    if made:
        yield head, 2, "What I will do"
        for step, words, day in made:
            became = next((kept.words for kept in exercise.kept if kept.commitment == step), "")
            by = f" ({until(day)})" if day else ""
            yield bullet, 0, f"{words}{by}{f' - looking back: {became}' if became else ''}"
    for title, step in (("What I ask of my manager", "ask"), ("What my job description should say", "jd")):
        if exercise.said(step):
            yield head, 2, title
            yield bullet, 0, exercise.said(step)
    if with_answers:
        yield from _all(exercise)


def _all(exercise: Exercise) -> Iterator[tuple[BlockKind, int, str]]:
    """Yield every question that was answered on the way, with its answer as it was given."""
    way = [s for s in STEPS if s.kind == "words" and s.part.startswith(("From", "What they say", "What you may"))]
    answered = [step for step in way if exercise.said(step.id)]
    if answered:
        yield BlockKind.HEADING, 2, "How I got there"
        for step in answered:
            yield BlockKind.BULLET, 0, f"{asked(step.ask, exercise)} {exercise.said(step.id)}"


def _served(exercise: Exercise, text: str) -> str:
    """Return those served as the person called them, where the text has them."""
    words = exercise.said("customers").rstrip(".")
    return words if words.lower() in text.lower() else ""


def changed(before: Heard, after: Heard, served: str = "") -> list[str]:
    """Return what differs between two ways to tell the job, one line each.

    Args:
        before: what was heard in the first words.
        after: what was heard in the paragraph.
        served: those served as the person called them in the paragraph, whatever the word.
    """
    if before.language or after.language:
        return [f"The words are {before.language or after.language}, and only English is heard: judge it yourself."]
    rows = []
    if (after.customer or served) and not before.customer:
        rows.append(f"Those I work for are named now: {served or ', '.join(after.named[:3])}.")
    elif after.customer:
        more = [word for word in after.named if word.lower() not in {w.lower() for w in before.named}]
        rows.append(f"Those I work for were named before, and still are{f'; new: {more[0]}' if more else ''}.")
    else:
        rows.append("Those I work for are not named yet.")
    frames = {"stewardship": "doing somebody good", "inward": "an end inside the house", "neutral": "the task itself"}
    if before.frame != after.frame:
        rows.append(f"The job was told as {frames[before.frame]}, and now as {frames[after.frame]}.")
    else:
        rows.append(f"The job is told as {frames[after.frame]}, as before.")
    return rows
