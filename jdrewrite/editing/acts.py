"""What a person does to a row. Each act returns another session, or says in words why it cannot be done now."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from jdrewrite.editing import own
from jdrewrite.editing.desk import BY_HAND, PERSON
from jdrewrite.editing.movement import gained
from jdrewrite.editing.notnow import NotNow
from jdrewrite.editing.rows import Row
from jdrewrite.editing.session import Session
from jdrewrite.model import KINDS, Edit, Kind, Lens, Proposal, Verdict

KIND_NAMES: dict[Kind, str] = {"reframe": "reframe", "connect": "connect", "add": "new line"}


def accept(session: Session, row: Row | None, reason: str = "") -> Session:
    """Accept the proposal of a row.

    Args:
        session: before.
        row: where the cursor is.
        reason: why a refused wording should stand; recorded.

    Raises:
        NotNow: there is no proposal, or the line is locked.
        ProposalRefused: the judge refused the wording, and no reason is given.
    """
    row, proposal = _with_proposal(row)
    _unlocked(row)
    desk = session.desk.accepted(proposal.id, override=reason)
    return session.did(desk, f"accepted the proposal {where(row)}")


def reject(session: Session, row: Row | None) -> Session:
    """Reject the proposal of a row; the line stays as it was.

    Raises:
        NotNow: there is no proposal.
    """
    row, proposal = _with_proposal(row)
    return session.did(session.desk.rejected(proposal.id), f"rejected the proposal {where(row)}")


def reopen(session: Session, row: Row | None) -> Session:
    """Take a decision back, whenever it was made.

    Raises:
        NotNow: there is no decision.
    """
    row, proposal = _with_proposal(row)
    if session.desk.decision(proposal.id).state == "open":
        raise NotNow("Nothing was decided here yet.")
    return session.did(session.desk.reopened(proposal.id), f"took the decision back {where(row)}")


def accept_kind(session: Session, kind: Kind) -> Session:
    """Accept every open proposal of a kind that passed the judge and is not locked.

    Raises:
        NotNow: there is none.
    """
    desk = session.desk.all_accepted(kind)
    if desk == session.desk:
        raise NotNow(f"There is no open proposal of the kind '{KIND_NAMES[kind]}' that passed.")
    return session.did(desk, f"accepted all of the kind '{KIND_NAMES[kind]}'")


def open_kinds(session: Session) -> dict[Kind, int]:
    """Return how many proposals of each kind could be accepted at once."""
    desk = session.desk
    ready = [p for p in desk.of("open") if desk.passed(p) and not desk.is_locked(p)]
    return {kind: count for kind in KINDS if (count := sum(p.kind == kind for p in ready))}


def reword(
    session: Session, row: Row, text: str, verdict: Verdict, reason: str = "", *, gains: Sequence[Lens] = ()
) -> Session:
    """Put a person's own words in the place of a row.

    Args:
        session: before.
        row: the line.
        text: the words.
        verdict: of the judge on them.
        reason: why refused words should stand; recorded.
        gains: lenses through which they say more than the line did.

    Raises:
        NotNow: the line is locked, or the text is not analysed yet.
        ProposalRefused: the judge refused the words, and no reason is given.
    """
    _unlocked(row)
    did = f"rewrote the words {where(row)}"
    if row.proposal is not None:
        said = gained(own.OWN if row.proposal.engine == PERSON else BY_HAND, gains)
        return session.did(session.desk.reworded(row.proposal.id, text, verdict, override=reason, why=said), did)
    if row.statement is None:
        raise NotNow("The text is still being read.")
    why = gained(own.OWN, gains)
    return session.did(own.written(session.desk, row.statement, text, verdict, override=reason, why=why), did)


def add_line(
    session: Session, row: Row, text: str, verdict: Verdict, reason: str = "", *, gains: Sequence[Lens] = ()
) -> Session:
    """Put a person's own new line right below a row; below a paragraph of several sentences, behind all of them.

    Raises:
        ProposalRefused: the judge refused the line, and no reason is given.
    """
    below = row.proposal.id if row.proposal is not None and row.proposal.original is None else None
    why = gained(own.OWN, gains)
    desk = own.added(session.desk, row.block, text, verdict, override=reason, why=why, below=below)
    return session.did(desk, f"wrote a new line below line {row.place}")


def trial(session: Session, row: Row, text: str, *, new: bool) -> tuple[Edit, ...]:
    """Return the edits that the document would have with a text that is still being typed, whatever the judge says.

    Args:
        session: before.
        row: the line that is written, or below which a new one is.
        text: as typed so far.
        new: a new line.
    """
    passed = Verdict(passed=True)
    if not text:
        return session.desk.edits()
    if new:
        return own.added(session.desk, row.block, text, passed).edits()
    return reword(session, row, text, passed).desk.edits()


def take(session: Session, row: Row, other: Proposal, reason: str = "") -> Session:
    """Take one of the other wordings for a statement.

    Raises:
        NotNow: the line is locked.
        ProposalRefused: the judge refused it, and no reason is given.
    """
    _unlocked(row)
    desk = session.desk.offered(other).accepted(other.id, override=reason)
    return session.did(desk, f"took another wording {where(row)}")


def lock(session: Session, row: Row | None) -> Session:
    """Lock a statement, or unlock it.

    Raises:
        NotNow: there is no statement here, or the file itself locks it.
    """
    if row is None or row.statement is None:
        raise NotNow("Only lines of the document can be locked.")
    if row.statement.locked:
        raise NotNow("The file itself keeps this line: it can be changed in Word only.")
    did = f"{'unlocked' if row.locked else 'locked'} line {row.place}"
    return session.did(session.desk.locked(row.statement.fingerprint), did)


def note(session: Session, row: Row | None, text: str) -> Session:
    """Put a note at a statement; an empty text takes it away.

    Raises:
        NotNow: there is no statement here.
    """
    if row is None or row.statement is None:
        raise NotNow("Notes go to lines of the document.")
    did = f"{'wrote' if text.strip() else 'removed'} a note {where(row)}"
    return session.did(session.desk.noted(row.statement.fingerprint, text), did)


def undo(session: Session) -> tuple[Session, str]:
    """Return the session one action back, and what was undone.

    Raises:
        NotNow: there is nothing to undo.
    """
    if not session.history.past:
        raise NotNow("There is nothing to undo.")
    did = session.history.past[-1].did
    return msgspec.structs.replace(session, history=session.history.undone()), did


def redo(session: Session) -> tuple[Session, str]:
    """Return the session one action forward, and what was done again.

    Raises:
        NotNow: there is nothing to do again.
    """
    if not session.history.future:
        raise NotNow("There is nothing to do again.")
    did = session.history.future[0].did
    return msgspec.structs.replace(session, history=session.history.redone()), did


def where(row: Row) -> str:
    """Return where a row is, in words."""
    return f"in line {row.place}"


def no_other(row: Row, edit: str) -> str:
    """Return what is said where no wording can be offered for a line; it must not deny an example that is shown.

    Args:
        row: the line.
        edit: what writes a line in one's own words, as the front calls it.
    """
    if any("For instance" in found.suggestion for found in row.findings):
        return (
            "No wording is ready that would surely be true here. The example that is shown is an idea to check with "
            f"whoever knows the work: {edit} lets you write it in."
        )
    return f"There is no other wording for this line that would surely be true. {edit} lets you write your own."


def _with_proposal(row: Row | None) -> tuple[Row, Proposal]:
    if row is None or row.proposal is None:
        raise NotNow("There is no proposal for this line.")
    return row, row.proposal


def _unlocked(row: Row) -> None:
    if row.statement is not None and row.statement.locked:
        raise NotNow("The file itself keeps this line: it can be changed in Word only.")
    if row.locked:
        raise NotNow("This line is locked. Unlock it first.")
