"""Takes over what a person changed in another editor: each line goes before the judge."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.editing import own
from jdrewrite.editing.desk import Desk
from jdrewrite.editing.session import Session
from jdrewrite.editing.wholetext import Change
from jdrewrite.language.words import plain
from jdrewrite.model import Statement, Verdict


def originals(desk: Desk, changes: Sequence[Change]) -> tuple[str | None, ...]:
    """Return the text before which the judge holds each change; None for a new line."""
    return tuple(_original(desk, change) for change in changes)


def _original(desk: Desk, change: Change) -> str | None:
    if change.kind == "added" or change.line.proposal is not None:
        return None
    return plain(desk.document.block(change.line.block).text)


def take_back(
    session: Session, changes: Sequence[Change], verdicts: Sequence[Verdict], reason: str = ""
) -> tuple[Session, tuple[Change, ...]]:
    """Return the session with the changes that passed, and those that did not.

    Args:
        session: before.
        changes: as ``taken_back`` found them.
        verdicts: one for each.
        reason: why those that failed should stand too; recorded. Without one they are left out.
    """
    desk, left = session.desk, []
    for change, verdict in zip(changes, verdicts, strict=True):
        if (verdict.passed or reason) and not _locked(desk, change):
            desk = _taken(desk, change, verdict, "" if verdict.passed else reason)
        else:
            left.append(change)
    count = len(changes) - len(left)
    return session.did(desk, f"took {count} {'line' if count == 1 else 'lines'} over from your editor"), tuple(left)


def _taken(desk: Desk, change: Change, verdict: Verdict, reason: str) -> Desk:
    line = change.line
    if change.kind == "added":
        return own.added(desk, line.block, change.text, verdict, override=reason)
    if line.proposal is not None:
        if not change.text:
            return desk.rejected(line.proposal)
        return desk.reworded(line.proposal, change.text, verdict, override=reason)
    statements = _statements(desk, line.block)
    if len(statements) == 1:
        return own.written(desk, statements[0], change.text, verdict, override=reason)
    return own.written_block(desk, desk.document.block(line.block), change.text, verdict, override=reason)


def _locked(desk: Desk, change: Change) -> bool:
    if change.kind == "added" or change.line.proposal is not None:
        return False
    return any(s.fingerprint in desk.locks for s in _statements(desk, change.line.block))


def _statements(desk: Desk, block: str) -> list[Statement]:
    return [s for s in desk.assessment.statements if s.block == block] if desk.assessment else []
