"""What a Dask cluster has to do for an audit, and how it is done on its workers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from queue import Empty, SimpleQueue
from threading import Lock
from time import monotonic
from typing import Any

from jdrewrite.audit.reader import Reader
from jdrewrite.audit.run import AHEAD, Found
from jdrewrite.audit.worker import Sent, Task, died, pipeline_key
from jdrewrite.errors import SetupError

WITHOUT_WORKERS = 120.0
"""Seconds after which a cluster that has lost all its workers is given up."""
LOOK = 5.0
"""Seconds after which it is looked at whether there are workers, where nothing comes."""
_one_at_a_time = Lock()
_reader = Reader()
_key = lru_cache(maxsize=8)(pipeline_key)


class Portions:
    """What is under way on a cluster."""

    def __init__(self, client: Any, task: Task) -> None:
        import distributed

        library: Any = distributed  # half of it has no types
        self.waiting: dict[Any, list[Sent]] = {}
        self.suspects: list[Sent] = []
        """Files whose worker was lost again and again: they, or others that waited there."""
        self._client, self._task, self._lost = client, task, library.KilledWorker
        self._done: SimpleQueue[Any] = SimpleQueue()
        self._empty_since: float | None = None

    def room(self) -> bool:
        """Tell whether the workers of this moment, which may come and go, should have more in line."""
        return len(self.waiting) < AHEAD * max(1, len(self._client.nthreads()))

    def put(self, group: list[Sent]) -> None:
        """Send files to the cluster."""
        if group:
            future = self._client.submit(audit_sent, group, self._task, _key(self._task), pure=False, retries=3)
            self.waiting[future] = group
            future.add_done_callback(self._done.put)

    def get(self) -> list[Found]:
        """Wait for a portion; empty where its files became suspects, or its result was lost with its worker.

        Raises:
            SetupError: all workers are gone.
        """
        future = self._next()
        try:
            found: list[Found] = future.result(timeout=WITHOUT_WORKERS)
        except TimeoutError:
            self._look()
            self._done.put(future)  # it is made again elsewhere
            return []
        except self._lost:
            self.suspects += self.waiting.pop(future)
            return []
        del self.waiting[future]
        return found

    def alone(self) -> list[Found]:
        """Read a suspect while nothing else is under way."""
        suspect = self.suspects.pop()
        self.put([suspect])
        found: list[Found] = []
        while self.waiting:
            found = self.get()
        if not found:
            self.suspects.pop()
            return [(suspect.path, (died(suspect.path),))]
        return found

    def _next(self) -> Any:
        while True:
            try:
                return self._done.get(timeout=LOOK)
            except Empty:
                self._look()

    def _look(self) -> None:
        """Give up where there has been no worker for long: nothing would ever come."""
        if self._client.nthreads():
            self._empty_since = None
            return
        self._empty_since = self._empty_since or monotonic()
        if monotonic() - self._empty_since >= WITHOUT_WORKERS:
            reason = f"it has had no worker for {WITHOUT_WORKERS:g} seconds; what was found so far is kept"
            raise SetupError("the cluster", reason, "start 'dask worker' anew, and go on with --resume")


def audit_sent(files: Sequence[Sent], task: Task, pipeline: str) -> list[Found]:
    """Read what was sent; this runs on a worker, whose threads share one reader.

    Raises:
        SetupError: another version is installed here than where the audit was started.
    """
    if _key(task) != pipeline:
        way_out = "install the same jdrewrite and language model on each worker as here"
        raise SetupError("a worker of the cluster", "it has another version of jdrewrite or its model", way_out)
    with _one_at_a_time:
        return [(sent.path, _reader.read(sent, task)) for sent in files]
