"""What is said when a text is opened that an earlier session decided of: the file, a changed file, its own export."""

import jdrewrite
from jdrewrite.editing import acts
from jdrewrite.editing.own import added
from jdrewrite.editing.returning import returned
from jdrewrite.editing.session import analysed, left, opened, resumed
from tests.editing.conftest import PASSED, TEXT, row_of


def again(data, name, earlier):
    document = jdrewrite.read_bytes(data, name)
    return resumed(analysed(opened(document), jdrewrite.analyse(document)), earlier)


def worked(session):
    now = acts.accept(session, row_of(session, "Enter invoices"))
    now = acts.reject(now, row_of(now, "telephone"))
    desk = added(now.desk, "b4", "Ask callers what they need.", PASSED)
    return now.did(desk, "wrote a new line")


def exported(session):
    return jdrewrite.render(session.desk.document, session.desk.edits())


def test_an_export_says_from_which_file_it_comes_and_that_all_accepted_lines_are_in_it(session):
    now = worked(session)
    there = again(exported(now), "clerk.rewritten.txt", left(now))
    told = returned(there, left(now))
    assert told == "This text comes from clerk.txt: the 2 lines accepted there are in it."
    assert not there.desk.edits(), "a new line that is in the text already is not added once more"


def test_of_an_export_that_lost_a_line_the_number_is_told(session):
    now = worked(session)
    data = exported(now).replace(b"Ask callers what they need.", b"")
    there = again(data, "clerk.rewritten.txt", left(now))
    assert returned(there, left(now)) == "This text comes from clerk.txt: 1 of the 2 lines accepted there are in it."


def test_a_copy_whose_lines_are_the_old_ones_is_no_export(session):
    now = acts.accept(session, row_of(session, "Enter invoices"))
    there = again(TEXT + b"- Feed the cat.\n", "copy.txt", left(now))
    assert returned(there, left(now)) == "This text has lines of clerk.txt: 1 of 1 decisions stand here too."


def test_written_back_into_its_own_file_a_decision_stands(session):
    now = worked(session)
    there = again(exported(now), "clerk.txt", left(now))
    assert returned(there, left(now)) == "The file has changed since the last time: 3 of 3 decisions stand."


def test_what_really_is_gone_from_the_file_is_still_told(session):
    now = worked(session)
    data = TEXT.replace(b"Enter invoices into the ledger.", b"Pay the bills of the house.")
    said = returned(again(data, "clerk.txt", left(now)), left(now))
    assert "2 of 3 decisions stand, the lines of the others are gone" in said
