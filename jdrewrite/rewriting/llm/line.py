"""Requests in the background: an event loop in a thread, so that listening can stop at any moment."""

from __future__ import annotations

import asyncio
import contextlib
import queue
import random
import threading
from collections.abc import Iterator
from contextlib import aclosing

from jdrewrite.config import EngineProfile
from jdrewrite.rewriting.llm.keys import without_key
from jdrewrite.rewriting.llm.pieces import Ended, Piece, Request, Shape, Trouble, Waiting

_SHAPES: tuple[Shape, ...] = ("schema", "json", "text")
_LOOK = 0.1
"""Seconds between two looks at whether somebody cancelled."""
_PATIENCE = 1.0
"""Seconds to wait for connections to be closed."""
_FIRST, _MOST = 0.5, 20.0
"""Seconds to wait before the first retry, and at most."""


class Call:
    """One request under way."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._box: queue.SimpleQueue[Piece | Trouble | None] = queue.SimpleQueue()
        self._task: asyncio.Future[None] | None = None
        self._stopped = False

    def runs(self, task: asyncio.Future[None]) -> None:
        """Take the task that does the work; called in the loop's thread."""
        self._task = task
        if self._stopped:
            task.cancel()

    def put(self, piece: Piece | Trouble | None) -> None:
        """Hand over a piece; None is the end."""
        self._box.put(piece)

    def pieces(self, cancel: threading.Event | None = None) -> Iterator[Piece]:
        """Yield the pieces as they come; ends early, and closes the connection, once ``cancel`` is set.

        Raises:
            Trouble: the request failed for good.
        """
        try:
            while cancel is None or not cancel.is_set():
                try:
                    piece = self._box.get(timeout=_LOOK)
                except queue.Empty:
                    continue
                if piece is None:
                    return
                if isinstance(piece, Trouble):
                    raise piece
                yield piece
        finally:
            self.stop()

    def stop(self) -> None:
        """Close the connection, if the request is still under way."""
        self._stopped = True
        task = self._task
        if task is not None and not task.done():
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(task.cancel)


class Line:
    """All requests to one endpoint: so many at a time, with retries, and in the shape that the server knows."""

    def __init__(self, name: str, profile: EngineProfile, key: str) -> None:
        from jdrewrite.rewriting.llm.client import Client

        self._profile, self._key = profile, key
        self._client = Client(name, profile, key)
        self._shapes = list(_SHAPES) if profile.structured == "auto" else [profile.structured]
        self._loop = asyncio.new_event_loop()
        self._room = asyncio.Semaphore(profile.concurrency)
        self._not_before = 0.0
        self._thread = threading.Thread(target=self._serve, name=f"jdrewrite-{name}", daemon=True)
        self._thread.start()

    @property
    def shape(self) -> Shape:
        """How the shape of an answer is asked for at present."""
        return self._shapes[0]

    def start(self, request: Request) -> Call:
        """Send a request in the background."""
        call = Call(self._loop)

        def begin() -> None:
            call.runs(self._loop.create_task(self._run(request, call)))

        self._loop.call_soon_threadsafe(begin)
        return call

    def models(self) -> tuple[str, ...]:
        """Return the models that the server names.

        Raises:
            Trouble: it names none.
        """
        return asyncio.run_coroutine_threadsafe(self._client.models(), self._loop).result()

    def close(self) -> None:
        """Close all connections and end the thread; does not wait for what hangs."""
        with contextlib.suppress(RuntimeError):  # it is closed already
            self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_PATIENCE)

    def _serve(self) -> None:
        """Run the loop until it is stopped, then end what is under way, so that whoever waits for it hears of it."""
        self._loop.run_forever()
        self._loop.run_until_complete(self._end())
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _end(self) -> None:
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._client.close()

    async def _run(self, request: Request, call: Call) -> None:
        try:
            async with self._room:
                await self._tries(request, call)
        except Trouble as trouble:
            call.put(trouble)
        except Exception as error:  # noqa: BLE001 - whoever waits at the other end must hear of it
            said = without_key(str(error), self._key)
            call.put(Trouble("unusable", f"a fault in the connection ({type(error).__name__}: {said})", "report it"))
        finally:
            call.put(None)

    async def _tries(self, request: Request, call: Call) -> None:
        failed = 0
        while True:
            await self._pause(call)
            came = False
            shape, without = self.shape, self._client.without
            try:
                async with aclosing(self._client.pieces(request, shape)) as pieces:
                    async for piece in pieces:
                        came = True
                        call.put(piece)
            except Trouble as trouble:
                if trouble.kind == "option" and not came and self._simpler(trouble.reason, shape, without):
                    continue
                failed += 1
                wait = trouble.after if trouble.after is not None else _backoff(failed)
                if trouble.kind == "again" and wait > self._profile.timeout:
                    reason = f"{trouble.reason}, and the server asks to wait {wait:.0f} seconds"
                    raise Trouble("again", reason, "run it again then; what is done is kept") from None
                # Behind a cut answer it is the engine that asks for the rest.
                if trouble.kind != "again" or came or failed > self._profile.retries:
                    raise
                self._not_before = max(self._not_before, self._loop.time() + wait)
                call.put(Waiting(wait, f"{trouble.reason}; trying again in {wait:.0f} s"))
            else:
                rest = self._client.rest
                # Until a day's allowance is whole again may be a day; a part of it is there long before. The next
                # request tells: a server that does not take it says for how long.
                if rest <= self._profile.timeout:
                    self._not_before = max(self._not_before, self._loop.time() + rest)
                return

    async def _pause(self, call: Call) -> None:
        """Wait as long as the server asked any of the requests to wait."""
        wait = self._not_before - self._loop.time()
        if wait > 0:
            call.put(Waiting(wait, f"waiting {wait:.0f} s, as the server asked"))
            await asyncio.sleep(wait)

    def _simpler(self, said: str, shape: Shape, without: frozenset[str]) -> bool:
        """Leave out what the server does not know; False where nothing is left to leave out.

        What counts is how the request was sent: where another one was refused meanwhile, the line is simpler already.
        """
        for option in ("stream_options", "max_completion_tokens", "temperature"):
            if option in said and option not in without:
                self._client.drop(option)
                return True
        if shape != self.shape:
            return True
        if self._profile.structured == "auto" and len(self._shapes) > 1:
            self._shapes.pop(0)
            return True
        return False


def _backoff(failed: int) -> float:
    return min(_MOST, _FIRST * 2.0 ** (failed - 1)) * (0.75 + random.random() / 2)  # noqa: S311 - no secret


def text_of(pieces: Iterator[Piece]) -> tuple[str, Ended]:
    """Return a whole answer, and how it ended.

    Raises:
        Trouble: the request failed.
    """
    text, end = "", Ended(finish="cancelled")
    for piece in pieces:
        if isinstance(piece, str):
            text += piece
        elif isinstance(piece, Ended):
            end = piece
    return text, end
