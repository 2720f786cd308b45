"""A library of every earlier schema, kept as it was made then, is read and brought to the present one."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from jdrewrite.errors import LibraryDamaged
from jdrewrite.library import Library, layout, maintenance, migrations, open_library

from .conftest import decision

DATA = Path(__file__).with_name("data")


def unpacked(schema: int, folder: Path) -> Path:
    with zipfile.ZipFile(DATA / f"schema-{schema}.zip") as packed:
        packed.extractall(folder)
    return folder


def seen(library: Library) -> tuple[object, ...]:
    (stored,) = library.documents()
    decisions = [(d.statement, d.outcome) for d in library.decisions(stored.id)]
    texts = [library.text(stored.id, version.number) for version in stored.versions]
    return stored, decisions, texts, library.load_session(stored.id), [run.command for run in library.runs()]


def test_an_example_is_kept_of_every_earlier_schema() -> None:
    assert set(migrations.STEPS) == set(range(1, layout.SCHEMA))
    assert {path.name for path in DATA.glob("schema-*.zip")} == {f"schema-{n}.zip" for n in migrations.STEPS}


@pytest.mark.parametrize("schema", sorted(migrations.STEPS))
def test_nothing_is_lost_on_the_way(folder: Path, schema: int) -> None:
    unpacked(schema, folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with open_library(folder, who="ann", read_only=True) as library:
        held = seen(library)
        assert f"earlier schema {schema}" in library.notices[0]
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    with open_library(folder, who="ann") as library:
        assert seen(library) == held
        assert f"brought from schema {schema} to {layout.SCHEMA}" in library.notices[0]
        library.record(decision(library.documents()[0].id, "new"))
        assert maintenance.verify(library).lost == ()
    with open_library(folder, who="ann") as library:
        assert library.notices == ()
        assert len(library.decisions(library.documents()[0].id)) == len(held[1]) + 1  # type: ignore[arg-type]
    assert (folder / "copies" / f"schema-{schema}" / "index.json").read_bytes() == before[folder / "index.json"]


def test_what_the_first_schema_held(folder: Path) -> None:
    with open_library(unpacked(1, folder), who="ann") as library:
        stored, decisions, texts, session, runs = seen(library)
        assert stored.state == "review"  # type: ignore[attr-defined]
        assert stored.lock.reason == "in talks"  # type: ignore[attr-defined]
        assert decisions == [
            *((f"{n:012d}-1", "rejected") for n in range(5)),
            ("aaaaaaaaaaaa-1", "accepted"),
            ("bbbbbbbbbbbb-1", "overridden"),
        ]
        assert [b"20 calls" in t or b"30 calls" in t for t in texts] == [True, True]  # type: ignore[attr-defined]
        assert (session, runs) == ({"at": 3}, ["check"])


def test_a_step_that_was_interrupted_runs_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked(1, folder)
    real = migrations.STEPS[1]

    def stopped(place: layout.Layout) -> None:
        real(place)
        raise KeyboardInterrupt

    monkeypatch.setitem(migrations.STEPS, 1, stopped)
    with pytest.raises(KeyboardInterrupt):
        open_library(folder)
    monkeypatch.setitem(migrations.STEPS, 1, real)
    with open_library(folder, who="ann") as library:
        assert len(seen(library)[1]) == 7  # type: ignore[arg-type]
        assert "brought from schema 1" in library.notices[0]


def test_where_both_heads_are_lost_the_index_says_what_it_is(folder: Path) -> None:
    with open_library(unpacked(1, folder), who="ann") as library:
        held = seen(library)
    for path in (folder / "library.json", folder / "copies" / "library.json"):
        path.write_bytes(b"{")
    with open_library(folder, who="ann") as library:
        assert seen(library) == held
        assert "made anew from the index" in library.notices[0]
    with open_library(folder) as library:
        assert library.notices == ()


def test_where_nothing_says_what_it_is_nothing_is_touched(folder: Path) -> None:
    unpacked(1, folder)
    for path in (folder / "library.json", folder / "copies" / "library.json"):
        path.unlink()
    with pytest.raises(LibraryDamaged, match="from another library of the same schema"):
        open_library(folder)
