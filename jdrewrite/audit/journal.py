"""The results of an audit on disk: one line a file, written as it comes, so that a killed run can be resumed.

The first line says what the results depend on, and each other line the key of its file: the same content, in the same
place, read in the same way. A line that was cut by a kill is dropped when the run is resumed, and so is that of a file
which has changed since or is none of this run; what is left is not read again. No file's results stand twice.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import IO, TypeVar

import msgspec

from jdrewrite.audit.closing import Closing
from jdrewrite.audit.legible import encoded, legible
from jdrewrite.audit.records import Audited, Failed, Record, Row, with_copies
from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.errors import BrokenInput, MissingInput, OutputError

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


class _Figures(msgspec.Struct, frozen=True, tag="jd"):
    """Of a record, the row alone; what else it holds is passed over, which is many times faster."""

    row: Row


class _Brief(msgspec.Struct, frozen=True):
    records: tuple[_Figures | Failed, ...]


class _Name(msgspec.Struct, frozen=True):
    file: str
    key: str = ""

    def is_of(self, keys: Mapping[str, str]) -> bool:
        """Tell whether the file is still what it was when it was read."""
        return bool(self.key) and keys.get(self.file) == self.key


_Any = TypeVar("_Any")


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
                    name = from_json(line, _Name)
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
        return self.lines == len(self.keys) and all(_Name(*each).is_of(keys) for each in self.keys.items())


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


class Results:
    """Reads the results of an audit: the figures of all at once, the rest one after the other from the disk."""

    def __init__(self, path: Path) -> None:
        """Read the head.

        Raises:
            MissingInput: no such file.
            BrokenInput: not the results of an audit.
        """
        self.path = path / "results.jsonl" if path.is_dir() else path
        if not self.path.is_file():
            raise MissingInput(str(path), "there are no results of an audit", "run 'jdrewrite audit' with -o first")
        try:
            with self.path.open("rb") as file:
                self.head = from_json(file.readline(), Head)
        except (OSError, Unreadable):
            way_out = "name a folder that 'jdrewrite audit' wrote"
            raise BrokenInput(str(self.path), "these are no results of an audit", way_out) from None

    def records(self) -> Iterator[Record]:
        """Yield every record by file: the order in which processes were done must not show in any report."""
        for number, line in self._lines():
            yield from self._read(Entry, line, number).records

    def _lines(self) -> Iterator[tuple[int, bytes]]:
        """Yield each line with its number."""
        with self.path.open("rb") as file:
            for number, place in self._places:
                file.seek(place)
                yield number, file.readline()

    def _read(self, kind: type[_Any], line: bytes, number: int) -> _Any:
        try:
            return from_json(line, kind)
        except Unreadable as error:
            way_out = "restore the file from a copy, or run the same audit with --resume, which reads anew what is lost"
            subject, reason = f"{self.path}:{number}", f"this line of the results is cut or damaged ({error})"
            raise BrokenInput(subject, reason, way_out) from None

    def check_whole(self) -> None:
        """Refuse results whose audit was cut off: what it did not come to would be taken for gone.

        Raises:
            BrokenInput: the last line is cut, or files are missing of those that the audit was to read.
        """
        with self.path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            cut = file.read(1) != b"\n"
        there = len(self._places)
        if cut or there < self.head.files:
            of = f" of {self.head.files:,}" if self.head.files else ""
            reason = f"this audit was cut off: the results of {there:,}{of} files are there"
            raise BrokenInput(str(self.path), reason, "run the same audit with --resume, which reads the others")

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """The number of each line and where it begins, by file."""
        found: list[tuple[str, int, int]] = []
        with self.path.open("rb") as file:
            place = len(file.readline())
            for number, line in enumerate(file, 2):
                if line.endswith(b"\n"):  # the last may have been cut by a kill
                    found.append((self._read(_Name, line, number).file, number, place))
                place += len(line)
        return [(number, place) for _, number, place in sorted(found)]

    def audited(self) -> Iterator[Audited]:
        """Yield what was read, one job description after the other."""
        return (record for record in self.records() if isinstance(record, Audited))

    def originals(self) -> Iterator[Audited]:
        """Yield what was read without the copies of what was yielded: no line is counted twice for one text."""
        copies = {row.path for row in self.rows() if row.copy_of}
        return (record for record in self.audited() if record.row.path not in copies)

    def rows(self) -> list[Row]:
        """Return the figures of all job descriptions, by path; copies name the first of their kind."""
        return self._brief[0]

    def failures(self) -> list[Failed]:
        """Return what could not be read, by path."""
        return self._brief[1]

    @cached_property
    def _brief(self) -> tuple[list[Row], list[Failed]]:
        rows: list[Row] = []
        failures: list[Failed] = []
        for number, line in self._lines():
            for record in self._read(_Brief, line, number).records:
                if isinstance(record, Failed):
                    failures.append(record)
                else:
                    rows.append(record.row)
        ordered = with_copies(sorted(rows, key=lambda row: row.path))
        return ordered, sorted(failures, key=lambda failed: failed.path)
