"""Writing a line right where it stands, while the judge and the analysis read along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from textual.content import Content

from jdrewrite.editing import Row, acts
from jdrewrite.editing.session import scored
from jdrewrite.errors import ProposalRefused
from jdrewrite.model import Assessment, Verdict
from jdrewrite.tui.screens.finding import Finding
from jdrewrite.workshop.orders import Judge, Weigh

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
    kept: bool = False
    """The person wants it, the judge has not read it yet."""


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
        self.writing = Writing(row=row, new=new, original=None if new or added else whole)
        top, height = self.sheet.place_of_row()
        left = self.sheet.before_text - 2
        self.editor.begin(text, "A new line" if new else "Your words", (left, top + (height if new else -1)))
        self.draw_keys()

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
        elif message.text == writing.text and writing.verdict is not None:
            self.writing = msgspec.structs.replace(writing, kept=True)
            self._take_over(writing.verdict)
        else:
            self.writing = msgspec.structs.replace(writing, kept=True)
            self._judge(message.text, "own")

    def on_line_editor_left(self) -> None:
        """Leave the line as it was."""
        self._close()
        self.say("Left as it was.")

    def judged(self, group: str, verdicts: tuple[Verdict, ...]) -> None:
        """Show what the judge says, or take the words over where they were kept."""
        if group == "editor":
            self.judged_from_editor(verdicts)
        elif self.writing is not None:
            self.writing = msgspec.structs.replace(self.writing, verdict=verdicts[0])
            if self.writing.kept:
                self._take_over(verdicts[0])
            else:
                from jdrewrite.tui.drawing.detail import diff, verdict

                parts = diff(self.writing.original or "", self.writing.text)
                self.side.show_detail(
                    Content.assemble(("Your words\n\n", "bold $primary"), *parts, "\n\n", *verdict(verdicts[0]))
                )
                self._subtitle(acts.refusal(verdicts[0]) or "nothing lost, nothing invented", verdicts[0].passed)

    def weighed_live(self, after: Assessment) -> None:
        """Show what the typed text would do to the score."""
        if self.writing is not None and self.session.after is not None and self.session.desk.assessment is not None:
            now, self.session = self.session, scored(self.session, after)
            self.draw_score()
            self.session = now

    def judged_from_editor(self, verdicts: tuple[Verdict, ...]) -> None:
        """Take over what came from the person's own editor."""
        raise NotImplementedError

    def _judge(self, text: str, group: str) -> None:
        writing, desk = self.writing, self.session.desk
        if writing is None or desk.assessment is None:
            return
        self.writing = msgspec.structs.replace(writing, text=text, verdict=None)
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
        put = acts.add_line if writing.new else acts.reword
        try:
            self.acted(put(self.session, writing.row, writing.text, found))
        except ProposalRefused:
            self.ask_reason(
                acts.refusal(found),
                lambda why: self.acted(put(self.session, writing.row, writing.text, found, why)),
            )

    def _subtitle(self, told: str, passed: bool) -> None:
        self.editor.border_subtitle = f"{'✓' if passed else '✗'} {told}"
        self.editor.set_class(not passed, "refused")

    def _close(self) -> None:
        self.writing = None
        self.editor.end()
        self.sheet.focus()
        self.draw_score()
        self.draw_detail()
        self.draw_keys()
