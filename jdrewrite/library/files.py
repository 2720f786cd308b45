"""The few moves on the disk that everything here is built from. They need nothing but the standard library.

A file is there wholly or not at all: it is written under another name in the same folder, synced, put in place, and
the folder is synced. No symbolic link is ever followed: what stands in the way is replaced, what it points to is not
touched.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
TEMPORARY = ".tmp-"
"""How the names begin that only a writer that was killed leaves behind."""


def read_file(path: Path, start: int = 0) -> bytes:
    """Return what a plain file holds.

    Args:
        path: of the file.
        start: byte from which it is read.

    Raises:
        OSError: it is not there, is a symbolic link, or cannot be read.
    """
    if path.is_symlink():
        raise OSError(f"{path} is a symbolic link")
    handle = os.open(path, os.O_RDONLY | _NOFOLLOW | _BINARY)
    with os.fdopen(handle, "rb") as file:
        file.seek(start)
        return file.read()


def read_if_there(path: Path) -> bytes | None:
    """Return what a plain file holds; None where it is not there, is a symbolic link, or cannot be read."""
    try:
        return read_file(path)
    except OSError:
        return None


def replace_file(path: Path, data: bytes, *, sync: bool = True, private: bool = False) -> None:
    """Put these bytes in the place of a file; on return they are on the disk.

    Args:
        path: of the file.
        data: its new content.
        sync: sync the folder too; false where another file of the folder is written right after.
        private: its owner alone may read it, whoever may use the folder.

    Raises:
        OSError: the disk is full, or the folder may not be written to; the file is as it was.
    """
    temporary = path.with_name(f"{TEMPORARY}{secrets.token_hex(6)}")
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | _BINARY, 0o600)
        if not private:
            _share(handle, path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    if sync:
        sync_folder(path.parent)


def open_to_append(path: Path) -> int:
    """Return a file descriptor that writes at the end of a file, which is made if need be.

    Raises:
        OSError: a symbolic link stands there, or the folder may not be written to.
    """
    if path.is_symlink():
        raise OSError(f"{path} is a symbolic link")
    fresh = not path.exists()
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _NOFOLLOW | _BINARY, 0o600)
    if fresh:
        _share(handle, path.parent)
        sync_folder(path.parent)
    return handle


def write_all(handle: int, data: bytes) -> None:
    """Write every byte; ``os.write`` alone may stop half way.

    Raises:
        OSError: the disk is full.
    """
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def make_folder(folder: Path, mode: int | None = None) -> None:
    """Make a folder that those may use who may use the one that it lies in.

    Args:
        folder: that is made, if it is not there; the one that it lies in is.
        mode: permissions, where they should be others than those of the folder around it.
    """
    with contextlib.suppress(FileExistsError):
        folder.mkdir()
        folder.chmod(mode if mode is not None else folder.parent.stat().st_mode & 0o7777)


def _share(handle: int, folder: Path) -> None:
    """Give a new file the permissions of its folder: whoever shares the folder can work with the file."""
    if hasattr(os, "fchmod"):
        os.fchmod(handle, folder.stat().st_mode & 0o666)


def sync_folder(folder: Path) -> None:
    """Make new and changed names in a folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove_leftovers(folder: Path) -> int:
    """Remove what killed writers left in a folder and those under it; return how many files."""
    found = [path for path in folder.rglob(f"{TEMPORARY}*") if path.is_symlink() or path.is_file()]
    for path in found:
        with contextlib.suppress(OSError):
            path.unlink()
    return len(found)
