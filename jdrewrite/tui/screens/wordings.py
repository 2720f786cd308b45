"""Other wordings of a line, to take one of them."""

from __future__ import annotations

from functools import partial

import msgspec
from textual.content import Content

from jdrewrite.editing import NotNow, acts, verdicts
from jdrewrite.editing.own import called
from jdrewrite.errors import ProposalRefused
from jdrewrite.model import Proposal
from jdrewrite.tui.screens.answering import Answering


class Wordings(Answering):
    """Offers what came, and takes what is chosen."""

    def offered(self, statement: str, found: tuple[Proposal, ...]) -> None:
        """Show other wordings of a line that are not there yet."""
        desk = self.session.desk
        there = {desk.text_of(p) for p in desk.proposals if p.statement == statement}
        named = tuple(
            msgspec.structs.replace(p, id=called(f"other-{statement}", p.proposed))
            for p in found
            if p.proposed not in there
        )
        if not named:
            edit = self.desk_app.first_keys["edit"]
            row = next((r for r in self.sheet.rows if r.statement is not None and r.statement.id == statement), None)
            if row is not None:
                self.say(acts.no_other(row, edit))
            return
        self.session = msgspec.structs.replace(self.session, offers={**self.session.offers, statement: named})
        self.draw_detail()
        from jdrewrite.tui.drawing.detail import diff, verdict

        choices = [
            (p.id, Content.assemble(*diff(p.original or "", p.proposed), "\n", *verdict(p.verdict, brief=True)))
            for p in named
        ]
        self.choose("Take which wording?", choices, partial(self._take, statement))

    def _take(self, statement: str, choice: str) -> None:
        row = next((r for r in self.session.shown if r.statement is not None and r.statement.id == statement), None)
        other = next((p for p in self.session.offers.get(statement, ()) if p.id == choice), None)
        if row is None or other is None:
            raise NotNow("The line is not shown any more.")
        try:
            self.acted(acts.take(self.session, row, other))
        except ProposalRefused:
            asked = verdicts.question(other.verdict)
            self.ask_reason(asked, lambda why: self.acted(acts.take(self.session, row, other, why)))
