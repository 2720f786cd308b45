import msgspec
import pytest

import jdrewrite
from jdrewrite.editing import Desk
from jdrewrite.editing.acts import NotNow, lock
from jdrewrite.editing.own import added, written, written_block
from jdrewrite.editing.rows import rows
from jdrewrite.editing.session import opened
from jdrewrite.errors import ProposalRefused
from jdrewrite.model import Anchor, BlockKind
from tests.editing.conftest import PASSED, REFUSED, proposal


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
    assert own.reopened("p2").text_of(own.proposal("p2")) == "Ask customers."


def test_a_line_without_a_proposal_can_be_rewritten_and_withdrawn(desk):
    statement = next(s for s in desk.assessment.statements if "telephone" in s.text)
    own = written(desk, statement, "Answer the telephone politely and promptly.", PASSED)
    assert b"politely and promptly." in jdrewrite.render(desk.document, own.edits())
    name = next(p.id for p in own.of("accepted"))
    assert name.startswith(f"own-{statement.id}")
    assert own.rejected(name) == desk


def test_own_words_take_the_place_of_an_accepted_proposal_and_never_overlap(desk):
    taken = desk.accepted("p1")
    statement = next(s for s in desk.assessment.statements if s.id == "s3")
    own = written(taken, statement, "Enter invoices into the ledger daily.", PASSED)
    assert [e.text for e in own.edits()] == ["Enter invoices into the ledger daily."]
    assert own.decision("p1").state == "open"
    again = own.accepted("p1")
    assert [e.text for e in again.edits()] == [desk.proposals[0].proposed]


def test_a_paragraph_of_two_sentences_can_be_rewritten_as_one(desk):
    block = next(b for b in desk.document.blocks if "monthly report" in b.text)
    own = written_block(desk, block, "Keep files in order and send the monthly report to the manager.", PASSED)
    assert len(own.edits()) == 1
    assert [r.text for r in rows(own, "result") if r.block == block.id] == [own.edits()[0].text]
    assert len([r for r in rows(own, "original") if r.block == block.id]) == 2


def test_new_lines_of_a_person_do_not_take_each_others_place(desk):
    two = added(added(desk, "b4", "Ask callers what they need.", PASSED), "b4", "Pass on what they say.", PASSED)
    out = jdrewrite.render(two.document, two.edits()).decode()
    assert "- Ask callers what they need." in out
    assert "- Pass on what they say." in out


def test_all_of_a_kind_takes_only_what_passed_and_is_not_locked(desk):
    assert len(desk.all_accepted("connect").edits()) == 1
    assert desk.all_accepted("add").edits() == ()
    mark = desk.assessment.statement("s3").fingerprint
    assert desk.locked(mark).all_accepted("connect").edits() == ()
    assert desk.locked(mark).locked(mark) == desk


def test_a_locked_line_is_not_changed(desk):
    locked = desk.locked(desk.assessment.statement("s3").fingerprint)
    with pytest.raises(ProposalRefused, match="locked"):
        locked.accepted("p1", override="because")
    assert [r.locked for r in rows(locked) if r.key == "s3"] == [True]


def test_notes_come_and_go(desk):
    mark = desk.assessment.statement("s3").fingerprint
    noted = desk.noted(mark, " ask Kim ")
    assert [r.note for r in rows(noted) if r.key == "s3"] == ["ask Kim"]
    assert noted.noted(mark, "") == desk


def test_rows_show_the_views(desk):
    accepted = desk.accepted("p1")
    assert [r.sign for r in rows(accepted) if r.proposal] == ["✓", "✗"]
    assert any("so that customers can pay" in r.text for r in rows(accepted, "result"))
    assert not any("so that" in r.text or r.text == "Ask customers." for r in rows(accepted, "original"))
    assert "Ask customers." not in [r.text for r in rows(accepted, "result")]
    assert [r.original for r in rows(accepted, "compare") if r.key == "s3"] == ["Enter invoices into the ledger."]


def test_an_open_proposal_stands_in_the_text_as_what_goes_and_what_comes(desk):
    row = next(r for r in rows(desk) if r.key == "s3")
    assert row.text == "Enter invoices into the ledger."
    assert ("new", ", so that customers can pay") in [(p.tone, p.text) for p in row.pieces]


def test_rows_can_be_shown_before_the_analysis(desk):
    bare = Desk(document=desk.document)
    assert [r.text for r in rows(bare)] == [r.text for r in rows(desk, "original")]


def test_a_proposal_that_was_refused_is_not_drawn_into_the_text(desk):
    failing = Desk(document=desk.document, assessment=desk.assessment, proposals=(proposal(1, REFUSED),))
    row = next(r for r in rows(failing) if r.key == "s3")
    assert row.sign == "✗"
    assert "new" not in {p.tone for p in row.pieces}


def test_a_line_that_the_file_itself_keeps_cannot_be_changed_or_unlocked(desk):
    kept = msgspec.structs.replace
    statements = tuple(kept(s, locked=s.id == "s3") for s in desk.assessment.statements)
    desk = kept(desk, assessment=kept(desk.assessment, statements=statements))
    assert desk.is_locked(desk.proposal("p1"))
    with pytest.raises(ProposalRefused):
        desk.accepted("p1")
    row = next(r for r in rows(desk) if r.statement is not None and r.statement.locked)
    assert row.locked
    with pytest.raises(NotNow, match="in Word only"):
        lock(opened(desk.document), row)


def test_a_numbered_list_bears_the_numbers_of_the_file_and_new_lines_count_on_in_the_result():
    text = b"Clerk\n\nDuties\n\n1. Enter invoices.\n2. Answer the telephone.\n3. Keep files.\n\n- Be on time.\n"
    document = jdrewrite.read_bytes(text, "clerk.txt")
    second = next(block.id for block in document.blocks if block.text == "Answer the telephone.")
    new = msgspec.structs.replace(proposal(1, add=True), anchor=Anchor(block=second, start=0, end=0))
    desk = Desk(document=document, proposals=(new,)).accepted("p1")

    def bullets(view):
        return [row.number for row in rows(desk, view) if row.kind is BlockKind.BULLET]

    assert bullets("review") == ["1.", "2.", "", "3.", ""]
    assert bullets("original") == ["1.", "2.", "3.", ""]
    assert bullets("result") == ["1.", "2.", "3.", "4.", ""]
    written = jdrewrite.render(document, desk.edits()).decode()
    assert "3. Ask customers.\n4. Keep files." in written
