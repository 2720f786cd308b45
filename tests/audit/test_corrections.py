"""What an analyst knows better: read from a table or a library, and held by the audit."""

from pathlib import Path

import pytest

import jdrewrite
from jdrewrite.audit.corrections import Correction, digest, of_library, read, together, unused
from jdrewrite.audit.ready import command
from jdrewrite.audit.worker import Task, audit_file
from jdrewrite.documents.columns import Columns
from jdrewrite.editing.carry import Kept
from jdrewrite.editing.session import opened, serving, titled
from jdrewrite.errors import BrokenInput
from jdrewrite.keeping.library_shelf import LibraryShelf
from jdrewrite.library import open_library

TEXT = "# Keeper\n\n- Opens the gates for boats.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "jobs"
    (place / "lake").mkdir(parents=True)
    (place / "keeper.md").write_text(TEXT)
    (place / "lake" / "pilot.md").write_text(TEXT)
    (place / "jobs.csv").write_text("title,description\nA,Opens gates.\nB,Steers boats.\n")
    return place


def corrected(folder: Path, table: str, name: str = "fix.csv"):
    path = folder.parent / name
    path.write_text(table)
    files = [str(folder / "keeper.md"), str(folder / "lake" / "pilot.md"), str(folder / "jobs.csv")]
    return read(str(path), [str(folder)], files)


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("lake/pilot.md", "lake/pilot.md"),  # from the folder that is audited
        ("jobs/lake/pilot.md", "lake/pilot.md"),  # from the table's own
        ("lake\\pilot.md", "lake/pilot.md"),  # as Windows writes it
        ("jobs.csv#2", "jobs.csv#2"),
    ],
)
def test_a_path_is_told_from_the_folder_or_from_the_table(folder, path, file):
    found, left = corrected(folder, f"path,function,title\n{path},sales,Pilot\n")
    assert list(found.values()) == [{str(folder / file): Correction("sales", "Pilot")}]
    assert left == 0


def test_tabs_names_of_functions_and_empty_cells(folder):
    found, _ = corrected(folder, "Path\tFunction\nkeeper.md\tHospitality and Retail\nlake/pilot.md\t\n", "fix.tsv")
    values = {Path(path).name: each for own in found.values() for path, each in own.items()}
    assert values == {"keeper.md": Correction("hospitality-retail"), "pilot.md": Correction()}
    assert [values[name].told for name in ("keeper.md", "pilot.md")] == ["function", ""]


def test_a_trade_is_a_way_to_say_the_function(folder):
    (folder / "jobs.csv").unlink()
    found, _ = corrected(folder, "path,function\nkeeper.md,library\nlake/pilot.md,farm\n")
    of = {Path(file).name: audit_file(file, Task(corrections=found))[0].row for file in found}
    assert (of["keeper.md"].function, of["keeper.md"].trade) == ("training-education", "libraries")
    assert (of["pilot.md"].function, of["pilot.md"].trade) == ("operations", "farm work")
    assert of["keeper.md"].customers == "library users"
    assert "--function training-education/libraries" in command_of(folder / "keeper.md", found)


def command_of(file, found):
    document = jdrewrite.read(file)
    known = found[str(file)][str(file)]
    return command(document, str(file), known.function, Columns())


