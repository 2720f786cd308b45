"""The small questions: edit a line, give a reason, name a file, choose a function, confirm."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option


class EditDialog(ModalScreen[str | None]):
    """Edit a text of some lines."""

    BINDINGS = [("ctrl+s", "done", "Keep"), ("escape", "dismiss(None)", "Cancel")]  # noqa: RUF012

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog"):
            yield Static("Your own words for this line", classes="question")
            yield TextArea(self._text, soft_wrap=True)
            yield Static("ctrl+s keeps it and has it checked, Escape leaves the line as it was", classes="hint")

    def action_done(self) -> None:
        """Return the text on one line."""
        self.dismiss(" ".join(self.query_one(TextArea).text.split()) or None)


class AskDialog(ModalScreen[str | None]):
    """Ask for one line of text."""

    BINDINGS = [("escape", "dismiss(None)", "Cancel")]  # noqa: RUF012

    def __init__(self, question: str, value: str = "", hint: str = "Enter to go on, Escape to cancel") -> None:
        super().__init__()
        self._question, self._value, self._hint = question, value, hint

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog"):
            yield Static(Text(self._question), classes="question")
            yield Input(self._value)
            yield Static(Text(self._hint), classes="hint")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return what was typed."""
        self.dismiss(event.value.strip() or None)


class ChooseDialog(ModalScreen[str | None]):
    """Choose one of several."""

    BINDINGS = [("escape", "dismiss(None)", "Cancel")]  # noqa: RUF012

    def __init__(self, question: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._question, self._choices = question, choices

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog"):
            yield Static(Text(self._question), classes="question")
            yield OptionList(*(Option(Text(label), id=key) for key, label in self._choices))
            yield Static("Enter to choose, Escape to cancel", classes="hint")

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the key of the choice."""
        self.dismiss(event.option_id)
