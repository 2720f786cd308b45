"""The editor: the text on the left, what there is to say about it on the right."""

from __future__ import annotations

from pathlib import Path

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Footer, Header, OptionList
from textual.worker import Worker, WorkerState

from jdrewrite.editing import Desk, History, Row, View, rows
from jdrewrite.model import Assessment, Document
from jdrewrite.tui.actions import EditorActions
from jdrewrite.tui.commands import bindings
from jdrewrite.tui.messages import Analysed, Failed, Judged, Proposed, Scored
from jdrewrite.tui.widgets.detail_panel import DetailPanel
from jdrewrite.tui.widgets.score_panel import ScorePanel
from jdrewrite.tui.widgets.text_view import TextView
from jdrewrite.tui.work import EditorWork

NARROW = 100
"""Columns below which the right side goes under the text."""


class EditorScreen(EditorActions, EditorWork, Screen[None]):
    """One job description being edited."""

    BINDINGS = bindings()

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.history = History(now=Desk(document=document))
        self.view: View = "review"
        self.shown: tuple[Row, ...] = ()
        self.after: Assessment | None = None
        self.target: Path | None = None

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        yield Header()
        with Horizontal(id="desk"):
            yield TextView(id="text")
            with VerticalScroll(id="side"):
                yield ScorePanel(id="score")
                yield DetailPanel(id="detail")
        yield Footer()

    def on_mount(self) -> None:
        """Show the text at once; the language model loads behind it."""
        self.title = self.history.now.document.title
        self.sub_title = self.history.now.document.path
        self.refresh_rows()
        self.query_one(TextView).focus()
        self.query_one(ScorePanel).wait("Reading the text ... the language model is being loaded.")
        self.start_analysis(self.history.now.document, None)

    def on_resize(self, event: events.Resize) -> None:
        """Put the right side under the text on a narrow screen."""
        self.set_class(event.size.width < NARROW, "narrow")

    def refresh_rows(self) -> None:
        """Draw the text anew."""
        self.shown = rows(self.history.now, self.view)
        self.query_one(TextView).show(self.shown)
        self.refresh_detail()

    def refresh_detail(self) -> None:
        """Draw what is said about the current line."""
        self.query_one(DetailPanel).show(self.history.now, self.current)

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        place = self.query_one(TextView).highlighted
        return self.shown[place] if place is not None and place < len(self.shown) else None

    def moved_to(self, history: History) -> None:
        """Take over another history and have the result scored anew."""
        self.history = history
        self.refresh_rows()
        self.start_scoring(history.now)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Tell about the line to which the cursor came."""
        event.stop()
        self.refresh_detail()

    def on_analysed(self, message: Analysed) -> None:
        """Show marks and score; proposals are on their way."""
        desk = Desk(document=self.history.now.document, assessment=message.assessment)
        self.history = History(now=desk)
        self.after = message.assessment
        self.query_one(ScorePanel).show(message.assessment, message.assessment)
        self.refresh_rows()

    def on_proposed(self, message: Proposed) -> None:
        """Show the proposals and go to the first."""
        desk = Desk(document=self.history.now.document, assessment=message.assessment, proposals=message.proposals)
        self.history = History(now=desk)
        self.refresh_rows()
        passed = sum(p.verdict is not None and p.verdict.passed for p in message.proposals)
        self.notify(f"{passed} proposals. n goes to the next, a accepts, r rejects, ? helps.")

    def on_scored(self, message: Scored) -> None:
        """Show how the score moved."""
        self.after = message.after
        before = self.history.now.assessment
        if before is not None:
            self.query_one(ScorePanel).show(before, message.after)

    def on_judged(self, message: Judged) -> None:
        """Take over a person's own words, or ask for a reason where the judge refused them."""
        self.take_words(message.target, message.text, message.verdict)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Keep the session alive whatever happens in a worker: decisions and text stay on the screen."""
        if event.state is WorkerState.ERROR:
            self.notify(
                f"Something unexpected: {event.worker.error}. Your decisions are kept.",
                severity="error",
                timeout=15,
            )

    def on_failed(self, message: Failed) -> None:
        """Say what went wrong."""
        self.query_one(ScorePanel).wait(message.message)
        self.notify(message.message, severity="error", timeout=10)
