"""The storage alone, as any project with TinyDB would use it."""

from __future__ import annotations

import errno
import json
import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import JSONStorage, TinyDB, where

from jdrewrite.library import files
from jdrewrite.library.tinystore import SafeStorage, SafeTinyDB, StorageDamaged
from jdrewrite.locking import Busy, Lock

from .kills import heard_before


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.json"


def numbers(path: Path) -> list[int]:
    with SafeTinyDB(path) as db:
        return sorted(row["n"] for row in db)


def test_it_does_what_tinydb_does(path: Path) -> None:
    with SafeTinyDB(path) as db:
        assert db.insert_multiple({"n": n} for n in range(3)) == [1, 2, 3]
        db.update({"even": True}, where("n") == 2)
        db.upsert({"n": 7}, where("n") == 7)
        db.remove(where("n") == 0)
        db.table("other").insert({"x": "é\n"})
    with SafeTinyDB(path) as db:
        assert [dict(row) for row in db] == [{"n": 1}, {"n": 2, "even": True}, {"n": 7}]
        assert db.table("other").get(doc_id=1) == {"x": "é\n"}
        assert db.tables() == {"_default", "other"}
        db.drop_tables()
        assert len(db) == 0


def test_the_file_stays_a_tinydb_file_and_takes_one(path: Path) -> None:
    with TinyDB(path, storage=JSONStorage) as plain:
        plain.insert({"n": 1})
    with SafeTinyDB(path) as db:
        assert db.get(doc_id=1) == {"n": 1}
        db.insert({"n": 2})
    with TinyDB(path, storage=JSONStorage) as plain:
        assert [row["n"] for row in plain] == [1, 2]
    assert json.loads(path.read_text(encoding="utf-8"))["_default"] == {"1": {"n": 1}, "2": {"n": 2}}


def test_a_batch_is_written_once_or_not_at_all(path: Path) -> None:
    with SafeTinyDB(path) as db:
        with db.batch():
            db.insert({"n": 1})
            db.table("other").insert({"n": 2})
            assert not path.exists()
            assert len(db) == 1
        before = path.read_bytes()
        with pytest.raises(ZeroDivisionError), db.batch():
            db.insert({"n": 3})
            _ = 1 / 0
        assert path.read_bytes() == before
        assert numbers(path) == [1]


def damaged_at(path: Path, damage: Callable[[bytes], bytes], data: bytes) -> SafeStorage:
    path.write_bytes(damage(data))
    return SafeStorage(path)


@pytest.mark.usefixtures("no_sync")
def test_truncated_at_every_byte_nothing_is_lost(path: Path) -> None:
    with SafeTinyDB(path) as db:
        db.insert_multiple({"n": n} for n in range(3))
        db.insert({"n": 3})
    data = path.read_bytes()
    for length in range(len(data)):
        storage = damaged_at(path, lambda whole, length=length: whole[:length], data)  # type: ignore[misc]
        tables = storage.read()
        assert tables is not None
        assert [row["n"] for row in tables["_default"].values()] == [0, 1, 2, 3]
        assert "was damaged" in storage.notices[0]
        assert path.read_bytes() == data
        if length:
            aside = path.with_name(f"{path.name}.damaged-1")
            assert aside.read_bytes() == data[:length]
            aside.unlink()


@pytest.mark.usefixtures("no_sync")
def test_a_flipped_bit_in_any_byte_is_noticed(path: Path) -> None:
    with SafeTinyDB(path) as db:
        db.insert_multiple({"n": n} for n in range(3))
    data = path.read_bytes()
    for place in range(len(data)):
        flipped = bytearray(data)
        flipped[place] ^= 1 << place % 8
        storage = damaged_at(path, lambda _, flipped=flipped: bytes(flipped), data)  # type: ignore[misc]
        tables = storage.read()
        assert tables is not None
        assert [row["n"] for row in tables["_default"].values()] == [0, 1, 2]
        assert len(storage.notices) == 1
        path.with_name(f"{path.name}.damaged-1").unlink()


def test_where_the_newest_copy_is_damaged_too_the_one_before_is_taken(path: Path) -> None:
    with SafeTinyDB(path) as db:
        db.insert({"n": 1})
        db.insert({"n": 2})
    for name in (path.name, f"{path.name}.1"):
        path.with_name(name).write_bytes(b"{}}")
    assert numbers(path) == [1]
    for damaged in (path, *path.parent.glob(f"{path.name}.?")):
        damaged.write_bytes(b"nothing")
    with pytest.raises(StorageDamaged, match="and so are its copies"):
        numbers(path)
    assert path.read_bytes() == b"nothing"


