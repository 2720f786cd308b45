"""What takes long to make of packaged data is kept in the user's cache folder for the next start.

What is kept is plain data, checked against its shape whenever it is read: nothing in the folder is ever run. A file
that is damaged, of another shape, or not the user's own is passed over, and one that cannot be written is not kept.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from jdrewrite import folders

T = TypeVar("T")
UNUSED = 90
"""Days after which what nobody asked for is forgotten, of that which costs more to make."""
_KEY = 32
"""Digits of a key that stand in the name of its file."""
_OTHERS = 2
"""Files of other keys that stay: several versions of the program, or checkouts of it, may take turns."""
_SUM = 32
"""Bytes of a sha256, with which a file begins."""
_OTHERS_MAY_WRITE = 0o022


def digest(files: Iterable[Path], *words: str) -> str:
    """Return a sha256 over files, such as those of the code that makes something, and over words; a part of a key.

    Raises:
        OSError: a file is missing, or cannot be read.
    """
    import hashlib  # a start that shows a page of help needs none of it

    found = hashlib.sha256()
    for path in files:
        found.update(path.read_bytes())
    for word in words:
        found.update(f"{len(word)} {word}".encode())
    return found.hexdigest()


@cache
def digest_of(*parts: str) -> str:
    """Return a sha256 over all files, code and data, of parts of the program: what these make depends on it.

    Args:
        *parts: folders or files below ``jdrewrite``: ``analysis``, ``proposing.py``.

    Raises:
        OSError: one is missing, or cannot be read.
    """
    whole = Path(__file__).parent
    found = [path for part in parts for path in sorted(_files(whole / part))]
    return digest(found, *(path.relative_to(whole).as_posix() for path in found))


def _files(part: Path) -> Iterator[Path]:
    if part.is_dir():
        yield from (path for path in part.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    else:
        yield part


def kept(name: str, key: str, kind: type[T], make: Callable[[], T]) -> T:
    """Return what is kept under a name and a key; else what ``make`` makes, which is kept from then on.

    Args:
        name: of the kind of data; the beginning of the file's name.
        key: ``digest`` of all that the data are made of, the code that makes them included.
        kind: their shape; msgspec knows how it is written.
        make: makes them.
    """
    path = folders.cache() / "made" / f"{name}-{key[:_KEY]}.msgpack"
    if not path.is_absolute():  # of a user without a home
        return make()
    data = _own(path)
    if data:
        try:
            found: T = msgspec.msgpack.decode(data, type=kind)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            pass
        else:
            return found
    made = make()
    _keep(path, name, msgspec.msgpack.encode(made))
    return made


def forget(place: Path, pattern: str) -> None:
    """Remove the files of a folder that were not used for long; whoever uses one says so by its time (``os.utime``)."""
    from time import time

    oldest = time() - UNUSED * 86_400
    with suppress(OSError):  # of another process that does the same
        for file in place.glob(pattern):
            if file.stat().st_mtime < oldest:
                file.unlink(missing_ok=True)


def _own(path: Path) -> memoryview | None:
    """Return what a file holds that nobody but the user could have written, if it is whole."""
    from hashlib import sha256

    try:
        with path.open("rb") as file:
            state = os.fstat(file.fileno())
            if hasattr(os, "geteuid") and (state.st_uid != os.geteuid() or state.st_mode & _OTHERS_MAY_WRITE):
                return None
            held = memoryview(file.read())
    except OSError:
        return None
    data = held[_SUM:]
    return data if sha256(data).digest() == held[:_SUM] else None


def _keep(path: Path, name: str, data: bytes) -> None:
    import tempfile
    from hashlib import sha256

    written = None
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
            written = Path(file.name)
            file.write(sha256(data).digest() + data)
        written.replace(path)
        _tidy(path.parent, name)
    except OSError:
        if written:
            written.unlink(missing_ok=True)


def _tidy(place: Path, name: str) -> None:
    """Remove what no key has asked for in a while."""
    files = sorted(place.glob(f"{name}-*.msgpack"), key=lambda file: file.stat().st_mtime)
    for file in files[: -1 - _OTHERS]:
        file.unlink(missing_ok=True)
