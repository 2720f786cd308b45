"""Runs an audit: files in, results out as they come, on one process or several, with the cache asked first."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
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
    from multiprocessing.process import BaseProcess

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
        _fill(waiting, line, jobs * AHEAD, pool, task)
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
                _fill(waiting, line, jobs * AHEAD, pool, task)
            _fill(waiting, line, jobs * AHEAD, pool, task)
    except BaseException:
        _end(pool)  # nobody wants any more what its processes are at
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _fill(
    waiting: dict[Future[list[Found]], list[str]],
    line: Iterator[list[str]],
    most: int,
    pool: ProcessPoolExecutor,
    task: Task,
) -> None:
    """Hand what is next in line to the pool, until so many portions wait for it."""
    while len(waiting) < most and (group := next(line, None)):
        waiting[_submitted(pool, group, task)] = group


def _submitted(pool: ProcessPoolExecutor, group: list[str], task: Task) -> Future[list[Found]]:
    """Hand files to the pool, which may start a process for them.

    Ctrl-C goes to every process of a terminal. This one ends the others; they never hear of it, from their first moment
    on, when nothing of Python is there yet that could take it calmly.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        return pool.submit(audit_watched, group, task, LIMIT)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(audit_watched, group, task, LIMIT)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(pool: ProcessPoolExecutor) -> None:
    processes: Mapping[int, BaseProcess] | None = getattr(pool, "_processes", None)  # none once it is shut down
    for process in list((processes or {}).values()):
        process.terminate()


def _alone(group: list[str], task: Task, make: Callable[[], ProcessPoolExecutor]) -> list[Found]:
    """Read files one by one in processes of their own, after the process that had them died."""
    found: list[Found] = []
    for file in group:
        with make() as pool:
            try:
                found += _submitted(pool, [file], task).result()
            except BrokenProcessPool:
                found.append((file, (died(file),)))
            except BaseException:
                _end(pool)
                raise
    return found
