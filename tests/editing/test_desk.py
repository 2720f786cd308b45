import pytest
from hypothesis import given
from hypothesis import strategies as st

import jdrewrite
from jdrewrite.editing import Desk, History, rows
from jdrewrite.errors import ProposalRefused
from jdrewrite.model import Anchor, Fact, Proposal, Verdict

TEXT = b"Clerk\n\nDuties\n- Enter invoices into the ledger.\n- Answer the telephone politely.\n"
PASSED = Verdict(passed=True)
REFUSED = Verdict(passed=False, lost=(Fact(check="figures", text="12", start=0, end=2),))


def proposal(number, verdict, *, add=False):
    original = None if add else "Enter invoices into the ledger."
    return Proposal(
        id=f"p{number}",
        kind="add" if add else "connect",
        engine="offline",
        anchor=Anchor(block="b3", start=0, end=31),
        statement=None if add else "s3",
        original=original,
        proposed="Ask customers." if add else "Enter invoices into the ledger, so that customers can pay.",
        lenses=("sight",),
        rationale="why",
        source="test",
        verdict=verdict,
    )


@pytest.fixture(scope="module")
def desk():
    document = jdrewrite.read_bytes(TEXT, "clerk.txt")
    proposals = (proposal(1, PASSED), proposal(2, REFUSED, add=True))
    return Desk(document=document, assessment=jdrewrite.analyse(document), proposals=proposals)


def test_accepting_makes_an_edit_and_rejecting_takes_it_away(desk):
    accepted = desk.accepted("p1")
    assert [e.text for e in accepted.edits()] == [desk.proposals[0].proposed]
    assert accepted.rejected("p1").edits() == ()
    assert desk.edits() == ()


def test_what_the_judge_refused_needs_a_typed_reason_which_is_kept(desk):
    with pytest.raises(ProposalRefused):
        desk.accepted("p2")
    with pytest.raises(ProposalRefused):
        desk.accepted("p2", override="   ")
    forced = desk.accepted("p2", override="agreed with the manager")
    assert forced.decision("p2").override == "agreed with the manager"
    assert len(forced.edits()) == 1


def test_own_words_count_with_their_own_verdict(desk):
    own = desk.reworded("p2", "Listen to customers.", PASSED)
    assert own.edits()[0].text == "Listen to customers."
    with pytest.raises(ProposalRefused):
        desk.reworded("p1", "Enter 13 invoices.", REFUSED)


def test_a_line_without_a_proposal_can_be_rewritten(desk):
    statement = next(s for s in desk.assessment.statements if "telephone" in s.text)
    own = desk.written(statement, "Answer the telephone politely and promptly.", PASSED)
    out = jdrewrite.render(desk.document, own.edits())
    assert b"politely and promptly." in out


def test_all_of_a_kind_takes_only_what_passed(desk):
    assert len(desk.all_accepted("connect").edits()) == 1
    assert desk.all_accepted("add").edits() == ()


def test_rows_show_three_views(desk):
    accepted = desk.accepted("p1")
    review = rows(accepted, "review")
    assert [r.sign for r in review if r.proposal] == ["✓", "✗"]
    assert any("so that customers can pay" in r.text for r in rows(accepted, "result"))
    assert not any("so that" in r.text or r.text == "Ask customers." for r in rows(accepted, "original"))
    assert "Ask customers." not in [r.text for r in rows(accepted, "result")]


def test_rows_can_be_shown_before_the_analysis(desk):
    bare = Desk(document=desk.document)
    assert [r.text for r in rows(bare, "review")] == [r.text for r in rows(desk, "original")]


@given(st.lists(st.sampled_from(["accept", "reject", "all", "undo", "redo"]), max_size=25))
def test_undo_goes_back_to_the_start_and_redo_to_the_end(desk, steps):
    history = History(now=desk)
    for step in steps:
        now = history.now
        history = {
            "accept": lambda h=history, n=now: h.moved(n.accepted("p1")),
            "reject": lambda h=history, n=now: h.moved(n.rejected("p1")),
            "all": lambda h=history, n=now: h.moved(n.all_accepted("connect")),
            "undo": history.undone,
            "redo": history.redone,
        }[step]()
    end = history
    while end.future:
        end = end.redone()
    back, depth = end, len(end.past)
    for _ in range(depth):
        back = back.undone()
    assert back.now == desk
    assert back.undone() == back
    for _ in range(depth):
        back = back.redone()
    assert back.now == end.now


def test_unsaved_is_about_edits_not_about_looking(desk):
    history = History(now=desk)
    assert not history.unsaved
    history = history.moved(desk.accepted("p1"))
    assert history.unsaved
    assert not history.kept().unsaved
    assert history.kept().undone().unsaved
