"""Decisions, as a person would make them with the keyboard, over real analysis."""

import threading

import pytest

from jdrewrite.tui.app import JdrewriteApp
from jdrewrite.tui.messages import Over
from jdrewrite.tui.screens.dialogs import AskDialog, ChooseDialog
from jdrewrite.tui.screens.glance import Glance
from jdrewrite.tui.screenshot import settled
from jdrewrite.workshop.client import Here
from jdrewrite.workshop.orders import Propose, Read
from tests.tui.conftest import Held, at_desk, detail, press, said, score, shown, to_proposal

pytestmark = pytest.mark.asyncio


def state(screen, proposal):
    return screen.session.desk.decision(proposal.id).state


async def test_the_text_is_there_before_anything_is_read(clerk):
    app = JdrewriteApp(str(clerk), workshop=Held())
    async with app.run_test(size=(120, 40)) as pilot:
        while isinstance(app.screen, Glance):
            await pilot.pause(0.01)
        await pilot.pause()
        screen = app.screen
        assert "Water the office plants." in shown(screen)
        assert "when the text is read" in score(screen)
        assert "F2 is a short tour" in detail(screen)
        assert "Reading the text" in said(screen)
        assert "Esc stops it" in said(screen)
        await pilot.press("a", "e", "w", "O", "S", "enter", "s")
        assert screen.session.desk.edits() == ()
        await pilot.press("n")
        assert "still being read" in said(screen)
        assert "Reading the text" in said(screen)
        app.workshop.released.set()
        await settled(app, pilot)
        assert screen.session.desk.proposals


class HeldBack(Here):
    """A workshop that reads, and proposes nothing before it is released."""

    def __init__(self):
        super().__init__()
        self.released = threading.Event()

    def run(self, order, stopped):
        while isinstance(order, Propose) and not self.released.wait(0.01):
            if stopped():
                return
        yield from super().run(order, stopped)


async def test_the_end_of_the_reading_does_not_end_the_search_for_proposals(clerk):
    app = JdrewriteApp(str(clerk), workshop=HeldBack())
    async with app.run_test(size=(120, 40)) as pilot:
        while isinstance(app.screen, Glance) or app.screen.session.desk.assessment is None:
            await pilot.pause(0.01)
        screen = app.screen
        screen.post_message(Over("analysis", Read(document=screen.session.desk.document)))
        await pilot.pause()
        await pilot.press("n")
        assert "Proposals are still being looked for" in said(screen)
        app.workshop.released.set()
        await settled(app, pilot)
        await press(pilot, "n")
        assert screen.current.proposal


async def test_accept_undo_redo_reject_and_the_score_that_moves(clerk):
    async with at_desk(clerk) as (screen, pilot):
        assert "proposals: n goes to the next" in said(screen)
        to_proposal(screen)
        first = screen.current.proposal
        assert first.proposed[-20:] in "".join(p.text for p in screen.current.pieces)
        await press(pilot, "a")
        assert state(screen, first) == "accepted"
        assert "✓" in shown(screen)
        assert screen.current.proposal.id != first.id
        assert screen.session.after.score.total > screen.session.desk.assessment.score.total
        assert "▲" in score(screen)
        assert "(line " in score(screen)
        assert said(screen).strip().startswith("You accepted the proposal in line")
        await press(pilot, "u")
        assert screen.current.proposal.id == first.id
        assert state(screen, first) == "open"
        assert "Undone: accepted the proposal" in said(screen)
        assert screen.session.after.score.total == screen.session.desk.assessment.score.total
        await press(pilot, "ctrl+y")
        assert state(screen, first) == "accepted"
        await press(pilot, "n")
        second = screen.current.proposal
        await press(pilot, "r")
        assert state(screen, second) == "rejected"
        await press(pilot, "p")
        assert screen.current.tone == "open"


async def test_a_decision_can_be_taken_back_later(clerk):
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "n")
        key = screen.current.key
        await press(pilot, "a", "n", "r")
        screen.sheet.go_to(next(n for n, r in enumerate(screen.sheet.rows) if r.key == key))
        await press(pilot)
        assert "takes the decision back" in detail(screen)
        await press(pilot, "x")
        assert screen.current.tone == "open"
        await press(pilot, "x")
        assert "Nothing was decided here" in said(screen)


async def test_all_of_a_kind_at_once(clerk):
    async with at_desk(clerk) as (screen, pilot):
        await press(pilot, "A")
        assert isinstance(pilot.app.screen, ChooseDialog)
        await press(pilot, "end", "enter")
        accepted = list(screen.session.desk.of("accepted"))
        assert len(accepted) > 1
        assert len({p.kind for p in accepted}) == 1
        await press(pilot, "u")
        assert not list(screen.session.desk.of("accepted"))


async def test_other_wordings_are_shown_and_one_is_taken(clerk):
    async with at_desk(clerk) as (screen, pilot):
        to_proposal(screen)
        first = screen.current.proposal.proposed
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, ChooseDialog)
        await press(pilot, "j", "k", "enter")
        taken = screen.current.proposal
        assert taken.proposed != first
        assert state(screen, taken) == "accepted"
        assert "Other wording" in detail(screen)
        await press(pilot, "u")
        assert screen.current.proposal.proposed == first


async def test_a_locked_line_is_left_alone(clerk):
    async with at_desk(clerk) as (screen, pilot):
        to_proposal(screen)
        await press(pilot, "l")
        assert "⊘" in shown(screen)
        assert "Locked. l unlocks it." in detail(screen)
        for key in ("a", "e", "w"):
            await press(pilot, key)
            assert "locked" in said(screen)
        assert not list(screen.session.desk.of("accepted"))
        await press(pilot, "u", "a")
        assert len(list(screen.session.desk.of("accepted"))) == 1


async def test_a_note_stays_with_its_line_and_out_of_the_file(clerk, tmp_path):
    async with at_desk(clerk) as (screen, pilot):
        to_proposal(screen)
        await press(pilot, "m")
        assert isinstance(pilot.app.screen, AskDialog)
        await press(pilot, *"ask Kim", "enter")
        assert "✎ ask Kim" in shown(screen)
        assert "ask Kim" in detail(screen)
        await press(pilot, "u")
        assert "ask Kim" not in shown(screen)


async def test_a_refused_proposal_needs_a_typed_reason(clerk):
    async with at_desk(clerk) as (screen, pilot):
        to_proposal(screen)
        row = screen.current
        await press(pilot, "e", *" Always within 24 hours.", "enter")
        assert isinstance(pilot.app.screen, AskDialog)
        await press(pilot, "enter")
        assert "no reason was given" in said(screen)
        assert state(screen, row.proposal) == "open"
        await press(pilot, "e", *" Always within 24 hours.", "enter", *"agreed", "enter")
        decision = next(d for d in screen.session.desk.decisions.values() if d.override)
        assert decision.override == "agreed"
        assert decision.text.endswith("within 24 hours.")
        assert "Accepted all the same: agreed" in detail(screen)
