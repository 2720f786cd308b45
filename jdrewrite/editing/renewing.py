"""Accepted lines that name those served by an earlier word, once a person says whom the job serves.

What was decided stays, and no line is proposed a second time in the other word; the accepted ones can be put into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from jdrewrite.editing.carry import free, is_same_line, place_of
from jdrewrite.editing.desk import Decision, Desk
from jdrewrite.editing.rows import rows
from jdrewrite.editing.session import Session
from jdrewrite.model import Proposal

_replace = msgspec.structs.replace
_SHOWN = 6
"""Lines of which a question tells what they would read."""
_UNNAMED = re.compile(r"\(\?P<\w+>")
"""A group of a pattern with its name, which can stand in a pattern but once."""


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
    """Return the question whether accepted lines shall be put into the new word, with what they would read.

    Empty where none can be.
    """
    renewals, stay = _renewals(session), old_lines(session)
    count = len(renewals)
    if not count:
        return ""
    lines = f"Line {stay[0]}" if len(stay) == 1 else f"Lines {', '.join(stay[:-1])} and {stay[-1]}"
    name = "names" if len(stay) == 1 else "name"
    them = "it" if count == len(stay) == 1 else "them" if count == len(stay) else f"{count} of them"
    places = {row.proposal.id: row.place for row in rows(session.desk) if row.proposal is not None}
    texts = [f"Line {places[key]} would read: {fresh.proposed}" for key, fresh in renewals.items() if key in places]
    asked = f"{lines}, which you accepted, {name} {_earlier(session)}. Write {_word(session.desk)} in {them}?"
    more = [f"{len(texts) - _SHOWN} more lines would be written in the same way."] if len(texts) > _SHOWN + 1 else []
    return "\n".join((*(texts[:_SHOWN] if more else texts), *more, asked))


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
    """Return for accepted proposals in the earlier word the same in the present one, by the id of the accepted.

    A wording that a person chose before another one stays what it is: the first choice now is none of its own.
    """
    earlier, desk = _earlier(session), session.desk
    if not earlier:
        return {}
    found = {}
    for held in desk.of("accepted"):
        mine = desk.decision(held.id).text is not None or desk.is_locked(held) or not _names(earlier, held.proposed)
        fresh = None if mine else _same(held, session.fresh)
        if (
            fresh is not None
            and _differs_in_the_word(held, fresh, earlier, _word(desk))
            and fresh.verdict
            and fresh.verdict.passed
        ):
            found[held.id] = fresh
    return found


def _same(held: Proposal, fresh: Iterable[Proposal]) -> Proposal | None:
    """Return what is proposed now for the same line, or as the same new line."""
    if held.original is None:
        return next((p for p in fresh if is_same_line(p, held)), None)
    return next((p for p in fresh if p.engine == held.engine and place_of(p) == place_of(held)), None)


def _differs_in_the_word(held: Proposal, fresh: Proposal, earlier: str, word: str) -> bool:
    """Tell whether a wording is another one with the new word for those served in it, and otherwise the same."""
    from jdrewrite.analysis.served_word import form_of

    if not _names(word, fresh.proposed):
        return False
    one = rf"(?:{_UNNAMED.sub('(?:', form_of(word).pattern)})"
    old = form_of(earlier)
    kept = old.split(held.proposed)[:: old.groups + 1]
    said = [match.group() for match in old.finditer(held.proposed)]
    parts = [re.escape(kept[0])]
    for before, after in zip(said, kept[1:], strict=True):
        parts += [rf"(?:{re.escape(before)}|{one})", re.escape(after)]
    return re.fullmatch("".join(parts), fresh.proposed, re.IGNORECASE) is not None


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
