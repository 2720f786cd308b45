"""An audit on a Dask cluster finds what the local one finds, even when a worker is killed."""

import os
import signal
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jdrewrite.audit import Cache, Head, Journal, Results, Task, find, portions, run
from jdrewrite.audit import cluster as clusters
from jdrewrite.errors import SetupError
from tests.audit.contents import contents
from tests.conftest import ROOT

from . import deadly

EXAMPLES = sorted((ROOT / "examples" / "markdown").glob("*.md"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "jobs"
    (place / "sales").mkdir(parents=True)
    for number in range(12):
        path = EXAMPLES[number % len(EXAMPLES)]
        target = place / ("sales" if number % 2 else ".") / f"{number}-{path.name}"
        target.write_text(path.read_text() + f"\n- Answer {number + 3} letters of customers a day.\n")
    (place / "sales" / "jdrewrite.toml").write_text('[rules]\ndisable = ["across.shares.joint"]\n')
    (place / "empty.md").write_text("")
    (place / "french.txt").write_text("Nous recherchons une personne pour notre équipe de vente à Lyon. " * 10)
    (place / "gone.md").symlink_to(tmp_path / "nowhere.md")
    return place


def begin(files: list[str], out: Path, cache: Path | None = None, cluster=None, *, resume: bool = False):
    head = Head(audit="x", begun=datetime.now(UTC).isoformat(), places=())
    with Cache(cache) as known, Journal(out, head, resume=resume) as journal:
        yield from run(files, Task(), journal, known, 1, cluster)


def started(**more):
    """A cluster of this machine, with processes of its own."""
    distributed = pytest.importorskip("distributed", reason="needs jdrewrite[dask]")
    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": ":0"}
    return distributed.LocalCluster(**{**options, **more})


@pytest.fixture(scope="module")
def dask():
    with started() as local:
        yield local


def test_a_killed_worker_loses_nothing(folder, tmp_path, dask, monkeypatch):
    monkeypatch.setattr(clusters, "TOGETHER", 1)
    files = [*find([str(folder)]), str(folder / "gone.md")]
    assert len(files) >= 14
    assert all(not step.cached for step in begin(files, tmp_path / "here.jsonl"))
    killed = 0
    with clusters.Cluster(dask.scheduler_address.replace("tcp:", "dask:")) as cluster:
        pids = cluster._client.run(os.getpid)
        assert len(set(pids.values()) - {os.getpid()}) == 2
        for step in begin(files, tmp_path / "there.jsonl", tmp_path / "c.sqlite", cluster):
            busy = {worker: tasks for worker, tasks in cluster._client.processing().items() if tasks}
            if step.file.endswith(".md") and hasattr(step.records[0], "row") and not killed and busy:
                killed = pids[max(busy, key=lambda worker: len(busy[worker]))]
                os.kill(killed, signal.SIGKILL)
        assert killed
        again = list(begin(files, tmp_path / "cached.jsonl", tmp_path / "c.sqlite", cluster))
        assert sum(step.cached for step in again) == len(files) - 3  # errors are tried again each time
    assert contents(tmp_path / "there.jsonl") == contents(tmp_path / "here.jsonl")
    assert contents(tmp_path / "cached.jsonl") == contents(tmp_path / "here.jsonl")


def test_a_stopped_run_is_resumed(folder, tmp_path, dask):
    files = find([str(folder)])
    list(begin(files, tmp_path / "here.jsonl"))
    with clusters.Cluster(dask.scheduler_address) as cluster:
        stopped = begin(files, tmp_path / "there.jsonl", None, cluster)
        next(stopped)
        stopped.close()
    with clusters.Cluster(dask.scheduler_address) as cluster:
        rest = list(begin(files, tmp_path / "there.jsonl", None, cluster, resume=True))
    assert len(rest) == len(files) - 1
    assert contents(tmp_path / "there.jsonl") == contents(tmp_path / "here.jsonl")


def test_no_cluster_and_no_package_are_told(monkeypatch):
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "distributed", None)
        with pytest.raises(SetupError, match=r"jdrewrite\[dask\]"):
            clusters.Cluster("dask://127.0.0.1:1")
    pytest.importorskip("distributed", reason="needs jdrewrite[dask]")
    monkeypatch.setattr(clusters, "PATIENCE", 1)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(SetupError, match="no Dask cluster answers"):
            clusters.Cluster(f"dask://127.0.0.1:{free.getsockname()[1]}")


def test_files_that_end_or_hold_up_their_reader_are_listed_and_no_worker_is_lost(folder, tmp_path):
    for number in range(3):
        (folder / f"deadly-{number}.md").write_text(f"# {number} ends its process")
    (folder / "slow.md").write_text("# It never comes back")
    files = find([str(folder)])
    with started(preload=str(Path(deadly.__file__))) as local, clusters.Cluster(local.scheduler_address) as cluster:
        workers = set(cluster._client.run(os.getpid).values())
        list(begin(files, tmp_path / "there.jsonl", None, cluster))
        assert set(cluster._client.run(os.getpid).values()) == workers
    reasons = {Path(each.path).name: each.reason for each in Results(tmp_path / "there.jsonl").failures()}
    assert "twice" in reasons.pop("deadly-0.md")
    assert "twice" in reasons.pop("deadly-1.md")
    assert "twice" in reasons.pop("deadly-2.md")
    assert "within 12 seconds" in reasons.pop("slow.md")
    assert set(reasons) == {"empty.md", "french.txt"}
    assert len(Results(tmp_path / "there.jsonl").rows()) == 12


def test_a_cluster_that_lost_all_its_workers_is_told(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(portions, "WITHOUT_WORKERS", 1.0)
    monkeypatch.setattr(portions, "LOOK", 0.5)
    with started(n_workers=1) as local, clusters.Cluster(local.scheduler_address) as cluster:
        steps = begin(find([str(folder)]), tmp_path / "there.jsonl", None, cluster)
        next(steps)
        local.scale(0)
        with pytest.raises(SetupError, match="no worker for 1 seconds"):
            list(steps)


def test_a_worker_with_another_version_is_told_before_anything_is_sent(folder, tmp_path, monkeypatch):
    other = tmp_path / "other" / "jdrewrite-0.0.1.dist-info"
    other.mkdir(parents=True)
    (other / "METADATA").write_text("Metadata-Version: 2.1\nName: jdrewrite\nVersion: 0.0.1\n")
    preload = tmp_path / "older.py"
    preload.write_text(f"import sys\nsys.path.insert(0, {str(other.parent)!r})\n")
    monkeypatch.setattr(clusters, "load", lambda _: pytest.fail("a file is read"))
    with (
        started(n_workers=1, preload=str(preload)) as local,
        clusters.Cluster(local.scheduler_address) as cluster,
        pytest.raises(SetupError, match=r"worker tcp://.*another jdrewrite \(0\.0\.1\)"),
    ):
        list(begin(find([str(folder)]), tmp_path / "there.jsonl", None, cluster))


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda ask, given: ModuleNotFoundError("jdrewrite") if given == "jdrewrite" else "", "no jdrewrite that can"),
        (lambda ask, given: ask(given) if given == "jdrewrite" else "other", "another rules or model"),
    ],
)
def test_a_worker_without_the_same_installation_is_told(answer, told):
    class Client:
        def run(self, ask, given, on_error):
            return {"tcp://there:1": answer(ask, given)}

    cluster = clusters.Cluster.__new__(clusters.Cluster)
    cluster._client, cluster.address = Client(), "dask://here:1"
    with pytest.raises(SetupError, match=told) as told_by:
        next(cluster.portions([], Task()))
    assert told_by.value.subject == "worker tcp://there:1"
