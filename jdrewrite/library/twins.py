"""Files that are kept twice: where one is damaged, cut short or gone, the other mends it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path

from jdrewrite.errors import LibraryDamaged
from jdrewrite.library.files import make_folder, read_if_there, replace_file


class Twins:
    """A folder of files and its second copy, both written whole or not at all."""

    def __init__(self, folder: Path, copies: Path, *, read_only: bool, told: Callable[[str], None]) -> None:
        """Name the two folders.

        Args:
            folder: where the files lie.
            copies: where their second copies lie.
            read_only: nothing is mended on the disk.
            told: takes one sentence for each file that was damaged.
        """
        self.folder = folder
        self._folders = (folder, copies)
        self._read_only = read_only
        self._told = told

    def write(self, name: str, data: bytes) -> None:
        """Write a file and its copy; on return both are on the disk.

        Raises:
            OSError: the disk is full or the folder may not be written to.
        """
        for folder in reversed(self._folders):
            path = folder / name
            make_folder(path.parent)
            replace_file(path, data)

    def read(self, name: str, whole: Callable[[bytes], bool]) -> bytes:
        """Return what a file holds, from whichever of the two is whole; the other is mended.

        Args:
            name: relative to the folder.
            whole: tells whether the bytes are as they were written.

        Raises:
            FileNotFoundError: neither is there.
            LibraryDamaged: both are damaged.
        """
        found: bytes | None = None
        bad: list[Path] = []
        for path in (folder / name for folder in self._folders):
            data = read_if_there(path)
            if data is not None and whole(data):
                found = data
                break
            bad.append(path)
        if found is None and not any(os.path.lexists(path) for path in bad):
            raise FileNotFoundError(name)
        if found is None:
            raise LibraryDamaged(
                str(self.folder / name), "it is damaged, and so is its copy", "take it from a backup or an export"
            )
        self._mend(bad, found)
        return found

    def compared(self, name: str, whole: Callable[[bytes], bool]) -> None:
        """Read a file and its copy, and mend the one that is not whole.

        Raises:
            FileNotFoundError: neither is there.
            LibraryDamaged: both are damaged.
        """
        data = self.read(name, whole)
        held = [read_if_there(folder / name) for folder in self._folders]
        self._mend([folder / name for folder, had in zip(self._folders, held, strict=True) if had != data], data)

    def there(self, name: str) -> bool:
        """Tell whether a file, or its copy, is there."""
        return any((folder / name).is_file() for folder in self._folders)

    def remove(self, name: str) -> None:
        """Remove a file and its copy, if they are there."""
        for folder in self._folders:
            with contextlib.suppress(FileNotFoundError):
                (folder / name).unlink()

    def names(self) -> list[str]:
        """Return the names of all files, those that only the copies have included."""
        found = {
            path.relative_to(folder).as_posix()
            for folder in self._folders
            for path in folder.rglob("*")
            if path.is_file() and not path.name.startswith(".")
        }
        return sorted(found)

    def _mend(self, bad: list[Path], data: bytes) -> None:
        for path in bad:
            if self._read_only:
                self._told(f"{path} is damaged or missing; its copy was read in its place")
                continue
            make_folder(path.parent)
            replace_file(path, data)
            self._told(f"{path} was damaged or missing; its copy took its place")
