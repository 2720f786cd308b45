"""What happens when the workshop answers."""

from __future__ import annotations

from jdrewrite.editing import renewing
from jdrewrite.editing.drafts import begun, place_of
from jdrewrite.editing.returning import returned
from jdrewrite.editing.session import analysed, listened, proposed, resumed, scored
from jdrewrite.model import Assessment, Proposal
from jdrewrite.tui.messages import Came, Over
from jdrewrite.tui.screens.reading import Reading
from jdrewrite.tui.widgets.bars import StatusBar
from jdrewrite.tui.widgets.documents import Documents
from jdrewrite.tui.widgets.sheet import Sheet
from jdrewrite.workshop.orders import Assessed, Failed, Judged, Offered, Propose, Read, Reword, Told, Weigh, Weighed


class Answering(Reading):
    """Takes answers over into the session."""

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
            case Judged():
                self.judged(group, answer)
            case Told(text=text):
                self.job_told(group, text)
            case Failed(message=told):
                self.job_over(group)
                self.say("")
                if isinstance(order, Read):
                    self.unread = told
                    self.draw_score()
                self.notify(told, severity="error", timeout=12)

    def on_over(self, message: Over) -> None:
        """Say how it ended."""
        if message.order.document is not self.session.desk.document:
            return
        if not self.is_last(message.group, message.order):
            return  # what was read has been followed by the search for proposals, which goes on
        self.job_over(message.group)
        if isinstance(message.order, Propose):
            self._all_proposed()

    def _assessed(self, assessment: Assessment, order: Read) -> None:
        again = self.session.desk.assessment is not None
        name = assessment.function[0].name
        # After a correction of title or people it is read again as well: that is one action with it.
        did = f"chose the function {name}" if again and order.function != self.session.desk.function else ""
        session = analysed(self.session, assessment, function=order.function, did=did)
        if (earlier := self.earlier) is not None and not again:
            # Before anything is kept again: what the last session left must never be overwritten by an empty one.
            session = resumed(session, earlier)
            self.acted(session, returned(session, earlier) or " ")
        else:
            self.acted(session)
        if not again and assessment.jobs:
            for told in self.session.desk.remarks():
                self.notify(f"{told[:1].upper()}{told[1:]}.", severity="warning", timeout=12)
        self.look_for_proposals()

    def heard_of(self, fresh: bool | None) -> None:
        """Have proposals made anew once comments were read: effects that customers speak of come first."""
        if fresh:
            self.acted(listened(self.session))
            self.look_for_proposals()

    def _all_proposed(self) -> None:
        self.query_one(Documents).refresh_known()
        if self.earlier is not None:
            earlier, self.earlier = self.earlier, None
            told = returned(self.session, earlier)
            place = begun(self.sheet.rows, self.session.drafts)
            if place is not None:
                self.sheet.go_to(place)
                told = f"{self.begun_told(place)} {told}".strip()  # what to do first: a small screen cuts the rest
            if told:
                self.say(told)
                return
        if question := renewing.offer(self.session):
            self._offer_the_word(question)
            return
        if told := renewing.told(self.session):
            self.say(told)
            return
        ready = sum(self.session.desk.passed(p) for p in self.session.desk.of("open"))
        keys = self.desk_app.first_keys
        if not self.session.desk.proposals:
            self.say(f"No proposals for this text. {keys['edit']} writes a line in your own words.")
            return
        self.say(f"{ready} proposals: {keys['next']} goes to the next, {keys['accept']} accepts.")

    def _offer_the_word(self, question: str) -> None:
        """Offer to put accepted lines into the word for those served that a person gave."""
        choices = [("yes", "Yes, in all of them that the judge lets pass"), ("no", "No, they stay as they are")]

        def chosen(choice: str) -> None:
            if choice == "yes":
                self.acted(renewing.renewed(self.session))
            else:
                self.say(renewing.told(self.session))

        self.choose(question, choices, chosen)

    def begun_told(self, place: int) -> str:
        """Return how to go on with what was being typed when the last session ended."""
        row, keys = self.sheet.rows[place], self.desk_app.first_keys
        new = place_of(row) not in self.session.drafts
        where = f"{'below' if new else 'in'} line {row.place}"
        return f"{keys['add_line' if new else 'edit']} goes on with what you typed {where}."

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

    def judged(self, group: str, answer: Judged) -> None:
        """Take verdicts over."""
        raise NotImplementedError

    def weighed_live(self, after: Assessment) -> None:
        """Show what a text that is being typed would do to the score."""
        raise NotImplementedError
