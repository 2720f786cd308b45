"""What follows from every action: it is drawn, kept and weighed."""

from __future__ import annotations

from jdrewrite.editing import Session, looking
from jdrewrite.keeping.watching import Stamp, is_changed, stamp
from jdrewrite.tui.messages import Told as Trouble
from jdrewrite.tui.screens.drawn import Drawn
from jdrewrite.tui.widgets.documents import Documents
from jdrewrite.workshop.orders import Weigh


class Board(Drawn):
    """Takes another session over after each action, and has the result weighed and kept."""

    stamp: Stamp | None = None
    """Of the file as it was read."""

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
        self.look_at_file()
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

    def went_back(self, session: Session, told: str) -> None:
        """Take over a session of earlier or later, and go to the line in which it differs: the next key is about it."""
        same = self.session.desk.assessment is session.desk.assessment
        place = looking.touched(self.session.shown, session.shown) if same else None
        self.acted(session, told)
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
        history = self.session.history
        if not trouble and (history.past or history.future) and not self.typing:
            score = after.score.total if after else None
            self.query_one(Documents).note(document.path, document.title, score)
        if trouble:
            self.say(f"Not kept: {trouble}")

    def look_at_file(self) -> None:
        """Look whether somebody else has changed the file meanwhile; it is told once."""
        document, now = self.session.desk.document, stamp(self.session.desk.document)
        if self.stamp is None or now is None or now == self.stamp:
            return
        self.stamp = now

        def look() -> None:
            if is_changed(document):
                keys = self.desk_app.first_keys
                told = f"The file has been changed on the disk since it was read. {keys['export']} asks what to do."
                self.post_message(Trouble(told))

        self.run_worker(look, thread=True, group="watch", exit_on_error=False)

    def weigh(self) -> None:
        """Have the result analysed as a reader of the written file would."""
        desk = self.session.desk
        self.order("score", Weigh(document=desk.document, function=desk.function, edits=desk.edits()), "")
