"""Export: which format, which file, and a look at what will be written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.visual import Visual
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from jdrewrite.editing.exporting import Target, misnamed, preview, proposed_path, renamed, summary, targets
from jdrewrite.editing.pieces import Piece
from jdrewrite.errors import JdrewriteError
from jdrewrite.keeping.watching import is_original
from jdrewrite.model import Document, Edit
from jdrewrite.tui.drawing.detail import drawn
from jdrewrite.tui.screens.dialogs import Dialog


class ExportScreen(Dialog[tuple[Path, Target] | None]):
    """Returns the path and the format."""

    BINDINGS = [  # noqa: RUF012
        ("escape", "dismiss(None)", "Cancel"),
        ("ctrl+s", "write", "Write"),
        ("tab", "go(1)", "Next"),
        ("shift+tab", "go(-1)", "Previous"),
    ]

    def __init__(
        self,
        document: Document,
        edits: tuple[Edit, ...],
        last: tuple[Path, Target] | None,
        cautions: Sequence[str] = (),
    ) -> None:
        """Make the screen.

        Args:
            document: as it was read.
            edits: the accepted changes.
            last: file and format that were chosen last in this session.
            cautions: what is to be looked at before.
        """
        super().__init__()
        self._document, self._edits = document, edits
        self._cautions = cautions
        self._targets = targets(document)
        self._target = last[1] if last is not None else self._targets[0]
        self._file = last[0] if last is not None else proposed_path(document, self._target)

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Vertical(classes="dialog tall wide") as box:
            box.border_title = "Export"
            yield Static(f"{summary(self._edits)} The original stays as it is.", classes="question")
            if self._cautions:
                yield Static(Content("\n".join(f"! {told}" for told in self._cautions)), classes="cautions")
            with Horizontal(id="export"):
                yield OptionList(*(Option(Content(f"{t.name}  {t.ending}"), id=t.key) for t in self._targets))
                with VerticalScroll():
                    yield Static(id="preview")
            yield Input(str(self._file), id="file")
            yield Static("Enter writes the file, Tab goes to its name, Esc leaves", classes="hint")

    def on_mount(self) -> None:
        """Begin at the format."""
        self.query_one(OptionList).highlighted = self._targets.index(self._target)
        self.query_one(OptionList).focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what would be written in that format, and name the file after it."""
        target = next(t for t in self._targets if t.key == event.option_id)
        if target != self._target:
            self._target = target
            named = self.query_one(Input)
            named.value = renamed(named.value.strip() or str(self._file), self._document, target)
        self._look(target)

    def on_option_list_option_selected(self) -> None:
        """Write."""
        self.action_write()

    def on_input_submitted(self) -> None:
        """Write."""
        self.action_write()

    def action_write(self) -> None:
        """Return file and format; a name that cannot be meant is told, and the screen stays."""
        path = Path(self.query_one(Input).value.strip()).expanduser()
        if not path.name:
            self.notify("The file has no name yet.", severity="error")
        elif is_original(self._document, path):
            self.notify("This is the original, which stays as it is. Choose another name.", severity="error")
        elif told := misnamed(path, self._document, self._target):
            self.notify(told, severity="error")
        else:
            self.dismiss((path, self._target))

    def action_go(self, step: int) -> None:
        """Go on to the next part, or back to the one before."""
        # In the order in which they are needed: the name is not behind the preview, which is only looked at.
        parts = [self.query_one(OptionList), self.query_one(Input), self.query_one(VerticalScroll)]
        at = next((n for n, part in enumerate(parts) if part.has_focus), 0)
        parts[(at + step) % len(parts)].focus()

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _look(self, target: Target) -> None:
        try:
            pieces = preview(self._document, self._edits, target)
        except JdrewriteError as error:
            pieces = (Piece(str(error)),)
        self.app.call_from_thread(self._shown, pieces)

    def _shown(self, pieces: tuple[Piece, ...]) -> None:
        if not self.is_attached:
            return
        shown = self.query_one("#preview", Static)
        shown.update(drawn(pieces))
        first = next((n for n, piece in enumerate(pieces) if piece.tone), 0)
        above = Visual.to_strips(shown, drawn(pieces[:first]), max(1, shown.size.width), None, shown.visual_style)
        pane = self.query_one(VerticalScroll)
        self.call_after_refresh(pane.scroll_to, y=max(0, len(above) - 2) if first else 0, animate=False)
