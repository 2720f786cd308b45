"""The session on the screen: how each part of it is drawn."""

from __future__ import annotations

from textual.content import Content

from jdrewrite.editing import Row, Session, looking
from jdrewrite.editing.carry import Kept
from jdrewrite.editing.session import opened, progress
from jdrewrite.model import Document
from jdrewrite.tui.panes import Panes
from jdrewrite.tui.screens.asking import Asking
from jdrewrite.tui.widgets.bars import TitleBar
from jdrewrite.tui.widgets.sheet import Sheet
from jdrewrite.tui.widgets.side import Side

_NEW = 3
"""Files that somebody has opened who is still offered the tour."""


class Drawn(Asking):
    """Holds one session and draws it."""

    def __init__(self, document: Document, earlier: Kept | None = None) -> None:
        """Make the screen.

        Args:
            document: as it was read.
            earlier: what was decided of the file as it was before, where nothing keeps it.
        """
        super().__init__()
        self.earlier = earlier
        """What the last session left, until it is taken over."""
        self.session: Session = opened(document)
        self.panes = Panes()
        self.kept = True
        self.unread = ""
        """Why the text cannot be read, where it cannot."""

    @property
    def sheet(self) -> Sheet:
        """The text."""
        return self.query_one(Sheet)

    @property
    def side(self) -> Side:
        """The right pane."""
        return self.query_one(Side)

    @property
    def typing(self) -> bool:
        """Whether keys go into a text. Told by those who open one."""
        return False

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.sheet.current

    def redraw(self, key: str = "") -> None:
        """Draw everything, with the cursor on the row of this key."""
        rows = self.session.shown
        self.sheet.show(rows, self.session.view, looking.place_of(rows, key, self.sheet.cursor))
        self.draw_score()
        self.draw_detail()
        self.draw_keys()
        self.draw_title()

    def draw_keys(self) -> None:
        """Show what can be done here. Filled in by the workspace."""
        raise NotImplementedError

    def draw_title(self) -> None:
        """Draw the line at the top."""
        desk = self.session.desk
        done, count = progress(desk)
        kept = "kept" if self.kept else "keeping …"
        right = f"{done} of {count} decided  {kept}" if count else ""
        self.query_one(TitleBar).show(desk.document.title, desk.document.path, right)

    @property
    def offer(self) -> str:
        """What somebody who is new here is told; an empty text for those who know it."""
        app = self.desk_app
        if app.state.toured or len(app.state.recent) > _NEW:
            return ""
        return f"First time here? {app.first_keys['tour']} is a short tour."

    def draw_score(self) -> None:
        """Draw the score."""
        from jdrewrite.tui.drawing import score

        side, before, now = self.side, self.session.first, self.session.after
        if before is None and self.unread:
            side.show_score(Content.styled(self.unread, "$warning"))
        elif before is None or now is None:
            side.show_score(Content.styled("The score comes when the text is read.", "$secondary"))
        elif self.has_class("under"):
            side.show_score(score.line(before, now, self.session.moved))
        else:
            key = self.desk_app.first_keys["serves"]
            moved, width, lens = self.session.moved, side.size.width - 2, self.session.lens
            read = self.session.desk.assessment
            side.show_score(score.panel(before, now, moved, width, lens, key, read))

    def draw_detail(self) -> None:
        """Draw what there is to say about the current row."""
        from jdrewrite.tui.drawing import detail

        row = self.current
        offers = self.session.offers.get(row.statement.id, ()) if row and row.statement else ()
        app, now, short = self.desk_app, self.session.after, self.has_class("under")
        if now is None:
            self.side.show_detail(Content.styled(self.offer, "$secondary"))
            return
        told = detail.detail(self.session.desk, row, offers, app.first_keys, now, short=short)
        fresh = self.offer if self.sheet.cursor == 0 and not self.session.history.past else ""
        self.side.show_detail(Content.assemble((f"{fresh}\n\n", "$secondary"), told) if fresh else told)
