"""Records what a real model answers: ``python -m tests.rewriting.llm.record ENGINE MODEL NAME``."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

import jdrewrite
from jdrewrite.documents import read_bytes
from jdrewrite.model import KINDS
from jdrewrite.proposing import given_for
from jdrewrite.rewriting import engine_named
from jdrewrite.rewriting.llm import brief
from jdrewrite.rewriting.llm.engine import ModelEngine
from jdrewrite.rewriting.llm.line import text_of

from .conftest import JD

REPLIES = Path(__file__).parent / "data" / "replies"


class Recorded(msgspec.Struct, frozen=True, kw_only=True):
    """A reply of a real model, and to what it was the answer."""

    model: str
    prompt: str
    """Name and version."""
    jd: str
    finish: str
    prompt_tokens: int
    completion_tokens: int
    text: str


def main(name: str, model: str, file: str) -> None:
    engine = engine_named(name)
    assert isinstance(engine, ModelEngine)
    assessment = jdrewrite.analyse(read_bytes(JD.encode(), "clerk.md"))
    asked = brief.whole(assessment, KINDS, given_for(assessment).ledger)
    text, end = text_of(engine.line().start(engine.request(asked)).pieces())
    engine.close()
    recorded = Recorded(
        model=model,
        prompt=asked.prompt.id,
        jd=JD,
        finish=end.finish,
        prompt_tokens=end.prompt_tokens or 0,
        completion_tokens=end.completion_tokens,
        text=text,
    )
    REPLIES.mkdir(parents=True, exist_ok=True)
    (REPLIES / f"{file}.json").write_bytes(msgspec.json.format(msgspec.json.encode(recorded), indent=1) + b"\n")


if __name__ == "__main__":
    main(*sys.argv[1:4])
