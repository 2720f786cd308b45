"""A person's own words, and taking back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdrewrite.editing import NotNow, acts
from jdrewrite.tui.commands.base import DOCUMENTS, WRITING, Command
from jdrewrite.workshop.orders import Read

if TYPE_CHECKING:
    from jdrewrite.tui.screens.workspace import Workspace


class Edit(Command):
    """Write this line in your own words, right here; the judge reads along."""

    name, keys, label, group, footer = "edit", "e,enter", "Edit", WRITING, True

    def run(self, at: Workspace) -> None:
        row = at.current
        at.want_assessment()
        if row is None or (row.statement is None and row.proposal is None):
            raise NotNow("There is no line to write.")
        if row.locked:
            raise NotNow("This line is locked. Unlock it first.")
        desk = at.session.desk
        use = row.proposal is not None and desk.decision(row.proposal.id).state != "rejected"
        at.open_editor(row, desk.text_of(row.proposal) if use and row.proposal else row.text, new=False)


class AddLine(Command):
    """Write a new line below this one."""

    name, keys, label, group = "add_line", "i", "New line below", WRITING

    def run(self, at: Workspace) -> None:
        at.want_assessment()
        if at.current is None:
            raise NotNow("There is no line below which it could be.")
        at.open_editor(at.current, "", new=True)


class Note(Command):
    """Write a note at this line; it stays in the library and is not exported."""

    name, keys, label, group = "note", "m", "Note", WRITING

    def run(self, at: Workspace) -> None:
        row = at.current
        if row is None or row.statement is None:
            raise NotNow("Notes go to lines of the document.")
        at.ask(
            "Your note at this line (empty takes it away)",
            row.note,
            lambda text: at.acted(acts.note(at.session, row, text)),
        )


class Lock(Command):
    """Lock this line, so that nobody changes it by mistake, or unlock it."""

    name, keys, label, group = "lock", "l", "Lock or unlock", WRITING

    def run(self, at: Workspace) -> None:
        at.acted(acts.lock(at.session, at.current))


class Undo(Command):
    """Take the last action back, as often as you like, whatever it was; the cursor goes to its line."""

    name, keys, label, group, footer = "undo", "u,ctrl+z", "Undo", WRITING, True

    def run(self, at: Workspace) -> None:
        if not at.session.history.past:
            at.want_assessment()  # what was done the last time comes once the text is read
        session, did = acts.undo(at.session)
        at.went_back(session, f"Undone: {did}.")


class Redo(Command):
    """Do again what was undone."""

    name, keys, label, group = "redo", "ctrl+y,ctrl+r", "Redo", WRITING

    def run(self, at: Workspace) -> None:
        session, did = acts.redo(at.session)
        at.went_back(session, f"Done again: {did}.")


class OwnEditor(Command):
    """Open the result in your own editor ($VISUAL, $EDITOR) and take the changes back."""

    name, keys, label, group = "own_editor", "O", "Your own editor", WRITING

    def run(self, at: Workspace) -> None:
        at.want_assessment()
        at.visit_editor()


class Title(Command):
    """Correct the job's title; function, advice and proposals follow it."""

    name, keys, label, group = "title", "T", "Title", DOCUMENTS

    def run(self, at: Workspace) -> None:
        at.want_read()
        title = at.session.desk.document.title
        at.ask("What is the title of this job?", title, at.correct_title, "The file itself stays as it is.")


class Serves(Command):
    """Say whom this job serves, where the text does not; every proposal follows it."""

    name, keys, label, group = "serves", "W", "Whom it serves", DOCUMENTS

    def run(self, at: Workspace) -> None:
        at.want_read()
        hint = "A plural as it reads in a sentence, such as county auditors. Empty leaves it to the text."
        at.ask("Whom does this job serve?", at.session.desk.document.serves, at.correct_served, hint)


class Function(Command):
    """Correct the function that this job belongs to; all advice follows it."""

    name, keys, label, group = "function", "F", "Function", DOCUMENTS

    def run(self, at: Workspace) -> None:
        from jdrewrite.editing.functions import choices

        at.want_assessment()

        def chosen(slug: str) -> None:
            order = Read(document=at.session.desk.document, function=slug)
            at.order("analysis", order, "Reading the text for another function")

        at.choose("Which function does this job belong to?", choices(), chosen, find=True)
