"""The engine against a scripted server: what it asks, what it makes of the answers, and what it costs."""

from __future__ import annotations

import threading

import pytest

from jdrewrite.analysis import analyse
from jdrewrite.config import Price
from jdrewrite.documents import read_bytes
from jdrewrite.errors import BudgetReached, DataError, EngineDenied
from jdrewrite.model import Assessment, Proposal
from jdrewrite.proposing import proposals, stream
from jdrewrite.rewriting import Refusal
from tests.rewriting.llm.conftest import failure, made
from tests.rewriting.test_subsections import TEXT as OFFICE

from .conftest import GOOD, WORSE, Engine, change, events, find, reply
from .scripted import answer, obeying, refuse, serving


def test_one_request_gives_judged_proposals(assessment: Assessment, engine: Engine):
    told = reply(
        change(assessment, "Prepare"),
        additions=(
            {
                "lens": "voice",
                "text": "Read what customers ask about their bills and pass on what recurs.",
                "why": "Hears them.",
            },
        ),
    )
    with serving(answer(told)) as server:
        found = events(assessment, engine(server))
    first, second = made(found)
    assert (first.id, first.engine, first.kind, first.statement) == (
        "p1",
        "told",
        "connect",
        find(assessment, "Prepare"),
    )
    assert first.proposed.endswith(GOOD)
    assert first.source == "rewrite-jd/1, scripted"
    assert first.verdict is not None
    assert first.verdict.passed
    assert (second.kind, second.original, second.lenses) == ("add", None, ("voice",))
    (request,) = server.requests
    assert request["stream"] is True
    assert request["response_format"]["json_schema"]["strict"] is True
    assert found[-1].usage.prompt_tokens == 1000
    assert found[-1].usage.cached_tokens == 400


def test_a_new_line_stands_under_the_sub_heading_of_its_matter(engine: Engine):
    document = read_bytes(OFFICE.encode(), "office-manager.md")
    told = reply(
        additions=(
            {
                "lens": "voice",
                "text": "Ask the board which figures of the financial report they could not find.",
                "why": "Hears them.",
            },
        )
    )
    with serving(answer(told)) as server:
        found = events(analyse(document), engine(server))
    (line,) = [each for each in found if isinstance(each, Proposal)]
    block = next(block for block in document.blocks if block.id == line.anchor.block)
    assert block.text == "Prepare the monthly financial report for the board."


def test_locked_text_is_not_sent(assessment: Assessment, engine: Engine):
    with serving(answer(reply())) as server:
        events(assessment, engine(server))
    sent = str(server.requests)
    assert "equal opportunity employer" not in sent
    assert "Issue credit memos" in sent


