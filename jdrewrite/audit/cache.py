"""Remembers the records of files that have not changed, so that a second audit costs next to nothing.

One SQLite file: a kill leaves it whole, and several processes may use it. What a record depends on is its key: the
bytes of the file, its name, the versions of all that read it, and the project file that covers it.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import zlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from jdrewrite.audit.closing import Closing
from jdrewrite.audit.records import Record

_SCHEMA = "CREATE TABLE IF NOT EXISTS records (key TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID"


def default_path() -> Path:
    """Return where the user's cache is, or would be."""
    from platformdirs import user_cache_path

    return user_cache_path("jdrewrite") / "audit.sqlite"


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


class Cache(Closing):
    """A cache of records, or, without a path, one that remembers nothing. A damaged file is begun anew."""

    def __init__(self, path: Path | None) -> None:
        self._base = _open(path) if path else None

    def get(self, key: str) -> bytes | None:
        """Return the JSON of the records under a key; None where there are none or they cannot be read.

        It goes into the results as it is: most of the time of a second run would be taking it apart and putting it
        together again.
        """
        if self._base is None:
            return None
        try:
            found = self._base.execute("SELECT data FROM records WHERE key = ?", (key,)).fetchone()
            return zlib.decompress(found[0]) if found else None  # which finds what is damaged by its sum
        except (sqlite3.Error, zlib.error):
            return None

    def put(self, entries: Iterable[tuple[str, tuple[Record, ...]]]) -> None:
        """Remember records; where the cache cannot be written, the audit goes on without it."""
        if self._base is None:
            return
        rows = [(key, zlib.compress(msgspec.json.encode(records), 1)) for key, records in entries]
        with contextlib.suppress(sqlite3.Error), self._base:
            self._base.executemany("INSERT OR REPLACE INTO records VALUES (?, ?)", rows)

    def close(self) -> None:
        """Let go of the file."""
        if self._base is not None:
            self._base.close()
            self._base = None


def _open(path: Path) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            base = sqlite3.connect(path, timeout=30)
            base.execute("PRAGMA journal_mode=WAL")
            base.execute("PRAGMA synchronous=NORMAL")
            base.execute(_SCHEMA)
        except sqlite3.DatabaseError:
            with contextlib.suppress(OSError):
                path.unlink()
        except OSError:
            return None
        else:
            return base
    return None
