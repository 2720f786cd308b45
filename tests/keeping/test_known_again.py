"""What the library knows of a file that is opened again: an export of it, and what was said of it."""

import msgspec
import pytest

import jdrewrite
from jdrewrite.editing import acts
from jdrewrite.editing.carry import Kept, corrected
from jdrewrite.editing.own import added
from jdrewrite.editing.returning import returned
from jdrewrite.editing.session import analysed, opened, proposed, resumed, serving, titled
from jdrewrite.keeping.library_shelf import LibraryShelf
from jdrewrite.library import open_library
from jdrewrite.model import Tracking
from tests.editing.conftest import PASSED, TEXT, proposal, row_of
from tests.keeping.conftest import window


def exported(session, path, name="text", tracking=None):
    """The document of an export, read again."""
    made = jdrewrite.render(session.desk.document, session.desk.edits(), name, tracking=tracking)
    return jdrewrite.read_bytes(made, path)


def test_an_export_is_known_with_its_title_and_the_original_keeps_its_decisions(document, assessment):
    first, one = window(document, assessment)
    one = acts.accept(titled(one, "Ledger Clerk"), row_of(one, "invoices"))
    one = one.did(added(one.desk, "b4", "Ask callers what they need.", PASSED), "wrote a new line")
    first.keep(document, one)
    export = exported(one, "clerk.rewritten.txt")
    shelf = LibraryShelf()
    earlier = shelf.earlier(export)
    assert corrected(export, earlier).title == "Ledger Clerk"
    there = resumed(analysed(opened(corrected(export, earlier)), jdrewrite.analyse(export)), earlier)
    assert returned(there, earlier) == "This text comes from clerk.txt: the 2 lines accepted there are in it."
    shelf.keep(export, there)
    _, now = window(document, assessment)
    assert {p.proposed for p in now.desk.of("accepted")} >= {"Ask callers what they need."}
    assert len(now.desk.edits()) == 2


def test_an_export_whose_title_is_the_file_s_name_is_known_with_the_title_that_was_corrected():
    document = jdrewrite.read_bytes(TEXT.removeprefix(b"Clerk\n\n"), "ledger-clerk.txt")
    assert document.title == "Ledger clerk"
    now = titled(analysed(opened(document), jdrewrite.analyse(document)), "Accounts Payable Clerk")
    row = row_of(now, "invoices")
    now = acts.reword(now, row, "Enter invoices into the ledger, so that suppliers are paid in time.", PASSED)
    LibraryShelf().keep(document, now)
    export = exported(now, "ledger-clerk.rewritten.txt")
    earlier = LibraryShelf().earlier(export)
    assert earlier is not None
    assert corrected(export, earlier).title == "Accounts Payable Clerk"


def test_whom_it_serves_is_known_again_and_what_was_kept_without_it_is_read(document, assessment):
    first, one = window(document, assessment)
    one = acts.accept(serving(one, "county auditors"), row_of(one, "invoices"))
    first.keep(document, one)
    earlier = LibraryShelf().earlier(document)
    assert corrected(document, earlier).serves == "county auditors"
    without = msgspec.json.decode(msgspec.json.encode(earlier))
    del without["serves"]
    old = msgspec.convert(without, Kept)
    assert corrected(document, old) == document
    assert len(resumed(analysed(opened(document), assessment), old).desk.edits()) == 1
    told = corrected(document, earlier)
    there = resumed(analysed(opened(told), jdrewrite.analyse(told)), earlier)
    assert len(there.desk.edits()) == 1
    # What was done before the word was given was done to other proposals.
    assert [step.did for step in there.history.past] == ["accepted the proposal in line 4"]


def settings_of(document):
    with open_library() as library:
        return library.document(library.put(document).document).settings


def test_whom_it_serves_is_one_setting_for_every_window_and_every_command(document, assessment):
    first, one = window(document, assessment)
    first.keep(document, serving(one, "county auditors"))
    assert settings_of(document)["serves"] == "county auditors"
    with open_library() as library:
        library.set_settings(library.put(document).document, serves="archivists", function="sales")
    first.keep(document, acts.accept(serving(one, "county auditors"), row_of(one, "invoices")))
    assert settings_of(document)["serves"] == "archivists"  # this window has said nothing since
    earlier = LibraryShelf().earlier(document)
    assert (corrected(document, earlier).serves, earlier.function) == ("archivists", "sales")
    second, two = window(corrected(document, earlier), assessment)
    second.keep(document, serving(two, ""))
    assert settings_of(document)["serves"] == ""
    assert LibraryShelf().earlier(document).serves == ""


def test_what_is_set_is_known_without_a_session_and_what_an_older_session_has_stays(document):
    with open_library() as library:
        own = library.put(document).document
        library.set_settings(own, function="sales")
    assert LibraryShelf().earlier(document) == Kept(function="sales")
    with open_library() as library:
        library.save_session(own, Kept(serves="county auditors", path=document.path))
    assert LibraryShelf().earlier(document).serves == "county auditors"
    with open_library() as library:
        library.set_settings(own, serves="")
    assert LibraryShelf().earlier(document).serves == ""


