"""The files of an open library held together: stores, journal, texts and sessions, under one lock."""

from __future__ import annotations

import contextlib
import hashlib
import secrets
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from jdrewrite.errors import LibraryBusy, LibraryDamaged, LibraryError, LibraryReadOnly
from jdrewrite.library.entries import Decision, Entry, Run, is_id
from jdrewrite.library.folding import folded
from jdrewrite.library.index import Index
from jdrewrite.library.journal import Gap, Journal
from jdrewrite.library.layout import Layout
from jdrewrite.library.sessions import Sessions
from jdrewrite.library.tinystore import StorageDamaged
from jdrewrite.library.twins import Twins
from jdrewrite.library.values import StoredDocument
from jdrewrite.locking import Busy, Lock

FOLD_AT = 1_000
"""Lines of the journal after which they are folded into the stores, at least."""
FOLD_SHARE = 10
"""They are folded when they are one part in so many of all lines: folding costs what the whole costs."""


class Shelf:
    """Everything that lies on the disk, and what is known of it in memory."""

    def __init__(self, layout: Layout, *, read_only: bool, timeout: float, told: Sequence[str] = ()) -> None:
        """Read the stores and the end of the journal.

        Args:
            layout: where everything lies.
            read_only: nothing is written, nor mended.
            timeout: seconds to wait for another process.
            told: what the user should know already.

        Raises:
            LibraryDamaged: a store is damaged, and so are its copies.
            LibraryBusy: another process holds the library.
        """
        self.layout = layout
        self.read_only = read_only
        self.notices: list[str] = list(told)
        self.changed: set[str] = set()
        """Documents that got entries since somebody last emptied this."""
        self.lock = Lock(layout.lock, timeout, read_only=read_only)
        self.journal = Journal(*layout.both("journal"), read_only=read_only, told=self.tell)
        self.texts = Twins(*layout.both("texts"), read_only=read_only, told=self.tell)
        self.sessions = Sessions(Twins(*layout.both("sessions"), read_only=read_only, told=self.tell))
        self._documents: dict[str, StoredDocument] = {}
        self._runs: list[Run] = []
        self._recent: defaultdict[str, list[Decision]] = defaultdict(list)
        self._stored: dict[str, Any] | None = None
        self._stored_to = 0
        self._folded_to = 0
        self._last_at = ""
        with self.telling(), self.lock:
            self.index = Index(layout, read_only=read_only, told=self.tell)
            self._load()

    def tell(self, notice: str) -> None:
        """Remember what the user should know, once."""
        if notice not in self.notices:
            self.notices.append(notice)

    # What it holds

    def documents(self) -> dict[str, StoredDocument]:
        """Return all documents by id, those included that other processes have added meanwhile."""
        self._refresh()
        return self._documents

    def runs(self) -> list[Run]:
        """Return all runs, oldest first."""
        self._refresh()
        return self._runs

    def decisions(self, document: str) -> tuple[Decision, ...]:
        """Return all decisions on a document, oldest first."""
        with self.telling(), self.lock:
            self._refresh()
            if self._stored is None:
                self._load_decisions()
            held = msgspec.convert((self._stored or {}).get(document, ()), tuple[Decision, ...])
            return held + tuple(d for d in self._recent.get(document, ()) if d.n > self._stored_to)

    def text(self, digest: str) -> bytes:
        """Return the bytes with this sha256.

        Raises:
            LibraryDamaged: they are damaged or missing, and so is their copy.
        """
        try:
            with self.telling():
                return self.texts.read(_place(digest), lambda data: hashlib.sha256(data).hexdigest() == digest)
        except FileNotFoundError:
            raise LibraryDamaged(
                str(self.texts.folder / _place(digest)), "it is missing, and so is its copy", "take it from a backup"
            ) from None

    # What comes in

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the library for reading and writing together.

        Raises:
            LibraryReadOnly: nothing can be changed.
            LibraryBusy: another process holds it.
            LibraryError: the disk is full, or something else is in the way.
        """
        self.refuse_read_only()
        with self.telling(), self.lock:
            self._refresh()
            yield

    def refuse_read_only(self) -> None:
        """Let nobody go on who wants to change something where nothing can be.

        Raises:
            LibraryReadOnly: nothing can be changed.
        """
        if self.read_only:
            reason = self.notices[0] if self.notices else "it was opened for reading only"
            raise LibraryReadOnly(str(self.layout.root), reason, "use another library with --library DIR")

    def append(self, entries: Sequence[Entry], *, made: str = "") -> None:
        """Write entries to the journal, and take them in. The caller is ``changing``.

        Args:
            entries: to write.
            made: what the clock says now, of entries made here and now; those of another library are older than some.
        """
        if not entries:
            return
        if made and made < self._last_at:
            self.tell(
                f"the clock of this machine is behind the last entry of the library ({self._last_at[:19]} UTC); "
                "the order is kept by number"
            )
        self._take_in(self.journal.append(entries))
        if self.journal.last - self._folded_to >= max(FOLD_AT, self.journal.last // FOLD_SHARE):
            self.fold()

    def keep_text(self, data: bytes) -> str:
        """Keep bytes under their sha256, once however often they come; return it."""
        digest = hashlib.sha256(data).hexdigest()
        if self.texts.there(_place(digest)):
            with contextlib.suppress(LibraryDamaged):
                self.text(digest)
                return digest
        self.texts.write(_place(digest), data)
        return digest

    def new_id(self) -> str:
        """Return an id that no document has."""
        while (found := secrets.token_hex(5)) in self._documents:
            pass
        return found

    def fold(self) -> None:
        """Bring the stores up to the journal's last line, and begin a new journal file."""
        with self.changing():
            last = self.journal.last
            if last == self._folded_to:
                return
            recent = [decision for decisions in self._recent.values() for decision in decisions]
            self.index.fold_decisions(sorted(recent, key=lambda d: d.n), last)
            self.index.fold(self._documents, self._runs, last)
            self._folded_to = last
            self._recent.clear()
            self._stored = None
            self.journal.turn()

    def close(self) -> None:
        """Fold if it is worth it, and let go of all files."""
        if not self.read_only and self.journal.last - self._folded_to >= FOLD_AT // 2:
            self.fold()
        self.journal.close()
        self.index.close()

    @contextlib.contextmanager
    def telling(self) -> Iterator[None]:
        """Tell what the disk, the lock and the stores say as errors with a way out."""
        name = str(self.layout.root)
        try:
            yield
        except Busy:
            raise LibraryBusy(name, "another process holds it", "wait until it is done, and try again") from None
        except StorageDamaged as error:
            raise LibraryDamaged(name, str(error), "run 'jdrewrite library verify', or take it from a backup") from None
        except OSError as error:
            reason = f"it cannot be used ({error.strerror or error}); what was kept before is safe"
            raise LibraryError(name, reason, "free the disk or mend the folder, and try again") from error

    def _load(self) -> None:
        folded_to, self._documents, self._runs = self.index.load(anew=self.journal.whole)
        self._folded_to = folded_to
        self._recent.clear()
        self._stored = None
        self.changed.update(self._documents)
        self._take_in(self.journal.start(folded_to))

    def _load_decisions(self) -> None:
        self._stored_to, self._stored = self.index.decisions(anew=self.journal.whole)
        if self._stored_to < self._folded_to:  # an older copy: the lines after it are in the journal still
            self._recent.clear()
            again = Journal(*self.layout.both("journal"), read_only=True, told=self.tell)
            for entry in again.start(self._stored_to):
                if isinstance(entry, Decision):
                    self._recent[entry.document].append(entry)

    def _refresh(self) -> None:
        if self.lock.depth > 1:
            return
        with self.telling(), self.lock:
            try:
                self._take_in(self.journal.catch_up())
            except Gap:
                self._load()

    def _take_in(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            if not isinstance(entry, Run) and not is_id(entry.document):
                self.tell(f"an entry about '{entry.document[:40]}' is passed over: that is no id of a document")
                continue
            self._last_at = max(self._last_at, entry.at)
            if isinstance(entry, Run):
                self._runs.append(entry)
            if isinstance(entry, Decision):
                self._recent[entry.document].append(entry)
            after = folded(self._documents.get(entry.document), entry)
            if after is not None:
                self._documents[after.id] = after
                self.changed.add(after.id)


def _place(digest: str) -> str:
    return f"{digest[:2]}/{digest}"
