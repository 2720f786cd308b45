"""The working state of editing sessions: whatever a front wants to find again after a crash, twice on the disk."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec

from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.errors import LibraryDamaged, UnknownDocument
from jdrewrite.library.entries import is_id
from jdrewrite.library.twins import Twins

T = TypeVar("T")
_LONGEST = 40
"""Letters of a name that its file shows."""
_MOST_BYTES = 255
"""Of the name of a file."""
_PLAIN = re.compile(f"[a-z0-9_-]{{1,{_LONGEST}}}")
"""A name that no other can be taken for."""


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """A session as it lies on the disk."""

    sum: str
    saved_at: str
    who: str
    document: str
    name: str
    data: msgspec.Raw


class Sessions:
    """All sessions of a library."""

    def __init__(self, twins: Twins) -> None:
        self._twins = twins

    def save(self, document: str, name: str, data: Any, *, at: str, who: str) -> None:
        """Keep the state of a session in the place of its last one; on return it is on the disk.

        Raises:
            OSError: the disk is full or the folder may not be written to; the last state is as it was.
            UnknownDocument: the document's name is no id.
        """
        raw = msgspec.json.encode(data)
        session = Session(sum="", saved_at=at, who=who, document=document, name=name, data=msgspec.Raw(raw))
        session = msgspec.structs.replace(session, sum=_sum(session))
        file = _file(document, name)
        if (held := self._listed(file)) is not None and held.name != name:  # as an earlier version kept it
            self._twins.write(_file(document, held.name), msgspec.json.encode(held))
        self._twins.write(file, msgspec.json.encode(session))
        for earlier in _earlier(document, name):
            if (held := self._listed(earlier)) is not None and held.name == name:
                self._twins.remove(earlier)

    def load(self, document: str, name: str, kind: type[T]) -> T | None:
        """Return the state that was saved last, None where there is none.

        Raises:
            LibraryDamaged: it is damaged, and so is its copy; or it is of another kind than was asked for.
        """
        files = (_file(document, name), *_earlier(document, name))
        session = next((found for file in files if (found := self._session(file))), None)
        if session is None or session.name != name:
            return None
        try:
            return from_json(bytes(session.data), kind)
        except Unreadable as error:
            raise LibraryDamaged(
                f"session of {document}", f"it is of another make ({error})", "begin a new session"
            ) from None

    def all(self) -> list[Session]:
        """Return all sessions, the last saved first."""
        found = [self._listed(name) for name in self._twins.names() if name.endswith(".json")]
        return sorted((s for s in found if s is not None), key=lambda s: s.saved_at, reverse=True)

    def verify(self) -> list[str]:
        """Compare every session with its copy, and mend the one that is not whole; return what is lost."""
        lost = []
        for file in self._twins.names():
            try:
                self._twins.compared(file, whole)
            except LibraryDamaged as error:
                lost.append(f"the session {file}: {error}")
        return lost

    def _session(self, file: str) -> Session | None:
        try:
            return from_json(self._twins.read(file, whole), Session)
        except FileNotFoundError:
            return None

    def _listed(self, file: str) -> Session | None:
        """Return a session, None of one that is beyond repair: the others are to be seen all the same."""
        try:
            return self._session(file)
        except LibraryDamaged:
            return None


def _file(document: str, name: str) -> str:
    if not is_id(document):  # it names a file: a path in its place would lead out of the library
        raise UnknownDocument(document, "no document has such an id", "'jdrewrite library list' shows them")
    if _PLAIN.fullmatch(name):
        return f"{document}.{name}.json"
    # Two names may look the same as names of files, and on some systems "Ann" and "ann" are one file.
    return f"{document}.{_folded(name)[:_LONGEST]}.{hashlib.blake2b(name.encode(), digest_size=8).hexdigest()}.json"


def _earlier(document: str, name: str) -> Iterator[str]:
    """Yield the file in which earlier versions kept a session, where it was another; several names may have had it."""
    file = f"{document}.{_folded(name)}.json"
    if not _PLAIN.fullmatch(name) and len(file.encode()) <= _MOST_BYTES:
        yield file


def _folded(name: str) -> str:
    return "".join(c if c.isalnum() or c in "-_" else "_" for c in name)


def whole(data: bytes) -> bool:
    """Tell whether the bytes of a session's file are all there, as they were written."""
    try:
        session = from_json(data, Session)
    except Unreadable:
        return False
    return session.sum == _sum(session)


def _sum(session: Session) -> str:
    everything = msgspec.json.encode(msgspec.structs.replace(session, sum=""))
    return hashlib.blake2b(everything, digest_size=16).hexdigest()
