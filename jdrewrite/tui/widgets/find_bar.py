"""A line at the bottom of the text, in which a word to find is typed."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import Input


class FindBar(Input):
    """Finds while one types; Enter goes to the next place, Escape ends it."""

    class Looked(Message):
        """A word to find."""

        def __init__(self, text: str, *, onward: bool) -> None:
            super().__init__()
            self.text = text
            self.onward = onward

    class Ended(Message):
        """No more finding."""

    def __init__(self) -> None:
        super().__init__(id="find", placeholder="Find in the text (Enter: next place, Esc: end)", compact=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Go to the first place."""
        event.stop()
        self.post_message(self.Looked(self.value, onward=False))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go to the next place."""
        event.stop()
        self.post_message(self.Looked(self.value, onward=True))

    def on_key(self, event: events.Key) -> None:
        """End with Escape."""
        if event.key == "escape":
            event.stop()
            self.post_message(self.Ended())
