"""The verbs composed: read, analyse, propose, verify, and apply what passes. Pure; both fronts stand on it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing
from threading import Event as Cancel

import msgspec

from jdrewrite.analysis import analyse
from jdrewrite.analysis.settings import Settings
from jdrewrite.documents import edited, render
from jdrewrite.earlier import Recalled, recalled
from jdrewrite.errors import JdrewriteError
from jdrewrite.library.entries import Decision
from jdrewrite.model import KINDS, Assessment, Document, Edit, Kind, Proposal
from jdrewrite.rewriting import (
    Engine,
    Event,
    Failure,
    Given,
    Progress,
    Refusal,
    StreamingEngine,
    Usage,
    alternatives,
    engine_named,
    propose,
)
from jdrewrite.verifying import ledger, verify

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
    """The rewritten document, in the format in which it came; of one of many in a file, its own text alone."""
    refusals: tuple[Refusal, ...] = ()
    """Parts of a model's answer that could not become proposals."""
    failure: JdrewriteError | None = None
    """Why the engine gave up part of the way; what it gave before is in ``proposals``."""
    usage: Usage | None = None
    """What the engine used; None where that is not known."""
    decided: dict[str, Decision] = {}
    """Id of a proposal, and what a person decided of it in an earlier version."""


def proposals(
    assessment: Assessment,
    *,
    engine: str | Engine = OFFLINE,
    kinds: Collection[Kind] = KINDS,
    comments: Iterable[str] = (),
) -> tuple[Proposal, ...]:
    """Return proposals with their verdicts, all at once; ``stream`` gives them one by one.

    The offline engine knows several wordings; where the judge refuses one, the next that passes takes its place, and
    where none passes the engine stays silent. Refused proposals of other engines are shown as refused.

    Raises:
        DataError: the engine is unknown.
        SetupError: texts may not be sent to the engine, or its key is missing.
        EngineError: the engine gave nothing that can be used; what it gave before it failed is returned.
    """
    if engine == OFFLINE:
        return _offline(assessment, kinds, comments)
    found: list[Proposal] = []
    for event in stream(assessment, engine=engine, kinds=kinds, comments=comments):
        if isinstance(event, Proposal):
            found.append(event)
        elif isinstance(event, Failure) and not found:
            raise event.error
    return tuple(found)


def stream(
    assessment: Assessment,
    *,
    engine: str | Engine = OFFLINE,
    kinds: Collection[Kind] = KINDS,
    comments: Iterable[str] = (),
    cancel: Cancel | None = None,
) -> Iterator[Event]:
    """Yield judged proposals one by one while the engine is still at work, and tell what happens.

    ::

        where = jdrewrite.rewriting.destination(name)         # None: nothing leaves this machine
        if where and not where.agreed and ask(where.told()):
            jdrewrite.rewriting.agree(where)                  # remembered for this profile
        cancel = threading.Event()
        for event in stream(assessment, engine=name, cancel=cancel):
            match event:
                case Proposal():  ...   # has its verdict; may have failed: show it as refused
                case Progress():  ...   # stage, one sentence, tokens and cost so far
                case Refusal():   ...   # a part of the answer that could not become a proposal
                case Failure():   ...   # the engine gave up; what came before stands

    Run it in a thread of its own: it waits for the network. Setting ``cancel`` from another thread ends it within a
    second; so does closing the iterator. Ids are ``p1``, ``p2``, ... in the order of arrival. A refused proposal is
    followed by the offline engine's for the same statement, where that has one. The last event is a ``Progress`` of
    the stage ``done`` or ``cancelled``, always.

    Args:
        assessment: as ``analyse`` returned it.
        engine: the engine or its name. One engine object for several calls counts what all of them cost.
        kinds: which kinds of proposal are wanted.
        comments: what customers said that bears on this job; the effects they speak of are named first.
        cancel: ends the stream once it is set.

    Raises:
        DataError: the engine is unknown.
        SetupError: before anything is sent, that texts may not be sent to this engine, or that its key is missing.
    """
    chosen = engine_named(engine) if isinstance(engine, str) else engine
    if not isinstance(chosen, StreamingEngine):
        yield from _offline(assessment, kinds, comments)
        yield Progress(stage="done", text="All proposals are there.")
        return
    yield from _numbered(chosen, assessment, kinds, given_for(assessment, comments=comments, cancel=cancel))


