"""A job description, its analysis, and engines that ask the scripted server."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import httpcore2
import pytest

import jdrewrite
from jdrewrite.config import EngineProfile, Price, config
from jdrewrite.documents import read_bytes
from jdrewrite.model import Assessment, Proposal
from jdrewrite.proposing import stream
from jdrewrite.rewriting import Event, Failure, Progress, engine_named
from jdrewrite.rewriting.llm.engine import ModelEngine

from .scripted import Server

JD = """# Accounts Receivable Specialist

The position keeps receivables current in order to improve cash flow.

## Duties

- Prepare and send customer invoices for all shipments of the previous day.
- Post customer payments and cash receipts in NetSuite daily.
- Contact accounts that are past due in order to improve cash flow.
- Research and resolve billing disputes with sales and the warehouse.
- Reconcile customer accounts at month end.
- Process credit applications for new accounts within company policy.
- Issue credit memos for returned goods under $2,500.
- Maintain customer account records and billing addresses.
- Train new employees in the billing procedures.

## Requirements

- Three years of experience in accounts receivable.

## Equal Opportunity

We are an equal opportunity employer.
"""
GOOD = ", so that customers are billed for what they received."
WORSE = " within 24 hours, guaranteed."


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in ("JDREWRITE_CACHE", "JDREWRITE_STATE"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    monkeypatch.setenv("JDREWRITE_CONFIG", str(tmp_path / "config.toml"))
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "HTTP_PROXY", "http_proxy"):
        monkeypatch.delenv(name, raising=False)
    config.cache_clear()
    yield
    config.cache_clear()


@pytest.fixture(scope="session", autouse=True)
def _certificates_are_read_once() -> Iterator[None]:
    """Each engine reads all authorities of the machine, for servers that have none: as long as a test takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(httpcore2, "default_ssl_context", cache(httpcore2.default_ssl_context))
        yield


@pytest.fixture(scope="session")
def assessment() -> Assessment:
    return jdrewrite.analyse(read_bytes(JD.encode(), "clerk.md"))


def find(assessment: Assessment, words: str) -> str:
    return next(s.id for s in assessment.statements if words in s.text)


def change(assessment: Assessment, words: str, end: str = GOOD, kind: str = "connect", **more: Any) -> dict[str, Any]:
    statement = assessment.statement(find(assessment, words))
    text = statement.text.rstrip(".") + end
    return {"id": statement.id, "kind": kind, "text": text, "lenses": ["sight"], "why": "It says what they get."} | more


def reply(*changes: Any, additions: tuple[Any, ...] = ()) -> dict[str, Any]:
    return {"changes": list(changes), "additions": list(additions)}


Engine = Callable[..., ModelEngine]


@pytest.fixture
def engine() -> Iterator[Engine]:
    """Make an engine for a server; every one is closed at the end."""
    made: list[ModelEngine] = []

    def make(
        server: Server, *, price: Price | None = None, budget: float | None = None, **settings: Any
    ) -> ModelEngine:
        quick = {"timeout": 10.0, "silence": 5.0, "retries": 2} | settings
        profile = EngineProfile(base_url=server.url, model="scripted", **quick)
        if price is not None:
            config().price["scripted"] = price
        found = ModelEngine("told", profile, budget=budget)
        made.append(found)
        return found

    yield make
    for one in made:
        one.close()


def events(assessment: Assessment, engine: ModelEngine, **more: Any) -> list[Event]:
    return list(stream(assessment, engine=engine, **more))


def made(found: list[object]) -> list[Proposal]:
    return [e for e in found if isinstance(e, Proposal)]


def failure(found: list[object]) -> Failure:
    (only,) = [e for e in found if isinstance(e, Failure)]
    last = found[-1]
    assert isinstance(last, Progress)
    assert last.stage == "done"
    return only


__all__ = ["GOOD", "JD", "WORSE", "change", "engine_named", "events", "failure", "find", "made", "reply"]
