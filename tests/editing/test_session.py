import msgspec
import pytest

import jdrewrite
from jdrewrite.editing import History, NotNow, acts, looking, verdicts
from jdrewrite.editing.carry import Kept, kept
from jdrewrite.editing.movement import moves, told
from jdrewrite.editing.session import analysed, opened, progress, proposed, resumed, scored, with_engine
from jdrewrite.errors import ProposalRefused
from jdrewrite.revision import applied
from tests.editing.conftest import PASSED, REFUSED, proposal, row_of
from tests.editing.test_pieces import finding


def test_every_act_can_be_undone_and_says_what_it_was(session):
    invoices, phone = row_of(session, "Enter invoices"), row_of(session, "telephone")
    other = msgspec.structs.replace(proposal(9), id="s3.1", proposed="Enter invoices, so that bills are right.")
    acted = [
        (lambda s: acts.accept(s, invoices), "accepted the proposal in line 4"),
        (lambda s: acts.reject(s, invoices), "rejected the proposal in line 4"),
        (lambda s: acts.reopen(s, row_of(s, "Enter invoices")), "took the decision back in line 4"),
        (lambda s: acts.accept_kind(s, "connect"), "accepted all of the kind 'connect'"),
        (lambda s: acts.reword(s, phone, "Answer the phone.", PASSED), "rewrote the words in line 5"),
        (lambda s: acts.add_line(s, phone, "Ask callers.", PASSED), "wrote a new line below line 5"),
        (lambda s: acts.take(s, invoices, other), "took another wording in line 4"),
        (lambda s: acts.lock(s, phone), "locked line 5"),
        (lambda s: acts.note(s, phone, "ask Kim"), "wrote a note in line 5"),
        (lambda s: with_engine(s, "office"), "chose the engine office"),
        (lambda s: analysed(s, s.desk.assessment, function="legal", did="chose legal"), "chose legal"),
    ]
    now = session
    for act, _ in acted:
        now = act(now)
    for _, did in reversed(acted):
        now, what = acts.undo(now)
        assert what == did
    assert now.desk == session.desk
    with pytest.raises(NotNow):
        acts.undo(now)
    for _, did in acted:
        now, what = acts.redo(now)
        assert what == did
    with pytest.raises(NotNow):
        acts.redo(now)


def test_what_cannot_be_done_says_so(session):
    heading = row_of(session, "Duties")
    for act in (acts.accept, acts.reject, acts.reopen):
        with pytest.raises(NotNow, match="no proposal"):
            act(session, heading)
    with pytest.raises(NotNow, match="Nothing was decided"):
        acts.reopen(session, row_of(session, "Enter invoices"))
    with pytest.raises(NotNow, match="'new line'"):
        acts.accept_kind(session, "add")
    locked = acts.lock(session, row_of(session, "Enter invoices"))
    row = row_of(locked, "Enter invoices")
    for act in (acts.accept, lambda s, r: acts.reword(s, r, "x", PASSED), lambda s, r: acts.take(s, r, proposal(1))):
        with pytest.raises(NotNow, match="locked"):
            act(locked, row)
    with pytest.raises(ProposalRefused):
        acts.accept(session, row_of(session, "Ask customers"))
    forced = acts.accept(session, row_of(session, "Ask customers"), "the manager agreed")
    assert forced.desk.decision("p2").override == "the manager agreed"
    assert verdicts.refusal(REFUSED) == "lost: 12"


def test_kinds_that_can_be_accepted_at_once(session):
    assert acts.open_kinds(session) == {"connect": 2}


def test_ways_through_the_rows(session):
    rows = session.shown
    first = looking.next_place(rows, -1, 1, looking.is_open)
    second = looking.next_place(rows, first, 1, looking.is_open)
    assert rows[first].key == "s3"
    assert rows[second].key == "p2"
    assert looking.next_place(rows, second, -1, looking.is_open) == first
    assert looking.next_place((), 0, 1, looking.is_open) is None
    assert looking.next_place(rows, 0, 1, lambda row: False) is None
    assert rows[looking.place_of(rows, "s4")].key == "s4"
    assert looking.place_of(rows, "gone", 99) == len(rows) - 1
    assert [r.text for _, r in looking.headings(rows)] == ["Clerk", "Duties", "Requirements"]
    assert any(looking.is_gap(row) for row in rows)


def test_find_marks_the_words_and_a_lens_leaves_only_what_speaks(session):
    found = session.looking(needle="INVOICES")
    places = looking.holding(found.shown, "INVOICES")
    assert [found.shown[n].key for n in places] == ["s3", "s8"]
    assert [p.text for p in found.shown[places[0]].pieces if p.tone == "found"] == ["invoices"]
    assert looking.holding(found.shown, "  ") == []
    voice = session.looking(lens="voice")
    assert [row.text for row in voice.shown if row.proposal] == ["Ask customers."]
    assert voice.looking(lens=None).shown == session.shown
    assert looking.counts(session.shown)["voice"] >= 1


