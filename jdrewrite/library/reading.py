"""What an open library holds, asked for in every way."""

from __future__ import annotations

import getpass
import os
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from jdrewrite.errors import UnknownDocument
from jdrewrite.library.entries import Decision, Noted, Run, State, StateSet
from jdrewrite.library.shelf import Shelf
from jdrewrite.library.values import StoredDocument, Version


class Reader:
    """The half of a library that changes nothing."""

    def __init__(self, shelf: Shelf, who: str | None = None) -> None:
        self.shelf = shelf
        """The files; for what looks after them, not for those who use the library."""
        self.who = who or user_name()
        """Who does what is done from here."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Fold the journal in if it has grown, and let go of all files."""
        self.shelf.close()

    @property
    def path(self) -> Path:
        """The folder."""
        return self.shelf.layout.root

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed; the notices say why."""
        return self.shelf.read_only

    @property
    def notices(self) -> tuple[str, ...]:
        """What was found damaged or unusual since it was opened, in plain words."""
        return tuple(self.shelf.notices)

    def documents(
        self,
        *,
        states: Collection[State] = (),
        function: str | None = None,
        words: str = "",
        limit: int | None = None,
    ) -> tuple[StoredDocument, ...]:
        """Return documents, the one that changed last first.

        Args:
            states: only those in one of these states.
            function: only those whose latest analysed version is of this function.
            words: only those with these letters in title or path.
            limit: at most so many.
        """
        wanted = words.casefold()
        found = [
            document
            for document in self.shelf.documents().values()
            if (not states or document.state in states)
            and (function is None or document.latest.function == function)
            and (wanted in document.title.casefold() or wanted in document.latest.path.casefold())
        ]
        return tuple(sorted(found, key=lambda d: -d.touched)[:limit])

    def document(self, name: str) -> StoredDocument:
        """Return one document.

        Args:
            name: its id or how the id begins, the path of its file, or its title.

        Raises:
            UnknownDocument: none goes by this name, or several do.
        """
        known = self.shelf.documents()
        if name in known:
            return known[name]
        path = str(Path(name).resolve())
        for meant in (
            [d for d in known.values() if any(v.path == path for v in d.versions)],
            [d for d in known.values() if len(name) > 2 and d.id.startswith(name.lower())],
            [d for d in known.values() if d.title.casefold() == name.casefold()],
        ):
            if len(meant) == 1:
                return meant[0]
            if meant:
                ids = ", ".join(sorted(d.id for d in meant)[:5])
                raise UnknownDocument(name, f"{len(meant)} documents go by this name", f"name one by its id: {ids}")
        raise UnknownDocument(name, "it is not in the library", "'jdrewrite library list' shows what is")

    def version(self, document: str, number: int | None = None) -> Version:
        """Return a version of a document, the latest unless told.

        Raises:
            UnknownDocument: there is no such document or version.
        """
        found = self.document(document)
        try:
            return found.version(number)
        except KeyError:
            raise UnknownDocument(
                f"{found.id} version {number}", f"the document has {len(found.versions)}", "name one of these"
            ) from None

    def text(self, document: str, number: int | None = None) -> bytes:
        """Return the bytes of a version, as they came, the latest unless told.

        Raises:
            UnknownDocument: there is no such document or version.
            LibraryDamaged: the text is damaged, and so is its copy.
        """
        return self.shelf.text(self.version(document, number).text)

    def decisions(self, document: str) -> tuple[Decision, ...]:
        """Return all decisions on a document, oldest first; those that were taken back or replaced included."""
        return self.shelf.decisions(self.document(document).id)

    def standing(self, document: str) -> dict[str, Decision]:
        """Return the decisions that hold, by ``Decision.key``: the last on each statement and each new line."""
        last = {decision.key: decision for decision in self.decisions(document)}
        return {key: decision for key, decision in last.items() if decision.outcome != "open"}

    def history(self, document: str) -> tuple[Version | Decision | StateSet | Noted, ...]:
        """Return everything that happened to a document and is still known, oldest first."""
        found = self.document(document)
        rows: list[Version | Decision | StateSet | Noted] = [
            *found.versions,
            *found.states,
            *found.notes,
            *self.decisions(found.id),
        ]
        return tuple(sorted(rows, key=lambda row: row.n))

    def runs(self) -> tuple[Run, ...]:
        """Return the commands that were recorded, oldest first."""
        return tuple(self.shelf.runs())


def user_name() -> str:
    """Return what the person is called: ``JDREWRITE_WHO``, or the name on the machine."""
    named = os.environ.get("JDREWRITE_WHO")
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"


def now() -> str:
    """Return the time in UTC, as every entry has it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
