"""The border between two panes, which can be dragged."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widget import Widget


class Splitter(Widget):
    """One column wide; says by how much it was dragged."""

    class Dragged(Message):
        """The mouse moved the border by some cells to the right."""

        def __init__(self, side: str, by: int) -> None:
            super().__init__()
            self.side = side
            self.by = by

    def __init__(self, side: str) -> None:
        super().__init__(id=f"split-{side}")
        self._side = side
        self._last: int | None = None

    def render(self) -> str:
        """Draw a line."""
        return "\n".join("│" * self.size.height)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold."""
        self._last = event.screen_x
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the mouse."""
        if self._last is not None and event.screen_x != self._last:
            self.post_message(self.Dragged(self._side, event.screen_x - self._last))
            self._last = event.screen_x

    def on_mouse_up(self) -> None:
        """Let go."""
        self._last = None
        self.release_mouse()
