"""The reflection exercise on a screen of its own: one question, its hints, and a place to write."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import date

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Static, TextArea
from textual.worker import WorkerError

from jdrewrite.errors import JdrewriteError
from jdrewrite.reflection.calling import PLACE, own_word
from jdrewrite.reflection.commands import command_in, doubt_in, passes
from jdrewrite.reflection.composing import compose, to_check
from jdrewrite.reflection.days import is_habit
from jdrewrite.reflection.days import told as told_day
from jdrewrite.reflection.exercise import Exercise, NotADay, answer, back, forward, hold, take_back, way
from jdrewrite.reflection.hearing import hear, told
from jdrewrite.reflection.page import page
from jdrewrite.reflection.steps import TITLE
from jdrewrite.reflection.suggestions import Own, customers_of, suggestions
from jdrewrite.tui.in_order import InOrder
from jdrewrite.tui.themes import THEMES

_OF_DRAFT = "This is what you said, in one paragraph. Go on with it as it stands, or change it."
_NO_DRAFT = "Nothing that was said makes a paragraph yet. Write one of your own, or go on without."
"""Asked of the paragraph. Here it stands in the field; line by line an empty answer keeps what stands above."""
_NO_DAY = (
    "That names no day that is still to come. An empty field leaves it open.",
    "No day in that either. Written as 2027-01-31 it is always understood; an empty field leaves it open.",
)
_PAUSE = 0.5
"""Seconds behind the last key after which what is written is kept."""


class Answer(TextArea):
    """Where the person writes; the answer is one paragraph, so Enter goes on."""

    BINDINGS = [  # noqa: RUF012
        Binding("enter,ctrl+j", "app.say", "Next", key_display="⏎", priority=True),
        Binding("escape", "app.leave", "Leave", priority=True),
        Binding("pageup", "app.before", "Back", priority=True),
        Binding("pagedown", "app.forward", "Skip", priority=True),
    ]


class Rest(VerticalScroll):
    """What was heard, and at the end the page: arrows scroll it."""

    BINDINGS = [("escape", "app.leave", "Leave"), ("pageup", "app.before", "Back")]  # noqa: RUF012


class ReflectApp(InOrder[Exercise]):
    """Asks from where the exercise stands; every answer is kept before the next question is shown."""

    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012
    CSS = """
    Screen { background: $background; padding: 1 3; }
    Screen.-narrow { padding: 1 1; }
    #part { color: $primary; text-style: bold; }
    #question { margin: 1 0; text-style: bold; height: auto; }
    #hints { color: $secondary; height: auto; margin-bottom: 1; }
    #heard { height: auto; color: $accent; }
    Answer { height: 8; }
    #rest { height: 1fr; }
    """

    def __init__(
        self,
        exercise: Exercise,
        own: Own | None,
        today: date,
        keep: Callable[[Exercise], object],
        *,
        with_answers: bool = False,
    ) -> None:
        """Take up an exercise.

        Args:
            exercise: new, or left before its end.
            own: hints of the person's job description and comments.
            today: for days that are named from today.
            keep: called with every new state.
            with_answers: show every answer at the end, as the page that is exported does.
        """
        super().__init__()
        self.exercise, self._own, self._today, self._on_disk = exercise, own, today, keep
        self._trouble, self._leaves = "", False
        self.title = TITLE.replace(PLACE, exercise.customers or customers_of(exercise.function))
        self._with_answers = with_answers
        self._draft = self._doubted = ""
        self._refused = 0
        self._asked, self._shown = "", False
        self._named = self._called = ""
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = next(iter(THEMES))

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Static(id="part")
        yield Static(id="question")
        yield Static(id="hints")
        yield Answer(soft_wrap=True, tab_behavior="focus")
        with Rest(id="rest"):
            yield Static(id="heard")
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Ask the first question."""
        self._pause = self.set_interval(_PAUSE, self._keep_writing, pause=True)
        self._keep(self.exercise)
        self.query_one(Answer).focus()
        self._ask()

    def on_text_area_changed(self) -> None:
        """Keep what is being written, a moment after the last key: a killed terminal loses nothing."""
        self._pause.reset()
        self._pause.resume()

    def action_say(self) -> None:
        """Take the answer and go on; an emptied field takes an earlier answer out."""
        before, words = self.exercise, self.query_one(Answer).text.strip()
        if before.step is None:
            self.exit(before)
            return
        if not self._shown or self._is_command(words):
            return  # until it is shown nobody has read the question, and the field holds the answer to another
        if passes(words, before.step):
            words = ""
        try:
            emptied = not words and (before.said(before.at) or before.drafts.get(before.at))
            unchanged = before.step.kind == "draft" and words == self._draft
            self._go(answer(take_back(before) if emptied else before, "" if unchanged else words, self._today))
        except NotADay:
            self._refused += 1
            self.notify(_NO_DAY[min(self._refused, len(_NO_DAY)) - 1], severity="warning")
            return
        if before.step.kind == "date" and words:
            said = self.exercise.said(before.at)
            self.notify(f"A habit: {said}." if is_habit(said) else f"By {told_day(said)}.")
        self._refused = 0
        if before.at == "job" and self.exercise.said("job"):
            self._listen(self.exercise.said("job"))

    def _is_command(self, words: str) -> bool:
        """Do what a command says; a word that may be meant as one is asked about, and taken when it comes again."""
        field = self.query_one(Answer)
        command = command_in(words)
        if command:
            field.text = self.exercise.said(self.exercise.at)
            moves = {"leave": self.action_leave, "back": self.action_before, "forward": self.action_forward}
            moves.get(command, self._tell_keys)()
            if command == "clear":
                self._go(take_back(self.exercise))
            return True
        step = self.exercise.step if words != self._draft else None
        if words != self._doubted and (doubt := doubt_in(words, step)):
            self._doubted = words
            doubt = doubt.replace("Write it again", "Enter once more").replace("an empty line", "an empty field")
            self.notify(doubt, severity="warning", timeout=10)
            return True
        return False

    def _tell_keys(self) -> None:
        self.notify("Enter goes on, Page Up goes back, Page Down skips, Escape leaves. Everything is kept.", timeout=10)

    def action_help_quit(self) -> None:
        """Say how to leave to whoever tried Ctrl-C."""
        self.notify("Escape leaves. Everything is kept, and --resume takes it up.")

    def action_before(self) -> None:
        """Go to the question before; what stands in the field is kept."""
        self._go(back(self._held()))

    def action_forward(self) -> None:
        """Go on; what stands in the field is kept."""
        self._go(forward(self._held(), self._today))

    def action_leave(self) -> None:
        """Stop; everything that was answered is kept, and so is what stands in the field."""
        self.exercise = self._held()
        if self._keep(self.exercise) or self._leaves:
            self.exit(self.exercise)
            return
        self._leaves = True
        self.notify("Make room first: Escape once more leaves, whether it can be kept or not.", severity="error")

    async def action_quit(self) -> None:
        """Leave by the key of every screen."""
        self.action_leave()

    def _held(self) -> Exercise:
        """Return the exercise with what stands in the field for the present question."""
        exercise, field = self.exercise, self.query_one(Answer)
        words = field.text.strip()
        # Until the question is shown, the field holds the one before; a draft that nobody touched follows the answers.
        if exercise.step is None or self._asked != exercise.at or command_in(words) or passes(words, exercise.step):
            return exercise
        if exercise.step.kind == "draft" and words == self._draft:
            return exercise
        return hold(exercise, words, self._today)

    def _keep(self, exercise: Exercise) -> bool:
        """Keep a state, and tell whether that could be; where it could not, the answers are on this screen alone."""
        try:
            self._on_disk(exercise)
        except JdrewriteError as error:
            if str(error) != self._trouble:
                self.notify(f"Not kept: {error} What you wrote is still here.", severity="error", timeout=15)
            self._trouble = str(error)
            return False
        self._trouble, self._leaves = "", False
        return True

    def _keep_writing(self) -> None:
        self._pause.pause()
        self._keep(self._held())

    def _go(self, exercise: Exercise) -> None:
        self.exercise, self._shown = exercise, False
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
            self._show("question", "This is the page that --export writes. Escape ends, Page Up goes back.")
            self._show("hints", "")
            self.set_focus(self.query_one("#rest"))
            made = await asyncio.to_thread(page, exercise, with_answers=self._with_answers)
            self._show("heard", "\n\n".join(block.text for block in made.blocks))
            return
        field.display = True
        field.focus()
        steps = way(exercise)
        if self._named != (said := exercise.said("customers")):  # once a name: the questions must not lag
            self._called, self._named = await asyncio.to_thread(own_word, exercise) if said else "", said
        customers = self._called or exercise.customers or customers_of(exercise.function, self._own)
        part = step.part.replace(PLACE, customers)
        self._show("part", f"{part}   {steps.index(step.id) + 1} of {len(steps)}")
        self._show("question", step.ask.replace(PLACE, customers))
        hints = suggestions(step.id, exercise.function, self._own, self._called)
        self._show("hints", "\n".join(f"- {hint}" for hint in hints))
        field.text = exercise.drafts.get(step.id) or exercise.said(step.id)
        self._asked = step.id
        if step.kind == "draft":
            self._draft = await asyncio.to_thread(compose, exercise)
            remarks = await asyncio.to_thread(to_check, exercise)
            self._show("hints", "\n".join(f"- {remark}" for remark in remarks))
            if field.text == exercise.said(step.id):  # who writes already is not written over
                field.text = exercise.said(step.id) or self._draft
            self._show("question", _OF_DRAFT if field.text else _NO_DRAFT)
        field.move_cursor(field.document.end)
        self._shown = True

    async def ready(self) -> None:
        """Wait until the question is shown: what is typed before would be written over."""
        for worker in [w for w in self.workers if w.group == "ask" and not w.is_finished]:
            with suppress(WorkerError):
                await worker.wait()

    @work(exclusive=True, group="heard")
    async def _listen(self, words: str) -> None:
        self._show("heard", told((await asyncio.to_thread(hear, [words]))[0]))

    def _show(self, name: str, words: str) -> None:
        # Who leaves while an answer is still being read has taken the screen along.
        for field in self.query(f"#{name}").results(Static):
            # Content, not markup: brackets in an answer are the person's.
            field.update(Content(words))


def reflect(
    exercise: Exercise,
    own: Own | None,
    today: date,
    keep: Callable[[Exercise], object],
    *,
    with_answers: bool = False,
) -> Exercise:
    """Run the exercise on the screen, and return it as the person left it."""
    app = ReflectApp(exercise, own, today, keep, with_answers=with_answers)
    return app.run() or app.exercise
