"""The result in the user's own editor, and the changes back."""

from __future__ import annotations

from functools import partial

from textual.app import SuspendNotSupported

from jdrewrite.editing import NotNow, acts, wholetext
from jdrewrite.editing.takeback import originals, take_back
from jdrewrite.model import Verdict
from jdrewrite.tui.screens.inplace import InPlace
from jdrewrite.workshop.orders import Judge


class Visiting(InPlace):
    """Leaves the screen to the editor, and has the judge read what comes back."""

    _changes: tuple[wholetext.Change, ...] = ()

    def visit_editor(self) -> None:
        """Open the result in the user's own editor, and have the judge read what changed."""
        from jdrewrite.keeping.own_editor import edited

        desk = self.session.desk
        try:
            with self.app.suspend():
                text = edited(wholetext.text(desk), desk.document.title)
        except SuspendNotSupported:
            raise NotNow("Your editor cannot be opened from here.") from None
        self._changes = wholetext.taken_back(wholetext.lines(desk), text)
        if not self._changes:
            self.say("Nothing was changed.")
            return
        pairs = tuple(zip(originals(desk, self._changes), (c.text for c in self._changes), strict=True))
        self.order("editor", Judge(document=desk.document, function=desk.function, pairs=pairs), "Judging your changes")

    def judged_from_editor(self, verdicts: tuple[Verdict, ...]) -> None:
        """Take over what passed, and ask for a reason for the rest."""
        changes, self._changes = self._changes, ()
        before = self.session
        session, left = take_back(before, changes, verdicts)
        if session.desk != before.desk:
            self.acted(session)
        refused = [(c, v) for c, v in zip(changes, verdicts, strict=True) if c in left and not v.passed]
        if not refused:
            return
        told = f"{len(refused)} of {len(changes)} changed lines: {acts.refusal(refused[0][1])}"
        self.ask_reason(told, partial(self._forced, tuple(refused)))

    def _forced(self, refused: tuple[tuple[wholetext.Change, Verdict], ...], why: str) -> None:
        changes, verdicts = zip(*refused, strict=True)
        self.acted(take_back(self.session, changes, verdicts, why)[0])
