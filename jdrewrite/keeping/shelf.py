"""Where sessions are kept while one works, and what the documents pane knows of documents."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Literal, Protocol

import msgspec

from jdrewrite.editing import Session
from jdrewrite.editing.carry import Kept
from jdrewrite.errors import JdrewriteError
from jdrewrite.model import Document

State = Literal["new", "work", "done"]
SIGNS: dict[State, str] = {"new": "○", "work": "◐", "done": "●"}


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A document that is known."""

    path: str
    title: str
    state: State = "new"
    score: float | None = None
    """0 to 100; None until it was read."""


class Shelf(Protocol):
    """Keeps what was decided. Its methods touch the disk and belong into a thread."""

    def earlier(self, document: Document) -> Kept | None:
        """Return what an earlier session left, None where there was none."""
        ...

    def keep(self, document: Document, session: Session) -> None:
        """Keep the present state; on return it is on the disk.

        Raises:
            JdrewriteError: it cannot be kept.
        """
        ...

    def turn(self, document: Document) -> bool:
        """Mark a document as done, or as in work again where it is done; return whether it is done now.

        Raises:
            JdrewriteError: it cannot be kept.
        """
        ...

    def entries(self) -> tuple[Entry, ...]:
        """Return the documents that are known, the last changed first."""
        ...


class NoShelf:
    """Keeps nothing."""

    def earlier(self, document: Document) -> Kept | None:  # noqa: ARG002 - there is nothing
        """Return nothing."""
        return None

    def keep(self, document: Document, session: Session) -> None:
        """Keep nothing."""

    def turn(self, document: Document) -> bool:  # noqa: ARG002 - nothing is kept
        """Keep nothing."""
        return False

    def entries(self) -> tuple[Entry, ...]:
        """Return nothing."""
        return ()


class Keeper:
    """Keeps in a thread of its own, the newest state of each document; nothing waits for the disk."""

    def __init__(self, shelf: Shelf, tell: Callable[[str], None]) -> None:
        """Make a keeper.

        Args:
            shelf: where to keep.
            tell: called from the thread after each time; an empty text where it was kept, else why it was not.
        """
        self._shelf, self._tell = shelf, tell
        self._waiting: dict[tuple[str, bytes], tuple[Document, Session]] = {}
        self._change = threading.Condition()
        self._busy = self._ended = False
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def keep(self, document: Document, session: Session) -> None:
        """Have a state kept as soon as may be."""
        with self._change:
            self._waiting[document.path, document.source] = (document, session)
            self._change.notify_all()

    def flush(self, seconds: float = 10) -> None:
        """Wait until all is kept that was to be kept, for a while."""
        with self._change:
            self._change.wait_for(lambda: not self._waiting and not self._busy, seconds)

    def close(self, seconds: float = 10) -> None:
        """Keep what waits, and end."""
        with self._change:
            self._ended = True
            self._change.notify_all()
        self._thread.join(seconds)

    def _work(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._waiting or self._ended)
                if not self._waiting:
                    return
                _, state = self._waiting.popitem()
                self._busy = True
            trouble = ""
            try:
                self._shelf.keep(*state)
            except JdrewriteError as error:
                trouble = str(error)
            except Exception as error:  # noqa: BLE001 - the next state must be kept all the same
                trouble = f"a fault of jdrewrite: {type(error).__name__}: {error}"
            with suppress(Exception):  # a screen that is just closing
                self._tell(trouble)
            with self._change:
                self._busy = False
                self._change.notify_all()
