"""What an engine proposes for an assessment, each proposal with the verdict of the independent judge."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import closing
from threading import Event as Cancel

import msgspec

from jdrewrite.errors import EngineError
from jdrewrite.model import KINDS, Assessment, Kind, Proposal
from jdrewrite.rewriting import (
    Engine,
    Event,
    Failure,
    Given,
    Progress,
    StreamingEngine,
    alternatives,
    opened,
    propose,
)
from jdrewrite.verifying import ledger, verify

OFFLINE = "offline"
TRIED = 4
"""Other wordings that are tried for a statement before the engine stays silent."""
_DONE = Progress(stage="done", text="All proposals are there.")
_CANCELLED = Progress(stage="cancelled", text="Cancelled.")


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
        engine: the engine or its name. One engine object for several calls counts what all of them cost, and is
            closed by who made it; one given by its name is made and closed here, and begins its budget anew.
        kinds: which kinds of proposal are wanted.
        comments: what customers said that bears on this job; the effects they speak of are named first.
        cancel: ends the stream once it is set.

    Raises:
        DataError: the engine is unknown.
        SetupError: before anything is sent, that texts may not be sent to this engine, or that its key is missing.
    """
    given = given_for(assessment, comments=comments, cancel=cancel)
    with opened(engine) as chosen:
        if isinstance(chosen, StreamingEngine):
            yield from _numbered(chosen.stream(assessment, kinds, given), assessment)
        elif _is_offline(chosen):
            yield from _offline(_with_comments(chosen, given), assessment, kinds, given)
        else:
            yield from _numbered(_at_once(chosen, assessment, kinds, given), assessment)


def _at_once(chosen: Engine, assessment: Assessment, kinds: Collection[Kind], given: Given) -> Generator[Event]:
    """Yield what an engine without a stream of its own proposes, judged one by one."""
    try:
        made = chosen.propose(assessment, kinds)
    except EngineError as error:
        yield Failure(error=error)
        made = ()
    for proposal in made:
        if given.cancel is not None and given.cancel.is_set():
            yield _CANCELLED
            return
        yield given.judge(proposal)
    yield _DONE


def _numbered(stream: Generator[Event], assessment: Assessment) -> Iterator[Event]:
    """Number an engine's proposals as they come; one that is refused is followed by the offline engine's."""
    number, texts = 0, set[str]()
    with closing(stream) as events:
        for event in events:
            if not isinstance(event, Proposal):
                yield event
                continue
            number, texts = number + 1, texts | {event.proposed}
            yield msgspec.structs.replace(event, id=f"p{number}")
            other = None if passed(event) else _second_choice(event, assessment, texts)
            if other is not None:
                number += 1
                yield msgspec.structs.replace(other, id=f"p{number}")


def given_for(assessment: Assessment, *, comments: Iterable[str] = (), cancel: Cancel | None = None) -> Given:
    """Return what an engine is given besides the assessment: the judge, the facts that have to stand, and the rest."""
    return Given(
        judge=lambda proposal: judged(proposal, assessment), ledger=ledger, comments=tuple(comments), cancel=cancel
    )


def _offline(writer: Engine, assessment: Assessment, kinds: Collection[Kind], given: Given) -> Iterator[Event]:
    """Yield the offline engine's proposals that pass: where one is refused, another wording or silence."""
    found = [given.judge(p) for p in propose(assessment, engine=writer, kinds=kinds)]
    texts = {p.proposed for p in found}
    kept = [best for p in found if (best := p if passed(p) else _second_choice(p, assessment, texts, writer))]
    yield from (msgspec.structs.replace(p, id=f"p{n}") for n, p in enumerate(kept, 1))
    yield _DONE


def _is_offline(chosen: Engine) -> bool:
    from jdrewrite.rewriting.offline.engine import OfflineEngine

    return isinstance(chosen, OfflineEngine)


def _with_comments(chosen: Engine, given: Given) -> Engine:
    """Return the offline engine that knows what customers said; one that was made with comments knows its own."""
    from jdrewrite.rewriting.offline.engine import OfflineEngine

    return OfflineEngine(given.comments) if given.comments else chosen


def _second_choice(
    refused: Proposal, assessment: Assessment, taken: set[str], writer: str | Engine = OFFLINE
) -> Proposal | None:
    """Return another wording for a refused proposal that passes and says nothing that is said already."""
    if refused.statement is None:
        return None
    for other in alternatives(assessment, refused.statement, engine=writer, count=TRIED):
        if other.proposed not in taken and passed(candidate := judged(other, assessment)):
            taken.add(candidate.proposed)
            return msgspec.structs.replace(candidate, id=refused.id)
    return None


def passed(proposal: Proposal) -> bool:
    """Tell whether the judge let a proposal pass."""
    return proposal.verdict is not None and proposal.verdict.passed


def judged(proposal: Proposal, assessment: Assessment) -> Proposal:
    """Return the proposal with the verdict of the independent judge."""
    verdict = verify(proposal.original, proposal.proposed, context=assessment)
    return msgspec.structs.replace(proposal, verdict=verdict)
