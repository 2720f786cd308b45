"""Takes over what a person changed in another editor: each line goes before the judge."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.editing import own
from jdrewrite.editing.desk import BY_HAND, Desk
from jdrewrite.editing.movement import gained
from jdrewrite.editing.session import Session
from jdrewrite.editing.wholetext import Change, Line
from jdrewrite.errors import ProposalRefused
from jdrewrite.language.counted import counted
from jdrewrite.language.words import plain
from jdrewrite.model import Lens, Verdict


def originals(desk: Desk, changes: Sequence[Change]) -> tuple[str | None, ...]:
    """Return the text before which the judge holds each change; None for a new line."""
    return tuple(_original(desk, change) for change in changes)


def _original(desk: Desk, change: Change) -> str | None:
    if change.kind == "added" or change.line.proposal is not None:
        return None
    return plain(desk.document.block(change.line.block).text)


def take_back(
    session: Session,
    changes: Sequence[Change],
    verdicts: Sequence[Verdict],
    reason: str = "",
    *,
    gains: Sequence[Sequence[Lens]] = (),
) -> tuple[Session, tuple[Change, ...]]:
    """Return the session with the changes that passed, and those that did not.

    Args:
        session: before.
        changes: as ``taken_back`` found them.
        verdicts: one for each.
        reason: why those that failed should stand too; recorded. Without one they are left out.
        gains: for each, lenses through which it says more than the line did.
    """
    desk, left = session.desk, []
    newest: dict[Line, str | None] = {}
    for n, (change, verdict) in enumerate(zip(changes, verdicts, strict=True)):
        lenses = gains[n] if n < len(gains) else ()
        try:
            below = newest.get(change.line, change.line.proposal)
            now = _taken(desk, change, verdict, "" if verdict.passed else reason, lenses, below)
            if change.kind == "added":  # several new lines stay in their order
                known = {p.id for p in desk.proposals}
                newest[change.line] = next(p.id for p in now.proposals if p.id not in known)
            desk = now
        except ProposalRefused:  # by the judge, or the line is locked: the others are taken all the same
            left.append(change)
    count = len(changes) - len(left)
    return session.did(desk, f"took {counted(count, 'line')} over from your editor"), tuple(left)


def told(session: Session, changes: Sequence[Change], left: Sequence[Change]) -> str:
    """Return in words how much was taken over, and what was left because it is locked."""
    where = tuple(dict.fromkeys(locked(session, left).values()))
    count = len(changes) - len(left)
    said = f"{counted(count, 'change was', 'changes were')} taken over."
    if not where:
        return said
    lines = f"Line {where[0]} is" if len(where) == 1 else f"Lines {', '.join(where)} are"
    return f"{said} {lines} locked: your text is kept, and your editor opens with it the next time."


def locked(session: Session, left: Sequence[Change]) -> dict[Change, str]:
    """Return those that cannot be made because their lines are locked, with what the lines are called."""
    held = {row.block: row.place for row in reversed(session.shown) if row.locked}
    return {c: held[c.line.block] for c in left if c.kind != "added" and c.line.block in held}


def _taken(
    desk: Desk, change: Change, verdict: Verdict, reason: str, lenses: Sequence[Lens], below: str | None
) -> Desk:
    line = change.line
    if change.kind == "added":
        said = gained(own.OWN, lenses)
        return own.added(desk, line.block, change.text, verdict, override=reason, why=said, below=below)
    if line.proposal is not None:
        if not change.text and (verdict.passed or reason):
            return desk.rejected(line.proposal)
        said = gained(BY_HAND, lenses)
        return desk.reworded(line.proposal, change.text, verdict, override=reason, why=said)
    statements = [s for s in desk.assessment.statements if s.block == line.block] if desk.assessment else []
    if any(s.locked or s.fingerprint in desk.locks for s in statements):
        raise ProposalRefused(line.block, "the line is locked", "unlock it first")
    said = gained(BY_HAND, lenses)
    if len(statements) == 1:
        return own.written(desk, statements[0], change.text, verdict, override=reason, why=said)
    return own.written_block(desk, desk.document.block(line.block), change.text, verdict, override=reason, why=said)
