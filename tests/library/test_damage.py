"""What may happen to the files of a library: nothing that was confirmed is lost, and the user is told."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from jdrewrite.errors import LibraryDamaged, LibraryReadOnly
from jdrewrite.library import layout, maintenance, open_library

from . import kills
from .conftest import decision
from .full import everything


def kept_files(folder: Path) -> list[Path]:
    """Every file that says something, the second copies included."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock")


def damages(data: bytes, rnd: random.Random) -> Iterator[bytes | None]:
    """None stands for a file that is gone."""
    yield None
    yield data[: rnd.randrange(len(data))]
    flipped = bytearray(data)
    flipped[rnd.randrange(len(data))] ^= 1 << rnd.randrange(8)
    yield bytes(flipped)
    if (begin := data.rfind(b'":"') + 3) > 2:  # a string that is no UTF-8 any more
        yield data[:begin] + bytes([data[begin] ^ 0x80]) + data[begin + 1 :]


def test_any_file_may_be_damaged(made: tuple[Path, str, tuple[Any, ...]]) -> None:
    folder, name, before = made
    rnd = random.Random(7)
    names = [path.relative_to(folder) for path in kept_files(folder)]
    assert len(names) > 15
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)
    for file in names:
        for damage in damages((kept / file).read_bytes(), rnd):
            path = folder / file
            path.unlink() if damage is None else path.write_bytes(damage)
            with open_library(folder, who="ann") as library:
                assert everything(library, name) == before, file
                if "copies" in path.parts or path.stem == "000000001":  # not read while nobody needs it
                    assert maintenance.verify(library).lost == ()
                older = path.suffix in {".1", ".2", ".3"}
                assert library.notices or older, f"nobody was told of {file}"
            shutil.rmtree(folder)
            shutil.copytree(kept, folder)


def test_every_file_of_the_first_copies_may_be_gone(made: tuple[Path, str, tuple[Any, ...]]) -> None:
    folder, name, before = made
    for path in kept_files(folder):
        if "copies" not in path.parts:
            path.unlink()
    with open_library(folder, who="ann") as library:
        assert everything(library, name) == before
        maintenance.verify(library)
    shutil.rmtree(folder / "copies")
    with open_library(folder, who="ann") as library:
        assert everything(library, name) == before
        assert maintenance.verify(library).lost == ()
    assert (folder / "copies" / "library.json").is_file()


@pytest.mark.parametrize("read_only", [True, False])
def test_stores_beyond_repair_are_made_anew_from_the_journal(
    made: tuple[Path, str, tuple[Any, ...]], read_only: bool
) -> None:
    folder, name, before = made
    for path in (*folder.glob("*s*.json"), *folder.glob("*x.json"), *folder.glob("copies/*.json.?")):
        path.write_bytes(b"\0nothing")
    with open_library(folder, who="ann", read_only=read_only) as library:
        assert everything(library, name) == before
        assert "made anew from the journal" in library.notices[0]
    if not read_only:
        with kills.small_folds(), open_library(folder, who="ann") as library:
            library.record(*[decision(name, f"again-{n}") for n in range(30)])  # folds
        with open_library(folder, who="ann") as library:
            assert library.notices == ()
            assert len(library.decisions(name)) == len(before[1]) + 30


def test_stores_beyond_repair_without_a_journal_are_an_error(made: tuple[Path, str, tuple[Any, ...]]) -> None:
    folder, _, _ = made
    with open_library(folder) as library:
        maintenance.compact(library)
    for path in (folder / "index.json", *folder.glob("copies/index.json.?")):
        path.write_bytes(b"\0nothing")
    with pytest.raises(LibraryDamaged, match="and so are its copies"):
        open_library(folder)
    assert (folder / "index.json").read_bytes() == b"\0nothing"


def test_damage_is_read_around_where_nothing_may_be_written(made: tuple[Path, str, tuple[Any, ...]]) -> None:
    folder, name, before = made
    for path in kept_files(folder):
        if "copies" not in path.parts:
            path.write_bytes(path.read_bytes()[:-9])
    held = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with open_library(folder, who="ann", read_only=True) as library:
        assert everything(library, name) == before
        assert library.notices
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == held


def test_what_is_lost_in_both_copies_is_named(made: tuple[Path, str, tuple[Any, ...]]) -> None:
    folder, name, _ = made
    with open_library(folder) as library:
        digest = library.version(name, 1).text
    for path in folder.rglob(digest):
        path.write_bytes(b"damaged")
    with open_library(folder) as library:
        found = maintenance.verify(library)
        assert len(found.lost) == 1
        assert "Phone adviser" in found.lost[0]
        assert "version 1" in found.lost[0]
        with pytest.raises(LibraryDamaged, match="and so is its copy"):
            library.text(name, 1)
        assert b"30 calls" in library.text(name, 2)


def test_a_newer_library_is_opened_for_reading(made: tuple[Path, str, tuple[Any, ...]]) -> None:
    folder, name, before = made
    newer = layout.head_bytes(layout.Head(schema=layout.SCHEMA + 1, created="2030", made_by="9.0"))
    for path in (folder / "library.json", folder / "copies" / "library.json"):
        path.write_bytes(newer)
    with open_library(folder, who="ann") as library:
        assert everything(library, name) == before
        with pytest.raises(LibraryReadOnly, match=r"made by jdrewrite 9\.0 .* can be read only"):
            library.record(decision(name))
