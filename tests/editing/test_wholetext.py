import msgspec
from hypothesis import given
from hypothesis import strategies as st

import jdrewrite
from jdrewrite.editing import acts, wholetext
from jdrewrite.editing.takeback import locked, originals, take_back, told
from tests.editing.conftest import PASSED, REFUSED, row_of


def test_the_result_as_text(session):
    now = acts.accept(session, row_of(session, "Enter invoices"))
    now = acts.add_line(now, row_of(now, "telephone"), "Ask callers what they need.", PASSED)
    assert wholetext.text(now.desk) == (
        "# Clerk\n\n## Duties\n\n"
        "- Enter invoices into the ledger, so that customers can pay.\n"
        "- Answer the telephone politely.\n"
        "- Ask callers what they need.\n"
        "- Keep files in order. Send the monthly report to the manager.\n\n"
        "## Requirements\n\n- Two years of experience with invoices.\n"
    )


def test_text_that_comes_back_as_it_went_changes_nothing(session):
    given_out = wholetext.lines(session.desk)
    assert wholetext.taken_back(given_out, wholetext.text(session.desk)) == ()
    assert wholetext.taken_back(given_out, wholetext.text(session.desk).replace("\n", "\r\n")) == ()


def test_changes_from_another_editor_are_taken_over(session):
    now = acts.add_line(session, row_of(session, "telephone"), "Ask callers.", PASSED)
    given_out = wholetext.lines(now.desk)
    edited = wholetext.text(now.desk)
    edited = edited.replace("politely.", "politely and at once.").replace("Ask callers.", "Ask every caller.")
    edited = edited.replace("order. Send", "order and send").replace("- Two", "- Greet visitors.\n- Two")
    changes = wholetext.taken_back(given_out, edited)
    assert [(c.kind, c.text) for c in changes] == [
        ("reworded", "Answer the telephone politely and at once."),
        ("reworded", "Ask every caller."),
        ("reworded", "Keep files in order and send the monthly report to the manager."),
        ("added", "Greet visitors."),
    ]
    assert originals(now.desk, changes)[1] is None
    taken, left = take_back(now, changes, [PASSED, PASSED, REFUSED, PASSED])
    assert left == (changes[2],)
    out = jdrewrite.render(taken.desk.document, taken.desk.edits()).decode()
    assert "- Answer the telephone politely and at once.\n- Ask every caller.\n" in out
    assert "Greet visitors." in out
    assert "order. Send" in out
    forced, left = take_back(now, changes, [PASSED, PASSED, REFUSED, PASSED], "as agreed")
    assert not left
    assert "order and send" in jdrewrite.render(forced.desk.document, forced.desk.edits()).decode()
    assert wholetext.lines(forced.desk)[5].text.startswith("Keep files in order and send")


def test_a_line_taken_out_needs_the_judge_too_and_a_locked_one_stays(session):
    given_out = wholetext.lines(session.desk)
    edited = wholetext.text(session.desk).replace("- Answer the telephone politely.\n", "")
    changes = wholetext.taken_back(given_out, edited)
    assert [(c.kind, c.text) for c in changes] == [("reworded", "")]
    gone, left = take_back(session, changes, [REFUSED], "nobody calls any more")
    assert not left
    assert "telephone" not in wholetext.text(gone.desk)
    locked = acts.lock(session, row_of(session, "telephone"))
    _, left = take_back(locked, changes, [REFUSED], "nobody calls any more")
    assert left == changes


@given(
    st.lists(st.sampled_from(["- Enter invoices into the ledger.", "- New.", "# Duties", "", "Free text"]), max_size=9)
)
def test_any_text_that_comes_back_gives_a_document(session, lines):
    changes = wholetext.taken_back(wholetext.lines(session.desk), "\n".join(lines))
    taken, left = take_back(session, changes, [PASSED] * len(changes), "whatever")
    assert not left
    jdrewrite.render(taken.desk.document, taken.desk.edits())


def test_a_line_that_the_file_locks_keeps_nothing_else_back(session):
    given_out = wholetext.lines(session.desk)
    edited = wholetext.text(session.desk).replace("politely", "kindly").replace("ledger", "book")
    changes = wholetext.taken_back(given_out, edited)
    statements = tuple(
        msgspec.structs.replace(s, locked=s.locked or "telephone" in s.text) for s in session.desk.assessment.statements
    )
    assessment = msgspec.structs.replace(session.desk.assessment, statements=statements)
    desk = msgspec.structs.replace(session.desk, assessment=assessment)
    now = session.did(desk, "was locked")
    taken, left = take_back(now, changes, [PASSED, PASSED], gains=[("sight",), ()])
    assert [c.text for c in left] == ["Answer the telephone kindly."]
    assert [(e.text, e.comment) for e in taken.desk.edits()] == [
        ("Enter invoices into the book.", "Edited by hand. New in it: what they get.")
    ]
    assert locked(taken, left) == {left[0]: "5"}
    assert "Line 5 is locked" in told(taken, changes, left)
