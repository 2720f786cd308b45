"""What goes into a library comes out of it, now and after it was opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdrewrite.errors import DocumentLocked, LibraryError, LibraryReadOnly, UnknownDocument
from jdrewrite.library import Library, open_library

from .conftest import TEXT, decision, document


def test_a_new_document_then_the_same_then_a_further_version(library: Library) -> None:
    first = library.put(document())
    assert (first.how, first.version) == ("new", 1)
    assert library.put(document()).how == "same"
    changed = library.put(document(TEXT.replace("20 calls", "30 calls")))
    assert (changed.document, changed.version, changed.how) == (first.document, 2, "version")
    assert library.text(first.document, 1) == TEXT.encode()
    assert b"30 calls" in library.text(first.document)


def test_a_renamed_copy_is_recognised_by_its_statements(library: Library) -> None:
    first = library.put(document())
    again = library.put(document(TEXT.replace("20 calls", "30 calls").replace("caretakers", "keepers"), "other/x.md"))
    assert (again.document, again.how) == (first.document, "version")


def test_the_night_shift_is_not_the_day_shift(library: Library) -> None:
    first = library.put(document())
    sister = TEXT.replace("Phone adviser", "Phone adviser, night shift").replace("20 calls", "5 calls")
    assert library.put(document(sister, "night.md")).document != first.document
    at_the_same_place = library.put(document(sister.replace("5 calls", "6 calls"), "adviser.md"))
    assert at_the_same_place.how == "version"


def test_another_job_with_the_same_boilerplate_is_another_document(library: Library) -> None:
    boiler = "".join(f"\nWe are an employer that {what}.\n" for what in ("cares", "pays on time", "trains people"))
    jobs = [
        TEXT + boiler,
        "# Clerk\n\n- Enter invoices.\n- Call suppliers.\n- File what was paid.\n- Close the month.\n" + boiler,
        "# Cook\n\n- Bake bread.\n- Plan meals for a week.\n- Order flour.\n- Clean the ovens.\n" + boiler,
    ]
    found = {library.put(document(text, f"{n}.md")).document for n, text in enumerate(jobs)}
    assert len(found) == 3


def test_everything_is_there_after_opening_again(folder: Path) -> None:
    with open_library(folder, who="ann") as library:
        match = library.put(document(), note="from the intranet")
        library.record(decision(match.document), decision(match.document, "bbbbbbbbbbbb-1", outcome="accepted"))
        library.set_state(match.document, "review", "sent to the manager")
        library.add_note(match.document, "ask about the caretakers")
        library.set_settings(match.document, function="customer-service", words="tenants")
        library.set_settings(match.document, words=None)
        library.add_run("check", [match.document], score=41.0)
        library.lock(match.document, "in talks")
        before = library.documents(), library.decisions(match.document), library.runs(), library.history(match.document)
    with open_library(folder) as library:
        after = library.documents(), library.decisions(match.document), library.runs(), library.history(match.document)
        assert after == before
        assert library.notices == ()
        (stored,) = library.documents()
        assert (stored.state, stored.settings, stored.lock.reason) == (  # type: ignore[union-attr]
            "review",
            {"function": "customer-service"},
            "in talks",
        )
        kinds = [type(row).__name__ for row in library.history(match.document)]
        assert kinds == ["Version", "Decision", "Decision", "StateSet", "Noted"]


def test_the_last_decision_on_a_statement_stands_until_it_is_taken_back(library: Library) -> None:
    match = library.put(document())
    library.record(decision(match.document))
    library.record(decision(match.document, outcome="accepted", reason=""))
    assert library.standing(match.document)["aaaaaaaaaaaa-1"].outcome == "accepted"
    library.record(decision(match.document, outcome="open"))
    assert library.standing(match.document) == {}
    assert len(library.decisions(match.document)) == 3


def test_folding_changes_nothing_that_is_seen(folder: Path) -> None:
    with open_library(folder) as library:
        match = library.put(document())
        library.record(*[decision(match.document, f"{n:012d}-1") for n in range(1200)])
        library.record(decision(match.document))
        assert (folder / "decisions.json").stat().st_size > 1000
        kept = library.decisions(match.document)
        assert [d.n for d in kept] == list(range(2, 1203))
    with open_library(folder) as library:
        assert library.decisions(match.document) == kept
        assert library.document(match.document).decided == {"rejected": 1201}


def test_who_has_not_locked_it_cannot_change_it(folder: Path) -> None:
    with open_library(folder, who="ann") as library:
        match = library.put(document())
        library.lock(match.document, "in talks")
        library.set_state(match.document, "review")
    with open_library(folder, who="ben") as library:
        for change in (
            lambda: library.record(decision(match.document)),
            lambda: library.set_state(match.document, "agreed"),
            lambda: library.unlock(match.document),
            lambda: library.put(document(TEXT + "\n- Water the plants.\n")),
        ):
            with pytest.raises(DocumentLocked, match=r"ann has locked it since .* \(in talks\)"):
                change()
        library.add_note(match.document, "please unlock")
        assert library.decisions(match.document) == ()
        library.unlock(match.document, force=True)
        library.set_state(match.document, "agreed")
        assert library.document(match.document).state == "agreed"


def test_nobody_gets_the_session_of_another_name(folder: Path) -> None:
    names = ["anna lee", "anna.lee", "anna_lee", "Anna_Lee", "\u674e" * 90]
    with open_library(folder) as library:
        held = library.put(document()).document
        for name in names:
            assert library.load_session(held, name=name) is None
            library.save_session(held, {"of": name}, name)
        assert [library.load_session(held, name=name) for name in names] == [{"of": name} for name in names]
        assert {session.name for session in library.sessions()} == set(names)
    files = [file.name.casefold() for file in (folder / "sessions").iterdir()]
    assert len(set(files)) == len(names)


def session_of_an_earlier_version(library: Library, folder: Path) -> str:
    """Save a session of "anna lee" and name its files as earlier versions did; return the document's id."""
    held = library.put(document()).document
    library.save_session(held, {"at": 1}, "anna lee")
    for place in ("sessions", "copies/sessions"):
        (file,) = (folder / place).iterdir()
        file.rename(file.with_name(f"{held}.anna_lee.json"))
    return held


