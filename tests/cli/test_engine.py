"""``rewrite`` with an engine and ``doctor``, from the command line to a scripted server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from jdrewrite.catalogue import functions
from jdrewrite.config import config
from jdrewrite.library import open_library
from jdrewrite.rewriting.llm import places
from tests.rewriting.llm.conftest import JD
from tests.rewriting.llm.scripted import Server, answer, cut, obeying, refuse, reset, serving

from .conftest import Run
from .test_schemas import check as keeps_to_schema

GOOD = "so that customers are billed for what they received"


def connected(user: str) -> dict[str, object]:
    """Answer as a good model would: an effect behind the first duty."""
    row = next(line for line in user.split("\n") if "Prepare and send" in line)
    text = row.split('"')[1].rstrip(".") + f", {GOOD}."
    change = {
        "id": row.split(" ", 1)[0],
        "kind": "connect",
        "text": text,
        "lenses": ["sight"],
        "why": "Says what they get.",
    }
    return {"changes": [change, change | {"id": "s99"}], "additions": []}


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("JDREWRITE_CACHE", "JDREWRITE_STATE"):
        monkeypatch.setenv(name, str(tmp_path / "own" / name.lower()))
    monkeypatch.setenv("JDREWRITE_CONFIG", str(tmp_path / "own" / "config.toml"))
    config.cache_clear()
    yield
    config.cache_clear()


@pytest.fixture
def clerk(tmp_path: Path) -> Path:
    path = tmp_path / "clerk.md"
    path.write_text(JD, encoding="utf-8")
    return path


def settings(tmp_path: Path, server: Server, more: str = "", price: bool = True) -> None:
    path = tmp_path / "own" / "config.toml"
    path.parent.mkdir(exist_ok=True)
    prices = '[price."scripted"]\ninput = 1.0\noutput = 2.0\ncurrency = "EUR"\n' if price else ""
    path.write_text(f'[engine.office]\nbase_url = "{server.url}"\nmodel = "scripted"\nretries = 0\n{more}\n{prices}')
    config.cache_clear()


def test_an_engine_proposes_and_the_result_is_written(run: Run, clerk: Path, tmp_path: Path) -> None:
    with serving(obeying(connected)) as server:
        settings(tmp_path, server)
        result = run("rewrite", clerk, "--engine", "office", "-o", tmp_path / "new.md")
        assert result.exit_code == 0, result.stderr
        assert GOOD in (tmp_path / "new.md").read_text()
        assert "1 request, 1,000 tokens in (400 of them cached by the provider), 100 out, 0.0012 EUR" in result.stderr
        shown = run("rewrite", clerk, "--engine", "office").stdout
    assert "p1  connect, line 7, office" in shown
    assert "Not taken from the model, since there is no statement 's99'" in shown
    assert len(server.requests) == 1


def test_json_tells_what_was_used_and_refused(run: Run, clerk: Path, tmp_path: Path) -> None:
    with serving(obeying(connected)) as server:
        settings(tmp_path, server)
        told = json.loads(run("rewrite", clerk, "--engine", "office", "--format", "json").stdout)
    keeps_to_schema("rewrite", told)
    (document,) = told["documents"]
    assert document["usage"]["prompt_tokens"] == 1000
    assert [r["reason"] for r in document["refusals"]] == ["there is no statement 's99'"]
    assert document["proposals"][0]["source"] == "rewrite-jd/1, scripted"
    assert document["failure"] is None


def test_what_the_library_knows_is_known_before_anything_is_sent(run: Run, clerk: Path, tmp_path: Path) -> None:
    kept = ("--library", tmp_path / "kept")
    run("check", clerk, *kept)
    run("library", "set", clerk, "--serves", "county auditors", "--function", "legal-compliance", *kept)
    with serving(obeying(connected)) as server:
        settings(tmp_path, server)
        told = json.loads(run("rewrite", clerk, "--engine", "office", "--format", "json", *kept).stdout)
        (sent,) = (request["messages"][-1]["content"] for request in server.requests)
    assert "county auditors" in sent
    assert told["documents"][0]["function"][0]["name"] == "legal-compliance"


def test_what_was_sent_ahead_and_had_no_turn_is_not_kept(run: Run, tmp_path: Path) -> None:
    jobs = [tmp_path / f"{n}.md" for n in range(4)]
    for number, path in enumerate(jobs):
        path.write_text(JD.replace("Specialist", f"Specialist {number}").replace("invoices", f"invoices of {number}"))
    with serving(refuse(401, "expired")) as server:
        settings(tmp_path, server, "concurrency = 2")
        result = run("rewrite", *jobs, "--engine", "office", "--library", tmp_path / "kept")
    assert result.exit_code == 5
    with open_library(tmp_path / "kept") as library:
        read = {version.path for document in library.documents() for version in document.versions}
    assert str(jobs[0]) in read
    assert str(jobs[-1]) not in read


def test_a_dry_run_sends_nothing(run: Run, clerk: Path, tmp_path: Path) -> None:
    with serving(obeying(connected)) as server:
        settings(tmp_path, server)
        result = run("rewrite", clerk, clerk, "--engine", "office", "--dry-run", "--budget", "0.000001")
        told = json.loads(run("rewrite", clerk, "--engine", "office", "--dry-run", "--format", "json").stdout)
        assert server.requests == []
    assert "in all: 2 requests, about" in result.stdout
    assert "EUR" in result.stdout
    assert "Nothing was sent. It would be more than the budget" in result.stdout
    keeps_to_schema("estimate", told)
    assert told["total"]["estimated"] is True
    assert run("rewrite", clerk, "--dry-run").stdout.endswith("nothing was sent.\n")


def test_before_anything_is_sent_elsewhere_somebody_agrees(
    run: Run, clerk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "is_here", lambda url: False)
    with serving(obeying(connected)) as server:
        settings(tmp_path, server)
        refused = run("rewrite", clerk, "--engine", "office")
        assert refused.exit_code == 5
        assert f"sends the text of the job description to 127.0.0.1:{server.server_address[1]}" in refused.stderr
        assert "add --yes" in refused.stderr
        assert server.requests == []
        assert run("rewrite", clerk, "--engine", "office", "--yes").exit_code == 0
        assert len(server.requests) == 1
        assert run("rewrite", clerk, "--engine", "office").exit_code == 5  # --yes is for one run


@pytest.mark.parametrize(("answered", "code"), [("y", 0), ("n", 5)])
def test_a_yes_in_the_terminal_is_remembered(
    run: Run, clerk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answered: str, code: int
) -> None:
    from jdrewrite.cli import model_run

    monkeypatch.setattr(places, "is_here", lambda url: False)
    monkeypatch.setattr(model_run, "_somebody_is_there", lambda: True)
    with serving(obeying(connected)) as server:
        settings(tmp_path, server)
        assert run("rewrite", clerk, "--engine", "office", stdin=f"{answered}\n").exit_code == code
        monkeypatch.setattr(model_run, "_somebody_is_there", lambda: False)
        assert run("rewrite", clerk, "--engine", "office").exit_code == code


def test_a_budget_ends_the_run_and_keeps_what_was_done(run: Run, clerk: Path, tmp_path: Path) -> None:
    others = [tmp_path / f"{n}.md" for n in range(4)]
    for number, path in enumerate(others):
        path.write_text(JD.replace("Specialist", f"Specialist {number}"))
    with serving(obeying(connected)) as server:
        settings(tmp_path, server, "concurrency = 1")
        # One request can cost about 0.0045: the budget has room for one after another, not for all.
        result = run("rewrite", *others, "--engine", "office", "--format", "json", "--budget", "0.006")
        told = json.loads(result.stdout)
    assert result.exit_code == 8
    assert 1 <= len(told["documents"]) < 4
    assert 1200e-6 * len(server.requests) <= 0.006
    assert "of the budget of 0.0060" in told["errors"][0]["error"]["reason"]
    assert "raise --budget" in result.stderr


def test_a_wrong_key_ends_the_run_at_once_and_keeps_what_was_done(run: Run, clerk: Path, tmp_path: Path) -> None:
    others = [tmp_path / f"{n}.md" for n in range(4)]
    for number, path in enumerate(others):
        path.write_text(JD.replace("Specialist", f"Specialist {number}"))
    with serving(obeying(connected), refuse(401, "expired")) as server:
        settings(tmp_path, server, "concurrency = 1")
        result = run("rewrite", *others, "--engine", "office", "--format", "json")
    told = json.loads(result.stdout)
    assert result.exit_code == 5
    assert len(told["documents"]) == 1
    assert "does not accept the key (401)" in result.stderr
    assert "more were not rewritten" in result.stderr or "more was not rewritten" in result.stderr


def test_with_the_network_cut_nothing_is_lost(run: Run, clerk: Path, tmp_path: Path) -> None:
    def part(handler, body):
        whole = json.dumps(connected(body["messages"][-1]["content"]))
        cut(whole[: whole.index('"s99"')])(handler, body)

    with serving(part, reset) as server:
        settings(tmp_path, server)
        result = run("rewrite", clerk, "--engine", "office", "-o", tmp_path / "new.md")
    assert result.exit_code == 8
    assert GOOD in (tmp_path / "new.md").read_text()
    assert "written to" in result.stderr
    assert "no connection" in result.stderr


def test_without_any_answer_nothing_is_written(run: Run, clerk: Path, tmp_path: Path) -> None:
    with serving(reset) as server:
        settings(tmp_path, server)
        result = run("rewrite", clerk, "--engine", "office", "-o", tmp_path / "new.md")
    assert result.exit_code == 8
    assert not (tmp_path / "new.md").exists()


def test_the_server_that_is_not_there_is_named(run: Run, clerk: Path, tmp_path: Path) -> None:
    with serving() as server:
        settings(tmp_path, server)
    result = run("rewrite", clerk, "--engine", "office")
    assert result.exit_code == 8
    assert server.url in result.stderr


def test_what_cannot_be_meant(run: Run, clerk: Path, tmp_path: Path) -> None:
    result = run("rewrite", clerk, "--engine", "offise")
    assert result.exit_code == 2
    assert "docs/engines.md" in result.stderr
    with serving() as server:
        settings(tmp_path, server, price=False)
        result = run("rewrite", clerk, "--engine", "office", "--budget", "1")
        assert result.exit_code == 5
        assert "no price for scripted" in result.stderr
        settings(tmp_path, server, "api_key = 'sk-in-a-file'")
        result = run("rewrite", clerk, "--engine", "office")
        assert result.exit_code == 5
        assert "api_key" in result.stderr
        assert "sk-in-a-file" not in result.stderr


def test_doctor_tries_an_engine_from_end_to_end(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key = "sk-doctor-0123456789"
    monkeypatch.setenv("OFFICE_KEY", key)
    with serving(answer({"changes": [], "additions": []})) as server:
        settings(tmp_path, server, 'key_env = "OFFICE_KEY"')
        result = run("doctor")
        told = json.loads(run("doctor", "office", "--format", "json").stdout)
    assert result.exit_code == 0, result.stdout
    for words in ("there (not shown)", "this machine", "reachable", "the model answers", "asked for by JSON schema"):
        assert words in result.stdout
    assert key not in result.stdout + result.stderr
    assert "your library" in result.stdout
    assert "your reflections" in result.stdout
    assert f"{len(functions()) - 1} functions" in result.stdout
    keeps_to_schema("doctor", told)
    assert "Specialist" not in str(server.requests)


@pytest.mark.parametrize(
    ("script", "more", "words", "code"),
    [
        ((refuse(401, "no such key"),), "", "check the key", 5),
        ((refuse(404, "no model scripted"),), "", "check model and base_url", 5),
        ((reset,), "", "see whether the server", 5),
        ((answer("Hello!"),), "", "does not have the right shape", 0),
        ((), 'key_env = "NOT_THERE"', "set the environment variable NOT_THERE", 5),
        ((), "keyring = true", "key", 5),
    ],
)
def test_doctor_says_what_to_do(run: Run, tmp_path: Path, script, more: str, words: str, code: int) -> None:
    with serving(*script) as server:
        settings(tmp_path, server, more)
        result = run("doctor", "office")
    assert words in result.stdout
    assert result.exit_code == code
    assert ("PROBLEM" in result.stdout) == (code == 5)


def test_the_settings_in_force_name_the_engines_and_no_key(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OFFICE_KEY", "sk-shown-nowhere")
    with serving() as server:
        settings(tmp_path, server, 'key_env = "OFFICE_KEY"')
        shown = run("config", "show", tmp_path / "jd.md").stdout
    assert f"engine.office = scripted at {server.url}, key from OFFICE_KEY" in shown
    assert "sk-shown" not in shown


def test_doctor_survives_broken_settings(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "own" / "config.toml"
    path.parent.mkdir()
    path.write_text("[engine.office]\nbase_url = 7\n")
    config.cache_clear()
    result = run("doctor")
    assert result.exit_code == 5
    assert "PROBLEM  settings" in result.stdout
    assert "language model" in result.stdout
