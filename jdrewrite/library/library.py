"""A library that is open: what it holds, and what can be done to it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from jdrewrite.errors import DocumentLocked
from jdrewrite.library.entries import (
    Decision,
    Entry,
    LockSet,
    Noted,
    Origin,
    Run,
    Scored,
    SettingsSet,
    State,
    StateSet,
    VersionAdded,
)
from jdrewrite.library.reading import Reader, now
from jdrewrite.library.recognising import Match, Recogniser, fingerprints
from jdrewrite.library.sessions import Session
from jdrewrite.library.shelf import Shelf
from jdrewrite.model import Assessment, Document

T = TypeVar("T")


class Library(Reader):
    """Documents with every version, who decided what of them, and the sessions that work on them.

    Every method that changes something returns when the change is on the disk. Use ``open_library`` to get one, and
    ``with`` to close it. It may be used from several threads.
    """

    def __init__(self, shelf: Shelf, who: str | None = None) -> None:
        super().__init__(shelf, who)
        self._recogniser: Recogniser | None = None

    def recognise(self, document: Document) -> Match | None:
        """Return the document that this one is a version of, None for one that was never seen."""
        prints, path = fingerprints(document), _path(document)
        match = self._recognising().match(_hash(document.source), prints, path, document.title)
        if match is not None and match.version == 0:
            return msgspec.structs.replace(match, version=len(self.document(match.document).versions))
        return match

    def put(
        self,
        document: Document,
        *,
        origin: Origin = "read",
        of: str | None = None,
        parent: int | None = None,
        note: str = "",
    ) -> Match:
        """Keep a text: as it was seen before, as a further version of what it is recognised as, or as a new document.

        Args:
            document: as it was read; for a rewritten one, as its bytes would be read again.
            origin: how it came about; a restored one becomes the latest version although its text is known.
            of: id of the document that it belongs to, where that is known.
            parent: number of the version that it was made from.
            note: what is to be remembered of this version.

        Returns:
            Id, version and how it was recognised: ``same``, ``version`` or ``new``.

        Raises:
            LibraryReadOnly: the library can be read only.
            LibraryError: it cannot be written to.
        """
        with self.shelf.changing():
            match = self._match(document, of)
            if match is not None and match.how == "same" and origin != "restored":
                return match
            share = match.share if match else 0.0
            known = match.document if match else self.shelf.new_id()
            number = len(self.document(known).versions) + 1 if match else 1
            self._record(self._version(document, known, number, origin, parent, note))
            return Match(known, number, "version" if match else "new", share)

    def _match(self, document: Document, of: str | None) -> Match | None:
        """Return what a text is recognised as, or the document that it is said to belong to."""
        match = self.recognise(document)
        if of is not None and (match is None or match.document != of or match.how != "same"):
            return Match(self.document(of).id, 0, "version", match.share if match else 0.0)
        return match

    def _version(
        self, document: Document, known: str, number: int, origin: Origin, parent: int | None, note: str
    ) -> VersionAdded:
        """Keep the text, and return the entry that makes it a version."""
        return VersionAdded(
            document=known,
            number=number,
            text=self.shelf.keep_text(document.source),
            size=len(document.source),
            path=_path(document),
            format=document.format,
            title=document.title,
            origin=origin,
            parent=parent,
            fingerprints=fingerprints(document),
            note=note,
        )

    def scored(self, document: str, number: int, assessment: Assessment) -> None:
        """Keep the score of a version; one that is known already is not written again.

        Raises:
            UnknownDocument: there is no such document or version.
        """
        entry = Scored(
            document=self.document(document).id,
            number=number,
            score=assessment.score.total,
            function=assessment.function[0].name if assessment.function else "other",
            versions=assessment.versions,
        )
        known = self.version(document, number)
        if (known.score, known.function, known.versions) != (entry.score, entry.function, entry.versions):
            self._record(entry)

    def record(self, *decisions: Decision) -> None:
        """Keep decisions, all with one sync.

        Raises:
            DocumentLocked: somebody else has locked one of the documents.
            LibraryError: the library cannot be written to.
        """
        self._record(*decisions)

    def set_state(self, document: str, state: State, reason: str = "") -> None:
        """Move a document into another state; every move stays in its history."""
        self._record(StateSet(document=self.document(document).id, state=state, reason=reason))

    def add_note(self, document: str, text: str, statement: str | None = None) -> None:
        """Write a note on a document, or on one statement of it."""
        self._record(Noted(document=self.document(document).id, text=text, statement=statement))

    def lock(self, document: str, reason: str = "") -> None:
        """Keep others from changing a document.

        Raises:
            DocumentLocked: somebody else has locked it.
        """
        self._record(LockSet(document=self.document(document).id, locked=True, reason=reason))

    def unlock(self, document: str, *, force: bool = False) -> None:
        """Let others change a document again.

        Raises:
            DocumentLocked: somebody else has locked it, and ``force`` is false.
        """
        self._record(LockSet(document=self.document(document).id, locked=False), force=force)

    def set_settings(self, document: str, **values: Any) -> None:
        """Keep settings of one document, such as ``function``.

        An empty one says that it is left to the text, whatever was said elsewhere; None takes one away.
        """
        self._record(SettingsSet(document=self.document(document).id, values=values))

    def add_run(self, command: str, documents: Sequence[str] = (), **figures: Any) -> None:
        """Record that a command went over documents, and what came out."""
        self._record(Run(command=command, documents=tuple(documents), figures=figures))

    def take_in(self, entries: Sequence[Entry], into: str | None = None) -> None:
        """Write entries of another library, signed and dated as they are.

        Args:
            entries: all of one document.
            into: id of the document that they are joined with, where it is there.

        Raises:
            DocumentLocked: somebody else has locked that document.
        """
        with self.shelf.changing():
            if into is not None and entries:
                self._refuse_locked(into)
            self.shelf.append(entries)

    def save_session(self, document: str, data: Any, name: str | None = None) -> None:
        """Keep the working state of an editing session in the place of its last one.

        Args:
            document: its id.
            data: anything that msgspec can write as JSON.
            name: tells sessions on the same document apart; the person's name unless told.

        Raises:
            LibraryReadOnly: the library can be read only.
            LibraryError: it cannot be written to; the state that was saved last is as it was.
        """
        self.shelf.refuse_read_only()
        with self.shelf.telling():
            self.shelf.sessions.save(document, name or self.who, data, at=now(), who=self.who)

    def load_session(self, document: str, kind: type[T] = object, name: str | None = None) -> T | None:  # type: ignore[assignment]
        """Return the state that was saved last, None where there is none.

        Args:
            document: its id.
            kind: a msgspec type to read it as; plain data unless told.
            name: as in ``save_session``.

        Raises:
            LibraryDamaged: it is damaged, and so is its copy; or it is of another kind.
        """
        return self.shelf.sessions.load(document, name or self.who, kind)

    def sessions(self) -> tuple[Session, ...]:
        """Return the working state that was kept of each document, the last saved first."""
        return tuple(self.shelf.sessions.all())

    def _record(self, *entries: Entry, force: bool = False) -> None:
        """Check locks, sign and date the entries, and write them."""
        with self.shelf.changing():
            for entry in entries:
                if not force and not isinstance(entry, Noted | Scored | Run):
                    self._refuse_locked(entry.document)
            signed = [_plain(msgspec.structs.replace(e, at=e.at or now(), who=e.who or self.who)) for e in entries]
            self.shelf.append(signed, made=now())

    def _refuse_locked(self, document: str) -> None:
        found = self.shelf.documents().get(document)
        if found is not None and found.lock is not None and found.lock.who != self.who:
            since = f"{found.lock.who} has locked it since {found.lock.at[:16]}"
            told = f"{since} ({found.lock.reason})" if found.lock.reason else since
            raise DocumentLocked(
                f"{found.title} ({found.id})", told, "ask for it, or use 'jdrewrite library unlock --force'"
            )

    def _recognising(self) -> Recogniser:
        documents = self.shelf.documents()
        if self._recogniser is None:
            self._recogniser = Recogniser()
        for changed in self.shelf.changed:
            self._recogniser.learn(documents[changed])
        self.shelf.changed.clear()
        return self._recogniser


def _plain(entry: Entry) -> Entry:
    """Return the entry as UTF-8 can hold it: names of files and words of a command line may have other bytes."""
    texts = {name: value for name in entry.__struct_fields__ if isinstance(value := getattr(entry, name), str)}
    changed = {name: value.encode("utf-8", "replace").decode() for name, value in texts.items()}
    return msgspec.structs.replace(entry, **changed) if changed != texts else entry


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _path(document: Document) -> str:
    return document.path if document.path == "-" else str(Path(document.path).resolve())
