"""The small questions: one line of text, or one of several."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A box over the screen; its looks are read when the first one opens."""

    CSS_PATH = "dialogs.tcss"


class AskDialog(Dialog[str | None]):
    """Ask for one line of text; None where the person leaves it."""

    BINDINGS = [("escape", "dismiss(None)", "Cancel")]  # noqa: RUF012

    def __init__(self, question: str, value: str = "", hint: str = "Enter to go on, Esc to leave it") -> None:
        super().__init__()
        self._question, self._value, self._hint = question, value, hint

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._question), classes="question")
            yield Input(self._value)
            yield Static(Content(self._hint), classes="hint")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return what was typed."""
        self.dismiss(event.value.strip())


class ChooseDialog(Dialog[str | None]):
    """Choose one of several, with the arrow keys, j and k, or the mouse."""

    BINDINGS = [  # noqa: RUF012
        ("escape,q", "dismiss(None)", "Cancel"),
        ("j", "move(1)", "Down"),
        ("k", "move(-1)", "Up"),
    ]

    def __init__(self, question: str, choices: Sequence[tuple[str, str | Content]]) -> None:
        super().__init__()
        self._question, self._choices = question, choices

    def compose(self) -> ComposeResult:
        """Lay out the dialog."""
        with Vertical(classes="dialog"):
            yield Static(Content(self._question), classes="question")
            yield OptionList(*(_option(choice) for choice in self._choices))
            yield Static("Enter to choose, Esc to leave it", classes="hint")

    def action_move(self, step: int) -> None:
        """Move as with the arrow keys."""
        options = self.query_one(OptionList)
        (options.action_cursor_down if step > 0 else options.action_cursor_up)()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the key of the choice."""
        self.dismiss(event.option_id)


class FindDialog(ChooseDialog, inherit_bindings=False):
    """Choose one of many: what is typed leaves only those that have it, in their keys or their names."""

    BINDINGS = [("escape", "dismiss(None)", "Cancel")]  # noqa: RUF012

    _typed = ""

    def on_mount(self) -> None:
        """Tell how it is done."""
        self._find("")

    def on_key(self, event: events.Key) -> None:
        """Take a letter, or one back."""
        if event.key == "backspace":
            self._find(self._typed[:-1])
        elif event.is_printable and event.character is not None:
            self._find((self._typed + event.character).lstrip())
        else:
            return
        event.stop()
        event.prevent_default()

    def _find(self, typed: str) -> None:
        self._typed, small = typed, typed.lower().strip()
        having = [c for c in self._choices if small in c[0].lower() or small in str(c[1]).lower()]
        # A word that begins so comes before one that only holds it.
        having.sort(key=lambda c: not f" {c[0]} {c[1]}".lower().replace("-", " ").count(f" {small}"))
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([_option(choice) for choice in having])
        options.highlighted = 0 if having else None
        told = f"Typed: {typed}   " if typed else "Type letters to find it. "
        rest = "Enter to choose, Esc to leave it" if having else "Nothing has this. Backspace takes a letter back"
        self.query_one(".hint", Static).update(Content(told + rest))


def _option(choice: tuple[str, str | Content]) -> Option:
    key, told = choice
    return Option(Content(told) if isinstance(told, str) else told, id=key)
