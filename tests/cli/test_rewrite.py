from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import jdrewrite

from .conftest import JD, ORIGINAL, PROPOSED, Run

Revised = dict[str, object]


def test_text_shows_every_proposal_and_writes_nothing(run: Run, revised: Revised, jd: Path) -> None:
    before = sorted(jd.parent.iterdir())
    result = run("rewrite", jd)
    assert result.exit_code == 0
    assert result.stderr == ""
    out = result.stdout
    assert "Score      41 → 58 of 100" in out or "Score      41 -> 58 of 100" in out
    assert "Serves     callers (named once; --serves names others)" in out
    assert "p1  reframe, line 3  passed, accepted" in out
    assert "[-Upsell-]{+Help+} every caller" in out
    assert "It says what callers get.  (frame, sight)" in out
    assert "p2  connect, line 3  refused, not accepted" in out
    assert 'Refused: lost "20" (a figure).' in out
    assert "p3  add, after line 3  passed, not accepted" in out
    assert "agree it with the manager first" in out
    assert "1 of 3 proposals accepted (1 reframe); 1 refused by the verifier; 1 left for you to decide" in out
    assert sorted(jd.parent.iterdir()) == before
    assert jd.read_text() == JD


def test_colour_takes_the_place_of_marks(run: Run, revised: Revised, jd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "200")
    out = run("rewrite", jd).stdout
    assert "[-" not in out
    assert "\x1b[9;31mUpsell" in out
    assert "\x1b[4;32mHelp" in out


@pytest.mark.parametrize(
    ("args", "accepted"),
    [
        ([], ("reframe", "connect")),
        (["--accept", "all"], ("reframe", "connect", "add")),
        (["--accept", "add,reframe"], ("reframe", "add")),
        (["--accept", "add", "--accept", "connect"], ("connect", "add")),
        (["--accept", "none"], ()),
    ],
)
def test_accept(run: Run, revised: Revised, jd: Path, args: list[str], accepted: tuple[str, ...]) -> None:
    assert run("rewrite", jd, *args).exit_code == 0
    assert revised["accept"] == accepted


def test_what_is_rejected_is_told_so_and_waits_for_nobody(run: Run, revised: Revised, jd: Path) -> None:
    done = run("rewrite", jd, "--reject", "p3", "--reason", "not ours")
    assert "p3  add, after line 3  passed, rejected" in done.stdout
    assert "1 of 3 proposals accepted (1 reframe); 1 rejected; 1 refused by the verifier." in done.stdout
    assert "left for you" not in done.stdout
    assert "the reason is kept nowhere: --library DIR keeps what is rejected, and why" in done.stderr
    both = run("rewrite", jd, "--reject", "p1", "--reject", "p2").stdout
    assert "0 of 3 proposals accepted; 2 rejected; 1 left for you to decide (--accept p3, or " in both


def test_a_single_proposal_is_accepted_by_its_id(run: Run, revised: Revised, jd: Path, tmp_path: Path) -> None:
    told = run("rewrite", jd).stdout
    assert "1 left for you to decide (--accept p3, or one by one in 'jdrewrite --plain FILE')" in told
    told = run("rewrite", jd, "--accept", "p3").stdout
    assert "1 of 3 proposals accepted (1 add)" in told
    assert revised["accept"] == ()
    assert "2 of 3 proposals accepted (1 reframe, 1 add)" in run("rewrite", jd, "--accept", "p3,reframe").stdout
    for args, said in (
        (["--accept", "p9"], "there is no such proposal"),
        (["--accept", "p2"], f"the verifier did not let it pass; 'jdrewrite --plain {jd}' accepts it with a reason"),
        (["--accept", "glue"], "or name a single one by the id that is shown, such as p2"),
    ):
        result = run("rewrite", jd, *args)
        assert result.exit_code == 2
        assert said in result.stderr.replace("\n", " ")
    assert run("rewrite", jd, jd, "--accept", "p3").exit_code == 2
    assert run("rewrite", tmp_path, "--accept", "p3", "-o", tmp_path / "out").exit_code == 2


def test_json(run: Run, revised: Revised, jd: Path) -> None:
    told = json.loads(run("rewrite", jd, "--format", "json").stdout)
    assert told["schema"] == "rewrite/1"
    (document,) = told["documents"]
    assert (document["score_before"], document["score_after"]) == (41.0, 58.0)
    assert document["accepted"] == ["p1"]
    assert document["output"] is None
    first, refused, added = document["proposals"]
    assert first["kind"] == "reframe"
    assert (first["original"], first["proposed"]) == (ORIGINAL, PROPOSED)
    assert first["lenses"] == ["frame", "sight"]
    assert first["verdict"]["passed"] is True
    assert refused["verdict"]["lost"] == [{"check": "figures", "text": "20", "start": 7, "end": 9}]
    assert (added["original"], added["statement"]) == (None, None)


