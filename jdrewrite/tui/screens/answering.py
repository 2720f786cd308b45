"""What happens when the workshop answers."""

from __future__ import annotations

from jdrewrite.editing import NotNow
from jdrewrite.editing.carry import Kept
from jdrewrite.editing.session import analysed, proposed, resumed, scored
from jdrewrite.errors import JdrewriteError
from jdrewrite.model import Assessment, Proposal, Verdict
from jdrewrite.tui.messages import Came, Over
from jdrewrite.tui.messages import Told as Trouble
from jdrewrite.tui.screens.board import Board
from jdrewrite.tui.widgets.bars import StatusBar
from jdrewrite.tui.widgets.sheet import Sheet
from jdrewrite.workshop.orders import Assessed, Failed, Judged, Offered, Propose, Read, Reword, Told, Weigh, Weighed


class Answering(Board):
    """Takes answers over into the session."""

    _earlier: Kept | None = None

    def begin(self) -> None:
        """Look what the last session left, and have the text read."""
        self.job_begun("analysis", "Reading the text")
        self.run_worker(self._begin, thread=True, group="analysis", exclusive=True, exit_on_error=False)

    def _begin(self) -> None:
        document = self.session.desk.document
        try:
            self._earlier = self.desk_app.shelf.earlier(document)
        except JdrewriteError as error:
            self.post_message(Trouble(f"The library cannot be used: {error}", bad=True))
        function = self._earlier.function if self._earlier is not None else None
        self._run("analysis", Read(document=document, function=function))

    def show_reasons(self) -> None:
        """Show every reason of the score in the right pane."""
        from jdrewrite.tui.drawing.score import reasons

        if self.session.after is None:
            self.want_assessment()
            return
        self.side.show_detail(reasons(self.session.after, self.session.places))

    def on_sheet_moved(self, message: Sheet.Moved) -> None:
        """Tell about the line to which the cursor came; what was told of another line goes."""
        if message.by_hand:
            self.query_one(StatusBar).forget()
        self.draw_detail()
        self.draw_keys()

    def on_came(self, message: Came) -> None:
        """Take an answer over, unless it is about another document than the one on the desk."""
        order, answer, group = message.order, message.answer, message.group
        if order.document is not self.session.desk.document:
            return
        match answer:
            case Assessed(assessment=assessment) if isinstance(order, Read):
                self._assessed(assessment, order)
            case Offered(proposals=found) if isinstance(order, Propose):
                self.session = proposed(self.session, found)
                self.redraw(self.current.key if self.current else "")
            case Offered(proposals=found) if isinstance(order, Reword):
                self.offered(order.statement, found)
            case Weighed(assessment=after) if isinstance(order, Weigh):
                self._weighed(group, order, after)
            case Judged(verdicts=verdicts):
                self.judged(group, verdicts)
            case Told(text=text):
                self.job_told(group, text)
            case Failed(message=told):
                self.job_over(group)
                self.say("")
                self.notify(told, severity="error", timeout=12)

    def on_over(self, message: Over) -> None:
        """Say how it ended."""
        if message.order.document is not self.session.desk.document:
            return
        self.job_over(message.group)
        if isinstance(message.order, Propose) and self.session.desk.proposals:
            self._all_proposed()

    def _assessed(self, assessment: Assessment, order: Read) -> None:
        again = self.session.desk.assessment is not None
        name = assessment.function[0].name
        did = f"chose the function {name}" if again else ""
        self.acted(analysed(self.session, assessment, function=order.function, did=did))
        earlier = self._earlier if not again else None
        self.look_for_proposals(earlier.engine if earlier is not None else None)

    def look_for_proposals(self, engine: str | None = None) -> None:
        """Have an engine propose; the one of the desk where none is named."""
        desk = self.session.desk
        by = engine or desk.engine
        told = "Looking for proposals" if by == "offline" else f"Asking the engine {by} for proposals"
        self.order("analysis", Propose(document=desk.document, function=desk.function, engine=by), told)

    def want_read(self) -> None:
        """Make sure that the text is read and all is proposed.

        Raises:
            NotNow: it is not, yet.
        """
        self.want_assessment()
        if self.reading:
            raise NotNow("Proposals are still being looked for.")

    def want_assessment(self) -> None:
        """Make sure that the text is read.

        Raises:
            NotNow: it is not, yet, or somebody stopped it.
        """
        if self.session.desk.assessment is None:
            again = f"The text is not read yet. {self.desk_app.first_keys['read_again']} reads it."
            raise NotNow("The text is still being read." if self.reading else again)

    def _all_proposed(self) -> None:
        if self._earlier is not None:
            earlier, self._earlier = self._earlier, None
            self.session = resumed(self.session, earlier)
            self.redraw()
            self.weigh()
            if earlier.decisions or earlier.notes or earlier.locks:
                self.say("Your decisions of the last time are here again.")
                return
        ready = sum(self.session.desk.passed(p) for p in self.session.desk.of("open"))
        keys = self.desk_app.first_keys
        self.say(f"{ready} proposals: {keys['next']} goes to the next, {keys['accept']} accepts.")

    def _weighed(self, group: str, order: Weigh, after: Assessment) -> None:
        if group == "live-score":
            self.weighed_live(after)
        elif order.edits == self.session.desk.edits():
            self.session = scored(self.session, after)
            self.draw_score()
            if not self.typing:  # what is said of the words that are being typed stays
                self.draw_detail()
            self.keep()

    def offered(self, statement: str, found: tuple[Proposal, ...]) -> None:
        """Show other wordings of a line. Filled in where one of them can be taken."""
        raise NotImplementedError

    def judged(self, group: str, verdicts: tuple[Verdict, ...]) -> None:
        """Take verdicts over."""
        raise NotImplementedError

    def weighed_live(self, after: Assessment) -> None:
        """Show what a text that is being typed would do to the score."""
        raise NotImplementedError
