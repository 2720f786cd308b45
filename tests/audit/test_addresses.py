"""Files behind an address are found, read, remembered and resumed as those of a folder."""

import re
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import fsspec
import pytest

from jdrewrite.audit import Cache, Head, Journal, Results, Task, addresses, find, run
from jdrewrite.audit.addresses import content_at, find_at, is_address
from jdrewrite.audit.ready import lead_in, proposed
from jdrewrite.errors import MissingInput, SetupError, UnsupportedInput
from tests.audit.contents import contents
from tests.conftest import ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*/*.*"))
TABLE = b"Job,Description\nClerk,- Prepare customer invoices each month.\nBaker,- Bake the bread of the day.\n"
FRENCH = "Nous recherchons une personne pour notre équipe de vente à Lyon. " * 10


@pytest.fixture(autouse=True)
def _empty_memory() -> Iterator[None]:
    yield
    fsspec.filesystem("memory").store.clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "jobs"
    (place / "sales" / ".hidden").mkdir(parents=True)
    for number, path in enumerate(EXAMPLES[:6]):
        (place / ("sales" if number % 2 else ".") / path.name).write_bytes(path.read_bytes())
    (place / "jobs.csv").write_bytes(TABLE)
    (place / "empty.md").write_text("")
    (place / "french.txt").write_text(FRENCH)
    for passed in (".draft.md", "README.md", "backend-engineer.rewritten.md", "picture.png", "sales/.hidden/a.md"):
        (place / passed).write_text("# Not to be read")
    return place


def in_memory(folder: Path, place: str = "memory://jobs") -> str:
    store = fsspec.filesystem("memory")
    for file in folder.rglob("*"):
        if file.is_file():
            store.pipe(f"{place}/{file.relative_to(folder).as_posix()}", file.read_bytes())
    return place


def audit(
    places: list[str], out: Path, cache: Path | None = None, *, resume: bool = False, jobs: int = 1, stop: int = 0
):
    head = Head(audit="x", begun=datetime.now(UTC).isoformat(), places=())
    steps = []
    with Cache(cache) as known, Journal(out, head, resume=resume) as journal:
        for step in run(find(places), Task(), journal, known, jobs):
            steps.append(step)
            if len(steps) == stop:
                break
    return steps


def below(place: str, out: Path) -> list[str]:
    """The records, with the place taken off their paths."""
    found = contents(out)
    assert all(path.startswith(place) for path, _ in found)
    return sorted(str(record).replace(place, "") for _, record in found)


@pytest.mark.parametrize(
    "place", ["s3://b/x", "memory://", "zip://*.md::s3://b/x.zip", "simplecache::s3://b", "HTTP://h/x"]
)
def test_addresses_are_told_from_paths(place):
    assert is_address(place)


@pytest.mark.parametrize("place", ["jobs", "C:\\jobs", "C://jobs", "a:b", "jobs/s3:/x", "//server/jobs", "#://", ""])
def test_paths_are_no_addresses(place):
    assert not is_address(place)


def test_the_same_files_as_in_a_folder_are_found(folder):
    local = [Path(file).relative_to(folder).as_posix() for file in find([str(folder)])]
    assert len(local) == 9
    for place in (in_memory(folder), folder.as_uri(), "memory://jobs/", "memory:///jobs"):
        found = find([place])
        assert [file.removeprefix(place).lstrip("/") for file in found] == local
        assert all(content_at(file) for file in found if "empty" not in file)
    assert find(["memory://jobs/**/*.csv"]) == ["memory://jobs/jobs.csv"]
    assert find(["memory://jobs"], include=["*.csv"], exclude=["*/sales/*"]) == ["memory://jobs/jobs.csv"]
    assert find(["memory://jobs/picture.png"]) == ["memory://jobs/picture.png"]  # tried, as it is named


def test_results_written_among_the_files_are_left_out(folder):
    (folder / "out").mkdir()
    (folder / "out" / "report.md").write_text("# Report")
    assert len(find([folder.as_uri()], leave_out=[folder / "out"])) == 9
    assert len(find([in_memory(folder)], leave_out=[Path()])) == 10  # whatever the folder, these are not in it


