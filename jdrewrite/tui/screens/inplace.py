"""Writing a line right where it stands, while the judge and the analysis read along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from textual.content import Content

from jdrewrite.editing import SIGNS, Row, acts, verdicts
from jdrewrite.editing.drafts import place_of
from jdrewrite.editing.session import scored
from jdrewrite.errors import ProposalRefused
from jdrewrite.model import Assessment, Lens, Verdict
from jdrewrite.tui.screens.finding import Finding
from jdrewrite.workshop.orders import Judge, Judged, Weigh

if TYPE_CHECKING:
    from jdrewrite.tui.widgets.line_editor import LineEditor


class Writing(msgspec.Struct, frozen=True, kw_only=True):
    """What is being written."""

    row: Row
    new: bool
    """A new line below the row."""
    original: str | None
    """Before which the judge holds the text; None for a new line."""
    text: str = ""
    verdict: Verdict | None = None
    gains: tuple[Lens, ...] = ()
    """Through which lenses it says more than the line did."""
    kept: bool = False
    """The person wants it, the judge has not read it yet."""
    begun: str = ""
    """With what the box began."""
    own: str = ""
    """With what it begins where nothing was typed before."""


class InPlace(Finding):
    """The box over a line."""

    writing: Writing | None = None

    @property
    def editor(self) -> LineEditor:
        """The box; it is always there, and seen while a line is written."""
        from jdrewrite.tui.widgets.line_editor import LineEditor

        return self.query_one(LineEditor)

    @property
    def typing(self) -> bool:
        """Whether keys go into a text."""
        return self.writing is not None or super().typing

    def open_editor(self, row: Row, text: str, *, new: bool) -> None:
        """Open the box over the current row."""
        added = row.proposal is not None and row.proposal.original is None
        whole = row.proposal.original if row.proposal is not None and row.proposal.original else row.original
        place = place_of(row, new=new)
        before, own = self.session.drafts.get(place, ""), text
        text = before or own
        self.writing = Writing(row=row, new=new, original=None if new or added else whole, begun=text, own=own)
        top, height = self.sheet.place_of_row()
        left = self.sheet.before_text - 2
        title = "A new line" if new else "Your words"
        self.editor.begin(text, f"{title}, as you left it" if before else title, (left, top + (height if new else -1)))
        self.draw_keys()

    def on_line_editor_draft(self, message: LineEditor.Draft) -> None:
        """Keep what is being typed: nothing is lost with the terminal."""
        writing = self.writing
        if writing is not None and message.text != writing.begun:
            self._drafted(writing, message.text)

    def _drafted(self, writing: Writing, text: str) -> None:
        session = self.session.drafted(place_of(writing.row, new=writing.new), text)
        if session.drafts != self.session.drafts:
            self.session = session
            self.keep()

    def on_line_editor_typed(self, message: LineEditor.Typed) -> None:
        """Have what was typed judged and weighed."""
        if self.writing is not None:
            self._judge(message.text, "live")

    def on_line_editor_kept(self, message: LineEditor.Kept) -> None:
        """Take the words over, as soon as the judge has read them."""
        writing = self.writing
        if writing is None:
            return
        if (message.text == writing.row.text and not writing.new) or (not message.text and writing.original is None):
            self._close()
            self._drafted(writing, "")
        elif message.text == writing.text and writing.verdict is not None:
            self.writing = msgspec.structs.replace(writing, kept=True)
            self._take_over(writing.verdict)
        else:
            self.writing = msgspec.structs.replace(writing, kept=True)
            self._judge(message.text, "own")

    def on_line_editor_left(self, message: LineEditor.Left) -> None:
        """Leave the line as it was; what was typed is there whenever the box is opened again, unless it is empty."""
        writing = self.writing
        self._close()
        if writing is None:
            return
        typed = message.text if message.text != writing.own else ""
        self._drafted(writing, typed)
        self.say(f"Left as it was. {self._again(writing)}" if typed else "Left as it was.")

    def _again(self, writing: Writing) -> str:
        key = self.desk_app.first_keys["add_line" if writing.new else "edit"]
        return f"{key} brings back what you typed."

    def judged(self, group: str, answer: Judged) -> None:
        """Show what the judge says, or take the words over where they were kept."""
        if group == "editor":
            self.judged_from_editor(answer)
        elif self.writing is not None and answer.verdicts:
            found = answer.verdicts[0]
            gains = answer.gains[0] if answer.gains else ()
            self.writing = msgspec.structs.replace(self.writing, verdict=found, gains=gains)
            if self.writing.kept:
                self._take_over(found)
            elif self.writing.text or self.writing.original is not None:  # of an emptied line all is lost
                self._show(self.writing, found)

    def _show(self, writing: Writing, found: Verdict) -> None:
        """Show at the right, and below the box, what the judge says of the words so far."""
        from jdrewrite.tui.drawing.detail import diff, verdict

        parts = diff(writing.original or "", writing.text)
        told = Content.assemble(("Your words\n\n", "bold $primary"), *parts, "\n\n", *verdict(found))
        self.side.show_detail(told)
        self._subtitle(found)

    def weighed_live(self, after: Assessment) -> None:
        """Show what the typed text would do to the score."""
        if self.writing is not None and self.session.after is not None and self.session.desk.assessment is not None:
            now, self.session = self.session, scored(self.session, after)
            self.draw_score()
            self.session = now

    def judged_from_editor(self, answer: Judged) -> None:
        """Take over what came from the person's own editor."""
        raise NotImplementedError

    def _judge(self, text: str, group: str) -> None:
        writing, desk = self.writing, self.session.desk
        if writing is None or desk.assessment is None:
            return
        self.writing = msgspec.structs.replace(writing, text=text, verdict=None, gains=())
        if not text and writing.original is None:  # an empty new line: there is nothing to judge
            self.draw_detail()
            self.editor.border_subtitle = ""
            return
        pairs = ((writing.original, text),)
        self.order(group, Judge(document=desk.document, function=desk.function, pairs=pairs), "")
        if group == "live":
            edits = acts.trial(self.session, writing.row, text, new=writing.new)
            self.order("live-score", Weigh(document=desk.document, function=desk.function, edits=edits), "")

    def _take_over(self, found: Verdict) -> None:
        writing = self.writing
        self._close()
        if writing is None:
            return
        act = acts.add_line if writing.new else acts.reword
        place = place_of(writing.row, new=writing.new)

        def put(why: str = "") -> None:
            session = act(self.session, writing.row, writing.text, found, why, gains=writing.gains)
            self.acted(session.drafted(place, ""))

        try:
            put()
        except ProposalRefused:
            self._drafted(writing, writing.text)
            self.ask_reason(verdicts.question(found), put, self._again(writing))

    def _subtitle(self, found: Verdict) -> None:
        told = verdicts.refusal(found) or verdicts.approval(found)
        sign = SIGNS["accepted" if found.passed else "doubtful" if found.doubtful else "failed"]
        self.editor.border_subtitle = f"{sign} {told}"
        self.editor.set_class(not found.passed and not found.doubtful, "refused")
        self.editor.set_class(found.doubtful, "doubtful")

    def _close(self) -> None:
        self.writing = None
        self.editor.end()
        self.sheet.focus()
        self.draw_score()
        self.draw_detail()
        self.draw_keys()
