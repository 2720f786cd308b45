"""The verbs composed: read, analyse, propose, verify, and apply what passes. Pure; both fronts stand on it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

import msgspec

from jdrewrite.analysis import analyse
from jdrewrite.analysis.settings import Settings
from jdrewrite.documents import edited, render
from jdrewrite.earlier import Recalled, recalled
from jdrewrite.errors import JdrewriteError
from jdrewrite.library.entries import Decision
from jdrewrite.model import Assessment, CustomerWord, Document, Edit, Kind, Proposal
from jdrewrite.proposing import OFFLINE, passed, stream
from jdrewrite.rewriting import Engine, Event, Failure, Progress, Refusal, Usage

DEFAULT_KINDS: tuple[Kind, ...] = ("reframe", "connect")
"""Kinds that are accepted when nobody says otherwise; ``add`` makes commitments that need agreement."""


class Revision(msgspec.Struct, frozen=True, kw_only=True):
    """A job description before and after the proposals that were accepted."""

    before: Assessment
    proposals: tuple[Proposal, ...]
    """All proposals with their verdicts, in the order of gain."""
    accepted: tuple[str, ...]
    """Ids of the proposals that were applied: of an accepted kind, and passed."""
    rejected: tuple[str, ...] = ()
    """Ids of the proposals that a person rejected now."""
    edits: tuple[Edit, ...]
    after: Assessment
    """Analysis of the text as it is written back, not a sum of gains."""
    rendered: bytes
    """The rewritten document, in the format in which it came; of one of many in a file, its own text alone."""
    refusals: tuple[Refusal, ...] = ()
    """Parts of a model's answer that could not become proposals."""
    failure: JdrewriteError | None = None
    """Why the engine gave up part of the way; what it gave before is in ``proposals``."""
    usage: Usage | None = None
    """What the engine used; None where that is not known."""
    decided: dict[str, Decision] = {}
    """Id of a proposal, and what a person decided of it in an earlier version."""


def revise(
    document: Document,
    *,
    accept: Collection[Kind] = DEFAULT_KINDS,
    engine: str | Engine = OFFLINE,
    function: str | None = None,
    settings: Settings | None = None,
    before: Assessment | None = None,
    hear: Callable[[Event], None] | None = None,
    standing: Mapping[str, Decision] | None = None,
    reject: Collection[str] = (),
    take: Collection[str] = (),
    comments: Iterable[str] = (),
    serves: str | None = None,
) -> Revision:
    """Propose, verify, and apply every proposal of the accepted kinds that passes.

    Args:
        document: as ``read`` returned it.
        accept: kinds to apply.
        engine: who proposes.
        function: slug of the job function, where the user knows better.
        settings: what a project changes.
        before: the assessment of the document, where it is there already.
        hear: is told what the engine does, while it does it.
        standing: decisions on earlier versions, by the statement's fingerprint; they hold before ``accept``.
        reject: ids of proposals that are not wanted.
        take: ids of proposals that are wanted, whatever their kind and whatever was decided before; one that did not
            pass is not taken.
        comments: what customers said that bears on this job.
        serves: whom the job serves, where the user knows better than the text; of an assessment that is there already,
            ``before`` says it.

    Raises:
        LanguageDeclined: the text is not English.
        ModelMissing: the language model is not installed.
        DataError: the engine or function is unknown.
        SetupError: texts may not be sent to the engine, or its key is missing.
        EngineError: the engine gave nothing that can be used.
        WrongWord: ``serves`` can stand in no sentence.
    """
    before = before or analyse(document, function=function, settings=settings, serves=serves)
    heard = _heard(stream(before, engine=engine, comments=comments), hear)
    known = recalled(heard.proposals, before, standing or {})
    taken = [p for p in known.proposals if p.id not in reject and _wanted(p, known, accept, take)]
    edits = tuple(p.edit() for p in taken)
    rendered, after = applied(document, edits, function=function, settings=settings, served=before.customer_word)
    return Revision(
        before=before,
        proposals=known.proposals,
        accepted=tuple(p.id for p in taken),
        rejected=tuple(p.id for p in known.proposals if p.id in reject),
        edits=edits,
        after=after,
        rendered=rendered,
        refusals=heard.refusals,
        failure=heard.failure,
        usage=heard.usage,
        decided=known.decided,
    )


class _Heard(msgspec.Struct, frozen=True, kw_only=True):
    """What an engine gave, sorted."""

    proposals: tuple[Proposal, ...]
    refusals: tuple[Refusal, ...]
    failure: JdrewriteError | None
    usage: Usage | None


def _heard(events: Iterator[Event], hear: Callable[[Event], None] | None) -> _Heard:
    """Return what an engine did, and pass it on meanwhile; one that gave nothing but a failure is an error."""
    heard: list[Event] = []
    for event in events:
        heard.append(event)
        if hear is not None:
            hear(event)
    proposed = tuple(event for event in heard if isinstance(event, Proposal))
    failure = next((event.error for event in heard if isinstance(event, Failure)), None)
    if failure is not None and not proposed:
        raise failure
    return _Heard(
        proposals=proposed,
        refusals=tuple(event for event in heard if isinstance(event, Refusal)),
        failure=failure,
        usage=next((event.usage for event in reversed(heard) if isinstance(event, Progress)), None),
    )


def _wanted(proposal: Proposal, known: Recalled, accept: Collection[Kind], take: Collection[str]) -> bool:
    """Tell whether a proposal is applied: named, or decided by a person before, else by its kind and the verdict."""
    if proposal.id in take:
        return passed(proposal)
    if proposal.id in known.decided:
        return proposal.id in known.taken
    return proposal.kind in accept and passed(proposal)


def applied(
    document: Document,
    edits: Iterable[Edit],
    *,
    function: str | None = None,
    settings: Settings | None = None,
    served: CustomerWord | None = None,
) -> tuple[bytes, Assessment]:
    """Return the document with the edits, and the analysis of what a reader of that file would read.

    Args:
        document: as it was read.
        edits: what was accepted.
        function: slug of the job function, where it is known.
        settings: what a project changes.
        served: the word for those served, as it was before the edits.
    """
    changes = tuple(edits)
    again = edited(document, changes)
    rendered = again.source if document.place is not None else render(document, changes)
    return rendered, analyse(again, function=function, settings=settings, served=served)
