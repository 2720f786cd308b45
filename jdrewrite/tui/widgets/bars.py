"""The line at the top: which document, how far. The line at the bottom: what goes on, what was done."""

from __future__ import annotations

from time import monotonic

from rich.cells import cell_len
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static


class TitleBar(Static):
    """Title and file on the left, progress on the right."""

    def show(self, title: str, path: str, right: str) -> None:
        """Show them."""
        room = max(0, self.app.size.width - len(right) - 3)
        left = Content.assemble((f" {title}", "bold"), (f"  {path}", "$secondary")).truncate(room, ellipsis=True)
        gap = " " * max(1, room - left.cell_length + 1)
        self.update(Content.assemble(left, gap, (right, "$primary"), " "), layout=False)


_LEGENDS = (
    tuple(zip("~?!+✓×✗≈", "proposal,gap,warning,strength,accepted,rejected,refused,in doubt".split(","), strict=True)),
    (("~", "proposal"), ("?", "gap"), ("!", "warning"), ("+", "strength"), ("✓", "accepted")),
    (("~", "proposal"), ("?", "gap"), ("!", "warning")),
)
"""What the signs of the margin mean; the first that fits is shown."""


_LONG = 2
"""Seconds after which it is told how long something takes."""


class StatusBar(Static):
    """Says in one line what was done, or what is being done."""

    def say(self, text: str) -> None:
        """Tell what was done."""
        self._told = text
        self.refresh_text()

    def forget(self) -> None:
        """Tell no more of what was done; what goes on stays."""
        if self._told:
            self._told = ""
            self.refresh_text()

    def busy(self, text: str) -> None:
        """Tell what goes on, and for how long; an empty text tells that nothing does."""
        if text and not self._busy:
            self._since = monotonic()
            self._clock = self.set_interval(1, self.refresh_text)
        elif not text and self._clock is not None:
            self._clock.stop()
            self._clock = None
        self._busy = text
        self.refresh_text()

    _busy = ""
    _told = ""
    _since = 0.0
    _clock: Timer | None = None

    def refresh_text(self) -> None:
        """Draw what is to be told; what goes on comes first."""
        if self._busy:
            seconds = int(monotonic() - self._since)
            going = f" ◌ {self._busy}" + (f", {seconds} s" if seconds >= _LONG else "")
            told = f"   {self._told}" if self._told else ""
            self.update(Content.assemble((going, "$accent"), ("   Esc stops it", "$secondary"), told), layout=False)
        else:
            self.update(Content.assemble(f" {self._told}", (self._legend(), "$secondary")), layout=False)

    def on_resize(self) -> None:
        """Tell as much as fits."""
        self.refresh_text()

    def _legend(self) -> str:
        """Return the signs of the margin in what room is left at the right; nothing where there is too little."""
        room = self.app.size.width - cell_len(self._told) - 2
        for signs in _LEGENDS:
            legend = "  ".join(f"{sign} {meaning}" for sign, meaning in signs)
            if cell_len(legend) + 2 <= room:
                return " " * (room - cell_len(legend)) + legend
        return ""
