"""Remembers the records of files that have not changed, so that a second audit costs next to nothing.

One SQLite file: a kill leaves it whole, and several processes may use it. What a record depends on is its key: the
bytes of the file, its name, the versions of all that read it, and the project file that covers it. What no audit has
asked for in ``cached.UNUSED`` days, as of files that have changed since, is forgotten, and its room is used again.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from jdrewrite import cached, folders
from jdrewrite.audit.closing import Closing
from jdrewrite.audit.legible import encoded
from jdrewrite.audit.records import Record
from jdrewrite.errors import OutputError

_TABLE = "records (key TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID"
_OURS = f"CREATE TABLE {_TABLE}"
"""How SQLite keeps the table in the first page of the file: by it a cache is known even where the rest is damaged."""
_TABLE_OF_USES = "uses (key TEXT PRIMARY KEY, day INTEGER NOT NULL) WITHOUT ROWID"
_USES = f"CREATE TABLE {_TABLE_OF_USES}"
"""When each record was last asked for: apart from the records, which are large, and would be written anew for it."""
_TOGETHER = 10_000
"""Records that were asked for of which it is written down together."""
_HEADER = b"SQLite format 3\0"
_USED = "INSERT OR REPLACE INTO uses VALUES (?, ?)"
_FIRST_PAGE = 4_096
_WAIT = 10.0
"""Seconds that a write of another process is waited for."""


def default_path() -> Path:
    """Return where the user's cache is, or would be."""
    return folders.cache() / "audits.sqlite"


def key_of(path: str, content: bytes, pipeline: str, project: str) -> str:
    """Return the key of a file's records.

    Args:
        path: the file's name, which its records carry.
        content: its bytes.
        pipeline: ``worker.pipeline_key``.
        project: digest of the project file that covers it; empty for none.
    """
    digest = hashlib.sha256(content)
    digest.update(f"\0{path}\0{pipeline}\0{project}".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _nobody(_: str) -> None:
    pass


class Cache(Closing):
    """A cache of records, or, without a path, one that remembers nothing.

    A cache of ours that is damaged is begun anew. One that cannot be used is told, and the audit goes on without it.
    """

    def __init__(self, path: Path | None, told: Callable[[str], None] = _nobody) -> None:
        """Open the file, or make it.

        Raises:
            OutputError: what lies there is no cache of ours; it stays as it is.
        """
        self._path, self._told = path, told
        self._base: sqlite3.Connection | None = None
        self._used: set[str] = set()
        if path:
            self._base = self._opened(path)

    def get(self, key: str) -> bytes | None:
        """Return the JSON of the records under a key; None where there are none or they cannot be read.

        It goes into the results as it is: most of the time of a second run would be taking it apart and putting it
        together again.
        """
        if self._base is None:
            return None
        try:
            found = self._base.execute("SELECT data FROM records WHERE key = ?", (key,)).fetchone()
            data = zlib.decompress(found[0]) if found else None  # which finds what is damaged by its sum
            if data is not None:
                self._used.add(key)
            if len(self._used) >= _TOGETHER:
                self._note_uses(self._base)
        except sqlite3.OperationalError as error:
            self._give_up(error)
        except (sqlite3.Error, zlib.error):
            pass
        else:
            return data
        return None

    def put(self, entries: Iterable[tuple[str, tuple[Record, ...]]]) -> None:
        """Remember records; where the cache cannot be written, the audit goes on without it."""
        if self._base is None:
            return
        rows = [(key, zlib.compress(encoded(records), 1)) for key, records in entries]
        try:
            with self._base:
                self._base.executemany("INSERT OR REPLACE INTO records VALUES (?, ?)", rows)
                self._base.executemany(_USED, ((key, _today()) for key, _ in rows))
        except sqlite3.OperationalError as error:
            self._give_up(error)
        except sqlite3.DatabaseError:
            self._let_go()
            self._base = self._begun_anew(self._path) if self._path else None

    def close(self) -> None:
        """Write down what was asked for, forget what was not in a long time, and let go of the file."""
        if self._base is not None:
            with suppress(sqlite3.Error):  # the audit is done: what is not forgotten now is next time
                self._note_uses(self._base)
                _forget(self._base)
        self._let_go()

    def _let_go(self) -> None:
        if self._base is not None:
            self._base.close()
            self._base = None

    def _note_uses(self, base: sqlite3.Connection) -> None:
        with base:
            base.executemany(_USED, ((key, _today()) for key in sorted(self._used)))
        self._used.clear()

    def _give_up(self, error: Exception) -> None:
        """Go on without the cache: a lock of another process would be waited for at each file."""
        self._told(f"{self._path}: the cache cannot be used ({error}); the audit goes on without it")
        self._let_go()

    def _opened(self, path: Path) -> sqlite3.Connection | None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            return _open(path)
        except sqlite3.OperationalError as error:
            self._give_up(error)
        except sqlite3.DatabaseError:
            return self._begun_anew(path)
        except OSError as error:
            self._give_up(error)
        return None

    def _begun_anew(self, path: Path) -> sqlite3.Connection | None:
        """Begin a damaged cache anew: one whose first page, or whose place, says that it is ours."""
        if path != default_path() and _OURS.encode() not in _beginning(path):
            raise _foreign(path)
        try:
            for file in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm"))):
                file.unlink(missing_ok=True)
            return _open(path)
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)
        return None


