"""What may stand around a library: disks, rights, links, clocks, drives and other processes."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from jdrewrite.errors import LibraryBusy, LibraryError
from jdrewrite.library import files, library, maintenance, open_library
from jdrewrite.locking import Lock

from . import kills
from .conftest import TEXT, decision, document
from .full import everything, filled


@pytest.mark.parametrize("failing", range(1, 9))
def test_a_full_disk_loses_nothing_that_was_confirmed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    """Writing stops half way at each write in turn; then there is room again."""
    name = filled(folder)
    real, calls = os.write, 0

    def full(handle: int, data: Any) -> int:
        nonlocal calls
        calls += 1
        if calls < failing:
            return real(handle, data)
        if calls == failing:
            return real(handle, bytes(data)[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    with open_library(folder, who="ann") as library:
        before = everything(library, name)
        monkeypatch.setattr(files.os, "write", full)
        done: list[str] = []
        with pytest.raises(LibraryError, match="No space left on device"):
            for n in range(9):
                library.record(decision(name, f"full-{n}"))
                done.append(f"full-{n}")
        monkeypatch.setattr(files.os, "write", real)
        library.record(decision(name, "after"))
    with open_library(folder, who="ann") as library:
        after = everything(library, name)
        statements = [d.statement for d in after[1]]
        assert statements == [*(d.statement for d in before[1]), *done, "after"]
        assert after[3:] == before[3:]
        assert maintenance.verify(library).lost == ()


def test_a_real_limit_on_the_size_of_files(folder: Path) -> None:
    """The kernel refuses to let files grow, as it does on a full disk."""
    name = filled(folder)
    code = f"""
import resource, signal
from jdrewrite.library import open_library
from jdrewrite.errors import LibraryError
from tests.library.conftest import decision
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_library({str(folder)!r}) as library:
    resource.setrlimit(resource.RLIMIT_FSIZE, (4000, resource.RLIM_INFINITY))
    done = 0
    try:
        for n in range(100):
            library.record(decision({name!r}, f"limit-{{n}}"))
            done += 1
    except LibraryError as error:
        print(done, error)
"""
    root = Path(__file__).resolve().parents[2]
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root).stdout
    done, _, error = told.partition(" ")
    assert "File too large); what was kept before is safe" in error
    with open_library(folder) as library:
        kept = [d for d in library.decisions(name) if str(d.statement).startswith("limit-")]
        assert len(kept) == int(done) > 0


@pytest.mark.skipif(sys.platform == "win32", reason="permissions work otherwise on Windows")
def test_a_folder_that_may_not_be_written_to_is_read(folder: Path, tmp_path: Path) -> None:
    name = filled(folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)
    for path in (tmp_path, *tmp_path.parents):
        if path.stat().st_uid == os.getuid() and path != Path(path.anchor):
            path.chmod(path.stat().st_mode | 0o055)
    code = f"""
import os
from jdrewrite.library import open_library
from jdrewrite.errors import LibraryReadOnly
from tests.library.conftest import decision, document
if os.getuid() == 0:
    os.setuid(65534)  # root may write everywhere
with open_library({str(folder)!r}) as library:
    assert len(library.decisions({name!r})) == 32 and library.text({name!r}, 1)
    try:
        library.record(decision({name!r}))
    except LibraryReadOnly as error:
        print(error)
