"""Out as JSON lines or a zip, and in again: nothing is lost, and nothing is taken twice."""

from __future__ import annotations

import errno
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import msgspec
import pytest

import jdrewrite
from jdrewrite.errors import BrokenInput, DocumentLocked, MissingInput, OutputError, OutputExists
from jdrewrite.library import Library, importing, open_library
from jdrewrite.library.entries import Noted
from jdrewrite.library.exporting import LIST, export
from jdrewrite.library.importing import bring_in
from jdrewrite.library.maintenance import compact
from tests.spoilt_zip import spoilt

from .conftest import TEXT, decision, document


def filled(library: Library) -> list[str]:
    one = library.put(document())
    library.record(decision(one.document), decision(one.document, "bbbbbbbbbbbb-1", outcome="accepted"))
    library.put(document(TEXT.replace("20 calls", "30 calls")), parent=1)
    library.set_state(one.document, "review", "sent")
    library.record(decision(one.document, version=2, outcome="open"))
    library.set_settings(one.document, function="customer-service")
    library.add_note(one.document, "=1+1 ask")
    library.lock(one.document, "in talks")
    two = library.put(document("# Cook\n\n- Bake bread.\n- Order flour.\n", "cook.md"))
    library.add_run("check", [one.document, two.document], score=40.5)
    library.save_session(one.document, {"at": [1, 2]})
    return [one.document, two.document]


def plain(library: Library, names: list[str] | None = None) -> list[Any]:
    """Return all that a library says, without the numbers of its journal."""
    rows: list[Any] = []
    for stored in sorted(library.documents(), key=lambda d: d.id):
        if names is None or stored.id in names:
            texts = [library.text(stored.id, version.number) for version in stored.versions]
            rows.append([stored, library.decisions(stored.id), library.history(stored.id), texts])
    rows.append([bytes(session.data) for session in library.sessions()])
    if names is None:
        rows.append(library.runs())

    def bare(value: Any) -> Any:
        if isinstance(value, dict):
            return {k: bare(v) for k, v in value.items() if k not in {"n", "touched", "changed_at"}}
        return [bare(v) for v in value] if isinstance(value, list | tuple) else value

    return bare(msgspec.to_builtins(rows, builtin_types=(bytes,)))  # type: ignore[no-any-return]


@pytest.mark.parametrize("name", ["all.jsonl", "all.zip"])
def test_the_round_trip_loses_nothing(folder: Path, tmp_path: Path, name: str) -> None:
    with open_library(folder, who="ann") as library:
        filled(library)
        assert export(library, tmp_path / name) == 2
        with open_library(tmp_path / "other", who="ann") as other:
            found = bring_in(other, tmp_path / name)
            assert (found.documents, found.versions, found.known) == (2, 3, 0)
            assert plain(other) == plain(library)
            again = bring_in(other, tmp_path / name)
            assert (again.documents, again.versions, again.entries) == (0, 0, 0)
            assert plain(other) == plain(library)
    with open_library(folder, who="ann") as library, open_library(tmp_path / "other", who="ann") as other:
        assert plain(other) == plain(library)
        assert other.put(document()).how == "same"


def test_a_part_can_be_taken(library: Library, tmp_path: Path) -> None:
    one, two = filled(library)
    export(library, tmp_path / "part.zip", [two])
    with open_library(tmp_path / "other") as other:
        bring_in(other, tmp_path / "part.zip")
        assert [d.id for d in other.documents()] == [two]
    with zipfile.ZipFile(tmp_path / "part.zip") as packed:
        assert packed.namelist() == [f"documents/Cook-{two}/1.md", "library.jsonl"]
        assert packed.read(f"documents/Cook-{two}/1.md").startswith(b"# Cook")
    assert one != two


