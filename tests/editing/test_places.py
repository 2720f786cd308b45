"""What lines are called: the numbers of the file that was read, wherever a new line came between."""

import pytest

from jdrewrite.analysis import analyse
from jdrewrite.documents import read_bytes
from jdrewrite.editing import acts
from jdrewrite.editing.places import Spot, named, of_result, place_of, row_at
from jdrewrite.editing.rows import rows
from jdrewrite.editing.session import analysed, opened, scored
from jdrewrite.revision import applied
from tests.editing.conftest import PASSED

TEXT = """# Clerk

## Duties

- Enter invoices. Answer the phone.
- Keep the files so that customers get answers.
"""


@pytest.fixture(scope="module")
def session():
    document = read_bytes(TEXT.encode(), "clerk.md")
    return analysed(opened(document), analyse(document))


def test_lines_sentences_and_new_lines_are_named_after_the_file(session):
    assert [row.place for row in session.shown] == ["1", "3", "5", "5.2", "6"]
    added = acts.add_line(session, session.shown[3], "Ask callers what they need.", PASSED)
    assert [row.place for row in added.shown] == ["1", "3", "5", "5.2", "5a", "6"]
    again = acts.add_line(added, added.shown[3], "Tell sales.", PASSED)
    assert [row.place for row in again.shown] == ["1", "3", "5", "5.2", "5a", "5b", "6"]


def test_a_new_line_below_wrapped_text_has_the_number_of_its_last_line():
    document = read_bytes(b"# Clerk\n\n- Enter invoices of\n  all customers.\n- Keep files.\n", "clerk.md")
    session = analysed(opened(document), analyse(document))
    added = acts.add_line(session, session.shown[1], "Ask callers what they need.", PASSED)
    assert [row.place for row in added.shown] == ["1", "3", "4a", "5"]


def test_names_are_there_before_the_text_is_read():
    assert [row.place for row in opened(read_bytes(TEXT.encode(), "clerk.md")).shown] == ["1", "3", "5", "5.2", "6"]


def test_lines_of_the_result_keep_their_names(session):
    added = acts.add_line(session, session.shown[3], "Ask callers what they need.", PASSED)
    _, after = applied(added.desk.document, added.desk.edits(), function="administration")
    last = after.statements[-1]
    assert last.line == 7
    places = of_result(rows(added.desk, "result"), after)
    assert place_of(7, "files", places) == "6"
    assert place_of(6, "callers", places) == "5a"
    assert place_of(5, "phone", places) == "5.2"
    moved = scored(added, after).moved
    assert any(move.place == "5a" for move in moved)
    assert all(move.place != "7" for move in moved)


def test_rows_are_found_by_their_name(session):
    assert row_at(session.shown, "5.2") == 3
    assert row_at(session.shown, " 6 ") == 4
    assert row_at(session.shown, "4") == 2, "an empty line: the one behind it"
    assert row_at(session.shown, "60") is None
    assert row_at(session.shown, "5z") is None
    assert row_at(session.shown, "") is None


def test_of_rows_with_one_number_the_one_with_the_words_counts():
    places = {3: (Spot("2", "Answer the phone."), Spot("2a", "Ask callers."))}
    assert place_of(3, "callers", places) == "2a"
    assert place_of(3, "nowhere", places) == "2"


def test_a_line_of_unknown_place_is_not_named():
    assert place_of(3, "", {}) == ""
    assert place_of(None, "", {}) == ""
    assert named("12") == "line 12"


def test_a_line_break_in_word_begins_no_paragraph():
    import io

    import docx

    made, file = docx.Document(), io.BytesIO()
    made.add_paragraph("Key duties:")
    made.add_paragraph("Repair pumps and valves.\nOrder spare parts.")
    made.add_paragraph("Train nurses in the safe use of devices.")
    made.save(file)
    document = read_bytes(file.getvalue(), "technician.docx")
    read = analyse(document)
    for session in (opened(document), analysed(opened(document), read)):
        assert [row.place for row in rows(session.desk)] == ["1", "2", "2.2", "3"]
    assert [s.line for s in read.statements] == [1, 2, 2, 3]
