"""The stream: judged proposals one by one, refused ones with the offline wording in their place."""

from __future__ import annotations

from collections.abc import Collection, Generator

import msgspec
import pytest

import jdrewrite
from jdrewrite.documents import read_bytes
from jdrewrite.errors import EngineError
from jdrewrite.model import Anchor, Assessment, Kind, Proposal, Statement
from jdrewrite.proposing import proposals, stream
from jdrewrite.revision import revise
from jdrewrite.rewriting import Event, Failure, Given, Progress, Refusal, Usage
from tests.rewriting.test_offline import IMPERATIVE


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
