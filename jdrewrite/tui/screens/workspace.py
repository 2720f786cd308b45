"""The workspace: documents on the left, the job description in the middle, what there is to say on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.worker import Worker, WorkerState

from jdrewrite.editing.notnow import NotNow
from jdrewrite.errors import JdrewriteError
from jdrewrite.tui.commands import COMMANDS
from jdrewrite.tui.messages import Told
from jdrewrite.tui.panes import Panes
from jdrewrite.tui.screens.filing import Filing
from jdrewrite.tui.widgets.bars import StatusBar, TitleBar
from jdrewrite.tui.widgets.documents import Documents
from jdrewrite.tui.widgets.key_bar import KeyBar
from jdrewrite.tui.widgets.line_editor import LineEditor
from jdrewrite.tui.widgets.sheet import Sheet
from jdrewrite.tui.widgets.side import Side
from jdrewrite.tui.widgets.splitter import Splitter

WRITING = (("", "Enter", "Keep", True), ("", "Esc", "Leave it as it was", True), ("", "Ctrl-Z", "Undo typing", True))
FINDING = (("", "Enter", "Next place", True), ("", "Esc", "End", True))


class Workspace(Filing):
    """One job description being edited."""

    BINDINGS = [  # noqa: RUF012 - Textual's own form
        *(
            Binding(c.keys, f"command('{name}')", c.label, id=name, show=c.footer, tooltip=c.help())
            for name, c in COMMANDS.items()
        ),
        Binding("escape", "stop", "Stop", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        app, here = self.desk_app, str(Path(self.session.desk.document.path).resolve())
        yield TitleBar(id="title")
        with Container(id="body"):
            yield Documents(Path.cwd(), app.state.recent, app.shelf, here)
            yield Splitter("left")
            with Container(id="desk"):
                with Container(id="middle"):
                    yield Sheet()
                    yield LineEditor()
                yield Splitter("right")
                yield Side(app.first_keys["more"])
        yield StatusBar(id="status")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the text, and begin to read it."""
        self.set_panes(Panes(left=self.desk_app.state.left, right=self.desk_app.state.right))
        self.redraw()
        self.sheet.focus()
        for told in self.session.desk.document.notes:
            self.notify(f"{told[:1].upper()}{told[1:]}.", timeout=12)
        self.begin()

    def action_command(self, name: str) -> None:
        """Do a command of the table."""
        self.trying(partial(COMMANDS[name].run, self))

    def draw_keys(self) -> None:
        """Show in the line at the bottom what can be done here; what makes no sense on this line stands back."""
        if self.typing:
            self.query_one(KeyBar).show(WRITING if self.writing is not None else FINDING)
            return
        keys = self.desk_app.first_keys
        items = [(n, keys[n], c.label, c.possible(self)) for n, c in COMMANDS.items() if c.footer or c.wide]
        self.query_one(KeyBar).show(items, {n for n, c in COMMANDS.items() if c.wide})

    def on_key_bar_pressed(self, message: KeyBar.Pressed) -> None:
        """Do the command that was clicked."""
        self.action_command(message.name)

    def trying(self, act: Callable[[], None]) -> None:
        """Do something; where it cannot be done, say why. What the user wrote stays on the screen."""
        try:
            act()
        except NotNow as told:
            self.say(str(told))
        except JdrewriteError as error:
            self.notify(str(error), severity="error", timeout=12)

    def action_stop(self) -> None:
        """Stop what goes on; else leave a filter or the documents pane."""
        if self.stop_jobs():
            read = self.session.desk.assessment is not None
            again = f"{self.desk_app.first_keys['read_again']} reads the text."
            self.say(f"Stopped. {'What was there before is there still.' if read else again}")
        elif self.session.lens is not None:
            self.look(self.session.looking(lens=None))
        else:
            self.sheet.focus()

    def set_panes(self, panes: Panes) -> None:
        """Arrange the panes."""
        self.panes = panes
        layout = panes.laid(self.app.size.width, self.app.size.height)
        self.set_class(bool(layout.under), "under")
        documents, side = self.query_one("#documents"), self.query_one("#side")
        documents.display, documents.styles.width = bool(layout.left), layout.left or 1
        documents.set_class(layout.floating, "floating")
        self.query_one("#split-left").display = bool(layout.left) and not layout.floating
        side.display = bool(layout.right or layout.under)
        side.styles.width = layout.right or "1fr"
        side.styles.height = layout.under or "1fr"
        self.query_one("#split-right").display = bool(layout.right)
        self.draw_score()
        self.desk_app.remember_panes(panes)

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002 - the size is the screen's own by now
        """Arrange the panes for another size."""
        self.call_after_refresh(lambda: self.set_panes(self.panes))
        self.draw_title()
        self.draw_keys()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Keep the session alive whatever happens in a worker: decisions and text stay on the screen."""
        if event.state is WorkerState.ERROR:
            self.job_over(str(event.worker.group))
            told = f"Something unexpected: {event.worker.error}. Your work is kept."
            self.post_message(Told(told, bad=True))
