"""The results of an audit on disk: one line a file, written as it comes, so that a killed run can be resumed.

The first line says what the results depend on, and each other line the key of its file: the same content, in the same
place, read in the same way. A line that was cut by a kill is dropped when the run is resumed, and so is that of a file
which has changed since or is none of this run; what is left is not read again. No file's results stand twice.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import IO

import msgspec

from jdrewrite.audit.closing import Closing
from jdrewrite.audit.legible import encoded, legible
from jdrewrite.audit.records import Record
from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.errors import OutputError

SYNC_EVERY = 64
"""Files after which what was written is synced to the disk."""


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """The first line."""

    audit: str
    """``worker.pipeline_key`` of the run."""
    begun: str
    """When, in ISO 8601."""
    places: tuple[str, ...]
    """What the user named."""
    files: int = 0
    """How many it reads; 0 where an earlier version did not say."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line: a file and what was found in it."""

    file: str
    key: str = ""
    """``cache.key_of`` the file as it was read; empty where it could not be opened, and is tried again."""
    records: tuple[Record, ...]


class Name(msgspec.Struct, frozen=True):
    """Of a line its file alone, as it was when it was read."""

    file: str
    key: str = ""
    """As in ``Entry``."""

    def is_of(self, keys: Mapping[str, str]) -> bool:
        """Tell whether the file is still what it was when it was read."""
        return bool(self.key) and keys.get(self.file) == self.key


class Journal(Closing):
    """Appends the results of a run."""

    def __init__(self, path: Path, head: Head, *, resume: bool) -> None:
        """Open the file; begin anew unless a run with the same settings is resumed.

        Raises:
            OutputError: the file cannot be written.
        """
        self.path = path
        self.done: set[str] = set()
        """Files whose results are there already, by their legible names."""
        self._head = msgspec.structs.replace(head, places=tuple(map(legible, head.places)))
        self._waiting = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._earlier = _earlier(path, head.audit) if resume and path.exists() else _Earlier()
            self.done.update(self._earlier.keys)
            self._file: IO[bytes] = path.open("r+b" if self.done else "wb")
            if self.done:
                self._file.truncate(self._earlier.length)
                self._file.seek(self._earlier.length)
            else:
                self._file.write(msgspec.json.encode(self._head) + b"\n")
        except OSError as error:
            raise OutputError(str(path), f"it cannot be written ({error.strerror})", "choose another place") from None

    def keep(self, keys: Mapping[str, str]) -> None:
        """Drop the results of files that have changed, or are none of this run: no report may show them.

        Args:
            keys: of each file of this run, as it is now; empty for one that cannot be opened.

        Raises:
            OutputError: the results cannot be written anew.
        """
        keys = {legible(file): key for file, key in keys.items()}
        if self._earlier.fits(keys, self._head):
            return
        new = self.path.with_name(f"{self.path.name}.new")  # a kill leaves one or the other, and both are whole
        done: set[str] = set()
        try:
            with self.path.open("rb") as old, new.open("wb") as file:
                old.readline()
                file.write(msgspec.json.encode(self._head) + b"\n")
                for line in old:
                    name = from_json(line, Name)
                    if name.is_of(keys) and name.file not in done:
                        done.add(name.file)
                        file.write(line)
                file.flush()
                os.fsync(file.fileno())
            self._file.close()
            new.replace(self.path)
            self._file = self.path.open("ab")
        except OSError as error:
            raise OutputError(str(new), f"it cannot be written ({error.strerror})", "make room") from None
        self.done = done

    def add(self, file: str, records: tuple[Record, ...] | bytes, key: str = "") -> None:
        """Append what was found in a file.

        Args:
            file: its name.
            records: what was found, or its JSON.
            key: ``cache.key_of`` the file; empty where it could not be opened.

        Raises:
            OutputError: the disk is full, or the file cannot be written any more.
        """
        try:
            file = legible(file)
            written = records if isinstance(records, bytes) else encoded(records)
            told = (msgspec.json.encode(file), msgspec.json.encode(key), written)
            self._file.write(b'{"file":%b,"key":%b,"records":%b}\n' % told)
            self._file.flush()  # what a process has handed over outlives its kill
            self._waiting += 1
            if self._waiting >= SYNC_EVERY:
                self._sync()
        except OSError as error:
            raise self._full(error) from None
        self.done.add(file)

    def close(self) -> None:
        """Write and sync what is waiting.

        Raises:
            OutputError: the disk is full.
        """
        if self._file.closed:
            return
        try:
            self._sync()
        except OSError as error:
            raise self._full(error) from None
        finally:
            with contextlib.suppress(OSError):  # told already: what waits is tried once more
                self._file.close()

    def _full(self, error: OSError) -> OutputError:
        reason = f"it cannot be written ({error.strerror}); what was found so far is kept"
        return OutputError(str(self.path), reason, "make room, and go on with --resume")

    def _sync(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._waiting = 0


class _Earlier(msgspec.Struct):
    """The whole lines of an earlier run with the same settings."""

    length: int = 0
    """In bytes."""
    head: Head | None = None
    keys: dict[str, str] = {}
    """By file."""
    lines: int = 0

    def fits(self, keys: Mapping[str, str], head: Head) -> bool:
        """Tell whether all of it belongs to a run over files with these keys."""
        if self.head is None or (self.head.places, self.head.files) != (head.places, head.files):
            return False
        return self.lines == len(self.keys) and all(Name(*each).is_of(keys) for each in self.keys.items())


def _earlier(path: Path, audit: str) -> _Earlier:
    """Return what there is of an earlier run; nothing where its settings were others."""
    found = _Earlier()
    with path.open("rb") as file:
        for number, line in enumerate(file):
            try:
                if not line.endswith(b"\n"):
                    break
                if number == 0:
                    head = from_json(line, Head)
                    if head.audit != audit:
                        break
                    found.head = head
                else:
                    name = from_json(line, Entry)  # all of it: what a report could not read is no result
                    found.keys[name.file] = name.key
                    found.lines += 1
            except Unreadable:
                break
            found.length += len(line)
    return found