def test_a_session_of_an_earlier_version_is_found_and_takes_its_new_place(folder: Path) -> None:
    with open_library(folder) as library:
        held = session_of_an_earlier_version(library, folder)
        assert library.load_session(held, name="anna.lee") is library.load_session(held, name="anna_lee") is None
        assert library.load_session(held, name="anna lee") == {"at": 1}
        library.save_session(held, {"at": 2}, "anna.lee")
        library.save_session(held, {"at": 3}, "anna lee")
        assert [bytes(s.data) for s in library.sessions()] == [b'{"at":3}', b'{"at":2}']


def test_a_session_of_an_earlier_version_makes_room_for_whose_name_its_file_has(folder: Path) -> None:
    with open_library(folder) as library:
        held = session_of_an_earlier_version(library, folder)
        library.save_session(held, {"at": 2}, "anna_lee")
        assert library.load_session(held, name="anna lee") == {"at": 1}
        assert library.load_session(held, name="anna_lee") == {"at": 2}


def test_sessions_are_found_again(folder: Path) -> None:
    with open_library(folder, who="ann") as library:
        match = library.put(document())
        library.save_session(match.document, {"at": 1})
        library.save_session(match.document, {"at": 2})
        library.save_session(match.document, [3], name="second terminal")
    with open_library(folder, who="ann") as library:
        assert library.load_session(match.document) == {"at": 2}
        assert library.load_session(match.document, list[int], name="second terminal") == [3]
        assert {session.name for session in library.sessions()} == {"ann", "second terminal"}
        with pytest.raises(UnknownDocument):
            library.save_session("../../victim/settings", {"at": 1})
    assert not list(folder.parent.rglob("settings*"))


def test_documents_are_listed_by_what_changed_last(library: Library) -> None:
    one = library.put(document())
    two = library.put(document("# Cook\n\n- Bake bread.\n- Order flour.\n", "cook.md"))
    assert [d.id for d in library.documents()] == [two.document, one.document]
    library.set_state(one.document, "archived")
    assert [d.id for d in library.documents()] == [one.document, two.document]
    assert [d.id for d in library.documents(states=["draft"])] == [two.document]
    assert [d.id for d in library.documents(words="phone")] == [one.document]
    assert [d.id for d in library.documents(limit=1)] == [one.document]


def test_documents_go_by_id_path_and_title(library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    match = library.put(document())
    for name in (match.document, match.document[:4], "adviser.md", str(tmp_path / "adviser.md"), "phone ADVISER"):
        assert library.document(name).id == match.document
    with pytest.raises(UnknownDocument, match="not in the library"):
        library.document("zz")
    with pytest.raises(UnknownDocument, match="the document has 1"):
        library.version(match.document, 2)


def test_two_open_libraries_see_each_other(folder: Path) -> None:
    with open_library(folder, who="ann") as one, open_library(folder, who="ben") as two:
        match = one.put(document())
        two.record(*[decision(match.document, f"{n:012d}-1") for n in range(1100)])  # folds
        one.record(decision(match.document))
        two.record(decision(match.document, outcome="open"))
        assert one.decisions(match.document) == two.decisions(match.document)
        assert [d.who for d in one.decisions(match.document)[-3:]] == ["ben", "ann", "ben"]
        assert one.put(document()).how == two.put(document()).how == "same"


def test_a_folder_with_other_things_is_no_library(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"x")
    with pytest.raises(LibraryError, match="other things"):
        open_library(tmp_path)
    with pytest.raises(LibraryError, match="a library is a folder"):
        open_library(tmp_path / "holiday.jpg")
    with pytest.raises(LibraryError, match="there is no library"):
        open_library(tmp_path / "none", create=False)
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]


def test_reading_only_changes_no_byte(folder: Path) -> None:
    with open_library(folder) as library:
        match = library.put(document())
        library.record(decision(match.document))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with open_library(folder, read_only=True) as library:
        assert len(library.decisions(match.document)) == 1
        assert library.text(match.document) == TEXT.encode()
        with pytest.raises(LibraryReadOnly, match="reading only"):
            library.record(decision(match.document))
        with pytest.raises(LibraryError):
            library.save_session(match.document, {})
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_file_name_that_is_no_text_is_kept_as_far_as_it_is(library: Library) -> None:
    match = library.put(document(path="adviser \udcff.md"))
    library.add_note(match.document, "from \udcfe")
    assert library.document(match.document).latest.path.endswith("adviser ?.md")
    assert library.document(match.document).notes[0].text == "from ?"
