"""Out of the program: files, the clipboard; and leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jdrewrite.editing import NotNow, wholetext
from jdrewrite.tui.commands.base import DOCUMENTS, SAVING, Command

if TYPE_CHECKING:
    from jdrewrite.tui.screens.workspace import Workspace


class Export(Command):
    """Write the result to a file, in any format, after a look at what will be written."""

    name, keys, label, group, footer = "export", "S,ctrl+s", "Export", SAVING, True

    def run(self, at: Workspace) -> None:
        at.export()


class CopyLine(Command):
    """Copy this line to the clipboard; works over SSH."""

    name, keys, label, group = "copy_line", "y", "Copy line", SAVING

    def run(self, at: Workspace) -> None:
        if at.current is None:
            raise NotNow("There is no line to copy.")
        at.app.copy_to_clipboard(at.current.text)
        at.say("The line is on the clipboard.")


class CopyAll(Command):
    """Copy the whole result to the clipboard, as plain text."""

    name, keys, label, group = "copy_all", "Y", "Copy the result", SAVING

    def run(self, at: Workspace) -> None:
        at.app.copy_to_clipboard(wholetext.text(at.session.desk))
        at.say("The whole result is on the clipboard, as plain text.")


class Finished(Command):
    """Mark this document as done, or as in work again."""

    name, keys, label, group = "done", "M", "Mark as done", DOCUMENTS

    def run(self, at: Workspace) -> None:
        at.toggle_done()


class Open(Command):
    """Go to the documents: this folder, recent files, the library."""

    name, keys, label, group, wide = "open", "o", "Open", DOCUMENTS, True

    def run(self, at: Workspace) -> None:
        at.open_documents()


class OpenPath(Command):
    """Open a file by its path."""

    name, keys, label, group = "open_path", "ctrl+o", "Open a path", DOCUMENTS

    def run(self, at: Workspace) -> None:
        at.ask("Which file?", "", at.open_path)


class Quit(Command):
    """Leave. Your work is in the library and waits for you."""

    name, keys, label, group, footer = "quit", "q", "Quit", DOCUMENTS, True

    def run(self, at: Workspace) -> None:
        at.leave()
