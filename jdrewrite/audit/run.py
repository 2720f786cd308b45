"""Runs an audit: files in, results out as they come, on one process or several, with the cache asked first."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.audit.addresses import of_this_process
from jdrewrite.audit.cache import Cache
from jdrewrite.audit.file_keys import Keys
from jdrewrite.audit.journal import Journal
from jdrewrite.audit.legible import legible
from jdrewrite.audit.records import Failed, Record
from jdrewrite.audit.worker import LIMIT, Task, audit_files, audit_watched, died, prepare

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
    """Empty where the cache had them: they are in the results, and none of them is an error that would fail a run."""
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
    keys = Keys(task)
    if journal.done:
        journal.keep({file: keys.of(file) for file in files})
    left = [file for file in files if legible(file) not in journal.done]
    return _steps(left, keys, task, journal, cache, jobs, cluster)


def _steps(
    files: Sequence[str],
    keys: Keys,
    task: Task,
    journal: Journal,
    cache: Cache,
    jobs: int,
    cluster: Cluster | None,
) -> Iterator[Step]:
    todo: list[str] = []
    for file in files:
        key = keys.of(file)
        known = cache.get(key) if key else None
        if known is None:
            todo.append(file)
        else:
            journal.add(file, known, key)
            yield Step(file, (), cached=True)
    for portion in cluster.portions(todo, task) if cluster else _portions(todo, task, jobs):
        found = [(keys.still(file), file, records) for file, records in portion]
        cache.put((key, records) for key, _, records in found if key and not _faulty(records))
        for key, file, records in found:
            journal.add(file, records, key)
            yield Step(file, records, cached=False)


def _faulty(records: tuple[Record, ...]) -> bool:
    """Tell whether a file is to be tried again each time; a row without text is told, and is no fault of its table."""
    return any(isinstance(record, Failed) and record.code for record in records)


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
