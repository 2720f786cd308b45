"""What is kept is there wholly, and for its owner alone."""

import os
from pathlib import Path

import msgspec
import pytest

from jdrewrite.errors import BrokenInput, OutputError
from jdrewrite.reflection import store
from jdrewrite.reflection.exercise import Exercise


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JDREWRITE_REFLECTIONS", str(tmp_path / "deep" / "reflections"))


def test_kept_and_read_again() -> None:
    exercise = Exercise(id="2026-11-25-001-abc", begun="2026-11-25", answers={"job": "Größe ✓"})
    path = store.keep(exercise)
    assert store.load(path) == exercise
    assert store.all_of(finished=True) == []
    done = msgspec.structs.replace(exercise, finished="2026-11-26")
    store.keep(done)
    assert store.all_of(finished=True) == [done]
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_only_its_owner_can_read_it() -> None:
    path = store.keep(Exercise(id="a", begun="2026-11-25", answers={"job": "I type"}))
    assert path is not None
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_damaged_one_is_told_and_left_alone() -> None:
    whole = Exercise(id="2026-11-25-001-abc", begun="2026-11-25", answers={"job": "I type"})
    path = store.keep(msgspec.structs.replace(whole, id="2026-11-24-001-abc"))
    assert path is not None
    store.keep(whole)
    path.write_bytes(b'{"id": "a"')
    (store.folder() / "package.json").write_text("{}")
    told: list[str] = []
    assert store.all_of(tell=told.append) == [whole]
    (only,) = told
    assert f"{path.name}: it is no whole reflection" in only
    assert path.read_bytes() == b'{"id": "a"'
    with pytest.raises(BrokenInput, match=path.name):
        store.load(path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_a_folder_that_others_use_stays_theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o775)
    monkeypatch.setenv("JDREWRITE_REFLECTIONS", str(shared))
    path = store.keep(Exercise(id="a", begun="2026-11-25", answers={"job": "I type"}))
    assert path is not None
    assert shared.stat().st_mode & 0o777 == 0o775
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("JDREWRITE_REFLECTIONS", str(tmp_path / "file"))
    with pytest.raises(OutputError, match="JDREWRITE_REFLECTIONS"):
        store.keep(Exercise(id="a", begun="2026-11-25"))


def test_one_in_which_nothing_was_said_is_neither_kept_nor_counted() -> None:
    empty = Exercise(id="2026-11-26", begun="2026-11-26")
    assert store.keep(empty) is None
    assert list(store.folder().iterdir()) == []
    (store.folder() / "old.json").write_bytes(msgspec.json.encode(empty))
    assert store.all_of() == []
    store.keep(msgspec.structs.replace(empty, drafts={"first-by": "some day"}))
    assert [e.drafts for e in store.all_of()] == [{"first-by": "some day"}]
