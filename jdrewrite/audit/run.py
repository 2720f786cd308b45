"""Runs an audit: files in, results out as they come, on one process or several, with the cache asked first."""

from __future__ import annotations

import contextlib
import hashlib
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.audit.addresses import identity, is_address, of_this_process
from jdrewrite.audit.cache import Cache, key_of
from jdrewrite.audit.corrections import digest
from jdrewrite.audit.journal import Journal
from jdrewrite.audit.legible import legible
from jdrewrite.audit.records import Failed, Record
from jdrewrite.audit.worker import LIMIT, Task, audit_files, audit_watched, died, pipeline_key, prepare
from jdrewrite.errors import InputError

if TYPE_CHECKING:
    from jdrewrite.audit.cluster import Cluster

TOGETHER = 4
"""Files that a process takes at a time."""
AHEAD = 3
"""Portions for each process that wait in line: enough to keep it busy, too few to fill the memory."""

Found = tuple[str, tuple[Record, ...]]


class Step(msgspec.Struct, frozen=True):
    """One file done."""

    file: str
    records: tuple[Record, ...]
    """Empty where the cache had them: they are in the results, and none of them is an error."""
    cached: bool


def run(
    files: Sequence[str], task: Task, journal: Journal, cache: Cache, jobs: int = 1, cluster: Cluster | None = None
) -> Iterator[Step]:
    """Audit files and yield each as it is done, when its results are written; the order is that in which they are done.

    Files that are what they were when the journal got their results are passed over; what it holds of any other is
    dropped before this returns.

    Args:
        files: what to read.
        task: how.
        journal: where the results go.
        cache: what is known of files that have not changed.
        jobs: processes.
        cluster: where to read them instead of here.

    Raises:
        SetupError: the installation is not complete.
        OutputError: the results cannot be written.
    """
    pipeline, projects = pipeline_key(task), _Projects()
    keys: dict[str, str] = {}
    if journal.done:
        keys = {file: _key(file, pipeline, projects, task) for file in files}
        journal.keep(keys)
    left = [file for file in files if legible(file) not in journal.done]
    return _steps(
        left, lambda file: keys.get(file) or _key(file, pipeline, projects, task), task, journal, cache, jobs, cluster
    )


def _steps(
    files: Sequence[str],
    key_now: Callable[[str], str],
    task: Task,
    journal: Journal,
    cache: Cache,
    jobs: int,
    cluster: Cluster | None,
) -> Iterator[Step]:
    keys: dict[str, str] = {}
    todo: list[str] = []
    for file in files:
        keys[file] = key_now(file)
        known = cache.get(keys[file]) if keys[file] else None
        if known is None:
            todo.append(file)
        else:
            journal.add(file, known, keys[file])
            yield Step(file, (), cached=True)
    for portion in cluster.portions(todo, task) if cluster else _portions(todo, task, jobs):
        cache.put((keys[file], records) for file, records in portion if keys[file] and not _faulty(records))
        for file, records in portion:
            journal.add(file, records, keys[file])
            yield Step(file, records, cached=False)


def _faulty(records: tuple[Record, ...]) -> bool:
    return any(isinstance(record, Failed) for record in records)


class _Projects:
    """Digests of the project files, by folder: files that lie together are covered by the same one."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def digest(self, file: str) -> str:
        """Return the digest of the project file that covers a file; empty for none."""
        from jdrewrite.project import find

        # Not pathlib: this is done for each of many thousand files.
        own = os.path.realpath(file) if os.path.islink(file) else file  # noqa: PTH114
        folder = os.path.dirname(own)  # noqa: PTH120
        if folder not in self._known:
            project = find(file)
            self._known[folder] = hashlib.sha256(project.read_bytes()).hexdigest() if project else ""
        return self._known[folder]


def _key(file: str, pipeline: str, projects: _Projects, task: Task) -> str:
    """Return the key of a file in the cache; empty for one that cannot be read, which the reader will tell."""
    try:
        if is_address(file):
            content = identity(file)
        else:
            with open(file, "rb") as opened:  # noqa: PTH123
                content = opened.read()
        return key_of(file, content, pipeline + digest(task.corrections, file), projects.digest(file))
    except (OSError, InputError):
        return ""


def _portions(files: list[str], task: Task, jobs: int) -> Iterator[list[Found]]:
    groups = [files[n : n + TOGETHER] for n in range(0, len(files), TOGETHER)]
    if jobs < 2 or len(groups) < 2 or any(of_this_process(file) for file in files):
        for file in files:
            yield audit_files([file], task)
        return
    yield from pooled(groups, task, jobs, lambda: _pool(jobs))


def _pool(jobs: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the parent may hold threads and open files that a forked child must not share.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(max_workers=jobs, mp_context=context, initializer=prepare)


def pooled(
    groups: list[list[str]], task: Task, jobs: int, make: Callable[[], ProcessPoolExecutor]
) -> Iterator[list[Found]]:
    """Yield portions as processes finish them; one that dies or is held up costs its files a second try, alone."""
    waiting: dict[Future[list[Found]], list[str]] = {}
    line = iter(groups)
    pool = make()
    try:
        for group in line:
            waiting[pool.submit(audit_watched, group, task, LIMIT)] = group
            if len(waiting) >= jobs * AHEAD:
                break
        while waiting:
            done, _ = wait(waiting, return_when=FIRST_COMPLETED)
            for future in done:
                group = waiting.pop(future, [])
                try:
                    yield future.result()
                except BrokenProcessPool:
                    lost = [group, *waiting.values()]
                    waiting.clear()
                    pool.shutdown(wait=False, cancel_futures=True)
                    pool = make()
                    for each in lost:
                        yield _alone(each, task, make)
                    break
                with contextlib.suppress(StopIteration):
                    following = next(line)
                    waiting[pool.submit(audit_watched, following, task, LIMIT)] = following
            if not waiting:
                for group in line:
                    waiting[pool.submit(audit_watched, group, task, LIMIT)] = group
                    if len(waiting) >= jobs * AHEAD:
                        break
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _alone(group: list[str], task: Task, make: Callable[[], ProcessPoolExecutor]) -> list[Found]:
    """Read files one by one in processes of their own, after the process that had them died."""
    found: list[Found] = []
    for file in group:
        with make() as pool:
            try:
                found += pool.submit(audit_watched, [file], task, LIMIT).result()
            except BrokenProcessPool:
                found.append((file, (died(file),)))
    return found
