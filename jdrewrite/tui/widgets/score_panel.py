"""The score with its eight lenses as bars, before and now."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Static

from jdrewrite.model import Assessment

_WIDTH = 12
_NAMES = {
    "customer": "who is served",
    "frame": "for whose good",
    "sight": "what they get",
    "voice": "hearing them",
    "authority": "room to act",
    "measure": "how judged",
    "across": "sharing",
    "people": "attitude",
}


class ScorePanel(Static):
    """Shows the score; says what is being done while it is not there."""

    def wait(self, text: str) -> None:
        """Say what goes on."""
        self.update(Text(text, style="italic dim"))

    def show(self, before: Assessment, now: Assessment) -> None:
        """Show the score before and now."""
        self.update(drawn(before, now))


def drawn(before: Assessment, now: Assessment) -> Text:
    """Draw the score."""
    text = Text()
    text.append(f"{now.score.total:.0f}", style="bold")
    text.append(" of 100")
    moved = now.score.total - before.score.total
    if abs(moved) >= 0.1:
        text.append(f"   was {before.score.total:.0f}, {moved:+.1f}", style="green" if moved > 0 else "red")
    text.append(f"\n{now.function[0].name}, serving {now.customer_word.plural}\n", style="dim")
    for part in now.score.lenses:
        was = before.score.lens(part.lens).points
        full = round(_WIDTH * part.points / part.out_of)
        text.append(f"\n{_NAMES[part.lens]:<15}")
        text.append("█" * full, style="cyan")
        text.append("░" * (_WIDTH - full), style="dim")
        text.append(f" {part.points:4.1f}/{part.out_of:g}")
        if abs(part.points - was) >= 0.1:
            text.append(f" {part.points - was:+.1f}", style="green" if part.points > was else "red")
    return text
