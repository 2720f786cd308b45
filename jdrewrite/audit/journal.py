"""The results of an audit on disk: one line a file, written as it comes, so that a killed run can be resumed.

The first line says what the results depend on. A line that was cut by a kill is dropped when the run is resumed; its
file is read again. No file's results stand twice.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import IO

import msgspec

from jdrewrite.audit.closing import Closing
from jdrewrite.audit.records import Audited, Failed, Record, Row, with_copies
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


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line: a file and what was found in it."""

    file: str
    records: tuple[Record, ...]


class _Figures(msgspec.Struct, frozen=True, tag="jd"):
    """Of a record, the row alone; what else it holds is passed over, which is many times faster."""

    row: Row


class _Brief(msgspec.Struct, frozen=True):
    records: tuple[_Figures | Failed, ...]


class _Name(msgspec.Struct, frozen=True):
    file: str


_heads = msgspec.json.Decoder(Head)
_entries = msgspec.json.Decoder(Entry)
_briefs = msgspec.json.Decoder(_Brief)
_names = msgspec.json.Decoder(_Name)


class Journal(Closing):
    """Appends the results of a run."""

    def __init__(self, path: Path, head: Head, *, resume: bool) -> None:
        """Open the file; begin anew unless a run with the same settings is resumed.

        Raises:
            OutputError: the file cannot be written.
        """
        self.path = path
        self.done: set[str] = set()
        """Files whose results are there already."""
        self._waiting = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            kept = _kept(path, head.audit, self.done) if resume and path.exists() else 0
            self._file: IO[bytes] = path.open("r+b" if kept else "wb")
            if kept:
                self._file.truncate(kept)
                self._file.seek(kept)
            else:
                self._file.write(msgspec.json.encode(head) + b"\n")
        except OSError as error:
            raise OutputError(str(path), f"it cannot be written ({error.strerror})", "choose another place") from None

    def add(self, file: str, records: tuple[Record, ...] | bytes) -> None:
        """Append what was found in a file: the records, or their JSON.

        Raises:
            OutputError: the disk is full, or the file cannot be written any more.
        """
        try:
            written = records if isinstance(records, bytes) else msgspec.json.encode(records)
            self._file.write(b'{"file":%b,"records":%b}\n' % (msgspec.json.encode(file), written))
            self._file.flush()  # what a process has handed over outlives its kill
            self._waiting += 1
            if self._waiting >= SYNC_EVERY:
                self._sync()
        except OSError as error:
            reason = f"it cannot be written ({error.strerror}); what was found so far is kept"
            raise OutputError(str(self.path), reason, "make room, and go on with --resume") from None
        self.done.add(file)

    def close(self) -> None:
        """Write and sync what is waiting."""
        if not self._file.closed:
            self._sync()
            self._file.close()

    def _sync(self) -> None:
        self._file.flush()
        os.fsync(self._file.fileno())
        self._waiting = 0


def _kept(path: Path, audit: str, done: set[str]) -> int:
    """Return the length of the whole lines of an interrupted run with the same settings, and note its files."""
    length = 0
    with path.open("rb") as file:
        for number, line in enumerate(file):
            try:
                if not line.endswith(b"\n"):
                    break
                if number == 0:
                    if _heads.decode(line).audit != audit:
                        return 0
                else:
                    done.add(_names.decode(line).file)
            except msgspec.MsgspecError:
                break
            length += len(line)
    return length


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
                self.head = _heads.decode(file.readline())
        except (OSError, msgspec.MsgspecError):
            way_out = "name a folder that 'jdrewrite audit' wrote"
            raise BrokenInput(str(self.path), "these are no results of an audit", way_out) from None

    def records(self) -> Iterator[Record]:
        """Yield every record by file: the order in which processes were done must not show in any report."""
        for line in self._lines():
            yield from _entries.decode(line).records

    def _lines(self) -> Iterator[bytes]:
        with self.path.open("rb") as file:
            for place in self._places:
                file.seek(place)
                yield file.readline()

    @cached_property
    def _places(self) -> list[int]:
        """Where each line begins, by file."""
        found: list[tuple[str, int]] = []
        with self.path.open("rb") as file:
            place = len(file.readline())
            for line in file:
                if line.endswith(b"\n"):  # the last may have been cut by a kill
                    found.append((_names.decode(line).file, place))
                place += len(line)
        return [place for _, place in sorted(found)]

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
        for line in self._lines():
            for record in _briefs.decode(line).records:
                if isinstance(record, Failed):
                    failures.append(record)
                else:
                    rows.append(record.row)
        ordered = with_copies(sorted(rows, key=lambda row: row.path))
        return ordered, sorted(failures, key=lambda failed: failed.path)