def test_files_in_an_archive_are_found_and_read(folder, tmp_path):
    with zipfile.ZipFile(tmp_path / "jobs.zip", "w") as archive:
        archive.writestr("sales/a.md", "# A")
        archive.writestr("b.md", "# B")
    chain = f"zip://::file://{tmp_path}/jobs.zip"
    found = find([chain])
    assert [content_at(file) for file in found] == [b"# B", b"# A"]
    assert found[1] == f"zip://sales/a.md::file://{tmp_path}/jobs.zip"


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("store", ["memory", "file"])
def test_an_audit_finds_what_it_finds_in_a_folder(folder, tmp_path, store, jobs):
    place = in_memory(folder) if store == "memory" else folder.as_uri()
    audit([str(folder)], tmp_path / "here.jsonl")
    audit([place], tmp_path / "there.jsonl", jobs=jobs)
    assert below(place, tmp_path / "there.jsonl") == below(str(folder), tmp_path / "here.jsonl")
    assert {Path(f.path).name: f.code for f in Results(tmp_path / "there.jsonl").failures()} == {
        "empty.md": 3,
        "french.txt": 6,
    }


def test_a_file_that_goes_away_is_listed_and_the_rest_read(folder, tmp_path, monkeypatch):
    place = in_memory(folder)
    files = find([place])
    fsspec.filesystem("memory").rm("memory://jobs/jobs.csv")
    monkeypatch.setattr(sys.modules[__name__], "find", lambda _: files)
    assert len(audit([place], tmp_path / "r.jsonl")) == 9
    (gone,) = [each for each in Results(tmp_path / "r.jsonl").failures() if "jobs.csv" in each.path]
    assert gone.path == "memory://jobs/jobs.csv"
    assert "there is no such" in gone.reason
    assert len(Results(tmp_path / "r.jsonl").rows()) == 6


def test_unchanged_files_come_from_the_cache_and_a_stopped_run_is_resumed(folder, tmp_path):
    place, cache = in_memory(folder), tmp_path / "c.sqlite"
    audit([place], tmp_path / "a.jsonl", cache)
    fsspec.filesystem("memory").pipe("memory://jobs/jobs.csv", TABLE.replace(b"bread", b"cakes"))
    fresh = {Path(step.file).name for step in audit([place], tmp_path / "b.jsonl", cache) if not step.cached}
    assert fresh == {"jobs.csv", "empty.md", "french.txt"}  # errors are tried again each time
    audit([place], tmp_path / "c.jsonl", stop=4)
    assert len(audit([place], tmp_path / "c.jsonl", resume=True)) == 5
    assert below(place, tmp_path / "c.jsonl") == below(place, tmp_path / "b.jsonl")


def test_the_sum_that_a_store_keeps_spares_reading(monkeypatch):
    store = fsspec.filesystem("memory")
    store.pipe("memory://jobs/a.md", b"# A")
    listed = {"/jobs/a.md": {"name": "/jobs/a.md", "type": "file", "size": 3, "ETag": "7"}}
    monkeypatch.setattr(type(store), "find", lambda *_, **__: listed)
    monkeypatch.setattr(addresses, "_known_sums", {})
    find_at("memory://jobs", lambda _: True)
    monkeypatch.setattr(addresses, "content_at", lambda _: pytest.fail("it is read"))
    assert b"7" in addresses.identity("memory://jobs/a.md")


def test_a_file_that_changed_after_an_earlier_listing_is_known_by_what_it_is_now(monkeypatch):
    store = fsspec.filesystem("memory")
    store.pipe("memory://jobs/a.md", b"# A")
    listed = {"/jobs/a.md": {"name": "/jobs/a.md", "type": "file", "size": 3, "ETag": "7"}}
    asked = []
    with monkeypatch.context() as patch:
        patch.setattr(type(store), "invalidate_cache", lambda *_: asked.append("anew"))
        patch.setattr(type(store), "find", lambda *_, **__: asked.append("listed") or listed)
        assert find_at("memory://jobs", lambda _: True) == ["memory://jobs/a.md"]
    assert asked == ["anew", "listed"], "it may be listed from what the store remembers"
    store.pipe("memory://jobs/a.md", b"# B")
    assert find_at("memory://jobs/a.md", lambda _: True) == ["memory://jobs/a.md"]
    assert addresses.identity("memory://jobs/a.md") == b"# B"