def test_two_that_went_apart_come_together(folder: Path, tmp_path: Path) -> None:
    with open_library(folder, who="ann") as library:
        match = library.put(document())
        library.record(decision(match.document))
        export(library, tmp_path / "begun.jsonl")
        with open_library(tmp_path / "other", who="ben") as other:
            bring_in(other, tmp_path / "begun.jsonl")
            other.put(document(TEXT.replace("20 calls", "44 calls")))
            other.record(decision(match.document, "cccccccccccc-1", version=2))
            export(other, tmp_path / "back.jsonl")
        library.put(document(TEXT.replace("20 calls", "33 calls")))
        found = bring_in(library, tmp_path / "back.jsonl")
        assert (found.documents, found.versions, found.entries) == (0, 1, 2)
        texts = [library.text(match.document, n) for n in (1, 2, 3)]
        assert b"33 calls" in texts[1]
        assert b"44 calls" in texts[2]
        last = library.decisions(match.document)[-1]
        assert (last.who, last.version) == ("ben", 3)


def test_an_export_that_comes_in_again_undoes_nothing_that_was_done_since(folder: Path, tmp_path: Path) -> None:
    with open_library(folder, who="ann") as library:
        match = library.put(document())
        library.set_settings(match.document, function="accounting", served="vendors")
        library.lock(match.document, "in talks")
        library.scored(match.document, 1, jdrewrite.analyse(document()))
        export(library, tmp_path / "old.jsonl")
        library.unlock(match.document)
        library.set_settings(match.document, served="guests")
        export(library, tmp_path / "new.jsonl")
    with open_library(tmp_path / "other", who="ben") as other:
        bring_in(other, tmp_path / "old.jsonl")
        other.unlock(match.document, force=True)
        other.set_settings(match.document, function="finance")
        again = bring_in(other, tmp_path / "old.jsonl")
        assert (again.entries, again.known) == (0, 4)
        stored = other.document(match.document)
        assert stored.settings == {"function": "finance", "served": "vendors"}
        assert stored.lock is None
        assert bring_in(other, tmp_path / "new.jsonl").entries == 1
        assert other.document(match.document).settings == {"function": "finance", "served": "guests"}
        other.set_settings(match.document, served=None)
        bring_in(other, tmp_path / "new.jsonl")
        assert other.document(match.document).settings == {"function": "finance"}


def test_a_score_is_taken_in_once_whatever_number_its_version_has_here(folder: Path, tmp_path: Path) -> None:
    more = document(TEXT.replace("20 calls", "44 calls"))
    with open_library(folder, who="ann") as library, open_library(tmp_path / "other", who="ben") as other:
        match = library.put(document())
        export(library, tmp_path / "begun.jsonl")
        bring_in(other, tmp_path / "begun.jsonl")
        other.put(document(TEXT.replace("20 calls", "33 calls")))
        library.scored(match.document, library.put(more).version, jdrewrite.analyse(more))
        export(library, tmp_path / "back.jsonl")
        assert [bring_in(other, tmp_path / "back.jsonl").entries for _ in range(3)] == [2, 0, 0]
        stored = other.document(match.document)
        assert [version.score is not None for version in stored.versions] == [False, False, True]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
@pytest.mark.parametrize(("of_library", "of_export"), [(0o700, 0o600), (0o770, 0o660)])
def test_an_export_is_read_by_those_who_may_read_the_library(
    library: Library, tmp_path: Path, of_library: int, of_export: int
) -> None:
    filled(library)
    library.path.chmod(of_library)
    mask = os.umask(0o002)
    try:
        for name in ("all.jsonl", "all.zip"):
            export(library, tmp_path / name)
            assert (tmp_path / name).stat().st_mode & 0o777 == of_export
    finally:
        os.umask(mask)


def test_another_document_with_the_same_id_gets_its_own(folder: Path, tmp_path: Path) -> None:
    with open_library(folder) as library:
        match = library.put(document())
        export(library, tmp_path / "all.jsonl")
    with open_library(tmp_path / "other") as other:
        other.shelf.new_id = lambda: match.document  # type: ignore[method-assign]
        other.put(document("# Cook\n\n- Bake bread.\n- Order flour.\n", "cook.md"))
        other.shelf.new_id = lambda: "0123456789"  # type: ignore[method-assign]
        bring_in(other, tmp_path / "all.jsonl")
        assert {d.id: d.title for d in other.documents()} == {match.document: "Cook", "0123456789": "Phone adviser"}


