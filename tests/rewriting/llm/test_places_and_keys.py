"""Where texts may go, and where keys come from; neither is ever guessed, and keys are kept nowhere."""

from __future__ import annotations

import logging
import os
import stat
import sys
import types
from pathlib import Path

import pytest

from jdrewrite import folders
from jdrewrite.config import EngineProfile, config
from jdrewrite.errors import ConsentMissing, DataError, KeyMissing
from jdrewrite.model import Assessment
from jdrewrite.proposing import stream
from jdrewrite.rewriting.llm import answers, keys, places
from jdrewrite.rewriting.llm.engine import ModelEngine

from .conftest import Engine, change, events, reply
from .scripted import answer, refuse, serving

KEY = "sk-test-0123456789abcdef"


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://localhost:11434/v1", True),
        ("http://127.0.0.1/v1", True),
        ("http://127.8.9.1:80", True),
        ("http://[::1]:8080/v1", True),
        ("https://api.openai.com/v1", False),
        ("http://localhost.evil.example/v1", False),
        ("http://127.0.0.1.evil.example/v1", False),
        ("http://127.0.0.1@evil.example/v1", False),
        ("http://192.168.1.5:8000/v1", False),
        ("http://0.0.0.0:8000/v1", False),
    ],
)
def test_only_loopback_is_this_machine(url: str, here: bool) -> None:
    assert places.is_here(url) is here


def profile(**more) -> EngineProfile:
    return EngineProfile(base_url="https://models.example:8443/v1", model="m", **more)


def test_consent_is_remembered_for_this_host_only(tmp_path: Path) -> None:
    where = places.destination("office", profile())
    assert where is not None
    assert not where.agreed
    assert where.host == "models.example:8443"
    assert "models.example:8443" in where.told()
    places.agree(where)
    assert places.destination("office", profile()).agreed
    assert not places.destination("other", profile()).agreed
    moved = EngineProfile(base_url="https://elsewhere.example/v1", model="m")
    assert not places.destination("office", moved).agreed
    open_way = EngineProfile(base_url="http://models.example:8443/v1", model="m")
    assert not places.destination("office", open_way).agreed
    assert "not encrypted" in places.destination("office", open_way).told()


def test_a_damaged_memory_is_no_consent() -> None:
    where = places.destination("office", profile())
    places.agree(where)
    (folders.state() / "agreed.json").write_text("{")
    assert not places.destination("office", profile()).agreed


def test_nothing_is_sent_without_consent(assessment: Assessment, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(answer(reply())) as server:
        monkeypatch.setattr(places, "is_here", lambda url: False)
        asked = ModelEngine("told", EngineProfile(base_url=server.url, model="m"))
        with pytest.raises(ConsentMissing):
            list(stream(assessment, engine=asked))
        with pytest.raises(ConsentMissing):
            asked.alternatives(assessment, assessment.statements[3].id, 2)
        assert server.requests == []
        agreed = ModelEngine("told", EngineProfile(base_url=server.url, model="m"), agreed=True)
        list(stream(assessment, engine=agreed))
        agreed.close()
        assert len(server.requests) == 1


def test_a_key_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFFICE_KEY", f" {KEY}\n")
    assert keys.key_of("office", profile(key_env="OFFICE_KEY")) == KEY
    assert keys.key_of("office", profile()) == keys.NO_KEY
    for wrong in ("", "two words", "schlüssel", "a\nb"):
        monkeypatch.setenv("OFFICE_KEY", wrong)
        with pytest.raises(KeyMissing, match="OFFICE_KEY") as met:
            keys.key_of("office", profile(key_env="OFFICE_KEY"))
        assert not wrong or wrong not in str(met.value)


def test_a_key_comes_from_the_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(KeyMissing, match="not installed"):
        keys.key_of("office", profile(keyring=True))
    ring, errors = types.ModuleType("keyring"), types.ModuleType("keyring.errors")
    ring.get_password = {("jdrewrite", "office"): KEY}.get  # type: ignore[attr-defined]
    ring.get_password = lambda service, name: {("jdrewrite", "office"): KEY}.get((service, name))  # type: ignore[attr-defined]
    errors.KeyringError = type("KeyringError", (Exception,), {})  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", ring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    assert keys.key_of("office", profile(keyring=True)) == KEY
    with pytest.raises(KeyMissing, match="keyring set jdrewrite other"):
        keys.key_of("other", profile(keyring=True))

    def locked(service, name):
        raise errors.KeyringError("locked")

    ring.get_password = locked  # type: ignore[attr-defined]
    with pytest.raises(KeyMissing, match="gave nothing"):
        keys.key_of("office", profile(keyring=True))


def test_the_key_is_sent_and_kept_nowhere(
    assessment: Assessment,
    engine: Engine,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("OFFICE_KEY", KEY)
    caplog.set_level(logging.DEBUG)
    with serving(
        answer(reply(change(assessment, "Prepare"))), refuse(401, f"Incorrect API key provided: {KEY}")
    ) as server:
        found = events(assessment, engine(server, key_env="OFFICE_KEY"))
        found += events(assessment, engine(server, key_env="OFFICE_KEY", cache=False))
        assert server.headers[0]["authorization"] == f"Bearer {KEY}"
    assert KEY not in "".join(map(str, found))
    assert KEY not in caplog.text
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert all(KEY.encode() not in path.read_bytes() for path in files)


def test_kept_answers_are_for_their_owner_alone(assessment: Assessment, engine: Engine) -> None:
    with serving(answer(reply(change(assessment, "Prepare")))) as server:
        events(assessment, engine(server))
    (path,) = answers.folder().iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(answers.folder().stat().st_mode) == 0o700


def test_an_answer_that_is_used_stays_and_others_go_after_a_while(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("JDREWRITE_CACHE", str(tmp_path / "cache"))
    answer = answers.Answer(texts=('{"changes": [], "additions": []}',), whole=True, model="m", prompt="p/1")
    for name in ("old", "used"):
        answers.keep(name, answer)
    for name in ("old", "used"):
        os.utime(answers.folder() / f"{name}.json", (0, 0))
    assert answers.kept("used") == answer
    answers.keep("new", answer)
    assert sorted(path.name for path in answers.folder().iterdir()) == ["new.json", "used.json"]


def test_a_folder_that_cannot_be_written_costs_no_answer(
    assessment: Assessment, engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("JDREWRITE_CACHE", str(tmp_path / "file"))
    with serving(answer(reply(change(assessment, "Prepare")))) as server:
        assert any(getattr(e, "statement", None) for e in events(assessment, engine(server)))


def test_a_proxy_of_the_environment_does_not_see_what_stays_here(
    assessment: Assessment, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(answer(reply())) as proxy, serving(answer(reply())) as server:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("http_proxy", proxy.url)
        events(assessment, engine(server))
        assert (len(proxy.requests), len(server.requests)) == (0, 1)


def test_an_address_with_a_password_is_refused_and_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "config.toml"
    monkeypatch.setenv("JDREWRITE_CONFIG", str(path))
    path.write_text('[engine.a]\nbase_url = "http://u:PASSWORD1@127.0.0.1:1/v1"\nmodel = "m"\n')
    config.cache_clear()
    with pytest.raises(DataError, match="without a name or password") as told:
        config()
    assert "PASSWORD1" not in str(told.value)
    config.cache_clear()