def test_what_is_wrong_with_an_address_is_told(monkeypatch):
    def nothing(_):
        return True

    with pytest.raises(MissingInput, match="no such bucket, folder or file"):
        find_at("memory://nowhere", nothing)
    with pytest.raises(MissingInput, match="no file fits"):
        find_at("memory://nowhere/*.md", nothing)
    with pytest.raises(UnsupportedInput, match="nothing is known that reads carrier-pigeon://"):
        find_at("carrier-pigeon://jobs", nothing)
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(SetupError, match="pip install s3fs"):
        find_at("s3://bucket/jobs", nothing)
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(SetupError, match=r"jdrewrite\[remote\]"):
        find_at("memory://jobs", nothing)


def test_errors_of_a_store_are_told_by_what_to_do():
    class NoCredentialsError(Exception):
        pass

    assert isinstance(addresses.told("s3://b", NoCredentialsError("Unable to locate")), SetupError)
    assert "not allowed" in str(addresses.told("s3://b", PermissionError("Access Denied")))
    assert "TimeoutError" in str(addresses.told("s3://b", TimeoutError("slow\nnet")))


def test_a_file_beyond_the_limit_is_not_loaded_whole(monkeypatch):
    fsspec.filesystem("memory").pipe("memory://jobs/a.md", b"x" * 2000)
    monkeypatch.setattr(addresses, "MOST_BYTES", 1000)
    read = []
    monkeypatch.setattr(addresses, "check_size", lambda size, _: read.append(size))
    content_at("memory://jobs/a.md")
    assert read == [1001]


def test_a_proposal_names_the_copy_that_its_command_reads(tmp_path):
    fsspec.filesystem("memory").pipe("memory://jobs/our jobs.csv", TABLE)
    audit(["memory://jobs"], tmp_path / "results.jsonl")
    plan = SimpleNamespace(
        first=["memory://jobs/our jobs.csv#2", "memory://jobs/gone.md", "memory://jobs/our jobs.csv#9"]
    )
    found = proposed(Results(tmp_path / "results.jsonl"), [plan], Task())
    (one,) = found.values()
    assert one.command == "jdrewrite rewrite 'our jobs.csv#2' -o 'our jobs-2.rewritten.csv'"
    assert "copy of the file" in lead_in(one)


@pytest.fixture
def s3(monkeypatch) -> Iterator[str]:
    """A server of this machine that speaks as S3 does; yields the name of its bucket."""
    pytest.importorskip("s3fs", reason="needs s3fs")
    pytest.importorskip("moto.server", reason="needs moto[server]")
    import s3fs

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen([sys.executable, "-m", "moto.server", "-p", str(port)], stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        given = {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}", "AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b"}
        for name, value in {**given, "AWS_DEFAULT_REGION": "us-east-1", "AWS_EC2_METADATA_DISABLED": "true"}.items():
            monkeypatch.setenv(name, value)
        s3fs.S3FileSystem.clear_instance_cache()
        s3fs.S3FileSystem().mkdir("team")
        yield "s3://team/jobs"
    finally:
        server.terminate()
        server.wait()
        s3fs.S3FileSystem.clear_instance_cache()


def test_an_audit_of_a_bucket(s3, folder, tmp_path, monkeypatch):
    import s3fs

    store = s3fs.S3FileSystem()
    store.put(f"{folder}/", f"{s3}/", recursive=True)
    audit([str(folder)], tmp_path / "here.jsonl")
    audit([s3], tmp_path / "there.jsonl", tmp_path / "c.sqlite", jobs=2)
    assert below(s3, tmp_path / "there.jsonl") == below(str(folder), tmp_path / "here.jsonl")
    store.pipe(f"{s3}/jobs.csv", TABLE.replace(b"bread", b"cakes"))
    s3fs.S3FileSystem.clear_instance_cache()
    with monkeypatch.context() as patch:
        patch.setattr(sys.modules["jdrewrite.audit.run"], "identity", _told_by_the_store)
        again = audit([s3], tmp_path / "again.jsonl", tmp_path / "c.sqlite")
    assert {Path(step.file).name for step in again if not step.cached} == {"jobs.csv", "empty.md", "french.txt"}
    assert find(["s3://team/jobs/**/*.csv"]) == [f"{s3}/jobs.csv"]
    with pytest.raises(MissingInput, match="no such bucket"):
        find(["s3://nowhere/jobs"])
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))
    s3fs.S3FileSystem.clear_instance_cache()
    with pytest.raises(SetupError, match="wants credentials"):
        find([s3])


def _told_by_the_store(file: str) -> bytes:
    known = addresses._known_sums[file]
    assert re.search("[0-9a-f]{32}", known)
    return known.encode()
