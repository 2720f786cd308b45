"""What all parts of the workspace share: the session, the panes, and the small questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.content import Content
from textual.worker import get_current_worker

from jdrewrite.editing import Row, Session, looking
from jdrewrite.editing.session import opened, progress
from jdrewrite.model import Document
from jdrewrite.tui.keys import first
from jdrewrite.tui.messages import Came, Over
from jdrewrite.tui.panes import Panes
from jdrewrite.tui.screens.opening import Opening
from jdrewrite.tui.widgets.bars import StatusBar, TitleBar
from jdrewrite.tui.widgets.sheet import Sheet
from jdrewrite.workshop.orders import AnyOrder, Weigh

if TYPE_CHECKING:
    from jdrewrite.tui.app import JdrewriteApp
    from jdrewrite.tui.widgets.side import Side


class Board(Opening):
    """Holds one session, draws it, and gives orders to the workshop."""

    def __init__(self, document: Document) -> None:
        super().__init__()
        self.session: Session = opened(document)
        self.panes = Panes()
        self.kept = True
        self.furnished = False
        self._jobs: dict[str, str] = {}

    @property
    def desk_app(self) -> JdrewriteApp:
        """The application."""
        return cast("JdrewriteApp", self.app)

    @property
    def sheet(self) -> Sheet:
        """The text."""
        return self.query_one(Sheet)

    @property
    def side(self) -> Side:
        """The right pane."""
        from jdrewrite.tui.widgets.side import Side

        return self.query_one(Side)

    @property
    def typing(self) -> bool:
        """Whether keys go into a text. Told by those who open one."""
        return False

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.sheet.current

    def say(self, text: str) -> None:
        """Tell in one line at the bottom what was done."""
        self.query_one(StatusBar).say(text)

    def look(self, session: Session) -> None:
        """Take over a session in which only the view is another, and stay on the same row."""
        row = self.current
        self.session = session
        self.redraw(row.key if row else "")

    def acted(self, session: Session, told: str = "") -> None:
        """Take over a session after an action: draw it, keep it, have the result weighed."""
        row, before = self.current, self.session.desk
        self.session = session
        past = session.history.past
        self.say(told or (f"You {past[-1].did}." if past else ""))
        self.redraw(row.key if row else "")
        self.keep()
        now = session.desk
        again = before.assessment is not None and before.assessment is not now.assessment
        if now.assessment is not None and (again or now.edits() != before.edits()):
            self.weigh()

    def decided(self, session: Session) -> None:
        """Take over a session after a decision, and go on to the next open proposal."""
        self.acted(session)
        place = looking.next_place(self.sheet.rows, self.sheet.cursor, 1, looking.is_open)
        if place is not None:
            self.sheet.go_to(place)

    def keep(self) -> None:
        """Have the session kept in the library."""
        self.kept = False
        after = self.session.after
        self.desk_app.keeper.keep(self.session.desk.document, self.session.desk, after.score.total if after else None)
        self.draw_title()

    def kept_now(self, trouble: str) -> None:
        """Tell that the session lies in the library, or why it does not."""
        self.kept = not trouble
        self.draw_title()
        if trouble:
            self.say(f"Not kept: {trouble}")

    def weigh(self) -> None:
        """Have the result analysed as a reader of the written file would."""
        desk = self.session.desk
        self.order("score", Weigh(document=desk.document, function=desk.function, edits=desk.edits()), "")

    def redraw(self, key: str = "") -> None:
        """Draw everything, with the cursor on the row of this key."""
        rows = self.session.shown
        self.sheet.show(rows, self.session.view, looking.place_of(rows, key, self.sheet.cursor))
        if not self.furnished:
            self.draw_title()
            self.draw_keys()
            return
        self.draw_score()
        self.draw_detail()
        self.draw_keys()
        self.draw_title()

    def draw_keys(self) -> None:
        """Show what can be done here. Filled in by the workspace."""
        raise NotImplementedError

    def draw_title(self) -> None:
        """Draw the line at the top."""
        desk = self.session.desk
        done, count = progress(desk)
        kept = "kept" if self.kept else "keeping …"
        right = f"{done} of {count} decided  {kept}" if count else ""
        self.query_one(TitleBar).show(desk.document.title, desk.document.path, right)

    def draw_score(self) -> None:
        """Draw the score."""
        from jdrewrite.tui.drawing import score

        side, before, now = self.side, self.session.desk.assessment, self.session.after
        if before is None or now is None:
            side.show_score(Content.styled("The score comes when the text is read.", "$secondary"))
        elif self.has_class("under"):
            side.show_score(score.line(before, now, self.session.moved))
        else:
            side.show_score(score.panel(before, now, self.session.moved, side.size.width - 2, self.session.lens))

    def draw_detail(self) -> None:
        """Draw what there is to say about the current row."""
        from jdrewrite.tui.drawing import detail

        row = self.current
        offers = self.session.offers.get(row.statement.id, ()) if row and row.statement else ()
        keys = {name: first(keys) for name, keys in self.desk_app.keymap.items()}
        self.side.show_detail(detail.detail(self.session.desk, row, offers, keys, self.session.after))

    def ask(self, question: str, value: str, done: Callable[[str], None], hint: str | None = None) -> None:
        """Ask for a line of text."""
        from jdrewrite.tui.screens.dialogs import AskDialog

        dialog = AskDialog(question, value, hint) if hint else AskDialog(question, value)
        self.app.push_screen(dialog, lambda answer: self.trying(partial(done, answer)) if answer is not None else None)

    def choose(self, question: str, choices: Sequence[tuple[str, str | Content]], done: Callable[[str], None]) -> None:
        """Let one of several be chosen."""
        from jdrewrite.tui.screens.dialogs import ChooseDialog

        dialog = ChooseDialog(question, choices)
        self.app.push_screen(dialog, lambda key: self.trying(partial(done, key)) if key is not None else None)

    def ask_reason(self, refusal: str, done: Callable[[str], None]) -> None:
        """Ask why a refused wording should stand; without a reason nothing happens."""
        question = f"The judge refused this wording ({refusal}). Why should it stand all the same?"
        hint = "Your reason is recorded. Esc leaves the line as it was."
        self.ask(question, "", lambda why: done(why) if why else self.say("Left as it was: no reason was given."), hint)

    def trying(self, act: Callable[[], None]) -> None:
        """Do something; where it cannot be done, say why. Filled in by the workspace."""
        raise NotImplementedError

    def order(self, group: str, order: AnyOrder, told: str) -> None:
        """Give an order to the workshop; an earlier one of the same group is stopped.

        Args:
            group: of orders of which only the last counts.
            order: what to do.
            told: what the user is told meanwhile; empty for what takes no time.
        """
        self._jobs.pop(group, None)
        if told:
            self._jobs[group] = told
        self.draw_jobs()
        self.run_worker(partial(self._run, group, order), thread=True, group=group, exclusive=True, exit_on_error=False)

    def _run(self, group: str, order: AnyOrder) -> None:
        worker = get_current_worker()
        for answer in self.desk_app.workshop.run(order, lambda: worker.is_cancelled):
            self.post_message(Came(group, order, answer))
        if not worker.is_cancelled:
            self.post_message(Over(group, order))

    def draw_jobs(self) -> None:
        """Tell what goes on."""
        self.query_one(StatusBar).busy(", ".join(self._jobs.values()))

    def job_told(self, group: str, text: str) -> None:
        """Tell something else of a job."""
        if group in self._jobs:
            self._jobs[group] = text
            self.draw_jobs()

    def job_over(self, group: str) -> None:
        """Tell no more of a job."""
        self._jobs.pop(group, None)
        self.draw_jobs()

    def stop_jobs(self) -> bool:
        """Stop what the user was told of; tell whether there was anything."""
        stopped = bool(self._jobs)
        for group in list(self._jobs):
            self.workers.cancel_group(self, group)
            self.job_over(group)
        return stopped
