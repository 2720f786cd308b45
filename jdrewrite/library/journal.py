"""The journal: one synced line for each thing that happened, written twice, in files named by their first line.

Whoever calls holds the library's lock to append; reading needs none, since lines are only ever added.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from jdrewrite.library import lines
from jdrewrite.library.entries import Entry
from jdrewrite.library.files import open_to_append, read_file, read_if_there, replace_file, sync_folder, write_all


class Gap(Exception):
    """Lines that should come next are in no file any more: another process has compacted the library."""


class Journal:
    """A folder of journal files and its second copy."""

    def __init__(self, folder: Path, copies: Path, *, read_only: bool, told: Callable[[str], None]) -> None:
        """Name the two folders.

        Args:
            folder: where the files lie.
            copies: where their second copies lie.
            read_only: nothing is mended, nothing can be appended.
            told: takes one sentence for each thing that was found damaged.
        """
        self._folders = (folder, copies)
        self._read_only = read_only
        self._told = told
        self.last = 0
        """Number of the last line that was read or written."""
        self._first = 1
        """Number by which the file is named that is being written."""
        self._size = 0
        """Bytes of that file that were read."""
        self._handles: list[int] = []

    def start(self, after: int) -> list[Entry]:
        """Go behind a line, and return all that come later.

        Args:
            after: number of a line, 0 for the beginning.
        """
        self.close()
        names = self.names()
        begun = [n for n in names if n <= after + 1]
        self.last = after
        self._first = begun[-1] if begun else (names[0] if names else after + 1)
        self._size = 0
        if not begun and names:
            self._told(f"the journal begins with line {names[0]}, and line {after + 1} was expected: some are lost")
            self.last = names[0] - 1
        return self.catch_up()

    def catch_up(self) -> list[Entry]:
        """Return the lines that others have appended since.

        Raises:
            Gap: another process compacted the library meanwhile.
        """
        found: list[Entry] = []
        while True:
            found += self._rest()
            following = self.last + 1
            if following == self._first or not any(self._path(f, following).exists() for f in self._folders):
                return found
            self.close()
            self._first, self._size = following, 0

    def append(self, entries: Sequence[Entry]) -> list[Entry]:
        """Write entries; on return they are on the disk, twice. The caller holds the lock and has caught up.

        Raises:
            OSError: the disk is full or the folder may not be written to; nothing was added.
        """
        data = b"".join(lines.line(number, entry) for number, entry in enumerate(entries, self.last + 1))
        if not self._handles:
            self._handles = [open_to_append(self._path(folder, self._first)) for folder in self._folders]
        try:
            for handle in self._handles:
                write_all(handle, data)
            for handle in self._handles:
                os.fsync(handle)
        except OSError:
            for handle in self._handles:
                with contextlib.suppress(OSError):
                    os.ftruncate(handle, self._size)
            self.close()
            raise
        self._size += len(data)
        begun, self.last = self.last + 1, self.last + len(entries)
        return [msgspec.structs.replace(entry, n=number) for number, entry in enumerate(entries, begun)]

    def turn(self) -> None:
        """Begin a new file with the next line; the caller holds the lock."""
        if self._size == 0:
            return
        self.close()
        self._first, self._size = self.last + 1, 0
        for folder in self._folders:
            os.close(open_to_append(self._path(folder, self._first)))

    def names(self) -> list[int]:
        """Return the first line number of each file, in order."""
        found = {int(path.stem) for folder in self._folders for path in folder.glob("*.jsonl") if path.stem.isdecimal()}
        return sorted(found)

    @property
    def whole(self) -> bool:
        """Whether every line from the first on is kept, so that all else can be made anew from it."""
        return 1 in self.names()

    def drop(self, numbers: Iterable[int]) -> None:
        """Remove files that are folded; the one that is being written stays."""
        for number in numbers:
            for folder in self._folders:
                if number != self._first:
                    with contextlib.suppress(FileNotFoundError):
                        self._path(folder, number).unlink()
        for folder in self._folders:
            sync_folder(folder)

    def mended(self, number: int) -> lines.Reading:
        """Read a file and its copy; make both whole where one is not, and say so."""
        paths = [self._path(folder, number) for folder in self._folders]
        held = [read_if_there(path) for path in paths]
        reading = lines.read(held[0] or b"", held[1] or b"")
        data = reading.data
        if held[0] == held[1] == data:
            return reading
        if reading.damaged or not self._read_only:  # without the lock, a writer may be at work
            self._say(paths[0], reading, cut=sum(h is None or len(h) < len(data) for h in held))
        if not self._read_only:
            self.close()
            for path, before in zip(paths, held, strict=True):
                if before != data:
                    replace_file(path, data)
        return reading

    def close(self) -> None:
        """Let go of the files."""
        for handle in self._handles:
            with contextlib.suppress(OSError):
                os.close(handle)
        self._handles = []

    def _rest(self) -> list[Entry]:
        """Return what is new in the file that is being written."""
        paths = [self._path(folder, self._first) for folder in self._folders]
        if self._handles and not self._same(paths):
            self.close()
        sizes = [_size(path) for path in paths]
        if sizes == [None, None]:
            if self.names():
                raise Gap
            return []
        if sizes == [self._size, self._size]:
            return []
        reading = self._added(paths)
        if reading is None:
            reading = self.mended(self._first)
            self._size = len(reading.data)
        new = [number for number in reading.lines if number > self.last]
        if new and new[0] != self.last + 1:
            self._told(f"lines {self.last + 1} to {new[0] - 1} of the journal are lost: no copy of them is whole")
        self.last = new[-1] if new else self.last
        return [lines.entry_of(reading.lines[number]) for number in new]

    def _added(self, paths: Sequence[Path]) -> lines.Reading | None:
        """Return the new lines alone, None where the whole file has to be looked at."""
        if self._size == 0:
            return None
        try:
            one, two = (read_file(path, self._size) for path in paths)
        except OSError:
            return None
        reading = lines.read(one, two)
        if one != two or one != reading.data or min(reading.lines, default=0) != self.last + 1:
            return None
        self._size += len(one)
        return reading

    def _same(self, paths: Sequence[Path]) -> bool:
        """Tell whether the open files are those of that name: another process may have mended one."""
        try:
            return all(os.path.samestat(os.fstat(h), path.stat()) for h, path in zip(self._handles, paths, strict=True))
        except FileNotFoundError:
            return False

    def _say(self, path: Path, reading: lines.Reading, *, cut: int) -> None:
        """Tell what was wrong with a file of the journal."""
        if reading.damaged:
            self._told(f"{path} or its copy had {reading.damaged} damaged lines; each was taken from the other")
        elif reading.torn:
            self._told(f"{path} ended in the middle of a line whose writer was stopped; it had not been confirmed")
        elif cut:
            self._told(f"{path} or its copy was cut short or missing; the other completed it")

    def _path(self, folder: Path, number: int) -> Path:
        return folder / f"{number:09d}.jsonl"


def _size(path: Path) -> int | None:
    try:
        return path.stat(follow_symlinks=False).st_size
    except FileNotFoundError:
        return None
