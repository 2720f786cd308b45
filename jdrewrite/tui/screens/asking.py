"""The small questions of the workspace: a line of text, one of several, a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual.content import Content

from jdrewrite.tui.screens.jobs import Jobs


class Asking(Jobs):
    """Asks, and does what follows from the answer; without one nothing happens."""

    def ask(self, question: str, value: str, done: Callable[[str], None], hint: str | None = None) -> None:
        """Ask for a line of text."""
        from jdrewrite.tui.screens.dialogs import AskDialog

        dialog = AskDialog(question, value, hint) if hint else AskDialog(question, value)
        self.app.push_screen(dialog, lambda answer: self.trying(partial(done, answer)) if answer is not None else None)

    def choose(self, question: str, choices: Sequence[tuple[str, str | Content]], done: Callable[[str], None]) -> None:
        """Let one of several be chosen."""
        from jdrewrite.tui.screens.dialogs import ChooseDialog

        dialog = ChooseDialog(question, choices)
        self.app.push_screen(dialog, lambda key: self.trying(partial(done, key)) if key is not None else None)

    def ask_reason(self, refusal: str, done: Callable[[str], None]) -> None:
        """Ask why a refused wording should stand; without a reason nothing happens."""
        question = f"The judge refused this wording ({refusal}). Why should it stand all the same?"
        hint = "Your reason is recorded. Esc leaves the line as it was."
        self.ask(question, "", lambda why: done(why) if why else self.say("Left as it was: no reason was given."), hint)

    def trying(self, act: Callable[[], None]) -> None:
        """Do something; where it cannot be done, say why. Filled in by the workspace."""
        raise NotImplementedError
