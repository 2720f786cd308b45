"""What customers say of the work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jdrewrite.editing import NotNow
from jdrewrite.tui.commands.base import LOOKING, Command

if TYPE_CHECKING:
    from jdrewrite.tui.screens.workspace import Workspace


class Voice(Command):
    """See what customers say of this work, by topic. The first time, name the file with their comments."""

    name, keys, label, group = "voice", "V", "What customers say", LOOKING

    def run(self, at: Workspace) -> None:
        at.want_assessment()
        if at.desk_app.heard is not None:
            self._show(at, "")
            return
        hint = "A table with a comment a row: .csv, .xlsx or .jsonl. It stays on this machine; names are masked."
        at.ask("Which file holds what customers said?", "", lambda path: self._named(at, path), hint)

    def _named(self, at: Workspace, path: str) -> None:
        if not path:
            raise NotNow("No file was named.")
        self._show(at, str(Path(path).expanduser()))

    @staticmethod
    def _show(at: Workspace, path: str) -> None:
        from jdrewrite.tui.screens.hearing import VoiceScreen

        assessment = at.session.desk.assessment
        assert assessment is not None  # noqa: S101 - it was waited for
        at.app.push_screen(VoiceScreen(assessment, path), at.heard_of)
