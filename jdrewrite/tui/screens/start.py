"""The start screen: choose a job description from the folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import DirectoryTree, Footer, Header, Static

from jdrewrite.documents import FORMATS

_ENDINGS = {ending for entry in FORMATS.values() for ending in entry.endings if ending}


class Readable(DirectoryTree):
    """The folder, with only what can be read."""

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Keep folders and files of a format that is read."""
        return [p for p in paths if not p.name.startswith(".") and (p.is_dir() or p.suffix.lower() in _ENDINGS)]


class StartScreen(Screen[str]):
    """Choose a file."""

    BINDINGS = [("q", "app.quit", "Quit")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Header()
        yield Static(
            "Choose a job description (Word, Markdown or text) with the arrow keys and Enter.",
            classes="question",
        )
        yield Readable(Path.cwd())
        yield Footer()

    def on_directory_tree_file_selected(self, event: DirectoryTree.FileSelected) -> None:
        """Return the chosen path."""
        self.dismiss(str(event.path))
