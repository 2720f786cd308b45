"""The cache is begun anew where it is damaged, and touches nothing that is not its own."""

import os
import sqlite3
from pathlib import Path

import pytest

from jdrewrite.audit import Cache, Failed
from jdrewrite.audit import cache as caches
from jdrewrite.errors import OutputError
from tests.cli.conftest import Run, run  # noqa: F401

RECORDS = (Failed(path="a.md", reason="r" * 5_000, way_out="w", code=3),)


def filled(path: Path) -> bytes:
    with Cache(path) as cache:
        cache.put([(f"key {number}", RECORDS) for number in range(200)])
    return path.read_bytes()


def remembers(path: Path, told: list[str] | None = None) -> bool:
    with Cache(path, told=(told if told is not None else []).append) as cache:
        cache.put([("new", RECORDS)])
        return cache.get("new") is not None


@pytest.mark.parametrize("damage", [b"", b"\xff" * 4_000])
def test_a_damaged_cache_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    place = tmp_path / "c.sqlite"
    data = filled(place)
    # Either what SQLite says of its own pages is wrong, or their number is: both are found when it is opened or used.
    place.write_bytes(data[:100] + damage[:3] + data[103:4_096] + damage)
    assert remembers(place)
    assert remembers(place)


def test_a_cache_with_a_damaged_page_is_begun_anew_when_it_is_written(tmp_path: Path) -> None:
    place = tmp_path / "c.sqlite"
    data = filled(place)
    place.write_bytes(data[:4_096] + b"\xff" * (len(data) - 4_096))
    remembers(place)
    assert remembers(place)


def test_a_damaged_cache_at_its_own_place_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "audit.sqlite"
    monkeypatch.setattr(caches, "default_path", lambda: place)
    place.write_bytes(b"no database" * 100)
    assert remembers(place)


def in_days(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    day = caches._today()
    monkeypatch.setattr(caches, "_today", lambda: day + number)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_only_its_owner_can_read_what_is_at_its_own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JDREWRITE_CACHE", str(tmp_path / "cache"))
    place = caches.default_path()
    for _ in range(2):
        with Cache(place) as cache:
            cache.put([("key", RECORDS)])
            assert {file.stat().st_mode & 0o777 for file in place.parent.iterdir()} == {0o600}
        assert place.parent.stat().st_mode & 0o777 == 0o700
        place.chmod(0o644)  # as earlier versions made it


def test_what_no_audit_asks_for_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "c.sqlite"
    filled(place)
    in_days(60, monkeypatch)
    with Cache(place) as cache:
        assert cache.get("key 7")
        cache.put([("new", RECORDS)])
    in_days(60, monkeypatch)
    with Cache(place):
        pass
    with Cache(place) as cache:
        assert [number for number in range(200) if cache.get(f"key {number}")] == [7]
        assert cache.get("new")
    with sqlite3.connect(place) as base:
        assert base.execute("SELECT count(*) FROM records").fetchone() == (2,)
        assert base.execute("SELECT count(*) FROM uses").fetchone() == (2,)
    base.close()


def test_many_uses_are_written_down_before_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "c.sqlite"
    filled(place)
    in_days(60, monkeypatch)
    monkeypatch.setattr(caches, "_TOGETHER", 3)
    with Cache(place) as cache:
        assert all(cache.get(f"key {number}") for number in range(4))
        cache._let_go()  # as a kill does
    in_days(60, monkeypatch)
    with Cache(place):
        pass
    with Cache(place) as cache:
        assert [number for number in range(200) if cache.get(f"key {number}")] == [0, 1, 2]


def test_a_cache_of_before_is_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "c.sqlite"
    filled(place)
    with sqlite3.connect(place) as base:
        base.execute("DROP TABLE uses")
    base.close()
    with Cache(place) as cache:
        assert cache.get("key 7")
    in_days(60, monkeypatch)
    with Cache(place) as cache:
        assert cache.get("key 8")
    in_days(60, monkeypatch)
    with Cache(place):
        pass
    with Cache(place) as cache:
        assert [number for number in range(200) if cache.get(f"key {number}")] == [8]


def notes(path: Path) -> None:
    path.write_text("My notes of a year.\n")


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE people (name TEXT)")
    base.close()


def damaged_other(path: Path) -> None:
    other_database(path)
    path.write_bytes(path.read_bytes()[:100] + b"\xff" * 50 + path.read_bytes()[150:])


@pytest.mark.parametrize("make", [notes, other_database, damaged_other, Path.mkdir])
def test_what_is_no_cache_of_ours_stays_as_it_is(run: Run, tmp_path: Path, make) -> None:  # noqa: F811
    place = tmp_path / "notes.txt"
    make(place)
    before = place.read_bytes() if place.is_file() else None
    with pytest.raises(OutputError):
        Cache(place)
    (tmp_path / "a.md").write_text("# Clerk\n\n- Answer customers.\n")
    told = run("audit", tmp_path / "a.md", "-o", tmp_path / "out", "--report", "none", "--cache", place)
    assert told.exit_code == 4
    assert f"{place}: it is no cache of jdrewrite" in told.stderr
    assert (place.read_bytes() if place.is_file() else None) == before


def test_a_cache_that_another_process_has_locked_is_kept_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caches, "_WAIT", 0.01)
    place = tmp_path / "c.sqlite"
    filled(place)
    other = sqlite3.connect(place)
    other.execute("PRAGMA locking_mode=EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    told: list[str] = []
    assert not remembers(place, told)
    assert len(told) == 1
    assert "locked" in told[0]
    other.rollback()
    other.close()
    with Cache(place) as cache:
        assert cache.get("key 1") is not None, "what it held is still there"


def test_a_lock_that_comes_in_the_middle_is_waited_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caches, "_WAIT", 0.01)
    place = tmp_path / "c.sqlite"
    told: list[str] = []
    with Cache(place, told=told.append) as cache:
        other = sqlite3.connect(place)
        other.execute("BEGIN EXCLUSIVE")
        cache.put([("a", RECORDS)])
        cache.put([("b", RECORDS)])
        other.rollback()
        other.close()
    assert len(told) == 1


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told: list[str] = []
    assert not remembers(tmp_path / "file" / "c.sqlite", told)
    assert len(told) == 1
