"""A storage for TinyDB that can be relied on, and the only file that imports it.

TinyDB's own storage overwrites the file in place: a crash can leave half a file, and two writers destroy it. This one

- writes under another name, syncs file and folder, and puts the file in place;
- keeps a second copy of the newest state and the states before it, and falls back on the newest that is whole;
- notices every changed bit, by a checksum inside the file, which stays plain TinyDB JSON;
- holds a lock between processes across each read, change and write, also for the next free id.

It works in any project that uses TinyDB::

    with SafeTinyDB("store.json") as db:
        db.insert({"a": 1})                  # one write, confirmed when the call returns
        with db.batch():                     # one write for all; none of it if the block raises
            for row in rows:
                db.insert(row)
        print(db.storage.notices)            # what was found damaged, and what was done
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from jdrewrite.library.files import read_file, replace_file
from jdrewrite.library.sealed import Tables, decoded, encoded, is_sealed
from jdrewrite.locking import Lock


class StorageDamaged(Exception):
    """Neither the file nor any of its copies is whole."""


class SafeStorage(Storage):
    """Keeps all tables in one JSON file; see the module for what it promises."""

    def __init__(
        self,
        path: str | os.PathLike[str],
        *,
        copies: int = 3,
        copies_folder: str | os.PathLike[str] | None = None,
        timeout: float = 30.0,
        read_only: bool = False,
    ) -> None:
        """Open or create the store.

        Args:
            path: the JSON file; its folder is made.
            copies: good copies to keep, 1 at least; the first is of the newest state.
            copies_folder: where they lie; beside the file unless told.
            timeout: seconds to wait for another process.
            read_only: nothing is written, nor is a lock taken.
        """
        super().__init__()
        self.path = Path(path)
        self.read_only = read_only
        self.notices: list[str] = []
        """What was found damaged, and what was done about it, in plain words."""
        folder = Path(copies_folder) if copies_folder else self.path.parent
        self.kept = max(1, copies)
        """How many good copies are kept."""
        self._copies = [folder / f"{self.path.name}.{number}" for number in range(1, self.kept + 1)]
        if not read_only:
            for place in (self.path.parent, folder):
                place.mkdir(parents=True, exist_ok=True)
        self.lock = Lock(self.path.with_name(f"{self.path.name}.lock"), timeout, read_only=read_only)
        """Held for each read, change and write; hold it for longer with ``with storage.lock:``."""
        self._held: Tables | None = None

    @contextlib.contextmanager
    def batch(self) -> Iterator[None]:
        """Hold the lock, and write once at the end; nothing is written if the block raises."""
        with self.lock:
            if self._held is not None:
                yield
                return
            self._held = self.read() or {}
            try:
                yield
                tables, self._held = self._held, None
                self.write(tables)
            finally:
                self._held = None

    def read(self) -> Tables | None:
        """Return all tables, None of a store that was never written.

        Raises:
            StorageDamaged: the file is damaged, and so are all copies.
        """
        if self._held is not None:
            return self._held
        with contextlib.suppress(OSError, ValueError):
            return self._decoded()
        with self.lock:
            try:
                return self._decoded()  # a writer may have been at work a moment ago
            except FileNotFoundError:
                return self._restored("it is missing")
            except (OSError, ValueError) as error:
                return self._restored(str(error))

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Write all tables; on return they are on the disk, twice.

        Raises:
            OSError: the disk is full or the folder may not be written to; the store is as it was.
        """
        if self.read_only:
            raise PermissionError(f"{self.path} was opened for reading only")
        if self._held is not None:
            self._held = data
            return
        whole = encoded(data)
        with self.lock:
            for older, newer in zip(reversed(self._copies[1:]), reversed(self._copies[:-1]), strict=True):
                if newer.exists():
                    newer.replace(older)
            replace_file(self._copies[0], whole, sync=self._copies[0].parent != self.path.parent)
            replace_file(self.path, whole)

    def forget_older(self) -> None:
        """Remove the copies of earlier states; that of the newest stays, and later writes keep copies again."""
        with self.lock:
            for path in self._copies[1:]:
                path.unlink(missing_ok=True)

    def set_aside(self) -> None:
        """Put a file that is beyond repair, and its damaged copies, out of the way, to begin with an empty store."""
        with self.lock:
            for path in (self.path, *self._copies):
                if os.path.lexists(path):
                    path.rename(_free(path.with_name(f"{path.name}.damaged")))

    def _decoded(self) -> Tables:
        """Return what the file holds.

        Raises:
            OSError: it cannot be read.
            ValueError: it is not whole.
        """
        data = read_file(self.path)
        if not is_sealed(data) and any(copy.exists() for copy in self._copies):
            raise ValueError("its beginning is not as it was written")
        return decoded(data)

    def _restored(self, problem: str) -> Tables | None:
        """Fall back on the newest copy that is whole, put the damaged file aside, and say so."""
        there = os.path.lexists(self.path)
        size = os.lstat(self.path).st_size if there else 0
        for copy in self._copies:
            try:
                data = read_file(copy)
                tables = decoded(data)
            except (OSError, ValueError):
                continue
            told = f"{self.path} was damaged ({problem}); the good copy {copy.name} took its place"
            if not self.read_only:
                if size:
                    aside = _free(self.path.with_name(f"{self.path.name}.damaged"))
                    self.path.rename(aside)
                    told += f", what was there lies in {aside.name}"
                replace_file(self.path, data)
            self.notices.append(told)
            return tables
        if size or any(copy.exists() for copy in self._copies):
            raise StorageDamaged(f"{self.path} is damaged ({problem}), and so are its copies")
        return None


class SafeTable(Table):
    """A table that holds the lock across each read, change and write, and never trusts what it knew before."""

    default_query_cache_capacity = 0
    _turn = -1

    @contextlib.contextmanager
    def _fresh(self) -> Iterator[None]:
        """Hold the lock, and forget the next free id: another process may have taken it."""
        with cast("SafeStorage", self._storage).lock as lock:
            if self._turn != lock.turn:
                self._turn = lock.turn
                self._next_id = None
            yield

    def insert(self, document: Mapping[str, Any]) -> int:
        """See ``Table.insert``."""
        with self._fresh():
            return super().insert(document)

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """See ``Table.insert_multiple``."""
        with self._fresh():
            return super().insert_multiple(documents)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """See ``Table.upsert``."""
        with self._fresh():
            return super().upsert(document, cond)

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        with self._fresh():
            super()._update_table(updater)


class SafeTinyDB(TinyDB):
    """TinyDB over a ``SafeStorage``; it takes the same arguments."""

    table_class = SafeTable
    default_storage_class = SafeStorage  # type: ignore[assignment]  # TinyDB annotates it too narrowly

    def batch(self) -> contextlib.AbstractContextManager[None]:
        """Write once for everything in the block, or not at all."""
        return self.safe_storage.batch()

    @property
    def safe_storage(self) -> SafeStorage:
        """The storage, as what it is."""
        return cast("SafeStorage", self.storage)


def row(values: Mapping[str, Any], row_id: int) -> Document:
    """Return a row with its id, as TinyDB wants it."""
    return Document(values, row_id)


def _free(path: Path) -> Path:
    """Return a name beside this one that is not taken."""
    number = 1
    while os.path.lexists(found := path.with_name(f"{path.name}-{number}")):
        number += 1
    return found
