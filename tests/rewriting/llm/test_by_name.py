"""Engines that are named and not handed over: made for one use and closed behind it, or kept for a session."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jdrewrite.model import Assessment
from jdrewrite.proposing import stream
from jdrewrite.rewriting import Progress, alternatives, propose
from jdrewrite.workshop.client import Here
from jdrewrite.workshop.orders import Answer, Failed, Offered, Propose, Reword

from .conftest import JD, change, find, read_bytes, reply
from .scripted import Server, answer, refuse, serving

_PROFILE = """[engine.office]
base_url = "{url}"
model = "scripted"
cache = false
budget = 0.01

[price."scripted"]
input = 1.0
output = 1.0
"""


@pytest.fixture
def server(assessment: Assessment, tmp_path: Path) -> Iterator[Server]:
    """A server that the user's settings call ``office``, each of whose answers costs nearly all of its budget."""
    whole = reply(change(assessment, "Reconcile"))
    counted = {"prompt_tokens": 9000, "completion_tokens": 400, "total_tokens": 9400}
    with serving(answer(whole, counted=counted)) as server:
        (tmp_path / "config.toml").write_text(_PROFILE.format(url=server.url))
        yield server


def connections() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "jdrewrite-office"]


@pytest.mark.parametrize(
    "use",
    [
        lambda assessment: propose(assessment, engine="office"),
        lambda assessment: alternatives(assessment, find(assessment, "Reconcile"), engine="office"),
        lambda assessment: list(stream(assessment, engine="office")),
        lambda assessment: next(iter(stream(assessment, engine="office"))),
    ],
    ids=["propose", "alternatives", "stream", "a stream that is left"],
)
@pytest.mark.filterwarnings("error::pytest.PytestUnraisableExceptionWarning")
def test_an_engine_given_by_its_name_is_closed_after_use(
    use: Callable[[Assessment], object], assessment: Assessment, server: Server
):
    for _ in range(2):
        assert use(assessment)
        assert connections() == []


def test_a_session_has_one_engine_and_one_budget(assessment: Assessment, server: Server):
    workshop = Here()
    document = read_bytes(JD.encode(), "clerk.md")

    def asked(order: Propose | Reword) -> list[Answer]:
        return list(workshop.run(order, lambda: False))

    assert any(isinstance(a, Offered) for a in asked(Propose(document=document, engine="office")))
    assert connections() == ["jdrewrite-office"]
    again = asked(Reword(document=document, statement=find(assessment, "Reconcile"), engine="office"))
    assert isinstance(again[-1], Failed)
    assert "of the budget of 0.0100" in again[-1].message
    assert len(server.requests) == 1
    assert connections() == ["jdrewrite-office"]
    workshop.close()
    assert connections() == []


def test_a_refused_key_is_looked_up_again(assessment: Assessment, server: Server, monkeypatch: pytest.MonkeyPatch):
    settings = Path(os.environ["JDREWRITE_CONFIG"])
    settings.write_text(settings.read_text().replace("cache = false", 'cache = false\nkey_env = "OFFICE_KEY"'))
    server.script.insert(0, refuse(401, "no"))
    workshop, order = Here(), Propose(document=read_bytes(JD.encode(), "clerk.md"), engine="office")
    for key in ("old", "new"):
        monkeypatch.setenv("OFFICE_KEY", key)
        found = list(workshop.run(order, lambda: False))
        assert isinstance(found[-1], Failed) == (key == "old"), found
    assert [headers["authorization"] for headers in server.headers] == ["Bearer old", "Bearer new"]
    workshop.close()


def test_each_use_by_name_begins_its_budget_anew(assessment: Assessment, server: Server):
    for _ in range(2):
        found = [e for e in stream(assessment, engine="office") if isinstance(e, Progress)]
        assert found[-1].usage is not None
        assert found[-1].usage.cost == pytest.approx(0.0094)
    assert len(server.requests) == 2
