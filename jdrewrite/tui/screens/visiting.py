"""The result in the user's own editor, and the changes back."""

from __future__ import annotations

from textual.app import SuspendNotSupported

from jdrewrite.editing import NotNow, wholetext
from jdrewrite.editing.drafts import EDITOR
from jdrewrite.editing.takeback import locked, originals, take_back, told
from jdrewrite.editing.verdicts import question_of_lines
from jdrewrite.tui.screens.inplace import InPlace
from jdrewrite.workshop.orders import Judge, Judged

Changes = tuple[wholetext.Change, ...]


class Visiting(InPlace):
    """Leaves the screen to the editor, and has the judge read what comes back."""

    _changes: Changes = ()

    def visit_editor(self) -> None:
        """Open the result in the user's own editor, and have the judge read what changed."""
        from jdrewrite.keeping.own_editor import edited

        desk = self.session.desk
        try:
            with self.app.suspend():
                text = edited(self.session.drafts.get(EDITOR) or wholetext.text(desk), desk.document.title)
        except SuspendNotSupported:
            raise NotNow("Your editor cannot be opened from here.") from None
        self._changes = wholetext.taken_back(wholetext.lines(desk), text)
        # Kept before anybody judges: the file of the editor is gone by now.
        self.session = self.session.drafted(EDITOR, text if self._changes else "")
        self.keep()
        if not self._changes:
            self.say("Nothing was changed.")
            return
        pairs = tuple(zip(originals(desk, self._changes), (c.text for c in self._changes), strict=True))
        self.order("editor", Judge(document=desk.document, function=desk.function, pairs=pairs), "Judging your changes")

    def judged_from_editor(self, answer: Judged) -> None:
        """Take over what passed, and ask for a reason for the rest."""
        changes, self._changes = self._changes, ()
        left = self._taken_over(changes, answer)
        verdicts = dict(zip(changes, answer.verdicts, strict=True))
        held = locked(self.session, left)
        refused = tuple(c for c in left if not verdicts[c].passed and c not in held)
        if not refused:
            return
        asked = question_of_lines([verdicts[c] for c in refused], len(changes))
        again = f"{self.desk_app.first_keys['own_editor']} opens your text again."

        def forced(why: str) -> None:
            self._taken_over(changes, answer, refused, why)

        self.ask_reason(asked, forced, again)

    def _taken_over(self, changes: Changes, answer: Judged, only: Changes | None = None, why: str = "") -> Changes:
        """Take changes over; return those that were left. The text stays in the editor till none is."""
        those = [n for n, change in enumerate(changes) if only is None or change in only]
        gains = [answer.gains[n] if answer.gains else () for n in those]
        some, verdicts = [changes[n] for n in those], [answer.verdicts[n] for n in those]
        session, left = take_back(self.session, some, verdicts, why, gains=gains)
        rest = wholetext.taken_back(wholetext.lines(session.desk), self.session.drafts.get(EDITOR, ""))
        if not rest or not left:
            session = session.drafted(EDITOR, "")
        if session.desk != self.session.desk:
            self.acted(session, told(session, some, left) if left else "")
        else:
            self.session = session
            self.keep()
            self.say(told(session, some, left))
        return left
