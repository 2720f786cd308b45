"""The engine against a scripted server: every fault of a server ends in a result or in a clear error."""

from __future__ import annotations

import threading
import time

import pytest

from jdrewrite.config import Price
from jdrewrite.errors import BudgetReached, DataError, EngineDenied, EngineError
from jdrewrite.model import Assessment, Proposal
from jdrewrite.proposing import proposals, stream
from jdrewrite.rewriting import Failure, Progress, Refusal

from .conftest import GOOD, WORSE, Engine, change, events, find, reply
from .scripted import answer, cut, elsewhere, flood, hang, obeying, one_line, page, refuse, reset, serving, stall


def made(found: list[object]) -> list[Proposal]:
    return [e for e in found if isinstance(e, Proposal)]


def failure(found: list[object]) -> Failure:
    (only,) = [e for e in found if isinstance(e, Failure)]
    last = found[-1]
    assert isinstance(last, Progress)
    assert last.stage == "done"
    return only


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


def test_simpler_ways_are_tried_where_a_server_lacks_schemas(assessment: Assessment, engine: Engine):
    schema = refuse(400, "response_format json_schema is not supported")
    json_mode = refuse(422, "response_format: unknown")
    option = refuse(400, "Unsupported parameter: stream_options")
    with serving(schema, json_mode, option, answer(reply(change(assessment, "Prepare")))) as server:
        assert len(made(events(assessment, engine(server)))) == 1
    forms = [(r.get("response_format") or {}).get("type") for r in server.requests]
    assert forms == ["json_schema", "json_object", None, None]
    assert "stream_options" not in server.requests[-1]


def test_an_older_server_is_asked_in_older_words(assessment: Assessment, engine: Engine):
    with serving(
        refuse(400, "unknown field: max_completion_tokens"), answer(reply(change(assessment, "Prepare")))
    ) as server:
        assert len(made(events(assessment, engine(server)))) == 1
    first, second = server.requests
    assert first["max_completion_tokens"] == second["max_tokens"]
    assert "max_completion_tokens" not in second


