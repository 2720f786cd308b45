"""Reads the files of an audit on a Dask cluster that is there already.

The files are sent: its workers need no shared disk.
"""

from __future__ import annotations

import logging
from asyncio import CancelledError as Gone
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from functools import lru_cache
from threading import Lock
from types import TracebackType
from typing import Any, Self

from jdrewrite.audit.records import Failed, Record
from jdrewrite.audit.run import AHEAD, TOGETHER, Found
from jdrewrite.audit.worker import Sent, Task, audit_file, died, load, pipeline_key
from jdrewrite.errors import JdrewriteError, SetupError

SCHEMES = ("dask", "tcp")
PATIENCE = 30
"""Seconds in which the cluster must answer and have a worker."""
_one_at_a_time = Lock()
_key = lru_cache(maxsize=8)(pipeline_key)


class Cluster:
    """A connection to a cluster."""

    def __init__(self, address: str) -> None:
        """Connect.

        Args:
            address: ``dask://HOST:PORT`` of its scheduler, or ``tcp://``.

        Raises:
            SetupError: Dask is not installed, or there is no cluster with a worker.
        """
        try:
            import distributed
        except ImportError:
            way_out = "install it with 'pip install jdrewrite[dask]', or leave out --on"
            raise SetupError(address, "the package distributed is not installed", way_out) from None
        self.address = address
        for name in ("distributed.client", "distributed.core"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # what they would print is told as an error
        library: Any = distributed  # half of it has no types
        self._client: Any = None
        way_out = "check the address, and start 'dask scheduler' and 'dask worker', or leave out --on"
        try:
            self._client = library.Client(
                "tcp://" + address.partition("://")[2], timeout=PATIENCE, set_as_default=False
            )
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except (OSError, ValueError) as error:
            reason = "the cluster has no worker" if self._client else "no Dask cluster answers there"
            self.close()
            raise SetupError(address, f"{reason} ({type(error).__name__})", way_out) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the cluster; what it still has to do for this audit is dropped."""
        if self._client is not None:
            self._client.close()

    def portions(self, files: Sequence[str], task: Task) -> Iterator[list[Found]]:
        """Yield portions as workers finish them; what a lost worker had goes to another one.

        Raises:
            SetupError: the installation of a worker is not complete or another one, or the cluster went away.
        """
        groups = (files[n : n + TOGETHER] for n in range(0, len(files), TOGETHER))
        try:
            queue = _Queue(self._client, task)
            while True:
                while queue.room() and (group := next(groups, None)):
                    loaded = [(file, load(file)) for file in group]
                    queue.put([each for _, each in loaded if isinstance(each, Sent)])
                    yield [(file, (each,)) for file, each in loaded if isinstance(each, Failed)]
                if queue.waiting:
                    yield queue.get()
                elif queue.suspects:
                    yield queue.alone()
                else:
                    return
        except JdrewriteError:
            raise
        except (CancelledError, Gone, OSError) as error:
            reason = f"the cluster went away ({type(error).__name__}); what was found so far is kept"
            raise SetupError(self.address, reason, "start it again, and go on with --resume") from None
        except Exception as error:
            reason = f"the cluster cannot do it ({type(error).__name__}: {error}); what was found so far is kept"
            way_out = "install the same jdrewrite on its scheduler and workers, and go on with --resume"
            raise SetupError(self.address, reason, way_out) from error


class _Queue:
    """What the cluster has to do."""

    def __init__(self, client: Any, task: Task) -> None:
        import distributed

        library: Any = distributed  # half of it has no types
        self.waiting: dict[Any, list[Sent]] = {}
        self.suspects: list[Sent] = []
        """Files whose worker was lost again and again: they, or others that waited there."""
        self._client, self._task, self._lost = client, task, library.KilledWorker
        self._done = library.as_completed(loop=client.loop)

    def room(self) -> bool:
        """Tell whether the workers of this moment, which may come and go, should have more in line."""
        return len(self.waiting) < AHEAD * max(1, len(self._client.nthreads()))

    def put(self, group: list[Sent]) -> None:
        if group:
            future = self._client.submit(audit_sent, group, self._task, _key(self._task), pure=False, retries=3)
            self.waiting[future] = group
            self._done.add(future)

    def get(self) -> list[Found]:
        """Wait for a portion; empty where its files became suspects."""
        future = next(self._done)
        group = self.waiting.pop(future)
        try:
            found: list[Found] = future.result()
        except self._lost:
            self.suspects += group
            return []
        return found

    def alone(self) -> list[Found]:
        """Read a suspect while nothing else is under way."""
        suspect = self.suspects.pop()
        self.put([suspect])
        found = self.get()
        if not found:
            self.suspects.pop()
            return [(suspect.path, (died(suspect.path),))]
        return found


def audit_sent(files: Sequence[Sent], task: Task, pipeline: str) -> list[tuple[str, tuple[Record, ...]]]:
    """Read what was sent; this runs on a worker, whose threads share one pipeline.

    Raises:
        SetupError: another version is installed here than where the audit was started.
    """
    if _key(task) != pipeline:
        way_out = "install the same jdrewrite and language model on each worker as here"
        raise SetupError("a worker of the cluster", "it has another version of jdrewrite or its model", way_out)
    with _one_at_a_time:
        return [(sent.path, audit_file(sent.path, task, sent)) for sent in files]
