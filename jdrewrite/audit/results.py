"""Reads the results of an audit from the disk, where ``journal`` wrote them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import msgspec

from jdrewrite.audit.journal import Entry, Head, Name
from jdrewrite.audit.records import Audited, Failed, Record, Row, with_copies
from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.errors import BrokenInput, MissingInput

_Any = TypeVar("_Any")


class _Figures(msgspec.Struct, frozen=True, tag="jd"):
    """Of a record, the row alone; what else it holds is passed over, which is many times faster."""

    row: Row


class _Brief(msgspec.Struct, frozen=True):
    records: tuple[_Figures | Failed, ...]


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
                    found.append((self._read(Name, line, number).file, number, place))
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
