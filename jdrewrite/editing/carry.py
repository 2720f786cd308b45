"""Carries decisions over: to another analysis of the same text, and to the next session."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable

import msgspec

from jdrewrite.editing.desk import Decision, Desk
from jdrewrite.editing.moments import Moment
from jdrewrite.language.sentences import sentences
from jdrewrite.language.words import fingerprint, plain
from jdrewrite.model import Assessment, Document, Proposal

Printed = tuple[str, Proposal]
"""A proposal with the fingerprint of its statement; the fingerprint is empty for a new line."""
_replace = msgspec.structs.replace


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What a session leaves for the next one: all that a person decided, and no text of the document but theirs."""

    proposals: tuple[Printed, ...] = ()
    """Proposals that somebody decided of."""
    decisions: dict[str, Decision] = {}
    """By id. An open one is of a new line that was agreed for another file: here it is to be decided of."""
    near: dict[str, str] = {}
    """Fingerprint of the statement at which a proposal without a statement belongs, by its id."""
    locks: tuple[str, ...] = ()
    notes: dict[str, str] = {}
    drafts: dict[str, str] = {}
    """What was being typed, by the place where it belongs."""
    function: str | None = None
    engine: str = "offline"
    title: str | None = None
    """The title where a person corrected it."""
    serves: str = ""
    """Whom the job serves where a person said so."""
    score: float | None = None
    """0 to 100, of the result when it was kept; None where nobody weighed it."""
    source: str = ""
    """sha256 of the file as it was read."""
    path: str = ""
    past: tuple[Moment, ...] = ()
    """What can be undone, the first action first."""
    pool: tuple[Printed, ...] = ()
    """Further proposals that were decided of in the past, and are not any more."""
    waiting: tuple[str, ...] = ()
    """Keys of decisions that the journal could not take: here the session is right."""
    others: frozenset[str] = frozenset()
    """Ids of those that the session did not know of: they were made on another file of the document, or in another
    window."""


def kept(desk: Desk) -> Kept:
    """Return what the next session needs of a desk."""
    decided = [p for p in desk.proposals if desk.decision(p.id).state != "open"]
    return Kept(
        proposals=printed(desk, decided),
        decisions={p.id: desk.decision(p.id) for p in decided},
        near={p.id: near(desk, p) for p in decided if p.statement is None},
        locks=tuple(sorted(desk.locks)),
        notes=desk.notes,
        function=desk.function,
        engine=desk.engine,
        title=desk.title,
        serves=desk.document.serves,
        source=digest(desk.document),
        path=desk.document.path,
    )


def corrected(document: Document, earlier: Kept | None) -> Document:
    """Return the document with the title and the word for those served that a person gave it in an earlier session."""
    if earlier is None:
        return document
    named = document.titled(earlier.title) if earlier.title else document
    return named.serving(earlier.serves) if earlier.serves else named


def digest(document: Document) -> str:
    """Return the sha256 of the file as it was read."""
    return hashlib.sha256(document.source).hexdigest()


def printed(desk: Desk, proposals: Iterable[Proposal]) -> tuple[Printed, ...]:
    """Return proposals with the fingerprints of their statements."""
    return tuple((s.fingerprint if (s := desk.statement_of(p)) else "", p) for p in proposals)


def near(desk: Desk, proposal: Proposal) -> str:
    """Return the fingerprint of the last statement of the block at which a proposal stands; empty for none."""
    those = desk.assessment.statements if desk.assessment is not None else ()
    return next((s.fingerprint for s in reversed(those) if s.block == proposal.anchor.block), "")


def placer(desk: Desk, nearby: dict[str, str]) -> Callable[[Iterable[Printed]], list[Proposal]]:
    """Return what finds the present places of proposals of any version; those whose statement is gone are left out.

    Args:
        desk: analysed.
        nearby: as in ``Kept.near``.
    """
    statements = desk.assessment.statements if desk.assessment is not None else ()
    by_print = {s.fingerprint: s for s in statements}
    blocks = {b.id: b for b in desk.document.blocks}
    last = desk.document.blocks[-1] if desk.document.blocks else None

    def placed(those: Iterable[Printed]) -> list[Proposal]:
        found: list[Proposal] = []
        for print_, proposal in those:
            statement = by_print.get(print_ or nearby.get(proposal.id, ""))
            anchor = proposal.anchor
            if print_ and statement is not None:
                place = _replace(anchor, block=statement.block, start=statement.start, end=statement.end)
                found.append(_replace(proposal, anchor=place, statement=statement.id))
            elif not print_ and (anchor.block or statement is not None):
                block = blocks[statement.block] if statement is not None else blocks.get(anchor.block)
                if proposal.original is None:  # the words of a person are not lost with the line above them
                    block = block or last
                elif block is not None and block.text != proposal.original:
                    block = None
                if block is not None:
                    end = 0 if proposal.original is None else len(block.text)
                    found.append(_replace(proposal, anchor=_replace(anchor, block=block.id, start=0, end=end)))
        return found

    return placed


