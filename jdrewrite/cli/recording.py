"""What ``check`` and ``rewrite`` keep in the library when ``--library`` asks them to, and what it remembers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jdrewrite.cli.diagnostics import say
from jdrewrite.cli.documents_json import decided
from jdrewrite.cli.inputs import STDIN
from jdrewrite.cli.shapes import Recorded
from jdrewrite.language.counted import counted
from jdrewrite.model import Assessment, Document
from jdrewrite.rounding import half_up

if TYPE_CHECKING:
    from jdrewrite.cli.output import Page
    from jdrewrite.library import Decision, Library, Match
    from jdrewrite.revision import Revision

LibraryOption = Annotated[
    str | None,
    typer.Option(
        "--library",
        metavar="DIR",
        help="Record this in a library, and keep to earlier decisions. 'default' is your own library.",
    ),
]

_SETTLED = frozenset({"agreed", "published", "archived"})
"""States in which nobody expects that a text is worked on."""


class Recorder:
    """Keeps what a command did; does nothing where no library was asked for."""

    def __init__(self, library: Library | None, command: str) -> None:
        """Name the library and the command.

        Args:
            library: where to keep it; None to keep nothing.
            command: ``check`` or ``rewrite``.
        """
        self._library = library
        self._command = command
        self._matches: dict[str, Match] = {}
        self._scores: list[float] = []
        self._named: set[tuple[str, str]] = set()
        """Path and id of the proposals that a person accepted by name."""
        self._told: set[str] = set()
        """Ids of the documents of which it was told that they are settled."""

    def saw(self, document: Document) -> None:
        """Keep a document that was read."""
        if self._library is not None:
            self._matches[document.path] = self._library.put(document)

    def known(self, document: Document, function: str | None) -> tuple[Document, str | None]:
        """Return the document with whom it serves, and its function: as is asked for, else as was set for it.

        Nothing is kept: a document that is sent ahead may never have its turn.
        """
        if self._library is None:
            return document, function
        match = self._matches.get(document.path) or self._library.recognise(document)
        if match is None:
            return document, function
        settings = self._library.document(match.document).settings
        named = document if document.serves else document.serving(settings.get("serves") or "")
        return named, (settings.get("function") or None) if function is None else function

    def remembered(self, document: Document, reject: Sequence[str], take: Sequence[str]) -> dict[str, Any]:
        """Return what ``revise`` is told beside the usual: decisions that hold, what is rejected and accepted now."""
        told: dict[str, Any] = {}
        if self._library is not None:
            told["standing"] = self._binding(document)
        if reject:
            told["reject"] = reject
        if take:
            told["take"] = take
        return told

    def scored(self, document: Document, assessment: Assessment) -> None:
        """Keep the score of a document that was seen."""
        match = self._matches.get(document.path)
        if self._library is not None and match is not None:
            self._library.scored(match.document, match.version, assessment)
            self._scores.append(assessment.score.total)

    def revised(
        self, document: Document, revision: Revision, reject: Sequence[str], reason: str, take: Sequence[str]
    ) -> None:
        """Keep the score, and what the person rejected and accepted by its id."""
        self.scored(document, revision.before)
        rejected = [p for p in revision.proposals if p.id in reject]
        self._decided(document, revision, rejected, "rejected", reason=reason)
        self._named.update((document.path, name) for name in take)
        self._decided(document, revision, [p for p in revision.proposals if p.id in take], "accepted")

    def written(self, revised: Sequence[tuple[Document, Revision]], out: str) -> None:
        """Keep the rewritten texts as versions, and that a command accepted their proposals, unseen."""
        from jdrewrite.documents import edited, read

        for document, revision in revised:
            match = self._matches.get(document.path)
            if self._library is None or match is None:
                continue
            new = [
                p
                for p in revision.proposals
                if p.id in revision.accepted
                and p.id not in revision.decided
                and (document.path, p.id) not in self._named
            ]
            self._decided(document, revision, new, "accepted", reason="of a kind that was to be accepted", by="batch")
            self._tell_settled(match)
            alone = out != STDIN and document.place is None
            result = read(out) if alone else edited(document, revision.edits)
            kept = self._library.put(
                result, origin="rewritten", of=match.document, parent=match.version, note=f"written to {out}"
            )
            self._library.scored(kept.document, kept.version, revision.after)

    def shape(self, document: Document) -> Recorded | None:
        """Return what the JSON output says of it."""
        match = self._matches.get(document.path)
        if self._library is None or match is None:
            return None
        return Recorded(
            document=match.document,
            version=match.version,
            how=match.how,
            state=self._library.document(match.document).state,
            decisions=tuple(decided(found) for found in self._standing(document).values()),
        )

    def show(self, page: Page, document: Document) -> None:
        """Print what the library knows of the document, with the decisions that hold."""
        match = self._matches.get(document.path)
        if self._library is None or match is None:
            return
        from jdrewrite.cli import text_library

        stored = self._library.document(match.document)
        how = {"new": "new in the library", "same": "as it was seen before", "version": "a further version"}[match.how]
        versions = f"version {match.version} of {counted(len(stored.versions), 'version')}"
        lock = f", locked by {stored.lock.who}" if stored.lock else ""
        page.line("Library    ", f"{stored.id}, {versions}, {how}; {stored.state}{lock}")
        held = self._standing(document)
        if held:
            page.line("Decided    ", text_library.summary(held.values()))
            for decision in held.values():
                text_library.shown(page, decision, indent=11)

    def end(self) -> None:
        """Record the run."""
        if self._library is not None and self._matches:
            ids = [match.document for match in self._matches.values()]
            self._library.add_run(self._command, ids, scores=[half_up(score, 1) for score in self._scores])

    def _standing(self, document: Document) -> dict[str, Decision]:
        match = self._matches.get(document.path)
        return self._library.standing(match.document) if self._library is not None and match is not None else {}

    def _binding(self, document: Document) -> dict[str, Decision]:
        """Return the decisions that hold without a question: a new line that was agreed for another file is none."""
        match = self._matches.get(document.path)
        if self._library is None or match is None:
            return {}
        own = self._library.document(match.document).versions_of(document.path, match.version)
        standing = self._standing(document).items()
        return {
            key: said
            for key, said in standing
            if said.statement is not None or said.outcome == "rejected" or said.version in own
        }

    def _decided(
        self, document: Document, revision: Revision, proposals: Sequence[Any], outcome: Any, **values: Any
    ) -> None:
        from jdrewrite.library import decision

        match = self._matches.get(document.path)
        if self._library is not None and match is not None and proposals:
            self._tell_settled(match)
            self._library.record(
                *[decision(match, p, outcome, assessment=revision.before, **values) for p in proposals]
            )

    def _tell_settled(self, match: Match) -> None:
        """Say once of a document that it is agreed or locked, before anything of it is decided or written."""
        if self._library is None or match.document in self._told:
            return
        self._told.add(match.document)
        stored = self._library.document(match.document)
        told: list[str] = [stored.state] if stored.state in _SETTLED else []
        if stored.lock is not None and stored.lock.who == self._library.who:
            told.append("locked by you, which keeps others out and not you")
        if told:
            say(f"{stored.title} ({stored.id}) is {' and '.join(told)}: what is decided and written now is kept")


@contextmanager
def recorder(folder: str | None, command: str) -> Iterator[Recorder]:
    """Open the library that was asked for, if one was.

    Args:
        folder: as ``--library`` was given; None for no library.
        command: that is to be recorded.

    Raises:
        LibraryError: the library cannot be opened.
    """
    if folder is None:
        yield Recorder(None, command)
        return
    from jdrewrite.cli.library_access import opened

    with opened(folder, create=True) as library:
        record = Recorder(library, command)
        yield record
        record.end()
