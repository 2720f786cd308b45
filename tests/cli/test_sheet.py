from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import jdrewrite
from jdrewrite.cli.sheet import sheet
from jdrewrite.cli.text_rewrite import outcome
from jdrewrite.documents import read_bytes

from .conftest import JD, ORIGINAL, Run


def test_before_beside_after_with_score_and_reasons(run: Run, revised: dict[str, object], jd: Path) -> None:
    out = jd.parent / "sheet.html"
    result = run("rewrite", jd, "--sheet", out)
    assert result.exit_code == 0
    assert result.stderr == f"jdrewrite: sheet for the meeting written to {out}\n"
    page = out.read_text()
    assert "Score 41 &rarr; <strong>58</strong> of 100" in page
    assert "<del>Upsell</del> every caller" in page
    assert "<ins>Help</ins> every caller" in page
    assert "It says what callers get." in page
    assert "Refused: lost &quot;20&quot; (a figure)." in page
    assert "agree it with the manager first" in page
    assert page.index("1 change made") < page.index("Proposed, not made")
    assert jd.read_text() == JD
    assert run("rewrite", jd, "--sheet", out).exit_code == 4
    assert run("rewrite", jd, "--sheet", out, "--force").exit_code == 0


def test_it_goes_with_a_result_and_with_several_files(run: Run, revised: dict[str, object], jd: Path) -> None:
    other = jd.parent / "other.md"
    other.write_text(JD.replace("# ", "# Second "))
    out, new = jd.parent / "sheet.html", jd.parent / "new.md"
    assert run("rewrite", jd, other, "--sheet", out).exit_code == 0
    assert out.read_text().count("<article>") == 2
    assert run("rewrite", jd, "--sheet", out, "-o", new, "--force").exit_code == 0
    assert new.exists()


def test_text_cannot_become_markup(revised: dict[str, object]) -> None:
    raw = JD.replace(ORIGINAL, f"{ORIGINAL} <script>alert(1)</script> \x1b]0;x\x07").encode()
    document = read_bytes(raw, "<img src=x onerror=y>.md")
    revision = jdrewrite.revision.revise(document, accept=("reframe",))  # type: ignore[attr-defined]
    found = revision.proposals[0]
    evil = msgspec.structs.replace(found, proposed="<b>Help</b> \x1b[2J", rationale="<i>why</i>", id="p9")
    page = sheet([(document, msgspec.structs.replace(revision, proposals=(evil,), accepted=("p9",)))]).decode()
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;b&gt;Help" in page.replace("<ins>", "").replace("</ins>", "")
    assert "<i>why" not in page
    assert "\x1b" not in page


@pytest.mark.parametrize("out", ["none/sheet.html", "."])
def test_what_cannot_be_written(run: Run, revised: dict[str, object], jd: Path, out: str) -> None:
    assert run("rewrite", jd, "--sheet", jd.parent / out).exit_code == 4


def test_what_is_in_doubt_is_not_called_refused(jd: Path, revised: dict[str, object]) -> None:
    document = jdrewrite.read(jd)
    revision = jdrewrite.revision.revise(document, accept=("reframe",))  # type: ignore[attr-defined]
    those = tuple(
        msgspec.structs.replace(p, verdict=msgspec.structs.replace(p.verdict, doubtful=True))
        if p.verdict is not None and not p.verdict.passed
        else p
        for p in revision.proposals
    )
    doubted = msgspec.structs.replace(revision, proposals=those)
    page = sheet([(document, doubted)]).decode()
    assert "Look at: lost &quot;20&quot; (a figure)." in page
    assert "Refused" not in page
    assert "1 in doubt, to be looked at; 1 left for you to decide" in outcome(doubted)
    assert "refused" not in outcome(doubted)


def test_of_a_new_line_no_comparison_is_claimed(jd: Path, revised: dict[str, object]) -> None:
    document = jdrewrite.read(jd)
    revision = jdrewrite.revision.revise(document, accept=("reframe",))  # type: ignore[attr-defined]
    changed = tuple(p for p in revision.proposals if p.original is not None)
    new = msgspec.structs.replace(changed[0], kind="add", original=None, statement=None)
    pages = [
        sheet([(document, msgspec.structs.replace(revision, proposals=those, accepted=()))]).decode()
        for those in ((new,), changed)
    ]
    assert ["after line" in page for page in pages] == [True, False]
    assert ["compared with its original" in page for page in pages] == [False, True]
    assert ["A new line has no original" in page for page in pages] == [True, False]