def read_again(document):
    """A shelf of its own, and the session as the fronts begin it."""
    shelf = LibraryShelf()
    return shelf, resumed(analysed(opened(document), jdrewrite.analyse(document)), shelf.earlier(document))


def with_changes(document, assessment):
    """A session that is kept: a line rewritten, a new one accepted in the proposed words, one in a person's own."""
    shelf, one = window(document, assessment)
    one = acts.accept(one, row_of(one, "invoices"))
    one = proposed(one, (proposal(5, add=True, statement="s4", text="Note what callers ask for most often."),))
    one = acts.accept(one, row_of(one, "Note what callers"))
    one = one.did(added(one.desk, "b5", "Ask callers what they need.", PASSED), "wrote a new line")
    one = acts.reword(one, row_of(one, "Ask callers"), "Ask callers what they need, and write it down.", PASSED)
    shelf.keep(document, one)
    return one


TRACKED = Tracking(author="Kim")


@pytest.mark.parametrize(
    ("path", "name", "tracking"),
    [
        ("clerk.rewritten.txt", "text", None),
        ("clerk.txt", "text", None),  # written over the original
        ("clerk.rewritten.docx", "docx", None),
        ("clerk.rewritten.docx", "docx", TRACKED),
    ],
)
def test_what_stands_in_an_export_is_not_written_once_more(document, assessment, path, name, tracking):
    one = with_changes(document, assessment)
    texts = {edit.text for edit in one.desk.edits()}
    assert len(texts) == 3
    export = exported(one, path, name, tracking)
    for _ in range(2):  # and once more, from what was kept of the export
        shelf, there = read_again(export)
        assert "here again" not in returned(there, shelf.earlier(export))
        while True:  # nor does anything that can be undone bring it in again
            assert not there.desk.edits()
            if not there.history.past:
                break
            there, _ = acts.undo(there)
        shelf.keep(export, there)
    assert {edit.text for edit in read_again(document)[1].desk.edits()} == texts


def test_who_only_looks_at_an_export_changes_nothing_of_the_original(document, assessment):
    one = with_changes(document, assessment)
    before = LibraryShelf().earlier(document)
    assert before.past
    export = exported(one, "clerk.rewritten.txt")
    shelf, there = read_again(export)
    shelf.keep(export, there)
    assert LibraryShelf().earlier(document) == before
    # What is done in one of the two afterwards can be undone there, and only there.
    shelf.keep(export, acts.note(there, row_of(there, "monthly"), "ask Kim"))
    assert LibraryShelf().earlier(document) == before
    shelf, now = read_again(document)
    shelf.keep(document, acts.undo(now)[0])
    _, there = read_again(export)
    assert len(there.history.past) == 1
    assert list(there.desk.notes.values()) == ["ask Kim"]
    assert len(read_again(document)[1].history.past) == len(before.past) - 1


def test_a_file_is_the_same_from_wherever_it_is_opened(document, assessment, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    one = with_changes(document, assessment)  # as clerk.txt
    shelf, there = read_again(exported(one, "clerk.rewritten.txt"))
    shelf.keep(there.desk.document, there)
    whole = msgspec.structs.replace(document, path=str(tmp_path / "clerk.txt"))
    earlier = LibraryShelf().earlier(whole)
    assert earlier.path == whole.path
    assert len(resumed(analysed(opened(whole), assessment), earlier).history.past) == len(one.history.past)


def copy_of(path="copy.txt"):
    """The document of a changed copy of the file, which is the job description of another post."""
    return jdrewrite.read_bytes(TEXT + b"- Drive the van.\n", path)


def test_a_new_line_that_was_agreed_for_one_file_waits_in_another_until_it_is_agreed_there(document, assessment):
    with_changes(document, assessment)
    copy = copy_of()
    new = {"Note what callers ask for most often.", "Ask callers what they need, and write it down."}
    for _ in range(2):  # and once more, from what was kept of the copy
        shelf, there = read_again(copy)
        assert len(there.desk.edits()) == 1
        assert there.desk.edits()[0].text not in new
        waiting = {there.desk.text_of(p) for p in there.desk.of("open")}
        assert waiting >= new
        assert "2 new lines agreed for " in returned(there, shelf.earlier(copy))
        shelf.keep(copy, there)
        assert {edit.text for edit in read_again(document)[1].desk.edits()} > new, "nothing is taken back there"
    there = acts.accept(there, row_of(there, "Note what callers"))
    there = acts.reject(there, row_of(there, "Ask callers"))
    shelf.keep(copy, there)
    assert {e.text for e in read_again(copy)[1].desk.edits()} & new == {"Note what callers ask for most often."}
    assert {edit.text for edit in read_again(document)[1].desk.edits()} > new


def test_a_renamed_file_keeps_its_new_lines(document, assessment):
    one = with_changes(document, assessment)
    renamed = msgspec.structs.replace(document, path="ledger-clerk.txt")
    assert len(read_again(renamed)[1].desk.edits()) == len(one.desk.edits())