def test_a_missing_file_is_made_again(path: Path) -> None:
    with SafeTinyDB(path) as db:
        db.insert({"n": 1})
        path.unlink()
        assert len(db) == 1
        assert "missing" in db.safe_storage.notices[0]


def test_a_symbolic_link_in_the_way_is_replaced_and_not_followed(path: Path, tmp_path: Path) -> None:
    with SafeTinyDB(path) as db:
        db.insert({"n": 1})
    target = tmp_path / "target.json"
    target.write_text("{}", encoding="utf-8")
    path.unlink()
    path.symlink_to(target)
    with SafeTinyDB(path) as db:
        db.insert({"n": 2})
        assert "symbolic link" in db.safe_storage.notices[0]
    assert numbers(path) == [1, 2]
    assert target.read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize("failing", range(1, 8))
def test_a_full_disk_leaves_the_store_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch, failing: int) -> None:
    """The disk is full at each of the moves of one write in turn."""
    with SafeTinyDB(path) as db:
        db.insert({"n": 1})
        db.insert({"n": 2})
    calls = 0
    real = os.fsync

    def full(handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls == failing:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(handle)

    with SafeTinyDB(path) as db:
        monkeypatch.setattr(files.os, "fsync", full)
        failed = False
        try:
            db.insert({"n": 3})
        except OSError:
            failed = True
        monkeypatch.setattr(files.os, "fsync", real)
        assert failed == (failing <= calls)
        # A folder that could not be synced leaves it open whether the write stands; what was confirmed stands.
        assert {1, 2} <= set(numbers(path))
        db.insert({"n": 4})
        assert {1, 2, 4} <= set(numbers(path))
    assert not list(path.parent.glob(".tmp-*"))


def test_reading_only_writes_nothing(path: Path) -> None:
    with SafeTinyDB(path) as db:
        db.insert({"n": 1})
    path.write_bytes(b"damaged")
    before = sorted((found.name, found.read_bytes()) for found in path.parent.iterdir())
    with SafeTinyDB(path, read_only=True) as db:
        assert len(db) == 1
        assert db.safe_storage.notices
        with pytest.raises(PermissionError):
            db.insert({"n": 2})
    assert sorted((found.name, found.read_bytes()) for found in path.parent.iterdir()) == before


def insert_until_killed(path: Path, pipe: int, name: int) -> None:
    with SafeTinyDB(path) as db:
        for n in range(1_000_000):
            db.insert({"n": n, "writer": name})
            os.write(pipe, f"{name} {n}\n".encode())


def killed(path: Path, lines: int, seconds: float, writers: int) -> set[tuple[int, int]]:
    """Let processes insert, kill them after so many confirmed rows and a moment, and return what was confirmed."""
    reading, writing = os.pipe()
    children = []
    for name in range(writers):
        pid = os.fork()
        if pid == 0:
            try:
                insert_until_killed(path, writing, name)
            finally:
                os._exit(1)
        children.append(pid)
    os.close(writing)
    heard = heard_before(reading, lines)
    time.sleep(seconds)
    for pid in children:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    with os.fdopen(reading, "rb") as file:
        return {(int(a), int(b)) for a, b in (line.split() for line in (heard + file.read()).splitlines())}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_two_writers_lose_nothing_in_thirty_kills(tmp_path: Path) -> None:
    rnd = random.Random(5)
    confirmed = 0
    for turn in range(15):
        path = tmp_path / f"{turn}.json"
        told = killed(path, rnd.randrange(8), rnd.uniform(0.0, 0.02), writers=2)
        with SafeTinyDB(path) as db:
            rows = [(row["writer"], row["n"]) for row in db]
        assert told <= set(rows)
        assert len(rows) == len(set(rows))
        confirmed += len(told)
    assert confirmed >= 30


def test_the_lock_says_who_is_late(tmp_path: Path) -> None:
    one, two = (Lock(tmp_path / "lock", 0.05) for _ in range(2))
    with one, one:
        assert one.depth == 2
        with pytest.raises(Busy), two:
            pass
    with two:
        assert (two.depth, two.turn) == (1, 1)
