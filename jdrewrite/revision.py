"""The verbs composed: read, analyse, propose, verify, and apply what passes. Pure; both fronts stand on it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from jdrewrite.analysis import analyse
from jdrewrite.analysis.settings import Settings
from jdrewrite.documents import read_bytes, render
from jdrewrite.model import KINDS, Assessment, Document, Edit, Kind, Proposal
from jdrewrite.rewriting import alternatives, propose
from jdrewrite.verifying import verify

DEFAULT_KINDS: tuple[Kind, ...] = ("reframe", "connect")
"""Kinds that are accepted when nobody says otherwise; ``add`` makes commitments that need agreement."""
OFFLINE = "offline"
TRIED = 4
"""Other wordings that are tried for a statement before the engine stays silent."""


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """A job description before and after the proposals that were accepted."""

    before: Assessment
    proposals: tuple[Proposal, ...]
    """All proposals with their verdicts, in the order of gain."""
    accepted: tuple[str, ...]
    """Ids of the proposals that were applied: of an accepted kind, and passed."""
    edits: tuple[Edit, ...]
    after: Assessment
    """Analysis of the text as it is written back, not a sum of gains."""
    rendered: bytes
    """The rewritten document, in the format in which it came."""


def proposals(
    assessment: Assessment, *, engine: str = "offline", kinds: Collection[Kind] = KINDS
) -> tuple[Proposal, ...]:
    """Return proposals with their verdicts.

    The offline engine knows several wordings; where the judge refuses one, the next that passes takes its place, and
    where none passes the engine stays silent. Refused proposals of other engines are shown as refused.

    Raises:
        DataError: the engine is unknown.
    """
    found = [judged(p, assessment) for p in propose(assessment, engine=engine, kinds=kinds)]
    if engine != OFFLINE:
        return tuple(found)
    texts = {p.proposed for p in found}
    return tuple(best for p in found if (best := p if _passed(p) else _second_choice(p, assessment, texts)))


def _second_choice(refused: Proposal, assessment: Assessment, taken: set[str]) -> Proposal | None:
    """Return another wording for a refused proposal that passes and says nothing that is said already."""
    if refused.statement is None:
        return None
    for other in alternatives(assessment, refused.statement, count=TRIED):
        if other.proposed not in taken and _passed(candidate := judged(other, assessment)):
            taken.add(candidate.proposed)
            return msgspec.structs.replace(candidate, id=refused.id)
    return None


def _passed(proposal: Proposal) -> bool:
    return proposal.verdict is not None and proposal.verdict.passed


def judged(proposal: Proposal, assessment: Assessment) -> Proposal:
    """Return the proposal with the verdict of the independent judge."""
    verdict = verify(proposal.original, proposal.proposed, context=assessment)
    return msgspec.structs.replace(proposal, verdict=verdict)


def revise(
    document: Document,
    *,
    accept: Collection[Kind] = DEFAULT_KINDS,
    engine: str = "offline",
    function: str | None = None,
    settings: Settings | None = None,
) -> Revision:
    """Propose, verify, and apply every proposal of the accepted kinds that passes.

    Args:
        document: as ``read`` returned it.
        accept: kinds to apply.
        engine: who proposes.
        function: slug of the job function, where the user knows better.
        settings: what a project changes.

    Raises:
        LanguageDeclined: the text is not English.
        ModelMissing: the language model is not installed.
        DataError: the engine or function is unknown.
    """
    before = analyse(document, function=function, settings=settings)
    found = proposals(before, engine=engine)
    taken = [p for p in found if p.kind in accept and _passed(p)]
    edits = tuple(p.edit() for p in taken)
    rendered, after = applied(document, edits, function=function, settings=settings)
    return Revision(
        before=before,
        proposals=found,
        accepted=tuple(p.id for p in taken),
        edits=edits,
        after=after,
        rendered=rendered,
    )


def applied(
    document: Document, edits: Iterable[Edit], *, function: str | None = None, settings: Settings | None = None
) -> tuple[bytes, Assessment]:
    """Return the document with the edits, and the analysis of what a reader of that file would read."""
    rendered = render(document, tuple(edits))
    again = read_bytes(rendered, document.path, document.format)
    return rendered, analyse(again, function=function, settings=settings)
