"""What follows from every action: it is drawn, kept and weighed."""

from __future__ import annotations

from jdrewrite.editing import Session, looking
from jdrewrite.tui.screens.drawn import Drawn
from jdrewrite.tui.widgets.documents import Documents
from jdrewrite.workshop.orders import Weigh


class Board(Drawn):
    """Takes another session over after each action, and has the result weighed and kept."""

    def look(self, session: Session) -> None:
        """Take over a session in which only the view is another, and stay on the same row."""
        row = self.current
        self.session = session
        self.redraw(row.key if row else "")

    def acted(self, session: Session, told: str = "") -> None:
        """Take over a session after an action: draw it, keep it, have the result weighed."""
        row, before = self.current, self.session.desk
        self.session = session
        past = session.history.past
        self.say(told or (f"You {past[-1].did}." if past else ""))
        self.redraw(row.key if row else "")
        self.keep()
        now = session.desk
        again = before.assessment is not None and before.assessment is not now.assessment
        if now.assessment is not None and (again or now.edits() != before.edits()):
            self.weigh()

    def decided(self, session: Session) -> None:
        """Take over a session after a decision, and go on to the next open proposal."""
        self.acted(session)
        place = looking.next_place(self.sheet.rows, self.sheet.cursor, 1, looking.is_open)
        if place is not None:
            self.sheet.go_to(place)

    def keep(self) -> None:
        """Have the session kept in the library."""
        self.kept = False
        self.desk_app.keeper.keep(self.session.desk.document, self.session)
        self.draw_title()

    def kept_now(self, trouble: str) -> None:
        """Tell that the session lies in the library, or why it does not."""
        self.kept = not trouble
        self.draw_title()
        document, after = self.session.desk.document, self.session.after
        if not trouble and self.session.history.past:
            score = after.score.total if after else None
            self.query_one(Documents).note(document.path, document.title, score)
        if trouble:
            self.say(f"Not kept: {trouble}")

    def weigh(self) -> None:
        """Have the result analysed as a reader of the written file would."""
        desk = self.session.desk
        self.order("score", Weigh(document=desk.document, function=desk.function, edits=desk.edits()), "")