"""
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=root)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755)
    assert done.returncode == 0, done.stderr
    assert "may not be written to, so it can be read only" in done.stdout


def test_a_clock_that_jumps_back_changes_no_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_library(folder, who="ann") as opened:
        match = opened.put(document())
        opened.record(decision(match.document))
        monkeypatch.setattr(library, "now", lambda: "1999-12-31T23:59:59.000+00:00")
        opened.record(decision(match.document, outcome="accepted"))
        other = opened.put(document("# Cook\n\n- Bake bread.\n- Order flour.\n", "cook.md"))
        assert "the clock of this machine is behind" in opened.notices[0]
    with open_library(folder, who="ann") as opened:
        assert opened.standing(match.document)["aaaaaaaaaaaa-1"].outcome == "accepted"
        assert [d.id for d in opened.documents()] == [other.document, match.document]
        assert [row.n for row in opened.history(match.document)] == [1, 2, 3]


@pytest.mark.parametrize("where", ["index.json", "decisions.json", "library.json", "journal", "texts", "sessions"])
def test_a_symbolic_link_in_the_way_is_not_followed(
    made: tuple[Path, str, tuple[Any, ...]], tmp_path: Path, where: str
) -> None:
    folder, name, before = made
    place = folder / where
    if place.is_dir():
        place = next(path for path in sorted(place.rglob("*"), reverse=True) if path.is_file())
    target = tmp_path / "target"
    target.write_bytes(b"mine")
    place.unlink()
    place.symlink_to(target)
    with open_library(folder, who="ann") as library:
        assert everything(library, name) == before
        library.put(document(TEXT.replace("20 calls", "40 calls")))
        library.record(decision(name, "cccccccccccc-1"))
        library.save_session(name, {"at": 4})
        maintenance.verify(library)
        assert library.notices
    assert target.read_bytes() == b"mine"
    assert not place.is_symlink()


def test_a_symbolic_link_in_the_place_of_the_lock_is_told(made: tuple[Path, str, tuple[Any, ...]]) -> None:
    folder, _, _ = made
    (folder / "library.lock").unlink(missing_ok=True)
    (folder / "library.lock").symlink_to(folder.with_name("elsewhere"))
    with pytest.raises(LibraryError, match="symbolic link"):
        open_library(folder)
    assert not folder.with_name("elsewhere").exists()


def test_another_process_that_holds_it_is_told(folder: Path) -> None:
    filled(folder)
    with Lock(folder / "library.lock", 1), pytest.raises(LibraryBusy, match="another process holds it"):
        open_library(folder, timeout=0.05)


def test_a_network_drive_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from jdrewrite.library import opening

    monkeypatch.setattr(opening, "on_network", lambda _: "nfs4")
    with open_library(folder) as library:
        assert "network drive (nfs4); these are not supported" in library.notices[0]


def test_a_library_that_another_process_makes_between_two_looks_is_no_other_thing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jdrewrite.library import layout

    folder.mkdir(parents=True, exist_ok=True)
    first_look = layout._filled

    def made_meanwhile(at: layout.Layout) -> bool:
        filled_now = first_look(at)
        monkeypatch.setattr(layout, "_filled", first_look)
        with open_library(folder, who="the other"):
            pass
        return filled_now

    monkeypatch.setattr(layout, "_filled", made_meanwhile)
    with open_library(folder) as library:
        assert library.documents() == ()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_thirty_kills_lose_nothing(folder: Path) -> None:
    outcome = kills.run(folder, 15, seed=3, most=5)
    assert outcome.kills == 30
    assert outcome.confirmed > 30
    assert (outcome.lost, outcome.strange) == ([], [])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_two_processes_writing_at_once(folder: Path) -> None:
    """Both write a fixed number of decisions and versions; all are there, each with its own number."""
    filled(folder)
    children = []
    for writer in range(2):
        pid = os.fork()
        if pid == 0:
            try:
                with kills.small_folds(), open_library(folder, who=f"w{writer}") as opened:
                    match = opened.put(document(f"# Job {writer}\n\n- Do {writer}.\n- Do more {writer}.\n", "j.md"))
                    for n in range(40):
                        opened.record(decision(match.document, f"{writer}-{n}"))
                os._exit(0)
            finally:
                os._exit(1)
        children.append(pid)
    assert [os.waitpid(pid, 0)[1] for pid in children] == [0, 0]
    with open_library(folder) as opened:
        assert opened.notices == ()
        for writer in range(2):
            (found,) = opened.documents(words=f"job {writer}")
            assert [d.statement for d in opened.decisions(found.id)] == [f"{writer}-{n}" for n in range(40)]
        numbers = [d.n for found in opened.documents() for d in opened.decisions(found.id)]
        assert len(numbers) == len(set(numbers)) == 112