def _numbered(
    chosen: StreamingEngine, assessment: Assessment, kinds: Collection[Kind], given: Given
) -> Iterator[Event]:
    """Number an engine's proposals as they come; one that is refused is followed by the offline engine's."""
    number, texts = 0, set[str]()
    with closing(chosen.stream(assessment, kinds, given)) as events:
        for event in events:
            if not isinstance(event, Proposal):
                yield event
                continue
            number, texts = number + 1, texts | {event.proposed}
            yield msgspec.structs.replace(event, id=f"p{number}")
            other = None if _passed(event) else _second_choice(event, assessment, texts)
            if other is not None:
                number += 1
                yield msgspec.structs.replace(other, id=f"p{number}")


def given_for(assessment: Assessment, *, comments: Iterable[str] = (), cancel: Cancel | None = None) -> Given:
    """Return what an engine is given besides the assessment: the judge, the facts that have to stand, and the rest."""
    return Given(
        judge=lambda proposal: judged(proposal, assessment), ledger=ledger, comments=tuple(comments), cancel=cancel
    )


def _offline(assessment: Assessment, kinds: Collection[Kind], comments: Iterable[str] = ()) -> tuple[Proposal, ...]:
    writer = _writer(comments)
    found = [judged(p, assessment) for p in propose(assessment, engine=writer, kinds=kinds)]
    texts = {p.proposed for p in found}
    return tuple(best for p in found if (best := p if _passed(p) else _second_choice(p, assessment, texts, writer)))


def _writer(comments: Iterable[str]) -> Engine:
    from jdrewrite.rewriting.offline.engine import OfflineEngine

    return OfflineEngine(tuple(comments))


def _second_choice(
    refused: Proposal, assessment: Assessment, taken: set[str], writer: str | Engine = OFFLINE
) -> Proposal | None:
    """Return another wording for a refused proposal that passes and says nothing that is said already."""
    if refused.statement is None:
        return None
    for other in alternatives(assessment, refused.statement, engine=writer, count=TRIED):
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
    engine: str | Engine = OFFLINE,
    function: str | None = None,
    settings: Settings | None = None,
    before: Assessment | None = None,
    hear: Callable[[Event], None] | None = None,
    standing: Mapping[str, Decision] | None = None,
    reject: Collection[str] = (),
    comments: Iterable[str] = (),
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
        comments: what customers said that bears on this job.

    Raises:
        LanguageDeclined: the text is not English.
        ModelMissing: the language model is not installed.
        DataError: the engine or function is unknown.
        SetupError: texts may not be sent to the engine, or its key is missing.
        EngineError: the engine gave nothing that can be used.
    """
    before = before or analyse(document, function=function, settings=settings)
    heard = _heard(stream(before, engine=engine, comments=comments), hear)
    known = recalled(heard.proposals, before, standing or {})
    taken = [p for p in known.proposals if p.id not in reject and _wanted(p, known, accept)]
    edits = tuple(p.edit() for p in taken)
    rendered, after = applied(document, edits, function=function, settings=settings)
    return Revision(
        before=before,
        proposals=known.proposals,
        accepted=tuple(p.id for p in taken),
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


def _wanted(proposal: Proposal, known: Recalled, accept: Collection[Kind]) -> bool:
    """Tell whether a proposal is applied: what a person decided before holds, else its kind and the verdict."""
    if proposal.id in known.decided:
        return proposal.id in known.taken
    return proposal.kind in accept and _passed(proposal)


def applied(
    document: Document, edits: Iterable[Edit], *, function: str | None = None, settings: Settings | None = None
) -> tuple[bytes, Assessment]:
    """Return the document with the edits, and the analysis of what a reader of that file would read."""
    changes = tuple(edits)
    again = edited(document, changes)
    rendered = again.source if document.place is not None else render(document, changes)
    return rendered, analyse(again, function=function, settings=settings)
