"""The help page, made from the table of commands."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from jdrewrite.editing.rows import SIGNS
from jdrewrite.tui.commands import COMMANDS, MOVES

_SIGNS = {
    "strength": "says for whom the work is done, or what they get from it",
    "warning": "gives the organisation's own good as the end",
    "suggestion": "could say what customers have of it",
    "open": "there is a proposal for this line",
    "accepted": "proposal accepted",
    "rejected": "proposal rejected",
    "failed": "the judge refused this proposal; edit it, or accept it with a reason",
}


class HelpScreen(ModalScreen[None]):
    """Keys and signs."""

    BINDINGS = [("escape,q,f1,question_mark", "dismiss(None)", "Close")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """Lay out the page."""
        text = Text()
        text.append("Keys\n\n", style="bold")
        for command in COMMANDS:
            key = command.key.replace("question_mark", "?").replace(",", " or ")
            text.append(f"  {key:<20}", style="cyan")
            text.append(f"{command.help}\n")
        for key, meaning in MOVES:
            text.append(f"  {key:<20}", style="cyan")
            text.append(f"{meaning}\n")
        text.append("\nSigns in the margin\n\n", style="bold")
        for tone, meaning in _SIGNS.items():
            text.append(f"  {SIGNS[tone]}   {meaning}\n")
        text.append("\nEscape closes this page.", style="dim")
        with VerticalScroll(classes="dialog tall"):
            yield Static(text)
