"""The actions of the editor, one method for each row of the table of commands."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from jdrewrite import catalogue
from jdrewrite.documents import write
from jdrewrite.editing.own import written
from jdrewrite.errors import JdrewriteError, OutputExists, ProposalRefused
from jdrewrite.model import Proposal, Verdict
from jdrewrite.tui.screens.dialogs import AskDialog, ChooseDialog, EditDialog
from jdrewrite.tui.screens.help import HelpScreen
from jdrewrite.tui.widgets.text_view import TextView

if TYPE_CHECKING:
    from jdrewrite.editing import View
    from jdrewrite.tui.screens.editor import EditorScreen

_VIEWS: dict[View, tuple[View, str]] = {
    "compare": ("review", "the text with its marks"),
    "review": ("original", "the text as it came"),
    "original": ("result", "the text as it will be written"),
    "result": ("review", "the text with its marks"),
}


class EditorActions:
    """Mixed into the editor screen."""

    @property
    def _me(self) -> EditorScreen:
        return cast("EditorScreen", self)

    def _proposal(self) -> Proposal | None:
        row = self._me.current
        if row is None or row.proposal is None:
            self._me.notify("There is no proposal for this line. n goes to the next one.")
            return None
        return row.proposal

    def _go(self, step: int) -> None:
        view = self._me.query_one(TextView)
        place, count = view.highlighted or 0, len(self._me.shown)
        for distance in range(1, count + 1):
            at = (place + step * distance) % count
            proposal = self._me.shown[at].proposal
            if proposal is not None and self._me.history.now.decision(proposal.id).state == "open":
                view.highlighted = at
                return
        self._me.notify("No open proposal is left. s saves the result.")

    def action_next(self) -> None:
        """Go to the next open proposal."""
        self._go(1)

    def action_previous(self) -> None:
        """Go to the open proposal before."""
        self._go(-1)

    def action_accept(self) -> None:
        """Accept the current proposal; a refused one asks for a reason."""
        proposal = self._proposal()
        if proposal is None:
            return
        try:
            self._me.moved_to(self._me.history.moved(self._me.history.now.accepted(proposal.id)))
            self._go(1)
        except ProposalRefused:
            verdict = self._me.history.now.verdict_of(proposal)
            if verdict is not None:
                self._ask_override(proposal.id, None, verdict)

    def action_reject(self) -> None:
        """Reject the current proposal."""
        proposal = self._proposal()
        if proposal is not None:
            self._me.moved_to(self._me.history.moved(self._me.history.now.rejected(proposal.id)))
            self._go(1)

    def action_accept_kind(self) -> None:
        """Accept all open proposals of the current one's kind."""
        proposal = self._proposal()
        if proposal is not None:
            self._me.moved_to(self._me.history.moved(self._me.history.now.all_accepted(proposal.kind)))

    def action_undo(self) -> None:
        """Take the last action back."""
        self._me.moved_to(self._me.history.undone())

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._me.moved_to(self._me.history.redone())

    def action_view(self) -> None:
        """Show the next of the three views."""
        self._me.view, told = _VIEWS[self._me.view]
        self._me.refresh_rows()
        self._me.notify(f"You see {told}.")

    def action_edit(self) -> None:
        """Edit the current line."""
        row, desk = self._me.current, self._me.history.now
        if row is None or desk.assessment is None or (row.statement is None and row.proposal is None):
            self._me.notify("The text is still being read.")
            return
        proposal = row.proposal
        target = proposal.id if proposal else cast("Any", row.statement).id
        original = proposal.original if proposal else cast("Any", row.statement).text
        context = desk.assessment
        start = desk.text_of(proposal) if proposal else row.text

        def done(text: str | None) -> None:
            if text and text != original:
                self._me.start_judging(target, original, text, context)

        self._me.app.push_screen(EditDialog(start), done)

    def take_words(self, target: str, text: str, verdict: Verdict, override: str = "") -> None:
        """Put a person's own words on the desk; ask for a reason where the judge refused them."""
        desk = self._me.history.now
        try:
            if desk.assessment is not None and any(s.id == target for s in desk.assessment.statements):
                desk = written(desk, desk.assessment.statement(target), text, verdict, override=override)
            else:
                desk = desk.reworded(target, text, verdict, override=override)
            self._me.moved_to(self._me.history.moved(desk))
        except ProposalRefused:
            self._ask_override(target, text, verdict)

    def _ask_override(self, target: str, text: str | None, verdict: Verdict) -> None:
        facts = (*verdict.lost, *verdict.invented, *verdict.changed)
        why = "; ".join(f"{fact.check}: {fact.text}" for fact in facts[:4])

        def done(reason: str | None) -> None:
            if not reason:
                self._me.notify("Left as it was.")
            elif text is None:
                desk = self._me.history.now.accepted(target, override=reason)
                self._me.moved_to(self._me.history.moved(desk))
            else:
                self.take_words(target, text, verdict, override=reason)

        question = f"The judge refused this wording ({why}). Why should it stand all the same?"
        self._me.app.push_screen(
            AskDialog(question, hint="Your reason is recorded. Escape leaves the line as it was."), done
        )

    def action_function(self) -> None:
        """Choose another function and read everything anew."""
        choices = [(slug, entry.name) for slug, entry in catalogue.functions().items()]

        def done(slug: str | None) -> None:
            if slug:
                self._me.start_analysis(self._me.history.now.document, slug)

        self._me.app.push_screen(ChooseDialog("Which function does this job belong to?", choices), done)

    def action_save(self) -> None:
        """Save to the file of the last time, or ask for one."""
        if self._me.target is None:
            self.action_save_as()
        else:
            self._save(self._me.target, force=True)

    def action_save_as(self) -> None:
        """Ask for a file and save."""
        source = Path(self._me.history.now.document.path)
        proposed = self._me.target or source.with_name(f"{source.stem}.rewritten{source.suffix}")

        def done(answer: str | None) -> None:
            if answer:
                self._save(Path(answer).expanduser(), force=False)

        self._me.app.push_screen(AskDialog("Write the result to which file?", str(proposed)), done)

    def _save(self, target: Path, *, force: bool) -> None:
        desk = self._me.history.now
        try:
            write(desk.document, desk.edits(), target, force=force)
        except OutputExists:
            self._ask_overwrite(target)
        except JdrewriteError as error:
            self._me.notify(str(error), severity="error", timeout=10)
        else:
            self._me.target = target
            self._me.history = self._me.history.kept()
            self._me.notify(f"Written to {target}.")

    def _ask_overwrite(self, target: Path) -> None:
        def done(answer: str | None) -> None:
            if answer == "yes":
                self._save(target, force=True)

        choices = [("no", "No, keep that file"), ("yes", "Yes, overwrite it")]
        self._me.app.push_screen(ChooseDialog(f"{target} is there already. Overwrite it?", choices), done)

    def action_theme(self) -> None:
        """Switch between dark and light."""
        app = self._me.app
        app.theme = "textual-light" if app.theme != "textual-light" else "textual-dark"

    def action_help(self) -> None:
        """Show keys and signs."""
        self._me.app.push_screen(HelpScreen())

    def action_leave(self) -> None:
        """Quit; ask first where accepted changes are in no file."""
        if not self._me.history.unsaved:
            self._me.app.exit()
            return

        def done(answer: str | None) -> None:
            if answer == "leave":
                self._me.app.exit()
            elif answer == "save":
                self.action_save()

        choices = [("save", "Save first"), ("leave", "Leave without saving"), ("stay", "Stay here")]
        self._me.app.push_screen(ChooseDialog("Accepted changes are not saved. What now?", choices), done)
