"""Every fault of a server ends in a result or in a clear error."""

from __future__ import annotations

import json
import threading
import time
from typing import Any

import pytest

from jdrewrite.errors import EngineDenied, EngineError
from jdrewrite.model import Assessment
from jdrewrite.proposing import stream
from jdrewrite.rewriting import Failure, Given, Progress, Refusal
from jdrewrite.rewriting.llm import asking
from jdrewrite.rewriting.llm.checkup import checkup
from jdrewrite.rewriting.llm.client import Client
from jdrewrite.rewriting.llm.line import text_of
from jdrewrite.rewriting.llm.pieces import Request
from tests.rewriting.llm.conftest import failure, made

from .conftest import Engine, change, events, reply
from .scripted import (
    Act,
    Handler,
    answer,
    cut,
    elsewhere,
    flood,
    hang,
    one_line,
    page,
    refuse,
    reset,
    serving,
    stall,
    typed,
    whole,
)


def test_simpler_ways_are_tried_where_a_server_lacks_schemas(assessment: Assessment, engine: Engine):
    schema = refuse(400, "response_format json_schema is not supported")
    json_mode = refuse(422, "response_format: unknown")
    option = refuse(400, "Unsupported parameter: stream_options")
    with serving(schema, json_mode, option, answer(reply(change(assessment, "Prepare")))) as server:
        assert len(made(events(assessment, engine(server)))) == 1
    forms = [(r.get("response_format") or {}).get("type") for r in server.requests]
    assert forms == ["json_schema", "json_object", None, None]
    assert "stream_options" not in server.requests[-1]


def knows_no(name: str, message: str) -> Act:
    """Refuse each request that holds a word, so late that all of them are on their way by then; answer the others."""

    def act(handler: Handler, body: dict[str, Any]) -> None:
        time.sleep(0.3)
        (refuse(400, message) if name in json.dumps(body) else answer("done"))(handler, body)

    return act


@pytest.mark.parametrize(
    ("name", "message", "shape"),
    [
        ("stream_options", "Unknown parameter: stream_options", "schema"),
        ("json_schema", "response_format: json_schema is not supported", "json"),
    ],
)
def test_requests_on_their_way_together_leave_out_no_more_than_one_alone(
    name: str, message: str, shape: str, engine: Engine
):
    request = Request(system="s", user="u", schema={"type": "object"}, max_tokens=10)
    with serving(knows_no(name, message)) as server:
        line = engine(server, concurrency=3).line()
        found = [text_of(call.pieces())[0] for call in [line.start(request) for _ in range(3)]]
        assert line.shape == shape
    assert found == ["done"] * 3
    assert len(server.requests) == 6


def test_an_older_server_is_asked_in_older_words(assessment: Assessment, engine: Engine):
    with serving(
        refuse(400, "unknown field: max_completion_tokens"), answer(reply(change(assessment, "Prepare")))
    ) as server:
        assert len(made(events(assessment, engine(server)))) == 1
    first, second = server.requests
    assert first["max_completion_tokens"] == second["max_tokens"]
    assert "max_completion_tokens" not in second


