"""Keys in the order in which they were pressed, however fast they come.

A text expander, a paste or a script sends a whole line at once. Textual runs a binding that has priority while the keys
before it still wait for the field in which they belong, and gives keys behind one that opens a box to what was below
it. Here each key waits until the one before has done what it does.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TypeVar

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

Returned = TypeVar("Returned")
_ROUNDS = 3
"""What a key leads to: it is handled, its message opens or closes something, and that has the focus."""
_PATIENCE = 0.5
"""Seconds for which a widget that no longer answers is waited for."""


class InOrder(App[Returned]):
    """An application that takes its keys one after the other."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Event] = deque()
        self._giving: asyncio.Task[None] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Take a key, or keep it until the one before it is done."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._giving is not None and not self._giving.done():
            self._waiting.append(event)
        else:
            await super().on_event(event)
            self._giving = asyncio.create_task(self._give())

    async def ready(self) -> None:
        """Wait until what the last key began is there for the next one."""

    async def _give(self) -> None:
        await self._done()
        while self._waiting and self.is_running:
            await self._reached(self, self._waiting.popleft())
            await self._done()

    async def _done(self) -> None:
        for _ in range(_ROUNDS):
            below = self.focused or (self.screen if self.screen_stack else self)
            for pump in below.ancestors_with_self:
                await self._reached(pump)
        await self.ready()

    async def _reached(self, pump: MessagePump, event: events.Event | None = None) -> None:
        """Have a widget do all that it was told before, and then take a key where one is given."""
        there = asyncio.Event()

        async def take() -> None:
            if event is not None:
                await App.on_event(self, event)
            there.set()

        if pump.call_later(take):
            with suppress(TimeoutError):
                await asyncio.wait_for(there.wait(), _PATIENCE)
