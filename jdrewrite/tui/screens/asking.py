"""The small questions of the workspace: a line of text, one of several, a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual.content import Content

from jdrewrite.tui.screens.jobs import Jobs


class Asking(Jobs):
    """Asks, and does what follows from the answer; without one nothing happens."""

    def ask(
        self, question: str, value: str, done: Callable[[str], None], hint: str | None = None, left: str = ""
    ) -> None:
        """Ask for a line of text.

        Args:
            question: what is asked.
            value: to begin with.
            done: what follows from the answer.
            hint: below the line; None for the usual one.
            left: what is said to somebody who leaves it.
        """
        from jdrewrite.tui.screens.dialogs import AskDialog

        dialog = AskDialog(question, value, hint) if hint else AskDialog(question, value)

        def answered(answer: str | None) -> None:
            if answer is not None:
                self.trying(partial(done, answer))
            elif left:
                self.say(left)

        self.app.push_screen(dialog, answered)

    def choose(
        self,
        question: str,
        choices: Sequence[tuple[str, str | Content]],
        done: Callable[[str], None],
        *,
        find: bool = False,
    ) -> None:
        """Let one of several be chosen.

        Args:
            question: what is asked.
            choices: keys, and what is shown of each.
            done: what follows from the key that is chosen.
            find: typed letters leave only what has them.
        """
        from jdrewrite.tui.screens.dialogs import ChooseDialog, FindDialog

        dialog = FindDialog(question, choices) if find else ChooseDialog(question, choices)
        self.app.push_screen(dialog, lambda key: self.trying(partial(done, key)) if key is not None else None)

    def ask_reason(self, question: str, done: Callable[[str], None], kept: str = "") -> None:
        """Ask why a wording that did not pass should stand; without a reason nothing happens.

        Args:
            question: what the judge says, and why it is asked.
            done: what follows from a reason.
            kept: where the words are found again.
        """
        hint = "Your reason is recorded. Esc leaves the line as it was."
        left = f"Left as it was: no reason was given. {kept}".strip()
        self.ask(question, "", lambda why: done(why) if why else self.say(left), hint, left)

    def trying(self, act: Callable[[], None]) -> None:
        """Do something; where it cannot be done, say why. Filled in by the workspace."""
        raise NotImplementedError
