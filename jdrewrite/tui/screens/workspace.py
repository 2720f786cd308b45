"""The workspace: documents on the left, the job description in the middle, what there is to say on the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.widgets import Footer
from textual.worker import Worker, WorkerState

from jdrewrite.editing import NotNow
from jdrewrite.errors import JdrewriteError
from jdrewrite.tui.commands import COMMANDS
from jdrewrite.tui.drawing.score import reasons
from jdrewrite.tui.messages import Told
from jdrewrite.tui.panes import Panes
from jdrewrite.tui.screens.filing import Filing
from jdrewrite.tui.widgets.bars import StatusBar, TitleBar
from jdrewrite.tui.widgets.documents import Documents
from jdrewrite.tui.widgets.find_bar import FindBar
from jdrewrite.tui.widgets.sheet import Sheet
from jdrewrite.tui.widgets.side import Side
from jdrewrite.tui.widgets.splitter import Splitter
from jdrewrite.workshop.orders import Read


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
        """Lay out the screen."""
        app, here = self.desk_app, str(Path(self.session.desk.document.path).resolve())
        yield TitleBar(id="title")
        with Container(id="body"):
            yield Documents(Path.cwd(), app.state.recent, app.shelf, here)
            yield Splitter("left")
            with Container(id="desk"):
                with Vertical(id="middle"):
                    yield Sheet()
                yield Splitter("right")
                yield Side(id="side")
        yield StatusBar(id="status")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Show the text at once; everything else comes behind it."""
        self.panes = Panes(left=self.desk_app.state.left, right=self.desk_app.state.right)
        self.set_panes(self.panes)
        self.redraw()
        self.sheet.focus()
        self.call_after_refresh(self.begin)

    def begin(self) -> None:
        """Look what the last session left, and have the text read."""
        self._jobs["analysis"] = "Reading the text"
        self.draw_jobs()
        self.run_worker(self._begin, thread=True, group="analysis", exclusive=True, exit_on_error=False)

    def _begin(self) -> None:
        document = self.session.desk.document
        try:
            self._earlier = self.desk_app.shelf.earlier(document)
        except JdrewriteError as error:
            self.post_message(Told(f"The library cannot be used: {error}", bad=True))
        function = self._earlier.function if self._earlier is not None else None
        self._run("analysis", Read(document=document, function=function))

    def action_command(self, name: str) -> None:
        """Do a command of the table."""
        self.trying(partial(COMMANDS[name].run, self))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim in the footer what makes no sense on this line, and hide all while a line is written."""
        if action != "command" or not self.is_mounted:
            return True
        if self.writing is not None or isinstance(self.focused, FindBar):
            return False
        return COMMANDS[str(parameters[0])].possible(self) or None

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
            self.say("Stopped. What was there before is there still.")
        elif self.session.lens is not None:
            self.look(self.session.looking(lens=None))
        else:
            self.sheet.focus()

    def show_reasons(self) -> None:
        """Show every reason of the score in the right pane."""
        if self.session.after is None:
            raise NotNow("The text is still being read.")
        self.query_one(Side).show_detail(reasons(self.session.after))

    def set_panes(self, panes: Panes) -> None:
        """Arrange the panes."""
        self.panes = panes
        layout = panes.laid(self.size.width, self.size.height)
        self.set_class(bool(layout.under), "under")
        documents, side = self.query_one(Documents), self.query_one(Side)
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

    def on_splitter_dragged(self, message: Splitter.Dragged) -> None:
        """Follow the mouse."""
        by = message.by if message.side == "left" else -message.by
        self.set_panes(self.panes.resized(message.side, by))

    def on_sheet_moved(self) -> None:
        """Tell about the line to which the cursor came."""
        self.draw_detail()
        self.refresh_bindings()

    def on_sheet_chosen(self) -> None:
        """Edit the line that was clicked twice."""
        self.action_command("edit")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Keep the session alive whatever happens in a worker: decisions and text stay on the screen."""
        if event.state is WorkerState.ERROR:
            self.job_over(str(event.worker.group))
            self.notify(f"Something unexpected: {event.worker.error}. Your work is kept.", severity="error", timeout=15)
