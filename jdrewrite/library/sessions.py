"""The working state of editing sessions: whatever a front wants to find again after a crash, twice on the disk."""

from __future__ import annotations

import hashlib
from typing import Any, TypeVar

import msgspec

from jdrewrite.decoding import Unreadable, from_json
from jdrewrite.errors import LibraryDamaged, UnknownDocument
from jdrewrite.library.entries import is_id
from jdrewrite.library.twins import Twins

T = TypeVar("T")


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
        self._twins.write(_file(document, name), msgspec.json.encode(session))

    def load(self, document: str, name: str, kind: type[T]) -> T | None:
        """Return the state that was saved last, None where there is none.

        Raises:
            LibraryDamaged: it is damaged, and so is its copy; or it is of another kind than was asked for.
        """
        session = self._session(_file(document, name))
        if session is None:
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
    plain = "".join(c if c.isalnum() or c in "-_" else "_" for c in name)
    return f"{document}.{plain}.json"


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
