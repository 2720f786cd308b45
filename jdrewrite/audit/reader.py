"""Reads files in a child of a cluster's worker, so that no file ends or holds up the worker itself.

A file that kills workers takes with it what waits there, and after a few of them Dask starts no more.
"""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Timer
from typing import BinaryIO, cast

from jdrewrite.audit.closing import Closing
from jdrewrite.audit.records import Record
from jdrewrite.audit.worker import LIMIT, Sent, Task, died, prepare, read_file, slow
from jdrewrite.errors import JdrewriteError, SetupError

START = 300.0
"""Seconds for the child to load its pipeline."""
COMMAND = [sys.executable, "-m", "jdrewrite.audit.reader"]


class Reader(Closing):
    """A child that reads; a new one takes its place where it dies."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None

    def read(self, sent: Sent, task: Task) -> tuple[Record, ...]:
        """Return the records of a file; that it ended the child twice, or took too long, is a record too.

        Raises:
            SetupError: what is wrong with the installation would be wrong for every file.
        """
        for _ in range(2):
            child, late = self._started(), Event()
            try:
                return tuple(_records(child, sent, task, late))
            except (EOFError, OSError, pickle.UnpicklingError):
                self.close()
            if late.is_set():
                return (slow(sent.path, LIMIT),)
        return (died(sent.path),)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._child is None:
            self._child = subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            try:
                _answer(self._child, START, Event())
            except (EOFError, OSError, pickle.UnpicklingError):
                self.close()
                reason = "the process in which it reads files does not start"
                raise SetupError("a worker of the cluster", reason, "look into its log") from None
        return self._child

    def close(self) -> None:
        """End the child."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            with child:  # which closes its pipes and waits for it
                pass


def _records(child: subprocess.Popen[bytes], sent: Sent, task: Task, late: Event) -> Iterator[Record]:
    with _limited(child, LIMIT, late):
        pickle.dump((sent, task), cast("BinaryIO", child.stdin))
        cast("BinaryIO", child.stdin).flush()
    while (record := _answer(child, LIMIT, late)) is not None:
        yield record


def _answer(child: subprocess.Popen[bytes], limit: float, late: Event) -> Record | None:
    with _limited(child, limit, late):
        answer: Record | JdrewriteError | None
        answer = pickle.load(cast("BinaryIO", child.stdout))  # noqa: S301 - from the process that was started here
    if isinstance(answer, JdrewriteError):
        raise answer
    return answer


@contextmanager
def _limited(child: subprocess.Popen[bytes], limit: float, late: Event) -> Iterator[None]:
    """Kill the child if this takes too long: whoever waits for it meets the end of its answers."""

    def end() -> None:
        late.set()
        child.kill()

    timer = Timer(limit, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def main() -> None:
    """Read what comes on standard input until it closes, as it does when the worker ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library may print must not stand among the answers
    try:
        prepare()
        _say(out, None)
        while True:
            sent, task = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the worker that started this
            try:
                for record in read_file(sent.path, task, sent):
                    _say(out, record)
                _say(out, None)
            except JdrewriteError as error:
                _say(out, error)
    except JdrewriteError as error:
        _say(out, error)
    except EOFError:
        pass


def _say(out: BinaryIO, answer: Record | JdrewriteError | None) -> None:
    pickle.dump(answer, out)
    out.flush()


if __name__ == "__main__":
    main()
