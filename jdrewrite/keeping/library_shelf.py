"""The library as a shelf: sessions replace each other, decisions go into its journal one by one."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.editing import Decision, Session
from jdrewrite.editing.carry import Kept, Printed, digest, near, settled
from jdrewrite.editing.session import left
from jdrewrite.errors import JdrewriteError
from jdrewrite.keeping.merging import asking, decided, key_of, outcome, said, together, with_journal, with_settings
from jdrewrite.keeping.shelf import Entry, State
from jdrewrite.language import words
from jdrewrite.model import Document, Proposal

if TYPE_CHECKING:
    from jdrewrite.library import Library, Match, StoredDocument

MOST = 60
"""Documents that the pane lists; the library itself has them all."""
_Key = tuple[str, str]
"""Path and sha256 of a file."""
_DONE = frozenset({"agreed", "published", "archived"})


class LibraryShelf:
    """Opens the library when it is first needed; may be used from several threads."""

    def __init__(self) -> None:
        self._library: Library | None = None
        self._lock = threading.RLock()
        self._matches: dict[_Key, Match] = {}
        self._recorded: dict[_Key, Kept] = {}
        """What the journal has of each document, as far as its desk knows."""
        self._saved: dict[_Key, Kept] = {}
        """As the session was last read or saved for that desk."""
        self._scored: set[tuple[str, int]] = set()
        self._settings: dict[_Key, dict[str, str]] = {}
        """What a person said of each document, as it was last read or set."""

    def earlier(self, document: Document) -> Kept | None:
        """Return what an earlier session left, and what the journal knows of decisions made elsewhere.

        Raises:
            LibraryError: the library cannot be opened or read.
        """
        with self._lock:
            library, match, key = self._open(), self._match(document), _key(document)
            saved = _session_of(library, match.document, document.path)
            stored, journal = library.document(match.document), tuple(library.decisions(match.document))
            own = stored.versions_of(document.path, match.version)
            found = with_journal(saved, journal, own.__contains__)
            found = asking(found, (d for d in journal if d.version in own), document)
            self._saved[key] = saved or Kept()
            self._recorded[key] = decided(found or Kept())
            told = with_settings(found, stored.settings)
            self._settings[key] = said(told or Kept())
            return told

    def keep(self, document: Document, session: Session) -> None:
        """Put what was decided since the last time into the journal, and keep the session.

        Raises:
            LibraryError: it cannot be kept.
        """
        with self._lock:
            library, match, key = self._open(), self._match(document), _key(document)
            now, trouble = left(session), None
            try:
                self._record(match, session, now)
                self._set(match, key, now)
            except JdrewriteError as error:  # the session is kept all the same, and knows what the journal has not
                trouble = error
                last = self._recorded.get(key, Kept())
                waiting = {key_of(*entry) for entry, _ in _changes(last, now)}
                now = msgspec.structs.replace(now, waiting=tuple(sorted(waiting)))
            there, base = _session_of(library, match.document, document.path), self._saved.get(key, Kept())
            if there is not None and there != base:
                now = together(base, there, now)
            before = library.load_session(match.document, Kept)
            if before is not None and before.path and not _one_file(before.path, document.path):
                library.save_session(match.document, before, _aside(library, before.path))
            library.save_session(match.document, msgspec.structs.replace(now, path=_place(document.path)))
            self._saved[key] = now
            if trouble is not None:
                raise trouble
            assessment = session.desk.assessment
            if assessment is not None and (match.document, match.version) not in self._scored:
                library.scored(match.document, match.version, assessment)
                self._scored.add((match.document, match.version))

    def turn(self, document: Document) -> bool:
        """Mark a document as agreed, or as a draft again where it is done; return whether it is done now.

        Raises:
            LibraryError: it cannot be written, or somebody else has locked the document.
        """
        with self._lock:
            library, name = self._open(), self._match(document).document
            done = library.document(name).state not in _DONE
            library.set_state(name, "agreed" if done else "draft")
            return done

    def entries(self) -> tuple[Entry, ...]:
        """Return the documents that changed last.

        Raises:
            LibraryError: the library cannot be read.
        """
        with self._lock:
            library = self._open()
            return tuple(self._entry(library, stored) for stored in library.documents(limit=MOST))

    def _entry(self, library: Library, stored: StoredDocument) -> Entry:
        session = library.load_session(stored.id, Kept)
        state: State = "done" if stored.state in _DONE else "work" if session is not None or stored.decided else "new"
        score = stored.latest.score
        if session is not None and (session.score is not None or session.decisions):
            score = session.score  # none where nobody weighed what was decided last: an old one would be false
        title = session.title if session is not None and session.title else stored.title
        return Entry(path=stored.latest.path, title=title, state=state, score=score)

    def _record(self, match: Match, session: Session, now: Kept) -> None:
        from jdrewrite.library import decision

        desk, made, key = session.desk, [], _key(session.desk.document)
        if desk.assessment is None:
            return
        last = self._recorded.get(key, Kept())
        document, prints = desk.document, {s.fingerprint for s in desk.assessment.statements}
        done = settled(document, last)  # part of this text; in the one without them the decisions hold
        for (print_, proposal), found in (c for c in _changes(last, now) if not (_is_open(c) and c[0][1].id in done)):
            if found.state == "open" and not (print_ in prints if print_ else _has(document, proposal)):
                continue  # the line is gone from this version; in the one that has it the decision holds
            text = found.text if found.text is not None else ""
            verdict = found.verdict if found.text is not None else proposal.verdict
            entry = decision(
                match,
                proposal,
                outcome(found),
                assessment=desk.assessment,
                text=text,
                reason=found.override,
                passed=verdict.passed if verdict is not None else None,
                near=now.near.get(proposal.id) or near(desk, proposal) if proposal.statement is None else "",
            )
            made.append(msgspec.structs.replace(entry, statement=print_ or None))
        if made:
            self._open().record(*made)
        self._recorded[key] = now

    def _set(self, match: Match, key: _Key, now: Kept) -> None:
        """Set for the document what the person said otherwise since the last time, so that every command knows it."""
        last, told = self._settings.get(key, said(Kept())), said(now)
        changed = {name: value for name, value in told.items() if value != last[name]}
        if changed:
            self._open().set_settings(match.document, **changed)
        self._settings[key] = told

    def _open(self) -> Library:
        if self._library is None:
            from jdrewrite.library import open_library

            self._library = open_library()
        return self._library

    def _match(self, document: Document) -> Match:
        key = _key(document)
        if key not in self._matches:
            self._matches[key] = self._open().put(document)
        return self._matches[key]


def _session_of(library: Library, document: str, path: str) -> Kept | None:
    """Return the session that was kept last of this file; where there is none, that of another file with the document.

    A file and its export are one document. What was done in one of them is not what can be undone in the other.
    """
    last = library.load_session(document, Kept)
    own = last
    if last is not None and not _one_file(last.path, path):
        own = library.load_session(document, Kept, _aside(library, path))
    return msgspec.structs.replace(own, path=path) if own is not None else last


def _aside(library: Library, path: str) -> str:
    """Return under which name the session of a file is kept, while another file with its document is worked on."""
    return f"{library.who} at {words.digest(_place(path))}"


def _one_file(path: str, other: str) -> bool:
    return _place(path) == _place(other)


def _place(path: str) -> str:
    """Return what a file is called from wherever it is opened."""
    return str(Path(path).resolve()) if path not in ("", "-") else path


def _has(document: Document, proposal: Proposal) -> bool:
    return proposal.original is None or any(block.text == proposal.original for block in document.blocks)


def _is_open(change: tuple[Printed, Decision]) -> bool:
    return change[1].state == "open"


def _key(document: Document) -> _Key:
    """Return what tells texts apart: a file that was changed and read again is another one."""
    return document.path, digest(document)


def _changes(last: Kept, now: Kept) -> list[tuple[Printed, Decision]]:
    """Return what is to be recorded: first what was taken back, then what was decided otherwise.

    A decision is about a line, whichever of its wordings it chose: the last one on a line is the one that holds.
    """
    was: dict[str, list[tuple[str, Decision]]] = {}
    for print_, p in last.proposals:
        was.setdefault(key_of(print_, p), []).append((p.proposed, last.decisions[p.id]))
    there = {key_of(*entry) for entry in now.proposals}
    back = [(entry, Decision()) for entry in last.proposals if key_of(*entry) not in there]
    made = [
        (entry, now.decisions[entry[1].id])
        for entry in now.proposals
        if (entry[1].proposed, now.decisions[entry[1].id]) not in was.get(key_of(*entry), ())
    ]
    return [*back, *sorted(made, key=lambda change: change[1].state == "accepted")]
