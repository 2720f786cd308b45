"""The stream: judged proposals one by one, refused ones with the offline wording in their place."""

from __future__ import annotations

from collections.abc import Collection, Generator
from threading import Event as Cancel

import msgspec
import pytest

import jdrewrite
from jdrewrite.documents import read_bytes
from jdrewrite.errors import EngineError
from jdrewrite.model import Anchor, Assessment, Kind, Proposal, Statement
from jdrewrite.proposing import passed, proposals, stream
from jdrewrite.revision import revise
from jdrewrite.rewriting import Event, Failure, Given, Progress, Refusal, Usage
from jdrewrite.rewriting.offline.engine import OfflineEngine
from tests.rewriting.clerk import IMPERATIVE


def assessed() -> Assessment:
    return jdrewrite.analyse(read_bytes(IMPERATIVE.encode(), "jd.md"))


def proposal(statement: Statement, text: str) -> Proposal:
    return Proposal(
        id="",
        kind="connect",
        engine="told",
        anchor=Anchor(block=statement.block, start=statement.start, end=statement.end),
        statement=statement.id,
        original=statement.text,
        proposed=text,
        lenses=("sight",),
        rationale="As told.",
        source="told",
    )


class Told:
    """Says what it was told to say."""

    name = "told"

    def __init__(self, *events: Event) -> None:
        self.events = events

    def propose(self, assessment: Assessment, kinds: Collection[Kind]) -> tuple[Proposal, ...]:
        return tuple(e for e in self.events if isinstance(e, Proposal))

    def alternatives(self, assessment: Assessment, statement: str, count: int) -> tuple[Proposal, ...]:
        return ()

    def stream(self, assessment: Assessment, kinds: Collection[Kind], given: Given) -> Generator[Event]:
        for event in self.events:
            yield given.judge(event) if isinstance(event, Proposal) else event

    def estimate(self, assessment: Assessment, kinds: Collection[Kind], given: Given) -> Usage:
        return Usage()

    def begin(self, assessment: Assessment, kinds: Collection[Kind], given: Given) -> None:
        pass

    def close(self) -> None:
        pass


class Plain:
    """The whole of what an engine must be: no stream of its own."""

    name = "plain"

    def __init__(self, *made: Proposal, error: EngineError | None = None) -> None:
        self.made, self.error = made, error

    def propose(self, assessment: Assessment, kinds: Collection[Kind]) -> tuple[Proposal, ...]:
        if self.error is not None:
            raise self.error
        return tuple(p for p in self.made if p.kind in kinds)

    def alternatives(self, assessment: Assessment, statement: str, count: int) -> tuple[Proposal, ...]:
        return ()


def test_an_engine_without_a_stream_is_asked_and_judged():
    document = read_bytes(IMPERATIVE.encode(), "jd.md")
    assessment = jdrewrite.analyse(document)
    first, second = [s for s in assessment.statements if s.section == "duties" and len(s.text.split()) > 4][:2]
    good = proposal(first, f"{first.text.rstrip('.')}, so that customers know what they pay for.")
    bad = proposal(second, f"{second.text.rstrip('.')} for exactly 77 clients.")
    *found, last = stream(assessment, engine=Plain(good, bad))
    told = [(p.id, p.engine, passed(p)) for p in found if isinstance(p, Proposal)]
    assert told[:2] == [("p1", "told", True), ("p2", "told", False)]
    assert all(engine == "offline" and fine for _, engine, fine in told[2:])
    assert isinstance(last, Progress)
    assert last.stage == "done"
    revision = revise(document, engine=Plain(good, bad))
    assert b"customers know what they pay for" in revision.rendered
    assert b"77" not in revision.rendered


def test_an_engine_without_a_stream_can_fail_and_be_stopped():
    assessment = assessed()
    statement = next(s for s in assessment.statements if s.section == "duties" and len(s.text.split()) > 4)
    error = EngineError("plain", "it is not there", "try again")
    failure, last = stream(assessment, engine=Plain(error=error))
    assert failure == Failure(error=error)
    assert isinstance(last, Progress)
    with pytest.raises(EngineError) as met:
        revise(read_bytes(IMPERATIVE.encode(), "jd.md"), engine=Plain(error=error))
    assert met.value is error
    cancel = Cancel()
    cancel.set()
    (only,) = stream(assessment, engine=Plain(proposal(statement, statement.text)), cancel=cancel)
    assert isinstance(only, Progress)
    assert only.stage == "cancelled"


@pytest.mark.parametrize("engine", ["offline", OfflineEngine(), Plain])
def test_only_the_kinds_that_are_wanted_come(engine: object):
    assessment = assessed()
    everything = proposals(assessment)
    assert {p.kind for p in everything} >= {"connect", "add"}
    chosen = Plain(*everything) if engine is Plain else engine
    for kinds in (("add",), ("connect", "reframe")):
        found = proposals(assessment, engine=chosen, kinds=kinds)
        assert found
        assert {p.kind for p in found} <= set(kinds)


def test_offline_streams_what_it_proposes():
    assessment = assessed()
    *found, last = stream(assessment)
    assert tuple(found) == proposals(assessment)
    assert isinstance(last, Progress)
    assert last.stage == "done"


def test_a_refused_proposal_is_followed_by_the_offline_one():
    assessment = assessed()
    own = next(p for p in proposals(assessment) if p.statement)
    statement = assessment.statement(own.statement or "")
    bad = proposal(statement, f"{statement.text.rstrip('.')} within 3 hours, guaranteed.")
    refused, other = stream(assessment, engine=Told(bad))
    assert isinstance(refused, Proposal)
    assert isinstance(other, Proposal)
    assert (refused.id, refused.engine, refused.verdict and refused.verdict.passed) == ("p1", "told", False)
    assert (other.id, other.engine, other.verdict and other.verdict.passed) == ("p2", "offline", True)
    assert other.statement == refused.statement


def test_what_came_before_a_failure_stands():
    assessment = assessed()
    statement = next(s for s in assessment.statements if s.section == "duties" and len(s.text.split()) > 4)
    bad = proposal(statement, f"{statement.text} Nobody asked for this in 1999.")
    failure = Failure(error=EngineError("told", "the line was cut", "try again"))
    found = proposals(assessment, engine=Told(Refusal(reason="no such statement"), bad, failure))
    assert found[0].engine == "told"
    with pytest.raises(EngineError) as met:
        proposals(assessment, engine=Told(failure))
    assert met.value is failure.error


def test_revise_applies_only_what_passed():
    document = read_bytes(IMPERATIVE.encode(), "jd.md")
    assessment = jdrewrite.analyse(document)
    statement = next(s for s in assessment.statements if s.section == "duties" and len(s.text.split()) > 4)
    bad = proposal(statement, f"{statement.text.rstrip('.')} for exactly 77 clients.")
    revision = revise(document, engine=Told(msgspec.structs.replace(bad, kind="reframe")))
    assert b"77" not in revision.rendered
    assert revision.proposals[0].engine == "told"