def test_a_second_session_finds_the_decisions_of_the_first(session, document, assessment):
    now = acts.accept(session, row_of(session, "Enter invoices"))
    now = acts.note(acts.lock(now, row_of(now, "telephone")), row_of(now, "telephone"), "ask Kim")
    now = acts.add_line(now, row_of(now, "telephone"), "Ask callers.", PASSED)
    now = acts.reject(now, row_of(now, "telephone"))
    paper = msgspec.json.decode(msgspec.json.encode(kept(now.desk)), type=Kept)
    fresh = proposed(analysed(opened(document), assessment), (proposal(1), proposal(3, statement="s4")))
    again = resumed(fresh, paper)
    assert again.desk.edits() == now.desk.edits()
    assert (again.desk.locks, again.desk.notes) == (now.desk.locks, now.desk.notes)
    assert again.desk.decision("p3").state == "rejected"
    assert not again.history.unsaved
    assert not again.history.past


def test_decisions_follow_their_statements_into_another_version(session):
    now = acts.accept(session, row_of(session, "telephone"))
    moved = jdrewrite.read_bytes(b"Clerk\n\nDuties\n- Greet.\n- Answer the telephone politely.\n", "clerk.txt")
    fresh = analysed(opened(moved), jdrewrite.analyse(moved))
    again = resumed(fresh, kept(acts.accept(now, row_of(now, "Enter invoices")).desk))
    assert [e.block for e in again.desk.edits()] == ["b4"]
    jdrewrite.render(moved, again.desk.edits())


def test_another_function_keeps_what_was_decided(session, assessment):
    now = acts.accept(session, row_of(session, "Enter invoices"))
    other = analysed(now, assessment, function="legal-compliance", did="chose legal")
    other = proposed(other, (proposal(1, text="Something else."), proposal(3, statement="s4")))
    assert other.desk.edits() == now.desk.edits()
    assert {p.id for p in other.desk.proposals} == {"p1", "p3"}
    assert other.desk.function == "legal-compliance"


def test_the_score_tells_what_moved_it(session, document):
    now = acts.accept(session, row_of(session, "Enter invoices"))
    _, after = applied(document, now.desk.edits())
    now = scored(now, after)
    assert now.moved
    assert now.moved[0].points > 0
    assert any("customers" in told(move) for move in now.moved)
    assert moves(after, after) == ()
    back = moves(after, session.after)
    assert [m.lens for m in back] == [m.lens for m in now.moved]
    assert all(m.points < 0 for m in back)


def test_progress_counts_decisions(session):
    assert progress(session.desk) == (0, 3)
    assert progress(acts.reject(session, row_of(session, "Enter invoices")).desk) == (1, 3)


def test_of_replaced_words_nothing_is_found_any_more(session):
    about = finding(0, 5, "warning")
    found = msgspec.structs.replace(session.desk.assessment, findings=(msgspec.structs.replace(about, statement="s3"),))
    desk = msgspec.structs.replace(session.desk, assessment=found)
    session = msgspec.structs.replace(session, history=History(now=desk))
    row = row_of(session, "Enter invoices")
    assert row.findings == found.findings
    now = acts.accept(session, row)
    assert row_of(now, "Enter invoices").findings == ()
    assert not looking.is_gap(row_of(now, "Enter invoices"))
    assert row_of(now.looking(view="original"), "Enter invoices").findings == row.findings
    assert row_of(acts.reject(session, row), "Enter invoices").findings == row.findings


def test_two_wordings_of_one_line_are_one_in_the_count(session):
    other = msgspec.structs.replace(proposal(9), id="s3.1", proposed="Enter invoices, so that bills are right.")
    before = progress(session.desk)
    now = acts.take(session, row_of(session, "Enter invoices"), other)
    assert progress(now.desk) == (before[0] + 1, before[1])


def test_proposals_that_come_later_are_there_after_an_undo(session):
    now = acts.accept(session, row_of(session, "Enter invoices"))
    late = proposal(7, add=True, text="Thank callers.", statement="s4")
    now, _ = acts.undo(proposed(now, (late,)))
    assert "Thank callers." in [p.proposed for p in now.desk.proposals]


def test_a_line_for_which_something_is_proposed_gives_no_example_beside_it(session):
    read = session.desk.assessment
    told = [
        msgspec.structs.replace(
            finding(0, 5, "suggestion"), statement=s, suggestion="Say it. For instance: so that it is clear."
        )
        for s in ("s3", "s4")
    ]
    desk = msgspec.structs.replace(session.desk, assessment=msgspec.structs.replace(read, findings=tuple(told)))
    now = session.did(desk, "read it")
    assert [f.suggestion for f in row_of(now, "Enter invoices").findings] == ["Say it."]
    rejected = acts.reject(now, row_of(now, "Enter invoices"))
    assert [f.suggestion for f in row_of(rejected, "Enter invoices").findings] == [told[0].suggestion]