def test_output_is_written_and_told_on_stderr(run: Run, revised: Revised, jd: Path, tmp_path: Path) -> None:
    out = tmp_path / "new.md"
    result = run("rewrite", jd, "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"written to {out}" in result.stderr
    assert "41 -> 58" in result.stderr
    assert out.read_text() == JD.replace(ORIGINAL, PROPOSED)
    assert jd.read_text() == JD


def test_json_names_the_output(run: Run, revised: Revised, jd: Path, tmp_path: Path) -> None:
    out = tmp_path / "new.md"
    result = run("rewrite", jd, "-o", out, "--format", "json")
    assert json.loads(result.stdout)["documents"][0]["output"] == str(out)
    assert out.exists()


def test_nothing_is_overwritten_without_force(run: Run, revised: Revised, jd: Path) -> None:
    result = run("rewrite", jd, "-o", jd)
    assert result.exit_code == 4
    assert "--force" in result.stderr
    assert jd.read_text() == JD
    assert run("rewrite", jd, "-o", jd, "--force").exit_code == 0
    assert PROPOSED in jd.read_text()


def test_what_cannot_be_written(run: Run, revised: Revised, jd: Path, tmp_path: Path) -> None:
    for out, said in (
        (tmp_path / "none" / "new.md", "no such folder"),
        (tmp_path, "it is a folder"),
        (tmp_path / "new.pdf", ".pdf cannot be written"),
    ):
        result = run("rewrite", jd, "-o", out)
        assert result.exit_code == 4
        assert said in result.stderr
        assert result.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == [jd]


def test_a_read_only_target(
    run: Run, revised: Revised, jd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "new.md"
    out.write_text("kept")
    out.chmod(0o444)
    # Tests may run as the administrator, who may write everything: answer as for anybody else.
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != out)
    result = run("rewrite", jd, "-o", out, "--force")
    assert result.exit_code == 4
    assert "read-only" in result.stderr
    assert out.read_text() == "kept"


def test_standard_output_takes_the_document(run: Run, revised: Revised, jd: Path) -> None:
    result = run("rewrite", jd, "-o", "-")
    assert result.exit_code == 0
    assert result.stdout == JD.replace(ORIGINAL, PROPOSED)
    assert "1 of 3 proposals accepted" in result.stderr


def test_from_pipe_to_pipe(run: Run, revised: Revised) -> None:
    result = run("rewrite", "-", "-o", "-", stdin=JD)
    assert result.stdout == JD.replace(ORIGINAL, PROPOSED)


def test_another_format(run: Run, revised: Revised, jd: Path, tmp_path: Path) -> None:
    out = tmp_path / "new.docx"
    assert run("rewrite", jd, "-o", out).exit_code == 0
    texts = [block.text for block in jdrewrite.read(out).blocks]
    assert PROPOSED in texts
    odd = tmp_path / "new.pdf"
    assert run("rewrite", jd, "-o", odd, "--to", "text").exit_code == 0
    assert PROPOSED in odd.read_text()


def test_several_files_and_one_bad(run: Run, revised: Revised, jd: Path, tmp_path: Path) -> None:
    result = run("rewrite", tmp_path / "missing.md", jd, "--format", "json")
    assert result.exit_code == 3
    told = json.loads(result.stdout)
    assert len(told["documents"]) == len(told["errors"]) == 1


def test_what_a_pdf_becomes_is_called_by_its_format(run: Run, tmp_path: Path) -> None:
    pdf = next((Path(jdrewrite.__file__).parents[1] / "examples").rglob("*.pdf"))
    for name, kind in (("new.txt", "text"), ("new.docx", "docx")):
        told = run("rewrite", pdf, "--accept", "none", "-o", tmp_path / name).stderr
        assert f"a PDF is read and not changed; the rewrite is a new {kind} file" in told


def test_a_line_that_names_others_than_those_said_to_be_served_is_told(run: Run, tmp_path: Path) -> None:
    clerk = tmp_path / "clerk.md"
    clerk.write_text(
        "# Utility Billing Clerk\n\n## Duties\n\n- Posts payments for water bills.\n"
        "- Answers customer questions regarding problems with their bills.\n- Files reports of the department.\n"
    )
    told = run("rewrite", clerk, "--serves", "citizens").stdout
    assert "Line 6 names customers: what is known to come of it is said of them, not of citizens, and is not" in told
    assert "For line 6 'check' has an example: an idea to look at, and not proposed." in told
    assert "For line 6" not in run("rewrite", clerk).stdout
    assert "names customers:" not in run("rewrite", clerk).stdout
    assert "names customers:" not in run("rewrite", clerk, "--serves", "customers").stdout
