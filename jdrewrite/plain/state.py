"""The state of the conversation, and what the outside is to do for it."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from jdrewrite.editing import Row, Session
from jdrewrite.editing.carry import Kept
from jdrewrite.editing.exporting import Target
from jdrewrite.editing.looking import is_open
from jdrewrite.editing.wholetext import Change
from jdrewrite.workshop.orders import AnyOrder

Rule = Callable[["State", str], "Step"]


class State(msgspec.Struct, frozen=True, kw_only=True):
    """Where the conversation stands."""

    session: Session
    at: int = -1
    """Place of the current row among those shown; -1 before the first one, as long as none was read out."""
    heard: tuple[str, str] = ("", "")
    """Key of the row that was read out last, and the wording that was proposed in it then."""
    question: Question | None = None
    """What the next line answers; None where the next line is a command."""
    changes: tuple[Change, ...] = ()
    """What came back from the user's own editor and is before the judge."""

    @property
    def row(self) -> Row | None:
        """The current row; None as long as none was read out."""
        rows = self.session.shown
        return rows[min(self.at, len(rows) - 1)] if rows and self.at >= 0 else None

    @property
    def is_heard(self) -> bool:
        """Whether the current row was read out, with the proposal that waits in it now."""
        row = self.row
        if row is None or row.key != self.heard[0]:
            return False
        return not is_open(row) or self.heard == told_of(self.session, row)


class Question(msgspec.Struct, frozen=True):
    """A question that was asked, and what to do with the answer."""

    then: Rule


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """Something for the workshop; its answers go to ``then``."""

    order: AnyOrder
    told: str
    then: Callable[[State, tuple[object, ...]], Step]


class Write(msgspec.Struct, frozen=True, kw_only=True):
    """A file to write."""

    path: str
    target: Target
    force: bool = False
    anyway: bool = False
    """Although the file was changed on the disk since it was read."""


class Copy(msgspec.Struct, frozen=True):
    """A text for the clipboard."""

    text: str


class Visit(msgspec.Struct, frozen=True):
    """A visit to the user's own editor; the text that comes back goes to ``then``."""

    text: str
    title: str
    then: Rule


class Open(msgspec.Struct, frozen=True):
    """Another file, or the same once more."""

    path: str
    earlier: Kept | None = None
    """What was decided of it before, where nothing keeps it."""


class Leave(msgspec.Struct, frozen=True):
    """The end."""


Effect = Order | Write | Copy | Visit | Open | Leave


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What follows from a line: the next state, what to print, what to do."""

    state: State
    lines: tuple[str, ...] = ()
    effect: Effect | None = None


def told_of(session: Session, row: Row) -> tuple[str, str]:
    """Return what is read out of a row that matters to whoever decides of it: its key, and the proposed wording."""
    return row.key, "" if row.proposal is None else session.desk.text_of(row.proposal)


def said(state: State, *lines: str) -> Step:
    """Return a step that only says something."""
    return Step(state=state, lines=lines)
