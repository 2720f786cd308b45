"""Sessions in the library: several at once, and with all that can be undone."""

import pytest

import jdrewrite
from jdrewrite.editing import acts
from jdrewrite.editing.own import added
from jdrewrite.editing.returning import lost
from jdrewrite.editing.session import Session, analysed, left, opened, resumed, scored, titled
from jdrewrite.errors import DocumentLocked
from jdrewrite.keeping.library_shelf import LibraryShelf
from jdrewrite.library import open_library
from jdrewrite.revision import applied
from tests.editing.conftest import PASSED, TEXT, proposal, row_of
from tests.keeping.conftest import window


def decided(session):
    return {p.original or p.proposed: session.desk.decision(p.id).state for p in session.desk.proposals}


def test_two_windows_on_one_file_lose_no_decision(document, assessment):
    first, one = window(document, assessment)
    second, two = window(document, assessment)
    one = acts.accept(one, row_of(one, "invoices"))
    first.keep(document, one)
    two = acts.reject(two, row_of(two, "telephone"))
    two = acts.note(two, row_of(two, "telephone"), "ask Kim")
    second.keep(document, two)
    one = acts.lock(one, row_of(one, "monthly"))
    first.keep(document, one)
    _, now = window(document, assessment)
    assert decided(now) == {"Enter invoices into the ledger.": "accepted", "Answer the telephone politely.": "rejected"}
    assert list(now.desk.notes.values()) == ["ask Kim"]
    assert len(now.desk.locks) == 1
    assert next(p for p in now.desk.of("accepted")).rationale == "why"


def test_what_one_window_takes_back_is_taken_back_for_the_other(document, assessment):
    first, one = window(document, assessment)
    one = acts.accept(one, row_of(one, "invoices"))
    first.keep(document, one)
    second, two = window(document, assessment)
    two = acts.reopen(two, row_of(two, "invoices"))
    second.keep(document, two)
    one = acts.note(one, row_of(one, "telephone"), "later")
    first.keep(document, one)
    _, now = window(document, assessment)
    assert decided(now)["Enter invoices into the ledger."] == "open"


def test_new_lines_of_two_windows_are_both_there(document, assessment):
    first, one = window(document, assessment)
    second, two = window(document, assessment)
    first.keep(document, acts.add_line(one, row_of(one, "invoices"), "Ask customers.", PASSED))
    second.keep(document, acts.add_line(two, row_of(two, "telephone"), "Thank callers.", PASSED))
    _, now = window(document, assessment)
    assert {(e.block, e.text) for e in now.desk.edits()} == {("b3", "Ask customers."), ("b4", "Thank callers.")}


def test_a_line_that_was_taken_out_again_does_not_come_back(document, assessment):
    shelf, one = window(document, assessment)
    one = acts.add_line(one, row_of(one, "invoices"), "Ask customers.", PASSED)
    shelf.keep(document, one)
    one, _ = acts.undo(one)
    shelf.keep(document, one)
    _, now = window(document, assessment)
    assert not now.desk.edits()
    with open_library() as library:
        assert not library.standing(library.documents()[0].id)


def test_another_wording_stands_in_the_journal_too(document, assessment):
    shelf, one = window(document, assessment)
    row = row_of(one, "invoices")
    one = acts.accept(one, row)
    shelf.keep(document, one)
    one = acts.take(one, row, proposal(9, text="Enter invoices, so that customers are paid."))
    shelf.keep(document, one)
    with open_library() as library:
        standing = library.standing(library.documents()[0].id)
    assert [d.wording for d in standing.values()] == ["Enter invoices, so that customers are paid."]


