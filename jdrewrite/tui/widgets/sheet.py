"""The job description, line by line, with its signs in the margin, proposals in place, and text to select."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from jdrewrite.editing import Row, View
from jdrewrite.tui.drawing.sheet import MARGIN, Line, laid, numbers_of

_STYLES = ("heading", "aside", "note", "lock", "gone", "new", "found", "current", "cursor", "number")
_TONES = ("strength", "warning", "suggestion")
_NUMBERS_FROM = 40
"""Cells of the pane from which the lines have their numbers."""
_SIGNS = (*_TONES, "open", "accepted", "rejected", "failed", "doubtful")


class Sheet(ScrollView, can_focus=True):
    """Shows rows; one of them is the current one."""

    COMPONENT_CLASSES = {f"sheet--{name}" for name in (*_STYLES, *_TONES, *(f"sign-{tone}" for tone in _SIGNS))}  # noqa: RUF012 - Textual's own form
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("home", "go(0)", "First line", show=False),
        Binding("end,G", "go(-1)", "Last line", show=False),
        Binding("ctrl+d", "page(0.5)", "Half a page down", show=False),
        Binding("ctrl+u", "page(-0.5)", "Half a page up", show=False),
    ]

    class Moved(Message):
        """The cursor is on another row."""

        def __init__(self, *, by_hand: bool) -> None:
            super().__init__()
            self.by_hand = by_hand
            """With the keys or the mouse; not by a command that has something to say of its own."""

    class Chosen(Message):
        """A row was chosen with a double click."""

    def __init__(self) -> None:
        super().__init__(id="sheet")
        self.rows: tuple[Row, ...] = ()
        self.lines: list[Line] = []
        self.cursor = 0
        self._view: View = "review"
        self._numbers = 0
        self._wrapped_for = 0
        self._first: list[int] = []
        self._looks: dict[str, Style] = {}
        self._plain: Style | None = None

    def show(self, rows: Sequence[Row], view: View, cursor: int) -> None:
        """Show other rows, with the cursor on one of them."""
        self.rows, self._view = tuple(rows), view
        self.cursor = cursor
        self._lay()

    @property
    def before_text(self) -> int:
        """Cells before the text."""
        return MARGIN + self._numbers

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else None

    def go_to(self, place: int, *, by_hand: bool = False) -> None:
        """Move the cursor to a row and into sight."""
        if self.rows:
            last, self.cursor = self.cursor, max(0, min(place, len(self.rows) - 1))
            self._into_sight()
            for row in {last, self.cursor}:
                self._refresh_row(row)
            self.post_message(self.Moved(by_hand=by_hand))

    def place_of_row(self) -> tuple[int, int]:
        """Return where the current row begins on the pane, and how many lines it has."""
        start = self._first[self.cursor] if self._first else 0
        count = sum(line.row == self.cursor and bool(line.spans) for line in self.lines)
        return start - self.scroll_offset.y, count

    def action_move(self, step: int) -> None:
        """Move by rows."""
        self.go_to(self.cursor + step, by_hand=True)

    def action_page(self, step: float) -> None:
        """Move by what fits on the pane."""
        if self.lines:
            way = int(step * max(2, self.size.height - 2))
            line = max(0, min(self._first[self.cursor] + way, len(self.lines) - 1))
            self.go_to(self.lines[line].row, by_hand=True)

    def action_go(self, place: int) -> None:
        """Go to the first row, or to the last."""
        self.go_to(place if place >= 0 else len(self.rows) - 1, by_hand=True)

    def on_resize(self) -> None:
        """Wrap anew."""
        if self._wrapped_for != self.size.width:
            self._wrap()
        self._lay_out()

    def on_click(self, event: events.Click) -> None:
        """Go to the row under the mouse; a double click chooses it."""
        line = event.y + self.scroll_offset.y
        if line < len(self.lines):
            self.go_to(self.lines[line].row, by_hand=True)
            if event.chain == 2:
                self.post_message(self.Chosen())

    def notify_style_update(self) -> None:
        """Forget the colours of the look before."""
        self._looks.clear()
        self._plain = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the pane."""
        if self._wrapped_for != self.size.width:  # the first time: nobody told of the size yet
            self._wrap()
        at = y + self.scroll_offset.y
        if at >= len(self.lines):
            return Strip.blank(self.size.width, self._plain or self.rich_style)
        line = self.lines[at]
        here = line.row == self.cursor and bool(line.spans)
        plain = self._plain or self.rich_style
        self._plain = plain
        base = plain + self._look("current") if here else plain
        segments = [Segment(text, base + self._look(names)) for text, names in line.spans]
        if here and segments:
            segments[0] = Segment("▌" + segments[0].text[1:], base + self._look("cursor"))
        strip = Strip(segments).extend_cell_length(self.size.width, base)
        return self._with_selection(strip, at).apply_offsets(0, at)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text without the margin."""
        parts = []
        for at, line in enumerate(self.lines):
            if (span := selection.get_span(at)) is not None:
                text = "".join(words for words, _ in line.spans)
                end = len(text) if span[1] == -1 else span[1]
                parts.append(text[max(span[0], self.before_text) : end])
        return "\n".join(parts), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - drawn from the property
        """Draw the selection."""
        self.refresh()

    def _with_selection(self, strip: Strip, at: int) -> Strip:
        selection = self.text_selection
        span = selection.get_span(at) if selection is not None else None
        if span is None:
            return strip
        start, end = max(span[0], self.before_text), strip.cell_length if span[1] == -1 else span[1]
        if start >= end:
            return strip
        look = self.screen.get_component_rich_style("screen--selection")
        parts = [strip.crop(0, start), strip.crop(start, end), strip.crop(end)]
        return Strip.join([parts[0], Strip([Segment(s.text, (s.style or Style()) + look) for s in parts[1]]), parts[2]])

    def _look(self, names: str) -> Style:
        if names not in self._looks:
            style = Style()
            for name in names.split():
                style += self.get_component_rich_style(f"sheet--{name}", partial=True)
            self._looks[names] = style
        return self._looks[names]

    def _lay(self) -> None:
        if not self.size.width:
            return
        self._wrap()
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        self.virtual_size = Size(self.size.width, len(self.lines))
        self._into_sight()

    def _wrap(self) -> None:
        self._wrapped_for = self.size.width
        # The scroll bar lies over the last cells of the pane, and comes and goes with the count of lines.
        width = self.size.width - self.styles.scrollbar_size_vertical
        self._numbers = numbers_of(self.rows) if width >= _NUMBERS_FROM else 0
        self.lines = laid(self.rows, width, self._view, self._numbers)
        self._first = []
        for at, line in enumerate(self.lines):
            if line.row == len(self._first) and line.spans:
                self._first.append(at)

    def _refresh_row(self, row: int) -> None:
        if row < len(self._first):
            start = self._first[row]
            self.refresh_lines(start, sum(line.row == row for line in self.lines[start : start + 60]))

    def _into_sight(self) -> None:
        if self.cursor < len(self._first):
            start = self._first[self.cursor]
            height = sum(line.row == self.cursor for line in self.lines[start : start + 40])
            self.scroll_to_region(Region(0, max(0, start - 1), 1, height + 2), animate=False, force=True, x_axis=False)