@pytest.mark.parametrize("listed", [["a", "b"], {"data": ["a"]}, {"data": 1}, 3, None])
def test_the_check_of_an_address_where_something_else_answers_tells_it(
    listed: Any, engine: Engine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(Handler, "do_GET", lambda handler: whole(handler, 200, listed))
    with serving(lambda handler, body: whole(handler, 200, [1])) as server:
        found = {check.name: check for check in checkup("office", engine(server).profile)}
    assert found["server"].state == found["answer"].state == "problem"
    assert "its list of models is something else" in found["server"].told


def test_a_cut_answer_is_gone_on_with(assessment: Assessment, engine: Engine):
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


def test_a_server_that_counts_in_words_is_counted_for(assessment: Assessment, engine: Engine):
    counted = {"prompt_tokens": "many", "completion_tokens": None}
    with serving(answer(reply(change(assessment, "Prepare")), counted=counted)) as server:
        found = events(assessment, engine(server))
    assert len(made(found)) == 1
    assert not [e for e in found if isinstance(e, Failure)]


def test_what_came_before_the_network_went_is_kept_and_not_paid_for_twice(assessment: Assessment, engine: Engine):
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
        (typed(5), EngineError, "no text"),
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


def test_a_rest_that_a_server_names_behind_an_answer_is_kept(assessment: Assessment, engine: Engine):
    used_up = answer(reply(), x_ratelimit_remaining_requests="0", x_ratelimit_reset_requests="1s")
    with serving(used_up, answer(reply())) as server:
        asked = engine(server, cache=False)
        events(assessment, asked)
        start = time.monotonic()
        found = events(assessment, asked)
    assert time.monotonic() - start >= 0.8
    assert any("as the server asked" in e.text for e in found if isinstance(e, Progress))


@pytest.mark.parametrize("told", [{"x_ratelimit_reset_requests": "24h0m0s"}, {"retry_after": "inf"}])
def test_a_rest_beyond_the_timeout_is_not_waited_for(assessment: Assessment, engine: Engine, told: dict[str, str]):
    used_up = answer(reply(), x_ratelimit_remaining_requests="0", **told)
    with serving(used_up, answer(reply(change(assessment, "Prepare")))) as server:
        asked = engine(server, cache=False)
        events(assessment, asked)
        cancel = threading.Event()
        threading.Timer(5.0, cancel.set).start()
        found = events(assessment, asked, cancel=cancel)
    assert len(made(found)) == 1
    assert not [e for e in found if isinstance(e, Progress) and e.stage == "waiting"]


def test_a_wait_without_an_end_is_tried_again_as_if_none_were_told(assessment: Assessment, engine: Engine):
    with serving(refuse(429, "slow", retry_after="inf"), answer(reply(change(assessment, "Prepare")))) as server:
        assert len(made(events(assessment, engine(server)))) == 1


@pytest.mark.parametrize("before", [150, 180, 1_980])
def test_no_part_of_the_key_is_shown_where_the_words_of_a_server_are_cut(
    assessment: Assessment, engine: Engine, monkeypatch: pytest.MonkeyPatch, before: int
):
    key = "0123456789abcdef" * 4
    monkeypatch.setenv("OFFICE_KEY", key)
    with serving(refuse(500, f"{'x' * before} {key}")) as server:
        error = failure(events(assessment, engine(server, key_env="OFFICE_KEY", retries=0))).error
    assert "xxx" in str(error)
    assert key[:8] not in str(error)


def test_a_fault_of_a_library_is_told_without_the_key(
    assessment: Assessment, engine: Engine, monkeypatch: pytest.MonkeyPatch
):
    key = "0123456789abcdef" * 4
    monkeypatch.setenv("OFFICE_KEY", key)

    def broken(*_: object) -> None:
        raise RuntimeError(f"illegal header: Authorization {key}")

    monkeypatch.setattr(Client, "pieces", broken)
    with serving(answer(reply())) as server:
        error = failure(events(assessment, engine(server, key_env="OFFICE_KEY"))).error
    assert "illegal header" in error.reason
    assert key not in str(error)


NOTHING = ["I am sorry, I cannot.", '{"changes": [{"id": "s1", "ki', '{"changes": [{"id": 1}], "additions": []}', "{}"]


@pytest.mark.parametrize("said", NOTHING)
def test_an_answer_that_says_nothing_is_not_kept(assessment: Assessment, engine: Engine, said: str):
    with serving(answer(said), answer(reply(change(assessment, "Prepare")))) as server:
        assert not made(events(assessment, engine(server)))
        assert len(made(events(assessment, engine(server)))) == 1
        assert len(server.requests) == 2


@pytest.mark.parametrize("said", NOTHING)
def test_an_answer_that_says_nothing_and_was_kept_by_an_earlier_version_is_asked_for_again(
    assessment: Assessment, engine: Engine, said: str, monkeypatch: pytest.MonkeyPatch
):
    with serving(answer(said), answer(reply(change(assessment, "Prepare")))) as server:
        with monkeypatch.context() as earlier:
            earlier.setattr(asking, "says_something", lambda _: True)
            events(assessment, engine(server))
        asked = engine(server)
        assert asked.estimate(assessment, ("connect",), Given(judge=lambda p: p, ledger=lambda _: ())).requests == 1
        assert len(made(events(assessment, asked))) == 1


def test_an_answer_that_there_is_nothing_to_change_is_kept(assessment: Assessment, engine: Engine):
    with serving(answer(reply())) as server:
        events(assessment, engine(server))
        events(assessment, engine(server))
        assert len(server.requests) == 1


def test_where_the_rest_of_a_cut_answer_says_nothing_only_the_rest_is_asked_for_again(
    assessment: Assessment, engine: Engine
):
    first, second = (
        change(assessment, "Prepare"),
        change(assessment, "Reconcile", ", so that customers see the right balance."),
    )
    part = json.dumps(reply(first, second))[:-60]
    with serving(cut(part), answer("I am sorry."), answer(reply(second))) as server:
        assert [p.statement for p in made(events(assessment, engine(server)))] == [first["id"]]
        found = events(assessment, engine(server))
    assert [p.statement for p in made(found)] == [first["id"], second["id"]]
    assert f"leave them out: {first['id']}." in server.requests[2]["messages"][-1]["content"]


def test_a_late_answer_keeps_what_came(assessment: Assessment, engine: Engine):
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


@pytest.mark.parametrize("code", [401, 403])
def test_the_words_of_a_server_that_refuses_the_key_are_not_repeated(assessment: Assessment, engine: Engine, code: int):
    with serving(refuse(code, "no such key: c2stYWJj")) as server:
        error = failure(events(assessment, engine(server, retries=0))).error
    assert f"does not accept the key ({code})" in error.reason
    assert "c2st" not in str(error)
