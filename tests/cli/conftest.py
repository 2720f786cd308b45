"""Small values made by hand, and verbs that return them: the front is tested, not the analysis."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import msgspec
import pytest
import typer.testing
from typer.testing import CliRunner, Result

import jdrewrite
import jdrewrite.revision
from jdrewrite.cli.main import app
from jdrewrite.model import (
    LENSES,
    Anchor,
    Assessment,
    CustomerWord,
    Document,
    Edit,
    Evidence,
    Fact,
    Finding,
    FunctionGuess,
    Labels,
    LensScore,
    Proposal,
    Reason,
    Score,
    Statement,
    Verdict,
)
from jdrewrite.model.document import BlockKind
from jdrewrite.revision import Revision

Run = Callable[..., Result]
ORIGINAL = "Upsell every caller to maximise revenue."
PROPOSED = "Help every caller find what suits them, so that callers get what they need."
JD = f"# Phone adviser\n\n- {ORIGINAL}\n- Answer 20 calls a day.\n"


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "JDREWRITE_DEBUG", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session", autouse=True)
def _one_tree_of_commands() -> Iterator[None]:
    """Have typer make its commands of the app once: it takes longer than most of what they do here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typer.testing, "_get_command", cache(typer.testing._get_command))
        yield


@pytest.fixture
def run() -> Run:
    """Run the command line in this process."""

    def call(*args: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(arg) for arg in args], input=stdin)

    return call


@pytest.fixture
def jd(tmp_path: Path) -> Path:
    path = tmp_path / "adviser.md"
    path.write_text(JD, encoding="utf-8")
    return path


def statement(number: int, text: str, line: int, block: str) -> Statement:
    return Statement(
        id=f"s{number}",
        fingerprint=f"00000000000{number}-1",
        block=block,
        start=0,
        end=len(text),
        line=line,
        section="duties",
        kind=BlockKind.BULLET,
        text=text,
        labels=Labels(frame="inward" if number == 1 else "neutral"),
        evidence=(Evidence(lens="frame", value="inward", start=20, end=39, rule="frame.inward.money"),),
    )


def _findings(first: Statement) -> tuple[Finding, ...]:
    """Return one of a statement, and one of the whole text."""
    named = Finding(
        id="frame.inward.money:000000000001",
        rule="frame.inward.money",
        lens="frame",
        level="warning",
        statement=first.id,
        line=first.line,
        start=20,
        end=39,
        excerpt="maximise revenue",
        message="The end that it names is money.",
        suggestion="Say what callers get of it.",
    )
    missing = Finding(
        id="voice.missing",
        rule="voice.missing",
        lens="voice",
        level="suggestion",
        statement=None,
        line=None,
        start=0,
        end=0,
        excerpt="",
        message="Nobody hears callers.",
        suggestion="Add a duty.",
    )
    return named, missing


def _score(total: float, first: Statement) -> Score:
    """Return a total with an equal share for every lens."""
    lenses = tuple(
        LensScore(
            lens=lens,
            points=total / 8,
            out_of=12.5,
            reasons=(Reason(points=total / 8, text="every caller", statement="s1", line=first.line),),
            missing=(Reason(points=0.0, text=f"as a duty: more {lens}"),),
        )
        for lens in LENSES
    )
    return Score(total=total, lenses=lenses, version="1")


def assessment_of(document: Document, total: float = 41.0) -> Assessment:
    blocks = [block for block in document.blocks if block.kind is BlockKind.BULLET]
    statements = tuple(statement(n, b.text, b.line, b.id) for n, b in enumerate(blocks, 1))
    first = statements[0]
    return Assessment(
        path=document.path,
        title=document.title,
        function=(
            FunctionGuess(name="customer-service", confidence=0.9),
            FunctionGuess(name="sales", confidence=0.4),
        ),
        customer_word=CustomerWord(plural="callers", source="text", count=1),
        statements=statements,
        findings=_findings(first),
        score=_score(total, first),
        versions={"score": "1", "rules": "aaaaaaaa", "catalogue": "bbbbbbbb", "model": "small-3.8"},
    )


def proposal(document: Document, *, number: int = 1, kind: str = "reframe", passed: bool = True) -> Proposal:
    block = next(block for block in document.blocks if block.kind is BlockKind.BULLET)
    lost = () if passed else (Fact(check="figures", text="20", start=7, end=9),)
    return Proposal(
        id=f"p{number}",
        kind=kind,  # type: ignore[arg-type]
        engine="offline",
        anchor=Anchor(block=block.id, start=0, end=len(block.text)),
        statement=None if kind == "add" else "s1",
        original=None if kind == "add" else block.text,
        proposed=PROPOSED,
        lenses=("frame", "sight"),
        rationale="It says what callers get.",
        source="customer-service/advice",
        verdict=Verdict(passed=passed, lost=lost),
    )


@pytest.fixture
def analysed(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Put a small analysis in the place of the real one; the dict holds what it was last called with."""
    seen: dict[str, object] = {"total": 41.0}

    def analyse(document: Document, *, function: str | None = None, settings: object = None) -> Assessment:
        seen["function"] = function
        total = seen["total"]
        assert isinstance(total, float)
        return assessment_of(document, total)

    monkeypatch.setattr(jdrewrite, "analyse", analyse)
    return seen


@pytest.fixture
def revised(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Put a small revision in the place of the real one: a reframe that passes, one refused, and an add."""
    seen: dict[str, object] = {}

    def revise(
        document: Document,
        *,
        accept: tuple[str, ...],
        function: str | None = None,
        settings: object = None,
        take: tuple[str, ...] = (),
        reject: tuple[str, ...] = (),
    ) -> Revision:
        seen.update(accept=accept, function=function)
        found = (
            proposal(document),
            proposal(document, number=2, kind="connect", passed=False),
            proposal(document, number=3, kind="add"),
        )
        wanted = [p for p in found if (p.kind in accept or p.id in take) and p.id not in reject]
        taken = [p for p in wanted if p.verdict is not None and p.verdict.passed]
        edits: tuple[Edit, ...] = tuple(p.edit() for p in taken)
        before = assessment_of(document)
        return Revision(
            before=before,
            proposals=found,
            accepted=tuple(p.id for p in taken),
            rejected=tuple(p.id for p in found if p.id in reject),
            edits=edits,
            after=msgspec.structs.replace(before, score=assessment_of(document, 58.0).score),
            rendered=jdrewrite.render(document, edits),
        )

    monkeypatch.setattr(jdrewrite.revision, "revise", revise)
    return seen