def _foreign(path: Path) -> OutputError:
    return OutputError(str(path), "it is no cache of jdrewrite, and stays as it is", "name another file with --cache")


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_FIRST_PAGE)


def _open(path: Path) -> sqlite3.Connection:
    """Open a cache, or make one where there is nothing.

    Raises:
        OutputError: something else lies there.
        sqlite3.Error: it is damaged, locked, or cannot be written.
    """
    there = os.path.lexists(path)
    if there and not path.is_file():
        raise _foreign(path)
    if there and (beginning := _beginning(path)) and not beginning.startswith(_HEADER):
        if path == default_path():
            raise sqlite3.DatabaseError  # where nothing but a cache has any business
        raise _foreign(path)
    if path == default_path():
        _keep_private(path)
    base = sqlite3.connect(path, timeout=_WAIT)
    try:
        _refuse_others(base, path)
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=NORMAL")
        base.execute(f"CREATE TABLE IF NOT EXISTS {_TABLE}")
        _with_uses(base)
    except BaseException:
        base.close()
        raise
    return base


def _keep_private(path: Path) -> None:
    """Let nobody but its owner read a cache, which holds lines of every job description; its other files follow it."""
    with suppress(OSError):  # what is in the way is told when the cache is opened
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        path.chmod(0o600)


def _refuse_others(base: sqlite3.Connection, path: Path) -> None:
    tables = _tables(base)
    if tables and not {_OURS} <= tables <= {_OURS, _USES}:
        raise _foreign(path)


def _tables(base: sqlite3.Connection) -> set[str]:
    return {sql for (sql,) in base.execute("SELECT sql FROM sqlite_master WHERE type = 'table'")}


def _with_uses(base: sqlite3.Connection) -> None:
    """Have a table of uses: what was remembered before there was one counts as asked for today."""
    if _USES not in _tables(base):
        with base:
            base.execute(f"CREATE TABLE IF NOT EXISTS {_TABLE_OF_USES}")
            base.execute("INSERT OR IGNORE INTO uses SELECT key, ? FROM records", (_today(),))


def _forget(base: sqlite3.Connection) -> None:
    oldest = (_today() - cached.UNUSED,)
    with base:
        base.execute("DELETE FROM records WHERE key IN (SELECT key FROM uses WHERE day < ?)", oldest)
        base.execute("DELETE FROM uses WHERE day < ?", oldest)


def _today() -> int:
    """Return the number of the day."""
    return int(time.time() // 86_400)