def restored(desk: Desk, earlier: Kept) -> Desk:
    """Return the desk with the decisions of an earlier session, where their statements are still there.

    Args:
        desk: analysed; its proposals are fresh ones.
        earlier: from any version of the same document.
    """
    if desk.assessment is None:
        return desk
    found = placer(desk, earlier.near)(earlier.proposals)
    prints = {s.fingerprint for s in desk.assessment.statements}
    done = settled(desk.document, earlier)
    found = [p for p in found if p.id not in done]
    known = {p.id for p in found}
    desk = _replace(
        desk,
        locks=frozenset(earlier.locks) & prints,
        notes={key: note for key, note in earlier.notes.items() if key in prints},
        function=earlier.function,
        engine=earlier.engine,
        title=earlier.title,
    )
    return _merged(desk, found, {key: d for key, d in earlier.decisions.items() if key in known})


def settled(document: Document, earlier: Kept) -> frozenset[str]:
    """Return the ids of the proposals whose accepted wording the text has already: nothing of them waits.

    So it is in an export, and in a file that was written over. What a session accepted in this very text is no part of
    it, however alike it reads.
    """
    same = earlier.source == digest(document)
    there = {print_ for block in document.blocks for print_ in _sentences(block.text)}

    def stands(proposal: Proposal) -> bool:
        said = earlier.decisions.get(proposal.id, Decision(state="accepted"))  # of the past: it may have been
        wording = plain(proposal.proposed if said.text is None else said.text)
        if said.state == "rejected" or not wording:
            return False
        runs_on = not same and proposal.original is None and any(wording in plain(b.text) for b in document.blocks)
        return runs_on or there.issuperset(_sentences(wording))

    asked = (p for _, p in (*earlier.proposals, *earlier.pool) if not same or p.id in earlier.others)
    return frozenset(p.id for p in asked if stands(p))


def _sentences(text: str) -> list[str]:
    return [fingerprint(text[start:end]) for start, end in sentences(text)]


def reread(desk: Desk, assessment: Assessment, proposals: tuple[Proposal, ...]) -> Desk:
    """Return the desk with another analysis and fresh proposals; what was decided before stays."""
    decided = [p for p in desk.proposals if desk.decision(p.id).state != "open"]
    decisions = {p.id: desk.decision(p.id) for p in decided}
    fresh = _replace(desk, assessment=assessment, proposals=proposals, decisions={})
    return _merged(fresh, decided, decisions)


def joined(desk: Desk, fresh: tuple[Proposal, ...]) -> Desk:
    """Return the desk with more proposals behind its own; none for a place that already has one, no id twice.

    A new line that was accepted is not proposed again in other words, such as another word for those served.

    A decision that came from elsewhere has a wording and no more: what the fresh proposal of the same wording says of
    it is taken over.
    """
    told = {place_of(p): p for p in fresh}
    held = [_explained(p, told.get(place_of(p))) for p in desk.proposals]
    places = {place_of(p) for p in held}
    lines = {p.proposed for p in held if p.original is None}
    taken = [p for p in held if p.original is None and desk.decision(p.id).state == "accepted"]
    ids = {p.id for p in held}
    new: list[Proposal] = []
    for proposal in fresh:
        if place_of(proposal) in places or (proposal.original is None and proposal.proposed in lines):
            continue
        if any(is_same_line(proposal, other) for other in taken):
            continue
        named = _replace(proposal, id=free(proposal.id, ids))
        ids.add(named.id)
        places.add(place_of(named))
        new.append(named)
    return _replace(desk, proposals=(*held, *new))


def _explained(held: Proposal, fresh: Proposal | None) -> Proposal:
    if held.rationale or fresh is None or fresh.proposed != held.proposed:
        return held
    return _replace(held, rationale=fresh.rationale, lenses=fresh.lenses, verdict=fresh.verdict)


def _merged(desk: Desk, decided: list[Proposal], decisions: dict[str, Decision]) -> Desk:
    base = _replace(desk, proposals=tuple(decided), decisions=decisions)
    return joined(base, desk.proposals)


def is_same_line(one: Proposal, other: Proposal) -> bool:
    """Tell whether two new lines are one of the catalogue, which has one of a kind for a job: the source names it."""
    new = one.original is None and other.original is None
    return new and one.engine == other.engine == "offline" and one.source == other.source


def place_of(proposal: Proposal) -> tuple[str, int, int, str]:
    """Return where a proposal stands; new lines after one block differ by their words."""
    anchor = proposal.anchor
    if proposal.original is None:
        return (anchor.block, 0, 0, proposal.proposed)
    return (anchor.block, anchor.start, anchor.end, "")


def free(name: str, taken: set[str]) -> str:
    """Return a name, or the first with a number behind it that is not taken."""
    return (
        name
        if name not in taken
        else next(f"{name}-{n}" for n in range(2, len(taken) + 3) if f"{name}-{n}" not in taken)
    )