def test_azure_has_its_own_address_and_header(assessment: Assessment, engine: Engine, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("AZURE_KEY", "0123456789abcdef")
    with serving(answer(reply(change(assessment, "Prepare")))) as server:
        asked = engine(server, api_version="2024-10-21", key_env="AZURE_KEY")
        assert len(made(events(assessment, asked))) == 1
    assert server.paths[0].endswith("/openai/deployments/scripted/chat/completions?api-version=2024-10-21")
    assert server.headers[0]["api-key"] == "0123456789abcdef"


def test_a_cut_answer_is_gone_on_with(assessment: Assessment, engine: Engine):
    import json

    first, second = (
        change(assessment, "Prepare"),
        change(assessment, "Reconcile", ", so that customers see the right balance."),
    )
    whole = json.dumps(reply(first, second))
    with serving(cut(whole[: whole.index('"id": "' + second["id"]) + 30]), answer(reply(second))) as server:
        found = events(assessment, engine(server))
    assert [p.statement for p in made(found)] == [first["id"], second["id"]]
    assert f"leave them out: {first['id']}." in server.requests[1]["messages"][-1]["content"]
    assert not [e for e in found if isinstance(e, Failure)]


def test_what_came_before_the_network_went_is_kept_and_not_paid_for_twice(assessment: Assessment, engine: Engine):
    import json

    first, second = (
        change(assessment, "Prepare"),
        change(assessment, "Reconcile", ", so that customers see the right balance."),
    )
    part = json.dumps(reply(first, second))[:-60]
    with serving(cut(part), reset, answer(reply(second))) as server:
        found = events(assessment, engine(server, retries=0))
        assert [p.statement for p in made(found)] == [first["id"]]
        assert isinstance(failure(found).error, EngineError)
        found = events(assessment, engine(server))
    assert [p.statement for p in made(found)] == [first["id"], second["id"]]
    assert len(server.requests) == 3
    assert f"leave them out: {first['id']}." in server.requests[2]["messages"][-1]["content"]


@pytest.mark.parametrize(
    ("act", "kind", "words"),
    [
        (refuse(401, "Incorrect API key provided: sk-abcdef123456"), EngineDenied, "does not accept the key"),
        (refuse(403, "not for you"), EngineDenied, "does not accept the key"),
        (refuse(404, "The model 'scripted' does not exist"), EngineDenied, "does not know the model"),
        (refuse(429, "insufficient_quota: no credit"), EngineDenied, "no credit"),
        (refuse(429, "slow down", retry_after="3600"), EngineError, "asks to wait 3600 seconds"),
        (refuse(400, "maximum context length is 512"), EngineError, "too long for the model"),
        (page(), EngineDenied, "a web page answers"),
        (elsewhere("http://example.org/v1"), EngineDenied, "the text was not sent on"),
        (answer("I am sorry, I cannot."), None, "no JSON object"),
        (answer('{"changes": [{"id": "s1", "ki', finish="stop"), None, "breaks off"),
        (answer('{"changes": [', finish="length"), EngineError, "longer than the limit"),
        (answer("", finish="content_filter"), EngineError, "content filter"),
        (flood(10_000_000), EngineError, "far longer than asked for"),
        (one_line(10_000_000), EngineError, ""),
    ],
)
def test_every_fault_ends_in_a_clear_error(assessment: Assessment, engine: Engine, act, kind, words: str):
    with serving(act) as server:
        found = events(assessment, engine(server, timeout=8.0, silence=2.0, retries=0))
    assert not made(found)
    if kind is None:
        assert words in " / ".join(e.reason for e in found if isinstance(e, Refusal))
        return
    error = failure(found).error
    assert type(error) is kind
    assert words in error.reason
    assert error.way_out
    assert "sk-abc" not in str(error)


@pytest.mark.parametrize(
    ("act", "words"),
    [(refuse(500, "oops"), "has a fault (500"), (reset, "no connection"), (hang, "within 0.4 seconds")],
)
def test_faults_that_may_pass_are_tried_again(assessment: Assessment, engine: Engine, act, words: str):
    with serving(act, answer(reply(change(assessment, "Prepare")))) as server:
        found = events(assessment, engine(server, silence=0.4))
    assert len(made(found)) == 1
    assert len(server.requests) == 2
    assert any(words in e.text for e in found if isinstance(e, Progress) and e.stage == "waiting")
    with serving(act) as server:
        error = failure(events(assessment, engine(server, silence=0.4, retries=1, cache=False))).error
    assert len(server.requests) == 2
    assert words in error.reason


def test_the_wait_that_a_server_asks_for_is_kept(assessment: Assessment, engine: Engine):
    times: list[float] = []

    def late(handler, body):
        times.append(time.monotonic())
        answer(reply())(handler, body)

    def early(handler, body):
        times.append(time.monotonic())
        refuse(429, "slow down", retry_after="1")(handler, body)

    with serving(early, late) as server:
        found = events(assessment, engine(server))
    assert times[1] - times[0] >= 1.0
    assert any("too many requests; trying again in 1 s" in e.text for e in found if isinstance(e, Progress))


def test_a_late_answer_keeps_what_came(assessment: Assessment, engine: Engine):
    import json

    text = json.dumps(reply(change(assessment, "Prepare")))[:-18]
    with serving(stall(text + ", ")) as server:
        found = events(assessment, engine(server, timeout=1.0))
    assert len(made(found)) == 1
    assert "no whole answer came within 1 seconds" in failure(found).error.reason


@pytest.mark.parametrize("act", [hang, stall('{"changes": ['), refuse(503, "busy", retry_after="5")])
def test_cancelling_ends_the_stream_and_the_request_within_a_second(assessment: Assessment, engine: Engine, act):
    cancel = threading.Event()
    with serving(act) as server:
        running = stream(assessment, engine=engine(server), cancel=cancel)
        next(running)
        time.sleep(0.3)
        cancel.set()
        start = time.monotonic()
        *_, last = running
        assert time.monotonic() - start < 1.0
        assert isinstance(last, Progress)
        assert last.stage == "cancelled"
        if act is hang:
            assert server.hung_up.wait(5)


def test_closing_the_stream_closes_the_request(assessment: Assessment, engine: Engine):
    with serving(hang) as server:
        running = stream(assessment, engine=engine(server))
        assert isinstance(next(running), Progress)
        time.sleep(0.3)
        running.close()
        assert server.hung_up.wait(5)


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
