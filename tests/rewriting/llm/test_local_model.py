"""A real server with real weights on loopback, through the real client (``make local-model`` installs both)."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel, ConfigDict

import jdrewrite
from jdrewrite.config import EngineProfile, config
from jdrewrite.model import KINDS, Assessment
from jdrewrite.proposing import given_for, stream
from jdrewrite.rewriting import Progress
from jdrewrite.rewriting.llm.checkup import checkup
from jdrewrite.rewriting.llm.engine import ModelEngine
from jdrewrite.rewriting.llm.line import text_of
from jdrewrite.rewriting.llm.pieces import Request
from jdrewrite.rewriting.llm.reply import schema
from jdrewrite.verifying import verify_documents

from . import localserver

pytestmark = [pytest.mark.llm, pytest.mark.xdist_group("llm")]
EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@pytest.fixture(scope="module")
def local() -> Iterator[EngineProfile]:
    if localserver.weights() is None:
        pytest.skip("needs a model: make local-model")
    command = [sys.executable, "-m", "tests.rewriting.llm.localserver"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        told = tomllib.loads("".join(server.stdout.readline() for _ in range(4)))["engine"]["local"]
        try:
            yield EngineProfile(**told, max_output=300, temperature=0.0)
        finally:
            server.kill()


def test_plain_and_streamed(local: EngineProfile) -> None:
    engine = ModelEngine("local", EngineProfile(base_url=local.base_url, model=local.model, structured="text"))
    request = Request(system="You are helpful.", user="Say hello to the customer.", schema={}, max_tokens=20)
    pieces = list(engine.line().start(request).pieces())
    text, end = text_of(iter(pieces))
    engine.close()
    assert len(pieces) > 3
    assert text.strip()
    assert end.prompt_tokens
    assert 0 < end.completion_tokens <= 20


class Questions(BaseModel):
    """A shape that is not the product's own."""

    model_config = ConfigDict(extra="forbid", strict=True)
    questions: list[str]


def test_structured(local: EngineProfile) -> None:
    engine = ModelEngine("local", local)
    request = Request(
        system="You ask questions.", user="Ask a clerk one question. JSON.", schema=schema(Questions), max_tokens=80
    )
    text, end = text_of(engine.line().start(request).pieces())
    assert engine.line().shape == "schema"
    engine.close()
    assert text.lstrip().startswith("{")
    if end.finish == "stop":
        Questions.model_validate_json(text)


def test_whatever_the_model_writes_what_is_applied_has_passed(
    local: EngineProfile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from typer.testing import CliRunner

    from jdrewrite.cli.main import app

    example = next(
        path for path in sorted(EXAMPLES.rglob("*.md")) if path.name != "README.md" and "Duties" in path.read_text()
    )
    (tmp_path / "config.toml").write_text(
        f'[engine.local]\nbase_url = "{local.base_url}"\nmodel = "m"\ntimeout = 300\nmax_output = 300\n'
    )
    config.cache_clear()
    out = tmp_path / "new.md"
    result = CliRunner().invoke(app, ["rewrite", str(example), "--engine", "local", "-o", str(out), "--accept", "all"])
    # 8: the answer ran into max_output before anything of it could be used, and then nothing was written.
    assert result.exit_code in {0, 8}, result.stderr
    assert "Traceback" not in result.stderr
    if out.exists():
        verdict = verify_documents(jdrewrite.read(example), jdrewrite.read(out))
        assert not verdict.lost
        assert not verdict.changed
        assert "request" in result.stderr


def test_the_estimate_is_near_what_the_server_counts(local: EngineProfile, assessment: Assessment) -> None:
    engine = ModelEngine("local", local)
    before = engine.estimate(assessment, KINDS, given_for(assessment))
    *_, last = stream(assessment, engine=engine, kinds=("connect",))
    assert isinstance(last, Progress)
    asked = engine.estimate(assessment, ("connect",), given_for(assessment))
    engine.close()
    real = engine.meter.used
    assert not real.estimated
    first = before if not asked.requests else asked
    # A mending request may have come on top.
    assert real.prompt_tokens / max(1, first.prompt_tokens) > 0.85
    if real.requests == 1:
        assert abs(first.prompt_tokens / real.prompt_tokens - 1) < 0.15


def test_cancelling_frees_the_server(local: EngineProfile, assessment: Assessment) -> None:
    engine = ModelEngine("local", local)
    cancel = threading.Event()
    running = stream(assessment, engine=engine, cancel=cancel)
    next(running)
    cancel.set()
    start = time.monotonic()
    *_, last = running
    assert isinstance(last, Progress)
    assert last.stage == "cancelled"
    assert time.monotonic() - start < 1.0
    request = Request(system="", user="Hello.", schema={}, max_tokens=1)
    assert text_of(engine.line().start(request).pieces(threading.Event()))[1].completion_tokens == 1
    engine.close()


def test_doctor_finds_it_well(local: EngineProfile) -> None:
    states = {check.name: check.state for check in checkup("local", local)}
    assert states["server"] == states["answer"] == "ok"
    assert "problem" not in states.values()
