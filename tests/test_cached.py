"""What is kept for the next start: found again, never believed where it is not whole and the user's own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from jdrewrite import cached, resources
from jdrewrite.catalogue import functions, loader, occupations, snapshot
from jdrewrite.catalogue.occupations import told
from jdrewrite.catalogue.schema import Function
from jdrewrite.errors import DataError

Made = dict[str, tuple[int, ...]]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JDREWRITE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "made"


class Maker:
    """Counts how often something has to be made."""

    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> Made:
        self.made += 1
        return {"a": (1, 2)}


@pytest.fixture
def make() -> Maker:
    return Maker()


def again(make: Maker, key: str = "k" * 64) -> Made:
    return cached.kept("numbers", key, Made, make)


def test_it_is_made_once_and_for_another_key_anew(make: Maker, place: Path) -> None:
    assert again(make) == again(make) == {"a": (1, 2)}
    assert make.made == 1
    again(make, "other" * 20)
    assert make.made == 2
    assert all(path.suffix == ".msgpack" for path in place.iterdir())


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:20],
        lambda data: data[:-1],
        lambda data: data[:-1] + b"\x07",
        lambda data: b"\0" * len(data),
    ],
)
def test_what_is_damaged_is_made_anew(make: Maker, place: Path, damage) -> None:
    again(make)
    (path,) = place.iterdir()
    path.write_bytes(damage(path.read_bytes()))
    assert again(make) == again(make) == {"a": (1, 2)}
    assert make.made == 2


def test_what_has_another_shape_is_made_anew(make: Maker) -> None:
    cached.kept("numbers", "k" * 64, list[str], lambda: ["one"])
    assert again(make) == {"a": (1, 2)}
    assert make.made == 1


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_what_others_could_have_written_is_not_read(make: Maker, place: Path, mode: int) -> None:
    again(make)
    (path,) = place.iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    assert place.stat().st_mode & 0o777 == 0o700
    path.chmod(mode)
    again(make)
    assert make.made == 2
    again(make)  # it was written anew, for the user alone
    assert make.made == 2


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="users of POSIX")
def test_what_is_another_users_is_not_read(make: Maker, monkeypatch: pytest.MonkeyPatch) -> None:
    again(make)
    monkeypatch.setattr(os, "geteuid", lambda: -1)
    again(make)
    assert make.made == 2


def test_a_place_that_cannot_be_written_keeps_nothing(make: Maker, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("JDREWRITE_CACHE", str(tmp_path / "file"))
    assert again(make) == again(make) == {"a": (1, 2)}
    assert make.made == 2


def test_a_disk_that_is_full_leaves_nothing_behind(make: Maker, place: Path, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert again(make) == {"a": (1, 2)}
    assert list(place.iterdir()) == []


def test_without_a_home_nothing_is_written(make: Maker, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.delenv("JDREWRITE_CACHE")
    monkeypatch.setattr("platformdirs.user_cache_path", lambda _: Path("~/.cache/jdrewrite"))
    monkeypatch.chdir(tmp_path)
    assert again(make) == {"a": (1, 2)}
    assert list(tmp_path.iterdir()) == []


def test_files_of_keys_that_nobody_asks_for_do_not_heap_up(make: Maker, place: Path) -> None:
    for number in range(9):
        again(make, f"{number}" * 64)
        os.utime(place / f"numbers-{str(number) * 32}.msgpack", (number, number))
    assert sorted(path.name[8] for path in place.iterdir()) == ["6", "7", "8"]


def test_a_digest_of_parts_of_the_program_knows_their_code_and_their_data(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(cached, "__file__", str(tmp_path / "cached.py"))
    files = {"judge/data/words.toml": "a", "judge/checks.py": "b", "judge/__pycache__/checks.pyc": "c", "other.py": "d"}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    def told() -> str:
        cached.digest_of.cache_clear()
        return cached.digest_of("judge", "cached.py")

    (tmp_path / "cached.py").write_text("e", encoding="utf-8")
    first = told()
    for name, changes in {
        **dict.fromkeys(files, True),
        "judge/__pycache__/checks.pyc": False,
        "other.py": False,
    }.items():
        (tmp_path / name).write_text("changed", encoding="utf-8")
        assert (told() != first) is changes, name
        first = told()
    (tmp_path / "judge" / "checks.py").rename(tmp_path / "judge" / "tests.py")
    assert told() != first
    cached.digest_of.cache_clear()


def test_files_that_were_not_used_for_long_are_forgotten(tmp_path: Path) -> None:
    old, used, other = (tmp_path / name for name in ("old.json", "used.json", "other.txt"))
    for path in (old, used, other):
        path.write_text("", encoding="utf-8")
        os.utime(path, (0, 0))
    os.utime(used)
    cached.forget(tmp_path, "*.json")
    assert sorted(tmp_path.glob("*.*")) == [other, used]
    cached.forget(tmp_path / "nowhere", "*.json")


class TestCatalogue:
    """An edit is seen at once, and a wrong one is told at every start."""

    @pytest.fixture
    def own(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        """A catalogue of one function and one occupation, elsewhere; a start forgets what the process remembers."""
        folder = tmp_path / "prompts"
        shipped = resources.prompts()
        for name in (snapshot.FUNCTIONS, snapshot.WORK, snapshot.OCCUPATIONS):
            (folder / name).mkdir(parents=True)
        for name in ("quiet.toml", "grades.toml", "matters.toml"):
            (folder / name).write_bytes((shipped / name).read_bytes())
        (folder / "trades.toml").write_text("trades = []\n", encoding="utf-8")
        text = (shipped / "functions" / "general.toml").read_text(encoding="utf-8")
        (folder / "functions" / "general.toml").write_text(text, encoding="utf-8")
        entry = '[[occupations]]\ntitles = "baker"\npurpose = "bake bread that {customers} like"\n'
        (folder / "occupations" / "food.toml").write_text(entry, encoding="utf-8")
        monkeypatch.setattr(resources, "prompts", lambda: folder)
        self.start()
        yield folder
        monkeypatch.undo()
        self.start()

    @staticmethod
    def start() -> None:
        for remembered in (functions, told, loader.work, loader.quiet, loader._shared_trades, snapshot.digest):
            remembered.cache_clear()

    def test_an_edit_is_seen_at_once(self, own: Path, place: Path) -> None:
        assert functions()["general"].customers == "customers"
        assert set(occupations()) == {"baker"}
        assert {path.name.partition("-")[0] for path in place.iterdir()} >= {"functions", "occupations"}
        self.start()
        assert isinstance(functions()["general"], Function)
        assert set(occupations()) == {"baker"}
        version = loader.version()
        for path, old, new in (
            (own / "functions" / "general.toml", 'customers = "customers"', 'customers = "neighbours"'),
            (own / "occupations" / "food.toml", "baker", "cook"),
        ):
            path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
        self.start()
        assert functions()["general"].customers == "neighbours"
        assert set(occupations()) == {"cook"}
        assert loader.version() != version

    def test_nothing_is_read_anew_that_was_found_right(self, own: Path, monkeypatch) -> None:
        first = functions(), occupations()
        monkeypatch.delattr(loader, "load_file")
        monkeypatch.setattr(resources, "table", None)
        self.start()
        assert (functions(), occupations()) == first

    def test_an_edit_that_is_wrong_is_told_each_time(self, own: Path) -> None:
        functions()
        path = own / "functions" / "general.toml"
        path.write_text(path.read_text(encoding="utf-8") + "\n[other]\n", encoding="utf-8")
        for _ in range(2):
            self.start()
            with pytest.raises(DataError, match=r"general\.toml"):
                functions()