@pytest.mark.parametrize(
    ("table", "line", "told"),
    [
        ("path,function\nkeeper.md,sails\n", 2, "did you mean sales"),
        ("path,function\nkeeper.md,production\n", 2, "did you mean manufacturing?"),
        ("path,function\n\nnobody.md,sales\n", 3, "there is no file nobody.md"),
        ("path,function\nkeeper.md,sales\nkeeper.md,finance\n", 3, "line 2 already"),
        ("path,function\nkeeper.md,sales\n./keeper.md,finance\n", 3, r"line 2 already, as keeper\.md"),
        ("path,function\nlake/pilot.md,sales\nlake\\pilot.md,sales\n", 3, "line 2 already"),
        (
            "path,function\nnone.md,sales\nnone.md,sales\n",
            2,
            r"no file none\.md.*line 3: none\.md stands in line 2 already",
        ),
        ("file,function\nkeeper.md,sales\n", 0, "no columns path"),
        ("path,serves\nkeeper.md,<b>sailors</b>\n", 2, "markup"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(folder, table, line, told):
    with pytest.raises(BrokenInput, match=told) as error:
        corrected(folder, table)
    assert error.value.subject.endswith(f"fix.csv:{line}" if line else "fix.csv")


def test_all_that_is_wrong_is_told_at_once(folder):
    table = "path,function,serves\nkeeper.md,sails,\nnobody.md,sales,\nlake/pilot.md,,<b>\n"
    with pytest.raises(BrokenInput, match=r"did you mean sales\?; line 3: there is no file nobody.md, .*; line 4: "):
        corrected(folder, table)


def test_a_file_that_is_left_out_of_the_audit_is_no_error(folder):
    (folder / "notes.md").write_text(TEXT)
    assert corrected(folder, "path,function\nnotes.md,sales\n") == ({}, 1)


def test_a_correction_changes_the_key_of_its_own_file_only(folder):
    found, _ = corrected(folder, "path,title\nkeeper.md,Weir Warden\n")
    other, _ = corrected(folder, "path,title\nkeeper.md,Lock Keeper\n")
    keeper, pilot = str(folder / "keeper.md"), str(folder / "lake" / "pilot.md")
    assert len({digest({}, keeper), digest(found, keeper), digest(other, keeper)}) == 3
    assert digest(found, pilot) == digest({}, pilot)
    assert unused(found, [pilot]) == [keeper]


def test_what_was_corrected_in_the_terminal_holds_and_a_table_says_more(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("JDREWRITE_LIBRARY", str(tmp_path / "library"))
    keeper = str(folder / "keeper.md")
    document = jdrewrite.read(keeper)
    LibraryShelf().keep(document, titled(opened(document), "Weir Warden"))
    with open_library() as library:
        found = of_library(library, [keeper, str(folder / "lake" / "pilot.md")])
    assert found == {keeper: {keeper: Correction("", "Weir Warden")}}
    LibraryShelf().keep(document, serving(titled(opened(document), "Weir Warden"), "night sailors"))
    with open_library() as library:
        assert of_library(library, [keeper]) == {keeper: {keeper: Correction("", "Weir Warden", "night sailors")}}
    told, _ = corrected(folder, "path,title\nkeeper.md,Lock Keeper\n")
    assert together(told, found)[keeper][keeper].title == "Lock Keeper"


def test_a_table_a_session_and_settings_complete_each_other(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("JDREWRITE_LIBRARY", str(tmp_path / "library"))
    keeper = str(folder / "keeper.md")
    document = jdrewrite.read(keeper)
    with open_library() as library:
        library.set_settings(library.put(document).document, function="sales", serves="lake captains")
    LibraryShelf().keep(document, titled(opened(document), "Weir Warden"))
    with open_library() as library:
        found = of_library(library, [keeper])
    assert found == {keeper: {keeper: Correction("sales", "Weir Warden", "lake captains")}}
    LibraryShelf().keep(document, serving(titled(opened(document), "Weir Warden"), "night sailors"))
    with open_library() as library:
        assert of_library(library, [keeper])[keeper][keeper] == Correction("sales", "Weir Warden", "night sailors")
        library.set_settings(library.put(document).document, serves="")  # it takes the word of the session away as well
        assert of_library(library, [keeper])[keeper][keeper] == Correction("sales", "Weir Warden", "")
    told, _ = corrected(folder, "path,function,title,serves\nkeeper.md,,Lock Keeper,\njobs.csv#2,finance,,\n")
    assert together(told, found) == {
        keeper: {keeper: Correction("sales", "Lock Keeper", "lake captains")},
        str(folder / "jobs.csv"): {str(folder / "jobs.csv#2"): Correction("finance")},
    }
    without, _ = corrected(folder, "path,function\nkeeper.md,finance\n")
    assert together(without, found)[keeper][keeper] == Correction("finance", "Weir Warden", "lake captains")


def test_what_is_known_of_rows_holds_for_those_rows(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("JDREWRITE_LIBRARY", str(tmp_path / "library"))
    jobs = str(folder / "jobs.csv")
    first, second = jdrewrite.read(f"{jobs}#2"), jdrewrite.read(f"{jobs}#3")
    with open_library() as library:
        library.set_settings(library.put(first).document, function="sales", serves="lake captains")
    LibraryShelf().keep(second, serving(opened(second), "night sailors"))
    with open_library() as library:
        found = of_library(library, [jobs, str(folder / "keeper.md")])
    assert found == {
        jobs: {
            first.path: Correction("sales", "", "lake captains"),
            second.path: Correction("", "", "night sailors"),
        }
    }


def test_of_two_people_the_last_goes_before_and_of_one_only_the_last_session_counts(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("JDREWRITE_LIBRARY", str(tmp_path / "library"))
    clock = iter(f"2026-01-01T00:00:0{n}.000+00:00" for n in range(10))
    keeper = str(folder / "keeper.md")
    with open_library() as library:
        own = library.put(jdrewrite.read(keeper)).document
        other = library.put(jdrewrite.read(str(folder / "jobs.csv#2"))).document
    monkeypatch.setattr("jdrewrite.library.library.now", lambda: next(clock))
    for who, document, name, said in (
        ("cleo", other, "cleo", Kept(path=keeper, function="legal-compliance")),  # another job, before
        ("ann", own, "ann at keeper", Kept(path=keeper, function="sales", title="Weir Warden")),
        ("bob", own, "bob", Kept(path=keeper, function="finance", serves="lake captains")),
        ("ann", own, "ann", Kept(path=keeper, serves="night sailors")),
    ):
        with open_library(who=who) as library:
            library.save_session(document, said, name)
    with open_library() as library:
        assert of_library(library, [keeper]) == {keeper: {keeper: Correction("finance", "", "night sailors")}}


def test_settings_hold_at_the_paths_of_all_versions_until_another_job_stands_there(folder, tmp_path):
    keeper, other = folder / "keeper.md", folder / "keeper.rewritten.md"
    other.write_text(TEXT.replace("boats", "boats, so that captains get home"))
    both = [str(keeper), str(other)]
    with open_library(tmp_path / "library") as library:
        own = library.put(jdrewrite.read(str(keeper))).document
        library.put(jdrewrite.read(str(other)), origin="rewritten", of=own)
        library.set_settings(own, serves="lake captains")
        said = Correction(serves="lake captains")
        assert of_library(library, both) == {path: {path: said} for path in both}
        keeper.write_text("# Baker\n\n- Bakes the bread of the day.\n- Cleans the ovens.\n")
        baker = library.put(jdrewrite.read(str(keeper))).document
        assert baker != own
        library.set_settings(own, function="sales")  # the one that changed last is not the one that stands there
        assert of_library(library, both) == {str(other): {str(other): Correction("sales", "", "lake captains")}}


def test_those_served_are_read_and_told_and_go_into_the_command(folder):
    found, _ = corrected(folder, "path,title,serves\nkeeper.md,Weir Warden,night sailors\njobs.csv#2,,\n")
    keeper = str(folder / "keeper.md")
    correction = found[keeper][keeper]
    assert correction == Correction("", "Weir Warden", "night sailors")
    assert correction.told == "title and those served"
    assert Correction("sales", "Pilot", "sailors").told == "function, title and those served"
    document = correction.of(jdrewrite.read(keeper))
    assert (document.title, document.serves) == ("Weir Warden", "night sailors")
    record = audit_file(keeper, Task(corrections=found))[0]
    assert (record.row.customers, record.row.corrected) == ("night sailors", "title and those served")
    assert command(document, keeper, None, Columns(), serves="night sailors").endswith("--serves 'night sailors'")


def test_a_task_with_corrections_can_be_a_key():
    known = {"a.md": {"a.md": Correction(title="Clerk")}}
    assert {Task(corrections=known): 1}[Task(corrections=dict(known))] == 1
    assert Task(corrections=known) != Task()
