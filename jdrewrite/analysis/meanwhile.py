"""Work in a thread of its own, while who asked for it goes on with something else."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import Generic, TypeVar

T = TypeVar("T")


class Meanwhile(Generic[T]):
    """Work that is under way, and in the end its result.

    It gains time where the work lets go of the language's lock. The thread ends with its work: none is there to be
    missing in a forked process, or to be waited for at the end of a program.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        """Begin the work; at once and to its end where no thread can be had."""
        self._work = work
        self._outcome: Future[T] = Future()
        try:
            Thread(target=self._do, name="jdrewrite-meanwhile").start()
        except RuntimeError:  # too many threads, or the program is about to end
            self._do()

    def _do(self) -> None:
        try:
            self._outcome.set_result(self._work())
        except BaseException as error:  # noqa: BLE001 - raised where the result is asked for
            self._outcome.set_exception(error)

    def result(self) -> T:
        """Return the result when it is there; raises what the work raised."""
        return self._outcome.result()
