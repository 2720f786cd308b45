"""Runs an audit: files in, results out as they come, on one process or several, with the cache asked first."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
from collections import deque
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
    yield from pooled(groups, task, jobs, _pool)


def _pool(processes: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the parent may hold threads and open files that a forked child must not share.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(max_workers=processes, mp_context=context, initializer=prepare)


def pooled(
    groups: list[list[str]], task: Task, jobs: int, make: Callable[[int], ProcessPoolExecutor]
) -> Iterator[list[Found]]:
    """Yield portions as processes finish them; one that dies or is held up costs its files a second try, alone.

    Whoever takes the portions may be busy while that happens: a pool is found broken by what is handed to it, too.

    Args:
        groups: files, a portion each.
        task: how to read them.
        jobs: processes.
        make: makes a pool of so many processes.
    """
    waiting: dict[Future[list[Found]], list[str]] = {}
    line = deque(groups)
    pool = make(jobs)
    try:
        while line or waiting:
            try:
                _fill(waiting, line, jobs * AHEAD, pool, task)
                first = next(iter(wait(waiting, return_when=FIRST_COMPLETED).done))
                found = first.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                back = [future for future in waiting if _is_back(future)]
                lost = [group for future, group in waiting.items() if future not in back]
                if not waiting:  # no pool takes it
                    lost.append(line.popleft())
                waiting.clear()
                pool = make(jobs)
                yield from (future.result() for future in back)
                yield from _alone(lost, task, make)
            else:
                del waiting[first]
                yield found
    except BaseException:
        _end(pool)  # nobody wants any more what its processes are at
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _fill(
    waiting: dict[Future[list[Found]], list[str]],
    line: deque[list[str]],
    most: int,
    pool: ProcessPoolExecutor,
    task: Task,
) -> None:
    """Hand what is next in line to the pool, until so many portions wait for it.

    Raises:
        BrokenProcessPool: one of its processes has died; what it did not take is still in line.
    """
    while line and len(waiting) < most:
        waiting[_submitted(pool, line[0], task)] = line[0]
        line.popleft()


def _is_back(future: Future[list[Found]]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


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


def _alone(groups: list[list[str]], task: Task, make: Callable[[int], ProcessPoolExecutor]) -> Iterator[list[Found]]:
    """Read files one by one in a process that has nothing else, after the process that had them died.

    The same process takes them all until one of them ends it: to start it takes longer than to read most files.
    """
    pool = make(1)
    try:
        for group in groups:
            found: list[Found] = []
            for file in group:
                try:
                    found += _submitted(pool, [file], task).result()
                except BrokenProcessPool:
                    found.append((file, (died(file),)))
                    pool.shutdown(wait=False, cancel_futures=True)
                    pool = make(1)
            yield found
    except BaseException:
        _end(pool)
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