def test_what_is_locked_by_others_is_not_changed(folder: Path, tmp_path: Path) -> None:
    with open_library(folder, who="ann") as library:
        match = library.put(document())
        library.record(decision(match.document))
        export(library, tmp_path / "all.jsonl")
    with open_library(tmp_path / "other", who="ben") as other:
        bring_in(other, tmp_path / "all.jsonl")
        other.lock(match.document)
    with open_library(folder, who="ann") as library:
        library.record(decision(match.document, "dddddddddddd-1"))
        export(library, tmp_path / "all.jsonl", force=True)
    with open_library(tmp_path / "other", who="ann") as other, pytest.raises(DocumentLocked):
        bring_in(other, tmp_path / "all.jsonl")


def test_what_cannot_be_read_or_written_is_told(library: Library, tmp_path: Path) -> None:
    filled(library)
    with pytest.raises(OutputError, match=r"ends in \.zip or \.jsonl"):
        export(library, tmp_path / "all.tar")
    with pytest.raises(OutputError, match="cannot be written"):
        export(library, tmp_path / "none" / "all.zip")
    export(library, tmp_path / "all.jsonl")
    with pytest.raises(OutputExists):
        export(library, tmp_path / "all.jsonl")
    with pytest.raises(MissingInput):
        bring_in(library, tmp_path / "none.zip")
    lines = (tmp_path / "all.jsonl").read_bytes().splitlines(keepends=True)
    text = json.loads(lines[1])
    for name, data, told in (
        ("a.jsonl", b"", ""),
        ("b.jsonl", b"hello\n", "no line of an export"),
        ("c.jsonl", b"".join(lines[1:]), "no export"),
        ("d.jsonl", b"".join([*lines[:3], b'{"type":"entry"']), "d.jsonl:4"),
        ("e.jsonl", b"".join(line for line in lines if text["sha256"].encode() not in line[:90]), "is not in it"),
        ("f.jsonl", lines[0].replace(b'"schema":', b'"schema":9') + lines[1], "newer jdrewrite"),
        ("g.zip", b"PK\x03\x04 nothing", "damaged or cut off"),
    ):
        (tmp_path / name).write_bytes(data)
        with open_library(tmp_path / f"into {name}") as other:
            if told:
                with pytest.raises(BrokenInput, match=told):
                    bring_in(other, tmp_path / name)
            else:
                assert bring_in(other, tmp_path / name).documents == 0
    with zipfile.ZipFile(tmp_path / "h.zip", "w") as packed:
        packed.writestr("holiday.jpg", b"x")
    with pytest.raises(BrokenInput, match="no export"):
        bring_in(library, tmp_path / "h.zip")


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize(
    ("how", "told"), [("content", "damaged"), ("password", "protected by a password"), ("packing", "damaged")]
)
def test_a_zip_of_which_a_part_cannot_be_read_is_told_as_such(
    library: Library, tmp_path: Path, whole: bool, how: str, told: str
) -> None:
    filled(library)
    export(library, tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as packed:
        part = LIST if whole else next(name for name in packed.namelist() if name != LIST)
    (tmp_path / "bad.zip").write_bytes(spoilt((tmp_path / "all.zip").read_bytes(), part, how))
    with open_library(tmp_path / "other") as other, pytest.raises(BrokenInput, match=told) as error:
        bring_in(other, tmp_path / "bad.zip")
    assert error.value.subject == str(tmp_path / "bad.zip")


def test_a_file_that_cannot_be_read_is_no_fault_of_the_library(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    export(library, tmp_path / "all.jsonl")
    monkeypatch.setattr(importing, "_read", unreadable)
    with pytest.raises(MissingInput, match="cannot be read") as error:
        bring_in(library, tmp_path / "all.jsonl")
    assert error.value.subject == str(tmp_path / "all.jsonl")


def test_a_text_that_was_changed_is_refused(library: Library, tmp_path: Path) -> None:
    filled(library)
    export(library, tmp_path / "all.jsonl")
    data = (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    line = json.loads(data[1])
    line["base64"] = "aGVsbG8="
    (tmp_path / "bad.jsonl").write_text("".join([data[0], json.dumps(line) + "\n", *data[2:]]), encoding="utf-8")
    with open_library(tmp_path / "other") as other, pytest.raises(BrokenInput, match="is damaged"):
        bring_in(other, tmp_path / "bad.jsonl")


def test_a_zip_that_unpacks_to_too_much_is_refused(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(library)
    export(library, tmp_path / "all.zip")
    with open_library(tmp_path / "other") as other:
        monkeypatch.setattr(importing, "LONGEST", 100)
        with pytest.raises(BrokenInput, match="unpacks to more"):
            bring_in(other, tmp_path / "all.zip")
        monkeypatch.setattr(importing, "LONGEST", 10**9)
        monkeypatch.setattr(importing, "LARGEST", 10)
        with pytest.raises(BrokenInput, match="is not in it"):
            bring_in(other, tmp_path / "all.zip")
        assert other.documents() == ()


SESSION = '{"type":"session","document":"../../victim/settings","name":"x","data":{"a":1}}'
NOTE = '{"type":"entry","entry":{"entry":"note","document":"not-hex","at":"2026-01-01","who":"x","text":"hm"}}'


@pytest.mark.parametrize("line", [SESSION, NOTE, NOTE.replace("not-hex", ""), NOTE.replace("not-hex", "AB" * 5)])
def test_an_id_that_no_library_gives_is_refused_and_nothing_comes_in(
    folder: Path, library: Library, tmp_path: Path, line: str
) -> None:
    filled(library)
    export(library, tmp_path / "all.jsonl")
    (tmp_path / "victim").mkdir()
    (tmp_path / "bad.jsonl").write_text((tmp_path / "all.jsonl").read_text() + line + "\n")
    with open_library(tmp_path / "deep" / "other") as other:
        with pytest.raises(BrokenInput, match="no id of a document"):
            bring_in(other, tmp_path / "bad.jsonl")
        assert other.documents() == ()
        assert bring_in(other, tmp_path / "all.jsonl").documents == 2
        compact(other)
    assert not list((tmp_path / "victim").iterdir())


def test_a_library_that_took_in_such_an_entry_before_is_usable_again(folder: Path) -> None:
    with open_library(folder, who="ann") as library:
        names = filled(library)
        library.shelf.journal.append([Noted(document="not-hex", text="hm"), decision("also no id")])
    with open_library(folder) as library:
        assert {stored.id for stored in library.documents()} == set(names)
        assert any("'not-hex' is passed over" in notice for notice in library.notices)
        compact(library)
        assert {stored.id for stored in library.documents()} == set(names)


def test_older_entries_of_another_library_say_nothing_of_the_clock(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(library)
    export(library, tmp_path / "all.jsonl")
    with open_library(tmp_path / "other") as other:
        other.put(document("# Baker\n\n- Bake bread.\n- Order flour.\n", "baker.md"))
        bring_in(other, tmp_path / "all.jsonl")
        assert other.notices == ()
        monkeypatch.setattr("jdrewrite.library.library.now", lambda: "2001-01-01T00:00:00.000+00:00")
        other.add_note(other.documents()[0].id, "from the past")
        assert any("clock" in notice for notice in other.notices)


def test_compacting_makes_a_library_smaller(library: Library) -> None:
    for number in range(20):
        library.put(document(f"# Cook {number}\n\n- Bake {number} loaves.\n- Order flour {number}.\n", f"{number}.md"))
    before, after = compact(library)
    assert after <= before
    library.shelf.fold()
    for number in range(20):
        library.add_note(library.documents()[0].id, f"note {number}")
        library.shelf.fold()
    before, after = compact(library)
    assert after < before / 2
    again, still = compact(library)
    assert still == again == after
