"""The folder of a library: what lies where, the head that says what it is, and whether it may be written to."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

import msgspec

from jdrewrite.errors import LibraryDamaged, LibraryError
from jdrewrite.library.files import make_folder, read_file

FORMAT = "jdrewrite library"
SCHEMA = 1
"""Number of the present layout and of the values in it; ``migrations.py`` leads to it from every earlier one."""
HEAD = "library.json"
_NETWORK = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs", "ncpfs", "webdav", "fuse.davfs2"}


class Head(msgspec.Struct, frozen=True, kw_only=True):
    """``library.json``: what this folder is."""

    format: str = FORMAT
    schema: int = SCHEMA
    created: str = ""
    made_by: str = ""
    """Version of jdrewrite that made it, or brought it to this schema."""


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

    def make(self) -> None:
        """Make the folders: readable by their owner alone, or as a folder allows that was there before."""
        self.root.parent.mkdir(parents=True, exist_ok=True)
        make_folder(self.root, 0o700)
        make_folder(self.copies)
        for name in ("journal", "texts", "sessions"):
            for folder in self.both(name):
                make_folder(folder)


def default_path() -> Path:
    """Return the library that is meant when none is named: ``JDREWRITE_LIBRARY``, or in the user's data folder."""
    named = os.environ.get("JDREWRITE_LIBRARY")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("jdrewrite") / "library"


def read_head(layout: Layout) -> Head | None:
    """Return the head, from its copy where need be; None of a folder that is empty or not there.

    Raises:
        LibraryError: something else lies there, or neither head can be read.
    """
    for path in (layout.root / HEAD, layout.copies / HEAD):
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            head = msgspec.json.decode(read_file(path), type=Head)
            if head.format == FORMAT:
                return head
    name = str(layout.root)
    if layout.root.is_file() or (layout.root.exists() and not layout.root.is_dir()):
        raise LibraryError(name, "it is a file, and a library is a folder", "name a folder")
    if not layout.root.is_dir() or not any(layout.root.iterdir()):
        return None
    if layout.index.exists() or (layout.root / "journal").is_dir():
        raise LibraryDamaged(
            str(layout.root / HEAD), "it is damaged or missing, and so is its copy", "take it from a backup"
        )
    raise LibraryError(name, "the folder holds other things", "name an empty folder, or that of a library")


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
