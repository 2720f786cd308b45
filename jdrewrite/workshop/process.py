"""The other process: takes orders from standard input until it closes, and answers on standard output.

Orders to the offline engine and the judge are done one after the other; an engine that waits for an answer from
elsewhere has a thread for each order, so that it holds nobody up.
"""

from __future__ import annotations

import os
import sys
import threading
from queue import SimpleQueue
from typing import BinaryIO

import msgspec

from jdrewrite import own_process
from jdrewrite.workshop.engines import Engines
from jdrewrite.workshop.frames import put, take
from jdrewrite.workshop.orders import Answered, AnyOrder, Asked, Failed, Propose, Reword, Stopped

_POLITENESS = 3
"""The screen comes first where processors are few."""


class Bench:
    """Works off orders."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._writing = threading.Lock()
        self._cancels: dict[int, threading.Event] = {}
        self._queue: SimpleQueue[Asked] = SimpleQueue()
        self._encoder = msgspec.msgpack.Encoder()
        self._engines = Engines()
        threading.Thread(target=self._one_by_one, daemon=True).start()

    def take(self, message: Asked | Stopped) -> None:
        """Take an order, or forget one."""
        if isinstance(message, Stopped):
            if (cancel := self._cancels.get(message.number)) is not None:
                cancel.set()
            return
        self._cancels[message.number] = threading.Event()
        if _is_remote(message.order):
            threading.Thread(target=self._do, args=(message,), daemon=True).start()
        else:
            self._queue.put(message)

    def _one_by_one(self) -> None:
        while True:
            self._do(self._queue.get())

    def _do(self, asked: Asked) -> None:
        from jdrewrite.workshop.verbs import perform

        try:
            cancel = self._cancels[asked.number]
            if cancel.is_set():
                return
            for answer in perform(asked.order, self._engines, cancel):
                if cancel.is_set():
                    break
                self._answer(Answered(asked.number, answer))
        except Exception as error:  # noqa: BLE001 - a fault in one order must not end the session
            self._answer(
                Answered(asked.number, Failed(message=f"a fault of jdrewrite: {type(error).__name__}: {error}"))
            )
        finally:
            self._cancels.pop(asked.number, None)

    def _answer(self, answered: Answered) -> None:
        with self._writing:
            put(self._out, self._encoder.encode(answered))


def _is_remote(order: AnyOrder) -> bool:
    return isinstance(order, Propose | Reword) and order.engine != "offline"


def main() -> None:
    """Serve until the other side closes its end; then end at once, whatever is under way."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the messages
    if hasattr(os, "nice"):
        os.nice(_POLITENESS)
    own_process.settle()
    bench = Bench(out)
    decoder = msgspec.msgpack.Decoder(Asked | Stopped)
    while (data := take(sys.stdin.buffer)) is not None:
        bench.take(decoder.decode(data))
    os._exit(0)


if __name__ == "__main__":
    main()