def test_proposals_come_while_the_answer_is_still_on_its_way(assessment: Assessment, engine: Engine):
    first, second = (
        change(assessment, "Prepare"),
        change(assessment, "Reconcile", ", so that customers see the right balance."),
    )
    gate = threading.Event()

    def act(handler, body):
        whole = str(reply(first, second)).replace("'", '"')
        answer(whole, size=len(whole) // 2, pause=0)(GatedHandler(handler, gate), body)

    class GatedHandler:
        def __init__(self, handler, gate):
            self._handler, self._sent = handler, 0

        def __getattr__(self, name):
            return getattr(self._handler, name)

        @property
        def wfile(self):
            self._sent += 1
            if self._sent > 4:  # the first chunk takes two looks at wfile; the rest waits for the reader
                gate.wait(10)
            return self._handler.wfile

    with serving(act) as server:
        seen = []
        for event in stream(assessment, engine=engine(server)):
            if isinstance(event, Proposal):
                seen.append((event.statement, gate.is_set()))
                gate.set()
    assert seen[0] == (first["id"], False)
    assert [statement for statement, _ in seen] == [first["id"], second["id"]]


def test_a_refused_proposal_goes_back_once_with_the_verdict(assessment: Assessment, engine: Engine):
    with serving(
        answer(reply(change(assessment, "Prepare", WORSE))), answer(reply(change(assessment, "Prepare")))
    ) as server:
        found = events(assessment, engine(server))
    (only,) = made(found)
    assert only.verdict is not None
    assert only.verdict.passed
    assert only.source == "mend/1, scripted"
    assert len(server.requests) == 2
    told = server.requests[1]["messages"][-1]["content"]
    assert "invented '24" in told
    assert len(told) < len(server.requests[0]["messages"][-1]["content"])


def test_what_fails_again_is_shown_with_the_offline_proposal_in_its_place(assessment: Assessment, engine: Engine):
    with serving(answer(reply(change(assessment, "Contact", WORSE)))) as server:
        refused, other = made(events(assessment, engine(server)))
    assert (refused.engine, other.engine) == ("told", "offline")
    assert refused.statement == other.statement == find(assessment, "Contact")
    assert refused.verdict is not None
    assert other.verdict is not None
    assert (refused.verdict.passed, other.verdict.passed) == (False, True)
    assert len(server.requests) == 2


def test_what_is_no_proposal_is_refused_and_reported(assessment: Assessment, engine: Engine):
    good = change(assessment, "Prepare")
    locked = find(assessment, "Three years")
    told = reply(
        good,
        good | {"text": "Something else for the same statement."},
        good | {"id": "s999"},
        good | {"id": locked, "text": "Two years of experience."},
        change(assessment, "Reconcile", ".", id=find(assessment, "Reconcile")),
        change(assessment, "Maintain", ", see https://evil.example/x."),
        {"id": find(assessment, "Train"), "text": "No kind."},
        additions=({"lens": "customer", "text": "Nobody asked for this.", "why": ""},),
    )
    with serving(answer(told | {"score": 100})) as server:
        found = events(assessment, engine(server))
    assert [p.statement for p in made(found)] == [good["id"]]
    reasons = " / ".join(e.reason for e in found if isinstance(e, Refusal))
    for words in (
        "answered before",
        "no statement 's999'",
        "locked",
        "word for word",
        "an address",
        "not valid",
        "no new line for customer",
        "nobody asked for (score)",
    ):
        assert words in reasons


def test_no_more_than_a_third_is_touched(assessment: Assessment, engine: Engine):
    words = ["Prepare", "Post", "Contact", "Research", "Reconcile", "Process", "Issue", "Maintain"]
    with serving(
        answer(reply(*(change(assessment, w, f", so that customers see it ({w.lower()} done).") for w in words)))
    ) as server:
        found = events(assessment, engine(server))
    assert len({p.statement for p in made(found)}) == 3
    assert any(isinstance(e, Refusal) and "more than 3" in e.reason for e in found)


@pytest.mark.parametrize(
    "around", ["```json\n{}\n```", "Here it is:\n{}\nI hope this helps.", "<think>{{ no }}</think>{}"]
)
def test_text_around_the_answer_is_passed_over(assessment: Assessment, engine: Engine, around: str):
    import json

    text = around.replace("{}", json.dumps(reply(change(assessment, "Prepare"))))
    with serving(answer(text)) as server:
        assert len(made(events(assessment, engine(server)))) == 1


def test_azure_has_its_own_address_and_header(assessment: Assessment, engine: Engine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AZURE_KEY", "0123456789abcdef")
    with serving(answer(reply(change(assessment, "Prepare")))) as server:
        asked = engine(server, api_version="2024-10-21", key_env="AZURE_KEY")
        assert len(made(events(assessment, asked))) == 1
    assert server.paths[0].endswith("/openai/deployments/scripted/chat/completions?api-version=2024-10-21")
    assert server.headers[0]["api-key"] == "0123456789abcdef"


def test_the_same_text_is_not_paid_for_twice(assessment: Assessment, engine: Engine):
    with serving(answer(reply(change(assessment, "Prepare")))) as server:
        one = made(events(assessment, engine(server)))
        found = events(assessment, engine(server))
        assert made(found) == one
        assert len(server.requests) == 1
        assert found[-1].usage.requests == 0
        events(assessment, engine(server, cache=False))
        assert len(server.requests) == 2


def test_costs_are_counted_and_the_budget_is_not_passed(assessment: Assessment, engine: Engine):
    price = Price(input=1.0, cached=0.1, output=2.0)
    with serving(answer(reply())) as server:
        asked = engine(server, price=price, budget=1.0, cache=False)
        found = events(assessment, asked)
        assert found[-1].usage.cost == pytest.approx((600 * 1.0 + 400 * 0.1 + 100 * 2.0) / 1e6)
        assert asked.meter.used.cost == found[-1].usage.cost
        poor = engine(server, price=price, budget=0.0001)
        error = failure(events(assessment, poor)).error
        assert isinstance(error, BudgetReached)
        assert len(server.requests) == 1
        with pytest.raises(BudgetReached):
            proposals(assessment, engine=poor)


def test_a_budget_needs_a_price(engine: Engine):
    with serving() as server, pytest.raises(DataError, match="no price"):
        engine(server, budget=1.0)


def test_requests_under_way_are_bounded(assessment: Assessment, engine: Engine):
    with serving(answer(reply(), pause=0.05, size=4)) as server:
        asked = engine(server, concurrency=2, cache=False)
        calls = [asked.line().start(asked.request(asked._brief(assessment, ("connect",), _given()))) for _ in range(5)]
        for call in calls:
            list(call.pieces())
        assert len(server.requests) == 5
        assert server.most == 2


def test_alternatives(assessment: Assessment, engine: Engine):
    texts = (", so that customers see the right balance.", ", so that errors are found before customers meet them.")
    two = reply(*(change(assessment, "Reconcile", text) for text in texts))
    with serving(answer(two)) as server:
        asked = engine(server)
        found = asked.alternatives(assessment, find(assessment, "Reconcile"), 3)
        assert [p.proposed.endswith(text) for p, text in zip(found, texts, strict=True)] == [True, True]
    with serving(refuse(401, "no")) as server, pytest.raises(EngineDenied):
        engine(server).alternatives(assessment, find(assessment, "Reconcile"), 3)


def test_the_rewritten_statement_is_the_one_that_was_numbered(assessment: Assessment, engine: Engine):
    def reply_to(text: str):
        row = next(line for line in text.split("\n") if "Issue credit memos" in line)
        return reply(
            {
                "id": row.split(" ", 1)[0],
                "kind": "connect",
                "text": "Issue credit memos for returned goods under $2,500, so that customers get back what is theirs.",
                "lenses": ["sight"],
                "why": "x",
            }
        )

    with serving(obeying(reply_to)) as server:
        (only,) = made(events(assessment, engine(server)))
    assert only.original == "Issue credit memos for returned goods under $2,500."


def _given():
    from jdrewrite.rewriting import Given

    return Given(judge=lambda p: p, ledger=lambda _: ())
