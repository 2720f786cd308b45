"""Brings together what was decided in several sessions on one document. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

import msgspec

from jdrewrite.editing import Decision
from jdrewrite.editing.carry import Kept, digest
from jdrewrite.model import Anchor, Document, Proposal, Verdict

if TYPE_CHECKING:
    from jdrewrite.library import Decision as Recorded
    from jdrewrite.library import Outcome

T = TypeVar("T")
_replace = msgspec.structs.replace


def key_of(fingerprint: str, proposal: Proposal) -> str:
    """Return under what the journal has a decision: the statement, or the new line that was proposed."""
    return fingerprint or f"add:{proposal.proposed}"


def outcome(found: Decision) -> Outcome:
    """Return what a decision is called in the journal."""
    if found.state != "accepted":
        return "rejected" if found.state == "rejected" else "open"
    if found.override:
        return "overridden"
    return "edited" if found.text is not None else "accepted"


def with_journal(
    found: Kept | None,
    journal: Iterable[Recorded],
    here: Callable[[int], bool] = lambda number: True,  # noqa: ARG005
) -> Kept | None:
    """Return what a session left with the decisions that others, or other windows, have made of the document.

    The journal has every decision, in order; a session only those that it knew of. Where they differ, the journal is
    right, but for what it could not take.

    Args:
        found: as the session was saved last; None where there is none.
        journal: all decisions on the document, oldest first.
        here: tells whether a version of the document is a text of the file that is opened. What was decided of a new
            line in another file holds as long as nothing was decided of it in this one.
    """
    known = sorted(journal, key=lambda said: said.statement is not None or here(said.version))
    last = {said.key: said for said in known}
    held: dict[str, list[str]] = {}
    for print_, proposal in found.proposals if found is not None else ():
        held.setdefault(key_of(print_, proposal), []).append(proposal.id)
    now = found or Kept()
    by_id = {p.id: p for _, p in now.proposals}
    gone: set[str] = set()
    more: list[tuple[str, Proposal, Decision, str]] = []
    for key, said in last.items():
        mine = held.get(key, [])
        if mine and said.statement is None and not here(said.version):
            continue
        if key in now.waiting or any(_agree(by_id[name], now.decisions[name], said) for name in mine):
            continue
        gone.update(mine)
        if said.outcome != "open" and (said.statement is not None or said.near):
            more.append(_decided(f"kept-{said.n}", said))
    if found is None and not more:
        return None
    return _replace(
        now,
        proposals=(*(e for e in now.proposals if e[1].id not in gone), *((print_, p) for print_, p, _, _ in more)),
        decisions={
            **{name: d for name, d in now.decisions.items() if name not in gone},
            **{p.id: d for _, p, d, _ in more},
        },
        near={**now.near, **{p.id: near for _, p, _, near in more if near}},
        others=frozenset(p.id for _, p, _, _ in more),
    )


def asking(found: Kept | None, agreed: Iterable[Recorded], document: Document) -> Kept | None:
    """Return what a session left, with new lines open that were agreed for another file: each is a commitment.

    Args:
        found: with the journal.
        agreed: decisions that were made on this file.
        document: as it is opened.
    """
    if found is None:
        return None
    own = {said.key for said in agreed}
    foreign = found.path != document.path and found.source != digest(document)
    asked = {
        p.id: _replace(found.decisions[p.id], state="open", override="")
        for print_, p in found.proposals
        if p.original is None
        and found.decisions[p.id].state == "accepted"
        and key_of(print_, p) not in own
        and (foreign or p.id in found.others)
    }
    return _replace(found, decisions={**found.decisions, **asked}) if asked else found


def decided(found: Kept) -> Kept:
    """Return what was decided of this file, without what is only asked of it."""
    held = {key: said for key, said in found.decisions.items() if said.state != "open"}
    return _replace(found, proposals=tuple(e for e in found.proposals if e[1].id in held), decisions=held)


def said(found: Kept) -> dict[str, str]:
    """Return what a person said of a document, as its settings have it; empty where it is left to the text."""
    return {"function": found.function or "", "serves": found.serves}


def with_settings(found: Kept | None, settings: Mapping[str, str]) -> Kept | None:
    """Return what a session left with what is set for its document, which every command and every window sets.

    Args:
        found: None where there is no session.
        settings: of the document; what it does not name was never set, and the session is right.
    """
    now = found or Kept()
    told = {**said(now), **{name: settings[name] for name in said(now) if name in settings}}
    return found if told == said(now) else _replace(now, function=told["function"] or None, serves=told["serves"])


def together(base: Kept, other: Kept, mine: Kept) -> Kept:
    """Return the notes and locks of two sessions that began alike: what one of them changed is changed.

    Args:
        base: from which both began.
        other: as another process has saved it meanwhile.
        mine: as it is to be saved.
    """
    locks = _merged(dict.fromkeys(base.locks, ""), dict.fromkeys(other.locks, ""), dict.fromkeys(mine.locks, ""))
    return _replace(
        mine,
        notes=_merged(base.notes, other.notes, mine.notes),
        drafts=_merged(base.drafts, other.drafts, mine.drafts),
        locks=tuple(sorted(locks)),
    )


def _merged(base: dict[str, T], other: dict[str, T], mine: dict[str, T]) -> dict[str, T]:
    found: dict[str, T] = {}
    for key in {**other, **mine}:
        side = other if mine.get(key) == base.get(key) else mine
        if key in side:
            found[key] = side[key]
    return found


def _agree(proposal: Proposal, mine: Decision, said: Recorded) -> bool:
    from jdrewrite.library import TAKEN

    if said.outcome in TAKEN:
        text = proposal.proposed if mine.text is None else mine.text
        return mine.state == "accepted" and text == said.wording
    return mine.state == said.outcome


def _decided(name: str, said: Recorded) -> tuple[str, Proposal, Decision, str]:
    """Return a decision of the journal as an earlier session would have left it."""
    verdict = Verdict(passed=said.passed is True)
    proposal = Proposal(
        id=name,
        kind="add" if said.kind == "add" else "connect" if said.kind == "connect" else "reframe",
        engine=said.engine,
        anchor=Anchor(block="", start=0, end=0),
        statement=None,
        original=said.original,
        proposed=said.proposed,
        lenses=(),
        rationale="",
        source=said.source,
        verdict=verdict,
    )
    own = said.text or None
    decision = Decision(
        state="rejected" if said.outcome == "rejected" else "accepted",
        text=own,
        verdict=verdict if own else None,
        override=said.reason if said.outcome == "overridden" else "",
    )
    return said.statement or "", proposal, decision, said.near
