"""An editing session: the history of the desk, what is looked at, and what is known of the result."""

from __future__ import annotations

import msgspec

from jdrewrite.editing.carry import Kept, joined, kept, near, placer, printed, reread, restored, settled
from jdrewrite.editing.desk import Desk
from jdrewrite.editing.history import History
from jdrewrite.editing.looking import lit, through
from jdrewrite.editing.moments import moments, steps
from jdrewrite.editing.movement import Move, moves
from jdrewrite.editing.notnow import NotNow
from jdrewrite.editing.places import Spot, of_result
from jdrewrite.editing.rows import Row, View, rows
from jdrewrite.model import Assessment, Document, Edit, Lens, Proposal

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
    weighed: tuple[Edit, ...] = ()
    """The changes that ``after`` is about; others may have been made since."""
    places: dict[int, tuple[Spot, ...]] = {}
    """What the lines of ``after`` are called."""
    moved: tuple[Move, ...] = ()
    """What moved the score at the last change."""
    fresh: tuple[Proposal, ...] = ()
    """What was proposed since the text was last read, whatever of it was taken over."""
    drafts: dict[str, str] = {}
    """What was typed and not kept, by the place where it belongs."""

    @property
    def desk(self) -> Desk:
        """The present desk."""
        return self.history.now

    @property
    def shown(self) -> tuple[Row, ...]:
        """The rows of the present view, through the lens, with the searched word marked."""
        return lit(through(rows(self.desk, self.view), self.lens), self.needle)

    @property
    def first(self) -> Assessment | None:
        """The document as it came, as it was first read: for the text's own people, under its own title."""
        earlier = (step.desk.assessment for step in self.history.past)
        return next((read for read in earlier if read is not None), self.desk.assessment)

    def did(self, desk: Desk, what: str) -> Session:
        """Return the session after an action of the person."""
        return _replace(self, history=self.history.moved(desk, what))

    def drafted(self, place: str, text: str) -> Session:
        """Return the session with what was typed in a place; an empty text takes it away."""
        others = {key: value for key, value in self.drafts.items() if key != place}
        return _replace(self, drafts={**others, place: text} if text.strip() else others)

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
    return _replace(session, history=history, offers={}, fresh=(), after=after, places=places)


def titled(session: Session, title: str) -> Session:
    """Return the session with the title that a person says is the right one; the text is to be read again for it."""
    clean = " ".join(title.split())
    desk = _replace(session.desk, document=session.desk.document.titled(clean), title=clean)
    return session.did(desk, f"corrected the title to {clean}")


def serving(session: Session, words: str) -> Session:
    """Return the session with the word for those served that a person gives; the text is to be read again for it.

    Args:
        session: before.
        words: a plural as it reads in the middle of a sentence; an empty one leaves it to the text.

    Raises:
        WrongWord: it can stand in no sentence.
        NotNow: nothing is otherwise by it.
    """
    from jdrewrite.analysis.served_word import given_word

    people = given_word(words, "whom it serves") if words.strip() else ""
    if people == session.desk.document.serves:
        raise NotNow(f"It serves {people} already." if people else "It is left to the text whom the job serves.")
    desk = _replace(session.desk, document=session.desk.document.serving(people))
    return session.did(
        desk, f"said that the job serves {people}" if people else "left it to the text whom the job serves"
    )


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
    # A reading of its own: what is proposed of it is no part of the moments before, to which one can go back.
    again = reread(desk, _replace(desk.assessment), ())
    return _replace(session.did(again, "listened to what customers say"), offers={})


def proposed(session: Session, proposals: tuple[Proposal, ...]) -> Session:
    """Return the session with more proposals; none takes the place of one that is there.

    They are there in every moment that can be gone back to, as far as the text was read in the same way.
    """
    now = session.desk

    def more(desk: Desk) -> Desk:
        same = desk.assessment is now.assessment and desk.engine == now.engine
        return joined(desk, proposals) if same else desk

    return _replace(session, history=session.history.everywhere(more), fresh=(*session.fresh, *proposals))


def resumed(session: Session, earlier: Kept) -> Session:
    """Return the session with the decisions of an earlier one, and with what can be undone of them."""
    desk = restored(session.desk, earlier)
    fresh = session.desk.proposals
    done = settled(desk.document, earlier)
    placed = placer(desk, earlier.near)(e for e in (*earlier.proposals, *earlier.pool) if e[1].id not in done)
    bare = restored(_replace(session.desk, proposals=()), earlier)
    known = earlier.past if earlier.path == desk.document.path else ()  # of a copy of the file, nothing was done here
    past = steps(bare, known, {p.id: p for p in placed})
    history = _replace(session.history.replaced(desk), saved=desk, past=(*past, *session.history.past))
    if fresh:
        history = _replace(history, past=tuple(_replace(step, desk=joined(step.desk, fresh)) for step in history.past))
    return _replace(session, history=history, drafts=earlier.drafts)


def left(session: Session) -> Kept:
    """Return what the next session needs of this one."""
    desk = session.desk
    past = moments(session.history)
    there = {p.id for p in desk.proposals if desk.decision(p.id).state != "open"}
    named = {key for moment in past for key in moment.decisions} - there
    pool = {p.id: p for step in session.history.past for p in step.desk.proposals if p.id in named}
    now = kept(desk)
    return _replace(
        now,
        near={**now.near, **{p.id: near(desk, p) for p in pool.values() if p.statement is None}},
        score=session.after.score.total if session.after is not None and session.weighed == desk.edits() else None,
        drafts=session.drafts,
        past=past,
        pool=printed(desk, pool.values()),
    )


def scored(session: Session, after: Assessment) -> Session:
    """Return the session with the analysis of the result, and what moved the score."""
    places = of_result(rows(session.desk, "result"), after)
    moved = moves(session.after, after, session.places, places) if session.after is not None else ()
    return _replace(session, after=after, weighed=session.desk.edits(), places=places, moved=moved)


def progress(desk: Desk) -> tuple[int, int]:
    """Return for how many lines a proposal was decided of, and for how many there is one.

    Two wordings of one line are one.
    """
    decided: dict[tuple[str, int, int, str], bool] = {}
    for p in desk.proposals:
        place = (p.anchor.block, p.anchor.start, p.anchor.end, p.id if p.original is None else "")
        decided[place] = decided.get(place, False) or desk.decision(p.id).state != "open"
    return sum(decided.values()), len(decided)
