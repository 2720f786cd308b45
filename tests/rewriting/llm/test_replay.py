"""Replies of a real model, kept as data with the version of their prompt: what became of them stays the same."""

from __future__ import annotations

import msgspec
import pytest

import jdrewrite
from jdrewrite.documents import read_bytes
from jdrewrite.errors import EngineError
from jdrewrite.model import KINDS, Proposal
from jdrewrite.proposing import given_for
from jdrewrite.revision import revise
from jdrewrite.rewriting import Failure
from jdrewrite.rewriting.llm import brief, prompting, tokens
from jdrewrite.verifying import verify_documents

from .conftest import Engine, events
from .record import REPLIES, Recorded
from .scripted import answer, serving

NAMES = sorted(path.stem for path in REPLIES.glob("*.json"))


def load(name: str) -> Recorded:
    return msgspec.json.decode((REPLIES / f"{name}.json").read_bytes(), type=Recorded)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_applied_has_passed(name: str, engine: Engine) -> None:
    recorded = load(name)
    document = read_bytes(recorded.jd.encode(), "clerk.md")
    with serving(answer(recorded.text, finish=recorded.finish, size=40)) as server:
        found = events(jdrewrite.analyse(document), engine(server, cache=False))
        made = [e for e in found if isinstance(e, Proposal)]
        if not made and any(isinstance(e, Failure) for e in found):
            with pytest.raises(EngineError):
                revise(document, engine=engine(server, cache=False))
            return
        revision = revise(document, engine=engine(server, cache=False), accept=KINDS)
    for proposal in made:
        assert proposal.verdict is not None
        assert proposal.engine == "offline" or proposal.source.split(", ")[0] in {recorded.prompt, "mend/1"}
    assert all(p.verdict and p.verdict.passed for p in revision.proposals if p.id in revision.accepted)
    verdict = verify_documents(document, read_bytes(revision.rendered, "clerk.md"))
    assert (verdict.lost, verdict.changed) == ((), ())


@pytest.mark.parametrize("name", NAMES)
def test_its_prompt_is_still_here_and_its_length_was_foreseen(name: str) -> None:
    recorded = load(name)
    stem, _, version = recorded.prompt.partition("/")
    assert prompting.load(stem, int(version)).id == recorded.prompt
    assessment = jdrewrite.analyse(read_bytes(recorded.jd.encode(), "clerk.md"))
    asked = brief.whole(assessment, KINDS, given_for(assessment).ledger)
    if asked.prompt.id == recorded.prompt:
        foreseen = tokens.count_messages((asked.prompt.system, asked.prompt.user))
        assert abs(foreseen / recorded.prompt_tokens - 1) < 0.15


def test_there_are_replies() -> None:
    assert len(NAMES) >= 3
