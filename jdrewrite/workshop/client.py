"""The front's side: gives orders and yields answers, from this process or from another one."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import BinaryIO, Protocol, cast

import msgspec

from jdrewrite.workshop.engines import Engines
from jdrewrite.workshop.frames import put, take
from jdrewrite.workshop.orders import Answer, Answered, AnyOrder, Asked, Done, Failed, Stopped

_PATIENCE = 0.1
"""Seconds after which a waiting thread looks whether somebody stopped it."""
_GONE = Failed(message="the process that reads the text has ended; try again, it starts anew")


class Workshop(Protocol):
    """Where orders are done."""

    def run(self, order: AnyOrder, stopped: Callable[[], bool]) -> Iterator[Answer]:
        """Yield the answers as they come, the last one excepted that only says ``Done``."""
        ...

    def close(self) -> None:
        """End what is still running."""
        ...


class Here:
    """Does the orders in the thread that gives them: for lines of text, and for tests."""

    def __init__(self) -> None:
        self._engines = Engines()

    def run(self, order: AnyOrder, stopped: Callable[[], bool]) -> Iterator[Answer]:
        """Yield the answers."""
        from jdrewrite.workshop.verbs import perform

        for answer in perform(order, self._engines):
            if stopped() or isinstance(answer, Done):
                return
            yield answer

    def close(self) -> None:
        """Close the connections of its engines."""
        self._engines.close()


class Apart:
    """Has the orders done in a process of its own, which starts with the first and ends with this one."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._waiting: dict[int, SimpleQueue[Answer]] = {}
        self._given_to: dict[int, subprocess.Popen[bytes]] = {}
        """The process that has each order: one that ended must not speak for the one that took its place."""
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._encoder = msgspec.msgpack.Encoder()

    def run(self, order: AnyOrder, stopped: Callable[[], bool]) -> Iterator[Answer]:
        """Yield the answers; when somebody stops it, the process is told to forget the order."""
        number = next(self._numbers)
        queue: SimpleQueue[Answer] = SimpleQueue()
        self._waiting[number] = queue
        try:
            if not self._send(Asked(number, order)):
                yield _GONE
                return
            while True:
                try:
                    answer = queue.get(timeout=_PATIENCE)
                except Empty:
                    if stopped():
                        self._send(Stopped(number))
                        return
                    continue
                if isinstance(answer, Done) or stopped():
                    return
                yield answer
                if isinstance(answer, Failed):
                    return
        finally:
            self._waiting.pop(number, None)
            self._given_to.pop(number, None)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()

    def _send(self, message: Asked | Stopped) -> bool:
        with self._lock:
            process = self._running()
            if isinstance(message, Asked):
                self._given_to[message.number] = process
            try:
                put(cast("BinaryIO", process.stdin), self._encoder.encode(message))
            except OSError:
                return False
        return True

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        # -P: the folder the user stands in must not bring its own modules.
        home = str(Path(__file__).resolve().parents[2])
        path = os.pathsep.join(filter(None, (home, os.environ.get("PYTHONPATH"))))
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "jdrewrite.workshop.process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            start_new_session=True,
        )
        threading.Thread(target=self._listen, args=(self._process,), daemon=True).start()
        return self._process

    def _listen(self, process: subprocess.Popen[bytes]) -> None:
        decoder = msgspec.msgpack.Decoder(Answered)
        while (data := take(cast("BinaryIO", process.stdout))) is not None:
            answered = decoder.decode(data)
            if (queue := self._waiting.get(answered.number)) is not None:
                queue.put(answered.answer)
        for number, queue in list(self._waiting.items()):
            if self._given_to.get(number) is process:
                queue.put(_GONE)