def test_undo_goes_on_where_the_last_session_ended(document, assessment):
    shelf, one = window(document, assessment)
    one = acts.accept(one, row_of(one, "invoices"))
    one = acts.reword(one, row_of(one, "telephone"), "Answer the telephone.", PASSED)
    one = acts.add_line(one, row_of(one, "monthly"), "Thank callers.", PASSED)
    one = acts.note(one, row_of(one, "Clerk"), "a note")
    one = acts.lock(one, row_of(one, "monthly"))
    one = acts.reject(one, row_of(one, "Thank"))
    told = [step.did for step in one.history.past]
    shelf.keep(document, one)
    for time in range(2):  # and once more, from the session that was taken up
        shelf, now = window(document, assessment)
        assert [step.did for step in now.history.past] == told[: len(told) - time]
        now, _ = acts.undo(now)
        if not time:
            assert "Thank callers." in [e.text for e in now.desk.edits()]
        shelf.keep(document, now)
    while now.history.past:
        now, _ = acts.undo(now)
    assert not now.desk.edits()
    assert not now.desk.notes
    assert not now.desk.locks
    assert set(decided(now).values()) == {"open"}
    assert len(now.desk.proposals) == 2


def test_a_file_that_was_changed_and_opened_again_is_the_new_version(document, assessment):
    shelf, one = window(document, assessment)
    one = acts.accept(one, row_of(one, "invoices"))
    one = acts.accept(one, row_of(one, "telephone"))
    shelf.keep(document, one)
    changed = jdrewrite.read_bytes(TEXT.replace(b"telephone", b"phone") + b"- Kind.\n", document.path)
    again = jdrewrite.analyse(changed)
    now = resumed(analysed(opened(changed), again), shelf.earlier(changed))
    assert [e.text for e in now.desk.edits()] == ["Enter invoices into the ledger, so that customers can pay."]
    assert lost(now, shelf.earlier(changed)) == 1
    shelf.keep(changed, acts.note(now, row_of(now, "Kind"), "new"))
    with open_library() as library:
        stored = library.documents()[0]
        assert len(stored.versions) == 2
        assert len(library.standing(stored.id)) == 2  # the line that is gone may come back
    # The version that has the line has its decision still.
    assert len(resumed(analysed(opened(document), assessment), LibraryShelf().earlier(document)).desk.edits()) == 2


def test_where_the_journal_may_not_be_written_the_session_is_right(document, assessment, monkeypatch):
    shelf, one = window(document, assessment)
    shelf.keep(document, one)
    monkeypatch.setenv("JDREWRITE_WHO", "Kim")
    with open_library() as library:
        library.lock(library.documents()[0].id)
    monkeypatch.setenv("JDREWRITE_WHO", "Lee")
    shelf, one = window(document, assessment)
    one = acts.accept(one, row_of(one, "invoices"))
    with pytest.raises(DocumentLocked):
        shelf.keep(document, one)
    _, now = window(document, assessment)
    assert len(now.desk.edits()) == 1


def test_words_of_a_person_outlive_the_line_above_them(document, assessment):
    one = Session(history=analysed(opened(document), assessment).history)
    one = one.did(added(one.desk, "b4", "Thank callers.", PASSED), "wrote")
    changed = jdrewrite.read_bytes(TEXT.replace(b"- Answer the telephone politely.\n", b""), document.path)
    now = resumed(analysed(opened(changed), jdrewrite.analyse(changed)), left(one))
    assert [e.text for e in now.desk.edits()] == ["Thank callers."]


def test_no_score_is_shown_that_is_not_of_what_was_decided(document, assessment):
    shelf, one = window(document, assessment)
    shelf.keep(document, one)
    assert shelf.entries()[0].score == assessment.score.total
    one = acts.accept(one, row_of(one, "invoices"))
    shelf.keep(document, one)
    assert shelf.entries()[0].score is None
    one = scored(one, applied(document, one.desk.edits())[1])
    shelf.keep(document, one)
    assert shelf.entries()[0].score == one.after.score.total > assessment.score.total
    one = titled(one, "Nurse")
    shelf.keep(document, one)
    assert shelf.entries()[0].title == "Nurse"
