"""Accepted lines that name those served by an earlier word, once a person says whom the job serves.

What was decided stays, and no line is proposed a second time in the other word; the accepted ones can be put into it.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from jdrewrite.editing.carry import free, is_same_line, place_of
from jdrewrite.editing.desk import Decision, Desk
from jdrewrite.editing.rows import rows
from jdrewrite.editing.session import Session
from jdrewrite.model import Proposal

_replace = msgspec.structs.replace


def old_lines(session: Session) -> tuple[str, ...]:
    """Return what those accepted lines are called that name those served as before a person's word, which came last.

    Args:
        session: in which proposals were made anew.
    """
    word = _earlier(session)
    if not word:
        return ()
    desk = session.desk
    return tuple(
        row.place
        for row in rows(desk)
        if row.tone == "accepted" and _names(word, row.text) and not _names(_word(desk), row.text)
    )


def offer(session: Session) -> str:
    """Return the question whether accepted lines shall be put into the new word; empty where none can be."""
    count, stay = len(_renewals(session)), old_lines(session)
    if not count:
        return ""
    lines = f"Line {stay[0]}" if len(stay) == 1 else f"Lines {', '.join(stay[:-1])} and {stay[-1]}"
    name = "names" if len(stay) == 1 else "name"
    them = "it" if count == len(stay) == 1 else "them" if count == len(stay) else f"{count} of them"
    return f"{lines}, which you accepted, {name} {_earlier(session)}. Write {_word(session.desk)} in {them}?"


def told(session: Session) -> str:
    """Return in words which accepted lines keep the earlier word; empty where none does."""
    stay = old_lines(session)
    if not stay:
        return ""
    lines = f"Line {stay[0]} still names" if len(stay) == 1 else f"Lines {', '.join(stay)} still name"
    return f"{lines} {_earlier(session)}."


def renewed(session: Session) -> Session:
    """Return the session with accepted lines in the word that a person gave; each takes the place of the one before."""
    desk, word = session.desk, _word(session.desk)
    taken = {p.id for p in desk.proposals}
    for old, fresh in _renewals(session).items():
        named = _replace(fresh, id=free(fresh.id, taken))
        taken.add(named.id)
        others = {key: value for key, value in desk.decisions.items() if key != old}
        desk = _replace(
            desk,
            proposals=tuple(named if p.id == old else p for p in desk.proposals),
            decisions={**others, named.id: Decision(state="accepted")},
        )
    return session.did(desk, f"wrote {word} in the lines accepted before")


def _renewals(session: Session) -> dict[str, Proposal]:
    """Return for accepted proposals in the earlier word the same in the present one, by the id of the accepted."""
    earlier, desk = _earlier(session), session.desk
    if not earlier:
        return {}
    found = {}
    for held in desk.of("accepted"):
        mine = desk.decision(held.id).text is not None or desk.is_locked(held) or not _names(earlier, held.proposed)
        fresh = None if mine else _same(held, session.fresh)
        if fresh is not None and _names(_word(desk), fresh.proposed) and fresh.verdict and fresh.verdict.passed:
            found[held.id] = fresh
    return found


def _same(held: Proposal, fresh: Iterable[Proposal]) -> Proposal | None:
    """Return what is proposed now for the same line, or as the same new line."""
    if held.original is None:
        return next((p for p in fresh if is_same_line(p, held)), None)
    return next((p for p in fresh if p.engine == held.engine and place_of(p) == place_of(held)), None)


def _earlier(session: Session) -> str:
    """Return the word by which those served were called before a person's last action gave another; else nothing."""
    if not session.history.past:
        return ""
    before, now = session.history.past[-1].desk, session.desk
    if before.assessment is None or before.document.serves == now.document.serves:
        return ""
    word = before.assessment.customer_word.plural
    return word if word != _word(now) else ""


def _word(desk: Desk) -> str:
    return desk.assessment.customer_word.plural if desk.assessment is not None else ""


def _names(word: str, text: str) -> bool:
    from jdrewrite.analysis.served_word import form_of

    return bool(word) and form_of(word).search(text) is not None
