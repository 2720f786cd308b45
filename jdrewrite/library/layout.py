"""The folder of a library: what lies where, the head that says what it is, and whether it may be written to."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from pathlib import Path

import msgspec

from jdrewrite import folders
from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.errors import LibraryDamaged, LibraryError
from jdrewrite.library.files import TEMPORARY, make_folder, read_file

FORMAT = "jdrewrite library"
SCHEMA = 2
"""Number of the present layout and of the values in it; ``migrations.py`` leads to it from every earlier one."""
HEAD = "library.json"
_FOLDERS = ("journal", "texts", "sessions")
_BEGUN = {"library.lock", "copies", *_FOLDERS}
"""What a library that is being made consists of before it has its head."""
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ncpfs", "webdav", "fuse.davfs2"}


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """``library.json``: what this folder is."""

    format: str = FORMAT
    schema: int = SCHEMA
    created: str = ""
    made_by: str = ""
    """Version of jdrewrite that made it, or brought it to this schema."""
    sum: str = ""
    """Checksum of the rest."""


class _Meta(msgspec.Struct):
    schema: int


class _Index(msgspec.Struct):
    meta: dict[str, _Meta]


class Layout(msgspec.Struct, frozen=True):
    """Where everything lies."""

    root: Path

    @property
    def copies(self) -> Path:
        """Second copies of everything that cannot be computed anew."""
        return self.root / "copies"

    @property
    def index(self) -> Path:
        """TinyDB: documents with versions, states, notes and settings; runs."""
        return self.root / "index.json"

    @property
    def decisions(self) -> Path:
        """TinyDB: decisions, folded in from the journal."""
        return self.root / "decisions.json"

    @property
    def lock(self) -> Path:
        """Held by the process that writes."""
        return self.root / "library.lock"

    def both(self, name: str) -> tuple[Path, Path]:
        """Return a folder and that of its second copies."""
        return self.root / name, self.copies / name

    def begin(self) -> None:
        """Make the library's own folder: readable by its owner alone, unless it was there before."""
        self.root.parent.mkdir(parents=True, exist_ok=True)
        make_folder(self.root, 0o700)

    def make(self) -> None:
        """Make the folders inside, with the permissions of the library's own."""
        make_folder(self.copies)
        for name in _FOLDERS:
            for folder in self.both(name):
                make_folder(folder)


def default_path() -> Path:
    """Return the library that is meant when none is named: ``JDREWRITE_LIBRARY``, or in the user's data folder."""
    return folders.library()


def read_head(layout: Layout) -> Head | None:
    """Return the head, from its copy where need be; None of a folder that is empty or not there.

    Raises:
        LibraryError: something else lies there.
        LibraryDamaged: neither head is whole, and there is something in the library.
    """
    name = str(layout.root)
    if layout.root.exists() and not layout.root.is_dir():
        raise LibraryError(name, "it is a file, and a library is a folder", "name a folder")
    found = _head(layout)
    if found is not None or not layout.root.is_dir():
        return found
    guessed = guessed_head(layout)
    if guessed is not None:
        return guessed
    if _filled(layout):
        # Somebody may have made it since the first look: heads are written before anything else is.
        found = _head(layout)
        if found is not None:
            return found
        way_out = "take it from a backup, or from another library of the same schema"
        raise LibraryDamaged(str(layout.root / HEAD), "it is damaged or missing, and so is its copy", way_out)
    if {path.name for path in layout.root.iterdir() if not path.name.startswith(TEMPORARY)} - _BEGUN:
        # Or since that one: what now lies there may be the library that another process has just made.
        found = _head(layout)
        if found is not None:
            return found
        raise LibraryError(name, "the folder holds other things", "name an empty folder, or that of a library")
    return None


def guessed_head(layout: Layout) -> Head | None:
    """Return the head that a library must have had whose heads are both lost, by what its index says."""
    for path in (layout.index, layout.copies / f"{layout.index.name}.1"):
        with contextlib.suppress(OSError, Unreadable, KeyError):
            return Head(schema=from_json(read_file(path), _Index).meta["1"].schema)
    return None


def head_bytes(head: Head) -> bytes:
    """Return what ``library.json`` holds."""
    return msgspec.json.encode(msgspec.structs.replace(head, sum=_sum(head)))


def whole_head(data: bytes) -> bool:
    """Tell whether these bytes are a head as it was written."""
    try:
        head = from_json(data, Head)
    except Unreadable:
        return False
    if head.schema == 1 and not head.sum:  # heads had no checksum yet
        return head.format == FORMAT
    return head.format == FORMAT and head.sum == _sum(head)


def _head(layout: Layout) -> Head | None:
    for path in (layout.root / HEAD, layout.copies / HEAD):
        with contextlib.suppress(OSError):
            if whole_head(data := read_file(path)):
                return from_json(data, Head)
    return None


def _filled(layout: Layout) -> bool:
    """Tell whether there is something in the library."""
    folders = (layout.root, layout.copies)
    return any(any(folder.glob(kind)) for folder in folders for kind in ("index.json*", "journal/*.jsonl"))


def _sum(head: Head) -> str:
    plain = msgspec.json.encode(msgspec.structs.replace(head, sum=""))
    return hashlib.blake2b(plain, digest_size=8).hexdigest()


def writable(layout: Layout) -> bool:
    """Tell whether files in the folder can be made and changed."""
    return all(os.access(path, os.W_OK | os.X_OK) for path in (layout.root, layout.copies) if path.exists())


def on_network(path: Path) -> str:
    """Return the kind of the network drive that a folder lies on, an empty string for a local disk."""
    if str(path).startswith(("\\\\", "//")):
        return "a network share"
    if not sys.platform.startswith("linux"):
        return ""
    kind, longest = "", -1
    real = path.resolve()
    with contextlib.suppress(OSError):
        for row in Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines():
            _, mounted, found, *_ = row.split(" ")
            place = Path(mounted.replace("\\040", " "))
            if (real == place or place in real.parents) and len(mounted) >= longest:
                kind, longest = found, len(mounted)
    return kind if kind in _NETWORK else ""
