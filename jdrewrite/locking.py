"""A lock between threads and processes that may be taken again by who holds it; a killed process lets go of it."""

from __future__ import annotations

import threading
from pathlib import Path
from types import TracebackType
from typing import Self

import filelock


class Busy(Exception):
    """Another process holds the lock for longer than was to be waited."""


class Lock:
    """One file that one process at a time holds."""

    def __init__(self, path: Path, timeout: float, *, read_only: bool = False) -> None:
        """Name the file.

        Args:
            path: of the lock file, which stays.
            timeout: seconds to wait for another process.
            read_only: only threads are kept apart, and no file is made.
        """
        self._path = path
        self._threads = threading.RLock()
        self._processes: filelock.BaseFileLock | None = None
        if not read_only:
            # A soft lock, its fallback, would outlive a killed process.
            self._processes = filelock.FileLock(
                path,
                timeout,
                mode=path.parent.stat().st_mode & 0o666 | 0o600,
                thread_local=False,
                fallback_to_soft=False,
                preserve_lock_file=True,
            )
        self.depth = 0
        """How many times it is held by this process now."""
        self.turn = 0
        """Grows whenever it is taken anew: what was known before may no longer hold."""

    def __enter__(self) -> Self:
        """Take it.

        Raises:
            Busy: another process holds it.
            OSError: the folder may not be written to, or a symbolic link stands in its place.
        """
        self._threads.acquire()
        try:
            if self.depth == 0:
                if self._processes is not None:
                    self._processes.acquire(poll_interval=0.005)
                self.turn += 1
            self.depth += 1
        except BaseException as error:
            self._threads.release()
            if isinstance(error, filelock.Timeout):
                raise Busy(f"{self._path} is held by another process") from None
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.depth -= 1
        try:
            if self.depth == 0 and self._processes is not None:
                self._processes.release()
        finally:
            self._threads.release()
