"""The library as a shelf: sessions replace each other, decisions go into its journal one by one."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import msgspec

from jdrewrite.editing import Decision, Desk
from jdrewrite.editing.carry import Kept, kept
from jdrewrite.keeping.shelf import Entry, State
from jdrewrite.model import Anchor, Document, Proposal, Verdict

if TYPE_CHECKING:
    from jdrewrite.library import Decision as Recorded
    from jdrewrite.library import Library, Match, Outcome, StoredDocument

MOST = 60
"""Documents that the pane lists; the library itself has them all."""
_DONE = frozenset({"agreed", "published", "archived"})


class LibraryShelf:
    """Opens the library when it is first needed; may be used from several threads."""

    def __init__(self) -> None:
        self._library: Library | None = None
        self._lock = threading.RLock()
        self._matches: dict[str, Match] = {}
        self._recorded: dict[str, dict[str, Decision]] = {}
        self._scored: set[str] = set()

    def earlier(self, document: Document) -> Kept | None:
        """Return what an earlier session left, or what the journal knows of decisions made elsewhere.

        Raises:
            LibraryError: the library cannot be opened or read.
        """
        with self._lock:
            library, match = self._open(), self._match(document)
            found = library.load_session(match.document, Kept)
            if found is None:
                standing = library.standing(match.document)
                found = from_journal(standing) if standing else None
            self._recorded[match.document] = dict(found.decisions) if found is not None else {}
            return found

    def keep(self, document: Document, desk: Desk, score: float | None) -> None:
        """Keep the session, and put what was decided since the last time into the journal.

        Raises:
            LibraryError: it cannot be kept.
        """
        with self._lock:
            library, match = self._open(), self._match(document)
            now = msgspec.structs.replace(kept(desk), score=score)
            library.save_session(match.document, now)
            self._record(match, desk, now)
            if desk.assessment is not None and document.path not in self._scored:
                library.scored(match.document, match.version, desk.assessment)
                self._scored.add(document.path)

    def finish(self, document: Document, *, done: bool) -> None:
        """Mark a document as agreed, or as a draft again.

        Raises:
            LibraryError: it cannot be written.
        """
        with self._lock:
            self._open().set_state(self._match(document).document, "agreed" if done else "draft")

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
        score = session.score if session is not None and session.score is not None else stored.latest.score
        return Entry(path=stored.latest.path, title=stored.title, state=state, score=score)

    def _record(self, match: Match, desk: Desk, now: Kept) -> None:
        from jdrewrite.library import decision

        if desk.assessment is None:
            return
        last = self._recorded.setdefault(match.document, {})
        proposals = {p.id: p for p in desk.proposals}
        made = []
        for key in [*now.decisions, *(k for k in last if k not in now.decisions)]:
            found, proposal = now.decisions.get(key, Decision()), proposals.get(key)
            if proposal is None or last.get(key, Decision()) == found:
                continue
            verdict = desk.verdict_of(proposal)
            made.append(
                decision(
                    match,
                    proposal,
                    _outcome(found),
                    assessment=desk.assessment,
                    text=found.text or "",
                    reason=found.override,
                    passed=verdict.passed if verdict is not None else None,
                )
            )
        if made:
            self._open().record(*made)
        self._recorded[match.document] = dict(now.decisions)

    def _open(self) -> Library:
        if self._library is None:
            from jdrewrite.library import open_library

            self._library = open_library()
        return self._library

    def _match(self, document: Document) -> Match:
        if document.path not in self._matches:
            self._matches[document.path] = self._open().put(document)
        return self._matches[document.path]


def _outcome(found: Decision) -> Outcome:
    if found.state != "accepted":
        return "rejected" if found.state == "rejected" else "open"
    if found.override:
        return "overridden"
    return "edited" if found.text is not None else "accepted"


def from_journal(standing: dict[str, Recorded]) -> Kept:
    """Return decisions of the journal as an earlier session would have left them."""
    proposals: list[tuple[str, Proposal]] = []
    decisions: dict[str, Decision] = {}
    for number, (print_, found) in enumerate(standing.items(), 1):
        if found.outcome == "open" or found.statement is None:
            continue
        verdict = Verdict(passed=found.passed is True)
        proposal = Proposal(
            id=f"kept-{number}",
            kind="connect" if found.kind == "connect" else "reframe",
            engine=found.engine,
            anchor=Anchor(block="", start=0, end=0),
            statement="",
            original=found.original,
            proposed=found.proposed,
            lenses=(),
            rationale="Decided of earlier.",
            source=found.source,
            verdict=verdict,
        )
        proposals.append((print_, proposal))
        own = found.text or None
        state = "rejected" if found.outcome == "rejected" else "accepted"
        decisions[proposal.id] = Decision(
            state="rejected" if state == "rejected" else "accepted",
            text=own,
            verdict=verdict if own else None,
            override=found.reason if found.outcome == "overridden" else "",
        )
    return Kept(proposals=tuple(proposals), decisions=decisions)
