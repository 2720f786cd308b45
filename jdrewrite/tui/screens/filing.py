"""Out of the screen and back: files and other documents."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from jdrewrite.documents import write
from jdrewrite.editing.exporting import cautions, remarks
from jdrewrite.editing.session import left
from jdrewrite.errors import JdrewriteError, OutputExists
from jdrewrite.keeping.watching import ALL_THE_SAME, CHOICES, READ, is_changed
from jdrewrite.tui.files import documents_at
from jdrewrite.tui.messages import Reread, Stale, Told, Turned, Wrote
from jdrewrite.tui.panes import Panes
from jdrewrite.tui.screens.visiting import Visiting

if TYPE_CHECKING:
    from jdrewrite.editing.exporting import Target
    from jdrewrite.tui.screens.workspace import Workspace
    from jdrewrite.tui.widgets.splitter import Splitter


class Filing(Visiting):
    """Exports, opens other documents, leaves."""

    written: tuple[Path, Target] | None = None
    """File and format of the last export."""

    def export(self, begin: tuple[Path, Target] | None = None) -> None:
        """Ask for format and file, and write.

        Args:
            begin: what is proposed; those of the last export unless told.
        """
        from jdrewrite.tui.screens.export import ExportScreen

        def chosen(answer: tuple[Path, Target] | None) -> None:
            if answer is not None:
                self.trying(partial(self._write, *answer))

        desk = self.session.desk
        screen = ExportScreen(desk.document, desk.edits(), begin or self.written, cautions(desk))
        self.app.push_screen(screen, chosen)

    def _write(self, path: Path, target: Target, *, force: bool = False, anyway: bool = False) -> None:
        desk = self.session.desk
        edits, clean = desk.edits(), not target.tracked

        def written() -> None:
            if not anyway and is_changed(desk.document):
                self.post_message(Stale(partial(self._write, path, target, force=force, anyway=True)))
                return
            error = None
            try:
                write(desk.document, edits, path, force=force, format=target.format, clean=clean)
            except JdrewriteError as found:
                error = found
            self.post_message(Wrote(path, target, error))

        self.job_begun("export", f"Writing {path.name}")
        # A file is written whole or not at all, so this one job is not stopped half way.
        self.run_worker(written, thread=True, group="export", exit_on_error=False)

    def on_wrote(self, message: Wrote) -> None:
        """Tell where the file is; where another one is there already, ask."""
        self.job_over("export")
        path, target, error = message.path, message.target, message.error
        if error is None:
            self.written = path, target
            self.say(f"Written to {path}, as {target.name}.")
            for told in remarks(self.session.desk.document, self.session.desk.edits(), target):
                self.notify(told, severity="warning", timeout=12)
        elif isinstance(error, OutputExists):
            choices = [("no", "No, under another name"), ("yes", "Yes, overwrite it")]
            again = partial(self._write, path, target, force=True, anyway=True)
            other = partial(self.export, (path, target))
            self.say("Nothing is written.")
            question = f"{path} is there already. Overwrite it?"
            self.choose(question, choices, lambda choice: again() if choice == "yes" else other())
        else:
            self.notify(str(error), severity="error", timeout=12)

    def on_stale(self, message: Stale) -> None:
        """Ask what to do with a file that somebody else has changed."""
        self.job_over("export")

        def chosen(choice: str) -> None:
            if choice == READ:
                self.read_again()
            elif choice == ALL_THE_SAME:
                message.then()

        self.choose("The file has been changed on the disk since it was read. What now?", CHOICES, chosen)

    def read_again(self) -> None:
        """Read the file once more; what was decided goes to the lines that are still there."""
        path, keeper = self.session.desk.document.path, self.desk_app.keeper

        def again() -> None:
            keeper.flush()
            try:
                self.post_message(Reread(documents_at(path)[0]))
            except JdrewriteError as error:
                self.post_message(Told(str(error), bad=True))

        self.job_begun("opening", "Reading the file again")
        self.run_worker(again, thread=True, group="opening", exclusive=True, exit_on_error=False)

    def on_reread(self, message: Reread) -> None:
        """Go on with the file as it is now."""
        self.job_over("opening")
        self.desk_app.open_document(message.document, left(self.session))

    def open_documents(self) -> None:
        """Go to the documents pane, unfolded where it was folded."""
        from jdrewrite.tui.widgets.documents import Documents

        if not self.panes.laid(self.size.width, self.size.height).left:
            self.set_panes(self.panes.folded("left", self.size.width))
        self.query_one(Documents).refresh_known()
        self.query_one(Documents).focus()

    def toggle_done(self) -> None:
        """Mark the document as done, or as in work again."""
        document, shelf = self.session.desk.document, self.desk_app.shelf

        def turned() -> None:
            try:
                self.post_message(Turned(done=shelf.turn(document)))
            except JdrewriteError as error:
                self.post_message(Told(str(error), bad=True))

        self.run_worker(turned, thread=True, group="finish", exit_on_error=False)

    def on_turned(self, message: Turned) -> None:
        """Tell that it is done, once it is."""
        self.say("Marked as done." if message.done else "In work again.")

    def leave(self) -> None:
        """Leave; ask first where nothing keeps the work."""
        if self.kept or not self.session.history.unsaved:
            self.app.exit()
            return
        choices = [("stay", "Stay here"), ("export", "Export first"), ("leave", "Leave, and lose the changes")]

        def chosen(choice: str) -> None:
            if choice == "leave":
                self.app.exit()
            elif choice == "export":
                self.export()

        self.choose("Your changes could not be kept in the library. What now?", choices, chosen)

    def on_splitter_dragged(self, message: Splitter.Dragged) -> None:
        """Follow the mouse."""
        by = message.by if message.side == "left" else -message.by
        self.set_panes(self.panes.resized(message.side, by, self.size.width))

    def on_sheet_chosen(self) -> None:
        """Edit the line that was clicked twice."""
        from jdrewrite.tui.commands.writing import Edit

        self.trying(partial(Edit().run, cast("Workspace", self)))

    def set_panes(self, panes: Panes) -> None:
        """Arrange the panes. Filled in by the workspace."""
        raise NotImplementedError
