"""The right pane: the score above, what there is to say below.

It draws its lines itself and scrolls without a scroll bar: nothing else is laid out anew when the cursor moves.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.binding import Binding
from textual.content import Content
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget


class Side(Widget, can_focus=True):
    """Two texts, one under the other; they scroll together."""

    BINDINGS = [  # noqa: RUF012 - Textual's own form
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
    ]

    def __init__(self, more_key: str) -> None:
        """Make the pane.

        Args:
            more_key: the key that reads on, as people write it.
        """
        super().__init__(id="side")
        self.score = Content("")
        self.detail = Content("")
        self.top = 0
        self._whole = Content("")
        self._strips: list[Strip] = []
        self._stale = True
        self._more_key = more_key

    def show_score(self, content: Content) -> None:
        """Show the score."""
        self.score = content
        self._changed()

    def show_detail(self, content: Content) -> None:
        """Show something below the score, from its beginning."""
        self.detail = content
        self.top = 0
        self._changed()

    def action_move(self, step: int) -> None:
        """Scroll by lines."""
        if self._stale:
            self._lay()
        self.top = max(0, min(self.top + step, len(self._strips) - self.size.height))
        self.refresh()

    def read_on(self) -> None:
        """Go on by what fits on the pane; behind the end, to the beginning."""
        if self.top + self.size.height >= len(self._strips):
            self.action_move(-self.top)
        else:
            self.action_page(1)

    def action_page(self, step: int) -> None:
        """Scroll by what fits on the pane."""
        self.action_move(step * max(1, self.size.height - 2))

    def on_mouse_scroll_down(self) -> None:
        """Scroll with the wheel."""
        self.action_move(2)

    def on_mouse_scroll_up(self) -> None:
        """Scroll with the wheel."""
        self.action_move(-2)

    def on_resize(self) -> None:
        """Wrap anew."""
        self._changed()

    def notify_style_update(self) -> None:
        """Take the colours of another look."""
        super().notify_style_update()
        self._changed()

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - drawn from the property
        """Draw the selection."""
        self._changed()

    @property
    def allow_select(self) -> bool:
        """Text can be selected."""
        return True

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text."""
        return selection.extract(self._whole.plain), "\n"

    def render_line(self, y: int) -> Strip:
        """Draw one line of the pane; the last one tells how much there is below."""
        if self._stale:
            self._lay()
        width, height, at = self.size.width, self.size.height, y + self.top
        below = len(self._strips) - self.top - height
        if y == height - 1 and below > 0:
            told = f"↓ {below + 1} more lines  {self._more_key} reads on"
            return Strip([Segment(told, self._dim)]).crop_extend(0, width, self._base)
        if at >= len(self._strips):
            return Strip.blank(width, self._base)
        return self._strips[at].crop_extend(0, width, self._base)

    def _changed(self) -> None:
        self._stale = True
        self.refresh()

    def _lay(self) -> None:
        gap = "\n\n" if self.score.plain else ""
        self._whole = Content.assemble(self.score, gap, self.detail)
        self._strips = Visual.to_strips(self, self._whole, self.size.width, None, self.visual_style)
        self._base = self.rich_style
        self._dim = self._base + self.get_component_rich_style("side--more", partial=True)
        self._stale = False

    COMPONENT_CLASSES = {"side--more"}  # noqa: RUF012 - Textual's own form
