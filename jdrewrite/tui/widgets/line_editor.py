"""A box over a line of the text, in which the line is written anew."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import TextArea

MOST = 6
"""Lines of the box; a longer text scrolls."""
_PAUSE = 0.25
"""Seconds without a key after which the judge looks at what was typed."""


_DRAFT = 0.5
"""Seconds after which what is being typed is kept, however fast it goes on."""


class LineEditor(TextArea):
    """Edits one line; Enter keeps it, Escape leaves the line as it was."""

    BINDINGS = [Binding("ctrl+u", "clear_all", "Clear", show=False)]  # noqa: RUF012 - Textual's own form

    class Typed(Message):
        """The text has changed, and the person pauses."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Draft(Message):
        """The text as it is while the person types on."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Kept(Message):
        """The person wants this text."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The person wants no change."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        super().__init__(id="line-editor", soft_wrap=True, compact=True)
        self._timer: Timer | None = None
        self._drafting: Timer | None = None
        self._at = (0, 0)
        self.display = False

    def begin(self, text: str, title: str, at: tuple[int, int]) -> None:
        """Show the box with a text.

        Args:
            text: to begin with.
            title: what is written.
            at: column and line of the pane where its corner belongs; where the pane ends, it stands higher.
        """
        self.text = text
        self.border_title = f"{title}: Enter keeps, Esc leaves it"
        self.border_subtitle = ""
        self.remove_class("refused", "doubtful")
        self._at = at
        self.display = True
        self.move_cursor(self.document.end)
        self._fit()
        self.focus()
        # The text is wrapped for its width only when the box has it; till then it is one word high.
        self.call_after_refresh(self._from_beginning)

    def end(self) -> None:
        """Hide the box."""
        self._wait(stop=True)
        if self._drafting is not None:
            self._drafting.stop()
            self._drafting = None
        self.display = False

    def action_clear_all(self) -> None:
        """Clear the box: it is one line, however often it is wrapped. Ctrl-Z brings it back."""
        self.clear()

    @property
    def plain(self) -> str:
        """The text on one line."""
        return " ".join(self.text.split())

    def on_resize(self) -> None:
        """Be as high as the text, once it is wrapped for the new width."""
        self.call_after_refresh(self._fit)

    def on_text_area_changed(self) -> None:
        """Wait for a pause before anybody judges."""
        if self.display:
            self._fit()
            self._wait()
            if self._drafting is None:
                self._drafting = self.set_timer(_DRAFT, self._draft)

    def _draft(self) -> None:
        self._drafting = None
        self.post_message(self.Draft(self.plain))

    def _wait(self, *, stop: bool = False) -> None:
        if self._timer is not None:
            self._timer.stop()
        self._timer = None if stop else self.set_timer(_PAUSE, self._look)

    def _look(self) -> None:
        self.post_message(self.Typed(self.plain))

    def _from_beginning(self) -> None:
        self._fit()
        self.call_after_refresh(self.scroll_home, animate=False, force=True, x_axis=False)

    def _fit(self) -> None:
        if not isinstance(self.parent, Widget):
            return
        room, (left, top) = self.parent.size, self._at
        height = min(MOST, max(1, self.wrapped_document.height)) + 2
        self.styles.width = max(30, room.width - left)
        self.styles.height = height
        self.styles.offset = left, max(0, min(top, room.height - height))

    async def _on_key(self, event: events.Key) -> None:
        if event.key in {"enter", "ctrl+s"}:
            event.stop()
            event.prevent_default()
            self.post_message(self.Kept(self.plain))
        elif event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(self.Left(self.plain))
        else:
            await super()._on_key(event)
