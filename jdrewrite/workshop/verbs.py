"""Does what is ordered. Pure but for its memory of the last analyses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from threading import Event as Cancel

from jdrewrite.analysis import analyse, lenses_gained
from jdrewrite.analysis.settings import Settings
from jdrewrite.errors import EngineDenied, JdrewriteError
from jdrewrite.model import Assessment, Document, Proposal
from jdrewrite.project import settings_for
from jdrewrite.proposing import judged, proposals, stream
from jdrewrite.revision import applied
from jdrewrite.rewriting import Engine, Failure, Progress, Refusal, alternatives
from jdrewrite.workshop.engines import Engines
from jdrewrite.workshop.judging import verdict_in_place
from jdrewrite.workshop.orders import (
    Answer,
    AnyOrder,
    Assessed,
    Done,
    Failed,
    Judge,
    Judged,
    Offered,
    Order,
    Propose,
    Read,
    Reword,
    Told,
    Weigh,
    Weighed,
)


def perform(order: AnyOrder, engines: Engines, cancel: Cancel | None = None) -> Iterator[Answer]:
    """Yield the answers to an order, ``Done`` or ``Failed`` last. Never raises for what a user can mend.

    Args:
        order: what to do.
        engines: those of the session.
        cancel: once set, an engine that waits for an answer from elsewhere ends within a second.
    """
    try:
        yield from _answers(order, engines, cancel)
        yield Done()
    except JdrewriteError as error:
        if isinstance(error, EngineDenied) and isinstance(order, Propose | Reword):
            engines.disconnect(order.engine)  # the key may be another when it is asked again
        yield Failed(message=str(error))


def _answers(order: AnyOrder, engines: Engines, cancel: Cancel | None) -> Iterator[Answer]:
    match order:
        case Read():
            yield Assessed(assessment=_assessment(order))
        case Propose(engine="offline", comments=comments):
            yield Offered(proposals=proposals(_assessment(order), comments=comments))
        case Propose(engine=engine):
            yield from _streamed(_assessment(order), engines.named(engine), cancel)
        case Reword(statement=statement, engine=engine, count=count):
            assessment = _assessment(order)
            found = alternatives(assessment, statement, engine=engines.named(engine), count=count)
            yield Offered(proposals=tuple(judged(p, assessment) for p in found))
        case Judge(pairs=pairs):
            assessment = _assessment(order)
            yield Judged(
                verdicts=tuple(verdict_in_place(old, new, order.document, assessment) for old, new in pairs),
                gains=lenses_gained(pairs, settings_for(order.document.path), order.document.serves),
            )
        case Weigh(edits=edits):
            settings = settings_for(order.document.path)
            before = _assessment(order)
            function = order.function or before.function[0].name
            served = before.customer_word
            _, after = applied(order.document, edits, function=function, settings=settings, served=served)
            yield Weighed(assessment=after)


def _streamed(assessment: Assessment, engine: Engine, cancel: Cancel | None) -> Iterator[Answer]:
    """Yield each proposal as it comes, and what happens between."""
    refused = 0
    for event in stream(assessment, engine=engine, cancel=cancel):
        match event:
            case Proposal():
                yield Offered(proposals=(event,))
            case Progress(text=text):
                more = f" {refused} parts of the answer could not be used." if refused else ""
                yield Told(text=text + more)
            case Refusal():
                refused += 1
            case Failure(error=error):
                raise error


def _assessment(order: Order) -> Assessment:
    return _analysed(order.document, order.function, settings_for(order.document.path))


@lru_cache(maxsize=8)
def _analysed(document: Document, function: str | None, settings: Settings) -> Assessment:
    return analyse(document, function=function, settings=settings)
