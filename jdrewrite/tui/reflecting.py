"""The reflection exercise on a screen of its own: one question, its hints, and a place to write."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date

from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static, TextArea

from jdrewrite.reflection.composing import compose, to_check
from jdrewrite.reflection.exercise import Exercise, NotADay, answer, back, forward, take_back, way
from jdrewrite.reflection.hearing import hear, told
from jdrewrite.reflection.page import page
from jdrewrite.reflection.suggestions import Own, customers_of, suggestions
from jdrewrite.tui.themes import THEMES


class Answer(TextArea):
    """Where the person writes; the answer is one paragraph, so Enter goes on."""

    BINDINGS = [  # noqa: RUF012
        Binding("enter,ctrl+j", "app.say", "Next", key_display="⏎", priority=True),
        Binding("pageup", "app.before", "Back", priority=True),
        Binding("pagedown", "app.forward", "Skip", priority=True),
        Binding("escape", "app.leave", "Leave", priority=True),
    ]


class ReflectApp(App[Exercise]):
    """Asks from where the exercise stands; every answer is kept before the next question is shown."""

    TITLE = "My job in the context of customers"
    BINDINGS = [("escape", "leave", "Leave"), ("pageup", "before", "Back")]  # noqa: RUF012
    CSS = """
    Screen { background: $background; padding: 1 3; }
    #part { color: $primary; text-style: bold; }
    #question { margin: 1 0; text-style: bold; height: auto; }
    #hints { color: $secondary; height: auto; margin-bottom: 1; }
    #heard { height: auto; color: $accent; }
    Answer { height: 8; }
    #rest { height: 1fr; }
    """

    def __init__(self, exercise: Exercise, own: Own | None, today: date, keep: Callable[[Exercise], object]) -> None:
        """Take up an exercise.

        Args:
            exercise: new, or left before its end.
            own: hints of the person's job description and comments.
            today: for days that are named from today.
            keep: called with every new state.
        """
        super().__init__()
        self.exercise, self._own, self._today, self._keep = exercise, own, today, keep
        self._draft = ""
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = next(iter(THEMES))

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Static(id="part")
        yield Static(id="question")
        yield Static(id="hints")
        yield Answer(soft_wrap=True, tab_behavior="focus")
        with VerticalScroll(id="rest"):
            yield Static(id="heard")
        yield Footer()

    def on_mount(self) -> None:
        """Ask the first question."""
        self._keep(self.exercise)
        self.query_one(Answer).focus()
        self._ask()

    def action_say(self) -> None:
        """Take the answer and go on; an emptied field takes an earlier answer out."""
        before, words = self.exercise, self.query_one(Answer).text.strip()
        if before.step is None:
            self.exit(before)
            return
        try:
            emptied = not words and before.said(before.at)
            unchanged = before.step.kind == "draft" and words == self._draft
            self._go(answer(take_back(before) if emptied else before, "" if unchanged else words, self._today))
        except NotADay:
            self.notify("That names no day that is still to come. An empty field leaves it open.", severity="warning")
            return
        if before.at == "job" and self.exercise.said("job"):
            self._listen(self.exercise.said("job"))

    def action_before(self) -> None:
        """Go to the question before."""
        self._go(back(self.exercise))

    def action_forward(self) -> None:
        """Go on without an answer."""
        self._go(forward(self.exercise, self._today))

    def action_leave(self) -> None:
        """Stop; everything that was answered is kept."""
        self.exit(self.exercise)

    def _go(self, exercise: Exercise) -> None:
        self.exercise = exercise
        self._keep(exercise)
        self._show("heard", "")
        self._ask()

    @work(exclusive=True, group="ask")
    async def _ask(self) -> None:
        """Show the present question; the end shows the page."""
        exercise, field = self.exercise, self.query_one(Answer)
        step = exercise.step
        if step is None:
            field.display = False
            self._show("part", "What comes of it")
            self._show("question", "Escape ends; the page is kept, and --export writes it.")
            self._show("hints", "")
            self.set_focus(self.query_one("#rest"))
            made = await asyncio.to_thread(page, exercise)
            self._show("heard", "\n\n".join(block.text for block in made.blocks))
            return
        field.display = True
        field.focus()
        steps = way(exercise)
        self._show("part", f"{step.part}   {steps.index(step.id) + 1} of {len(steps)}")
        self._show("question", step.ask.replace("{customers}", customers_of(exercise.function, self._own)))
        self._show("hints", "\n".join(f"- {hint}" for hint in suggestions(step.id, exercise.function, self._own)))
        field.text = exercise.said(step.id)
        if step.kind == "draft":
            self._draft = await asyncio.to_thread(compose, exercise)
            remarks = await asyncio.to_thread(to_check, exercise)
            self._show("hints", "\n".join(f"- {remark}" for remark in remarks))
            if field.text == exercise.said(step.id):  # who writes already is not written over
                field.text = exercise.said(step.id) or self._draft
        field.move_cursor(field.document.end)

    @work(exclusive=True, group="heard")
    async def _listen(self, words: str) -> None:
        self._show("heard", told((await asyncio.to_thread(hear, [words]))[0]))

    def _show(self, name: str, words: str) -> None:
        # Content, not markup: brackets in an answer are the person's.
        self.query_one(f"#{name}", Static).update(Content(words))


def reflect(exercise: Exercise, own: Own | None, today: date, keep: Callable[[Exercise], object]) -> Exercise:
    """Run the exercise on the screen, and return it as the person left it."""
    app = ReflectApp(exercise, own, today, keep)
    return app.run() or app.exercise
