"""Keys by which the results of an audit's files are found again, and whether a file was still as its key says.

A file gets its key before it is read, and may wait for many minutes until it is its turn. What was read of one that
was written in between is the record of another text than the key was made of.
"""

from __future__ import annotations

import hashlib
import os
import stat

from jdrewrite.audit.addresses import identity, is_address
from jdrewrite.audit.cache import key_of
from jdrewrite.audit.corrections import digest
from jdrewrite.audit.worker import Task, pipeline_key
from jdrewrite.documents.border import MOST_BYTES
from jdrewrite.errors import InputError

_State = tuple[int, ...]
"""What changes when a file is written or put in the place of another, though its words may be those of before."""


class Keys:
    """The keys of the files of one run."""

    def __init__(self, task: Task) -> None:
        """Note what all keys depend on.

        Raises:
            SetupError: the installation is not complete.
        """
        self._task = task
        self._pipeline = pipeline_key(task)
        self._projects = _Projects()
        self._made: dict[str, tuple[str, int]] = {}
        """Of each file its key, and the hash of its state: there may be a million of them."""

    def of(self, file: str) -> str:
        """Return the key of a file as it was when this was first asked; empty for one that cannot be read."""
        if file not in self._made:
            state = _state(file)
            self._made[file] = (self._key(file, state), hash(state))
        return self._made[file][0]

    def still(self, file: str) -> str:
        """Return the key of a file that is as it was when it got it; empty where it, or its project file, is not.

        A file behind an address counts as it was listed: to ask its store again would take as long as to read it.
        """
        key = self.of(file)
        same = hash(_state(file)) == self._made[file][1] and self._projects.are_still(file)
        return key if same else ""

    def _key(self, file: str, state: _State) -> str:
        try:
            content = identity(file) if is_address(file) else _content(file, state)
            corrected = self._pipeline + digest(self._task.corrections, file)
            return key_of(file, content, corrected, self._projects.digest(file))
        except (OSError, InputError):
            return ""  # the reader will tell why


class _Projects:
    """Digests of the project files, by folder: files that lie together are covered by the same one."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, str, _State]] = {}

    def digest(self, file: str) -> str:
        """Return the digest of the project file that covers a file; empty for none."""
        folder = _folder(file)
        if folder not in self._known:
            project = _project(file)
            state = _state(project)
            told = hashlib.sha256(_content(project, state)).hexdigest() if project else ""
            self._known[folder] = (told, project, state)
        return self._known[folder][0]

    def are_still(self, file: str) -> bool:
        """Tell whether the same project file covers a file as when its digest was asked for, and says the same."""
        known = self._known.get(_folder(file))
        project = _project(file)
        return known is None or known[1:] == (project, _state(project))


def _folder(file: str) -> str:
    # Not pathlib: this is done for each of many thousand files.
    own = os.path.realpath(file) if os.path.islink(file) else file  # noqa: PTH114
    return os.path.dirname(own)  # noqa: PTH120


def _project(file: str) -> str:
    from jdrewrite.project import find

    return str(find(file) or "")


def _state(file: str) -> _State:
    """Return the state of a file on this machine; nothing for any other, or one that is not there."""
    try:
        found = os.stat(file)  # noqa: PTH116
    except (OSError, ValueError):
        return ()
    return found.st_mode, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _content(file: str, state: _State) -> bytes:
    """Return what tells a file from others: its bytes, or of one that is too large to be read, how many there are.

    Raises:
        OSError: it cannot be read, or is no file.
    """
    if not state or not stat.S_ISREG(state[0]):
        raise FileNotFoundError(file)
    if state[3] > MOST_BYTES:
        return f"{state[3]} bytes".encode()
    with open(file, "rb") as opened:  # noqa: PTH123
        return opened.read(MOST_BYTES + 1)
