"""An audit on a Dask cluster finds what the local one finds, even when a worker is killed."""

import os
import signal
import socket
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jdrewrite.audit import Cache, Head, Journal, Results, Task, find, run
from jdrewrite.audit import cluster as clusters
from jdrewrite.audit.records import Audited
from jdrewrite.errors import SetupError
from tests.conftest import ROOT

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


def contents(out: Path) -> list[object]:
    records = list(Results(out).records())
    return sorted(records, key=lambda each: each.row.path if isinstance(each, Audited) else each.path)


def begin(files: list[str], out: Path, cache: Path | None = None, cluster=None, *, resume: bool = False):
    head = Head(audit="x", begun=datetime.now(UTC).isoformat(), places=())
    with Cache(cache) as known, Journal(out, head, resume=resume) as journal:
        yield from run(files, Task(), journal, known, 1, cluster)


@pytest.fixture(scope="module")
def dask():
    distributed = pytest.importorskip("distributed", reason="needs jdrewrite[dask]")
    options = {"n_workers": 2, "threads_per_worker": 1, "processes": True, "dashboard_address": ":0"}
    with distributed.LocalCluster(**options) as local:
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
