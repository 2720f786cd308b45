"""An editing session: the history of the desk, what is looked at, and what is known of the result."""

from __future__ import annotations

import msgspec

from jdrewrite.editing.carry import Kept, joined, reread, restored
from jdrewrite.editing.desk import Desk
from jdrewrite.editing.history import History
from jdrewrite.editing.looking import lit, through
from jdrewrite.editing.movement import Move, moves
from jdrewrite.editing.places import Spot, of_result
from jdrewrite.editing.rows import Row, View, rows
from jdrewrite.model import Assessment, Document, Lens, Proposal

_replace = msgspec.structs.replace


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that both fronts share, at one moment."""

    history: History
    view: View = "review"
    lens: Lens | None = None
    """Only rows that speak through this lens are shown; None shows all."""
    needle: str = ""
    """A word that is searched for."""
    offers: dict[str, tuple[Proposal, ...]] = {}
    """Other wordings that were asked for, by statement id, judged."""
    after: Assessment | None = None
    """The result as a reader of the written file would see it."""
    places: dict[int, tuple[Spot, ...]] = {}
    """What the lines of ``after`` are called."""
    moved: tuple[Move, ...] = ()
    """What moved the score at the last change."""

    @property
    def desk(self) -> Desk:
        """The present desk."""
        return self.history.now

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows of the present view, through the lens, with the searched word marked."""
        return lit(through(rows(self.desk, self.view), self.lens), self.needle)

    def did(self, desk: Desk, what: str) -> Session:
        """Return the session after an action of the person."""
        return _replace(self, history=self.history.moved(desk, what))

    def looking(self, *, view: View | None = None, lens: Lens | None = None, needle: str | None = None) -> Session:
        """Return the session with another view, lens or searched word. No action: nothing to undo.

        ``lens`` is always taken over, so that None shows all rows again.
        """
        return _replace(self, view=view or self.view, lens=lens, needle=self.needle if needle is None else needle)


def opened(document: Document) -> Session:
    """Return the session of a document that was just read."""
    return Session(history=History(now=Desk(document=document)))


def analysed(session: Session, assessment: Assessment, *, function: str | None = None, did: str = "") -> Session:
    """Return the session with an analysis; what was decided stays, open proposals go.

    Args:
        session: before.
        assessment: of the document as it came.
        function: slug that a person chose, None where the analysis did.
        did: what the person did to have it analysed anew; empty for the first analysis, which is no action.
    """
    desk = _replace(reread(session.desk, assessment, ()), function=function)
    history = session.history.moved(desk, did) if did else session.history.replaced(desk)
    changed = session.desk.edits() and session.after
    after, places = (
        (session.after, session.places) if changed else (assessment, of_result(rows(desk, "result"), assessment))
    )
    return _replace(session, history=history, offers={}, after=after, places=places)


def with_engine(session: Session, engine: str) -> Session:
    """Return the session with another engine; open proposals of the one before go."""
    desk = session.desk
    if desk.assessment is None or engine == desk.engine:
        return session
    fresh = _replace(reread(desk, desk.assessment, ()), engine=engine)
    return _replace(session.did(fresh, f"chose the engine {engine}"), offers={})


def listened(session: Session) -> Session:
    """Return the session once customers were heard: what was decided stays, open proposals go, to be made anew."""
    desk = session.desk
    if desk.assessment is None:
        return session
    return _replace(session.did(reread(desk, desk.assessment, ()), "listened to what customers say"), offers={})


def proposed(session: Session, proposals: tuple[Proposal, ...]) -> Session:
    """Return the session with more proposals; none takes the place of one that is there."""
    return _replace(session, history=session.history.replaced(joined(session.desk, proposals)))


def resumed(session: Session, earlier: Kept) -> Session:
    """Return the session with the decisions of an earlier one."""
    desk = restored(session.desk, earlier)
    return _replace(session, history=_replace(session.history.replaced(desk), saved=desk))


def scored(session: Session, after: Assessment) -> Session:
    """Return the session with the analysis of the result, and what moved the score."""
    places = of_result(rows(session.desk, "result"), after)
    moved = moves(session.after, after, session.places, places) if session.after is not None else ()
    return _replace(session, after=after, places=places, moved=moved)


def progress(desk: Desk) -> tuple[int, int]:
    """Return how many proposals were decided of, and how many there are."""
    return sum(desk.decision(p.id).state != "open" for p in desk.proposals), len(desk.proposals)
