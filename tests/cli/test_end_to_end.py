"""The commands on a whole job description, with the real analysis, proposals and verdicts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import jdrewrite
from jdrewrite.model import Document
from jdrewrite.revision import DEFAULT_KINDS, Revision, revise

from .conftest import Run
from .test_schemas import check as keeps_to_schema

TEXT = """# Accounts Payable Clerk

## About us

Harrow Mills is a family business that makes paper for schools.

## Duties

- Process 150 vendor invoices a week within five working days.
- Reconcile supplier statements at the end of each month.
- Cut costs by policing the spending of other departments.
- Maintain customer files and vendor records in SAP.
- Prepare the weekly payment run for the finance manager.
- Send statements to customers each month.
- Other duties as assigned.

## Requirements

- Two years of experience in accounts payable.
- Knowledge of SAP and Excel.

## Equal opportunity

Harrow Mills is an equal opportunity employer.
"""


@pytest.fixture(params=["clerk.md", "clerk.txt", "clerk.docx"])
def clerk(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The same job description in each format."""
    source = jdrewrite.read_bytes(TEXT.encode(), "clerk.md")
    return jdrewrite.write(source, [], tmp_path / request.param)


def test_check_tells_what_the_library_tells(run: Run, clerk: Path) -> None:
    told = json.loads(run("check", "--format", "json", clerk).stdout)
    keeps_to_schema("check", told)
    (document,) = told["documents"]
    assessment = jdrewrite.analyse(jdrewrite.read(clerk))
    assert document["score"] == assessment.score.total
    assert document["title"] == "Accounts Payable Clerk"
    assert document["function"][0]["name"] == "accounts-receivable-payable"
    assert [s["fingerprint"] for s in document["statements"]] == [s.fingerprint for s in assessment.statements]
    assert [f["id"] for f in document["findings"]] == [f.id for f in assessment.findings]
    assert round(sum(part["points"] for part in document["lenses"].values())) == round(document["score"])
    for finding in document["findings"]:
        if finding["statement"] is not None:
            text = next(s["text"] for s in document["statements"] if s["id"] == finding["statement"])
            assert text[finding["start"] : finding["end"]] == finding["excerpt"]


def test_the_inward_duty_is_found_on_its_line(run: Run, clerk: Path) -> None:
    told = json.loads(run("check", "--format", "json", clerk).stdout)["documents"][0]
    inward = [f for f in told["findings"] if f["rule"].startswith("frame.inward")]
    assert inward
    lines = {s["id"]: s["text"] for s in told["statements"]}
    assert any("policing" in lines[f["statement"]] for f in inward)


def test_rewrite_tells_what_the_library_tells(run: Run, clerk: Path) -> None:
    told = json.loads(run("rewrite", "--format", "json", clerk).stdout)
    keeps_to_schema("rewrite", told)
    (document,) = told["documents"]
    revision = revise(jdrewrite.read(clerk), accept=DEFAULT_KINDS)
    assert document["accepted"] == list(revision.accepted)
    assert document["score_after"] == revision.after.score.total
    assert document["score_after"] > document["score_before"]
    by_id = {p["id"]: p for p in document["proposals"]}
    assert all(by_id[p]["verdict"]["passed"] and by_id[p]["kind"] != "add" for p in document["accepted"])


def test_what_was_written_passes_and_scores_as_told(run: Run, clerk: Path, tmp_path: Path) -> None:
    out = tmp_path / f"rewritten{clerk.suffix}"
    told = json.loads(run("rewrite", clerk, "-o", out, "--format", "json").stdout)["documents"][0]
    assert told["accepted"]
    again = json.loads(run("check", out, "--format", "json").stdout)["documents"][0]
    assert again["score"] == told["score_after"]
    judged = run("verify", clerk, out)
    assert judged.exit_code == 0, judged.stdout
    assert "added purpose" in judged.stdout


def test_a_folder_in_the_place_of_lines_is_told_with_what_is_asked_for(run: Run, clerk: Path, tmp_path: Path) -> None:
    agreed, single = run("verify", clerk, clerk, "--agreed", tmp_path), run("verify", "--jsonl", tmp_path)
    assert (agreed.exit_code, single.exit_code) == (3, 3)
    assert "name a file that holds the agreed lines" in " ".join(agreed.stderr.split())
    assert "name a file that holds JSON objects" in " ".join(single.stderr.split())


def test_new_lines_are_in_doubt_until_they_are_agreed(run: Run, clerk: Path, tmp_path: Path) -> None:
    out = tmp_path / f"rewritten{clerk.suffix}"
    rewritten = run("rewrite", clerk, "-o", out, "--accept", "all", "--clean", "--format", "json")
    told = json.loads(rewritten.stdout)["documents"][0]
    new = [p["proposed"] for p in told["proposals"] if p["kind"] == "add" and p["id"] in told["accepted"]]
    assert new
    judged = run("verify", clerk, out)
    assert judged.exit_code == 1
    assert judged.stdout.startswith("Verdict    in doubt")
    assert f"{len(new)} new lines that nobody agreed to" in judged.stderr
    assert all(f"+ new line, to be agreed with the manager: {text}" in judged.stdout for text in new)
    assert "invented" not in judged.stdout + judged.stderr
    agreed = tmp_path / "agreed.txt"
    agreed.write_text("".join(f"- {text}\n" for text in new), encoding="utf-8")
    judged = run("verify", clerk, out, "--agreed", agreed)
    assert judged.exit_code == 0, judged.stdout
    agreed.write_text("".join(f"{text}\n" for text in new[1:]), encoding="utf-8")
    assert run("verify", clerk, out, "--agreed", agreed).exit_code == 1


def test_a_planted_invention_does_not_pass(run: Run, clerk: Path, tmp_path: Path) -> None:
    forged = jdrewrite.read_bytes(TEXT.replace("150 vendor", "250 vendor").encode(), "clerk.md")
    out = jdrewrite.write(forged, [], tmp_path / f"forged{clerk.suffix}")
    result = run("verify", clerk, out)
    assert result.exit_code == 1
    assert "lost: 150" in result.stdout
    assert "invented: 250" in result.stdout


def test_the_text_of_both_commands(run: Run, clerk: Path) -> None:
    checked = run("check", clerk)
    assert checked.exit_code == 0
    assert ("Paragraph" if clerk.suffix == ".docx" else "Line") in checked.stdout
    rewritten = run("rewrite", "--accept", "all", clerk)
    assert rewritten.exit_code == 0
    assert "{+" in rewritten.stdout
    assert "add, after" in rewritten.stdout


def test_whom_it_serves_can_be_said(run: Run, clerk: Path, tmp_path: Path) -> None:
    told = json.loads(run("check", "--serves", "school bursars", "--format", "json", clerk).stdout)
    seen, plain = told["documents"][0], json.loads(run("check", "--format", "json", clerk).stdout)["documents"][0]
    assert (seen["customer_word"], seen["customer_word_from"]) == ("school bursars", "given")
    assert plain["customer_word_from"] != "given"
    assert seen["score"] == plain["score"]
    assert (
        "Serves     school bursars (as you said; the text has it nowhere)"
        in run("check", "--serves", "school bursars", clerk).stdout
    )
    out = tmp_path / "out.md"
    assert run("rewrite", clerk, "--serves", "school bursars", "-o", out).exit_code == 0
    assert "school bursars" in out.read_text()
    assert "school bursars" not in run("rewrite", clerk).stdout
    assert run("rewrite", clerk.parent, "--serves", "school bursars", "-o", tmp_path / "all").exit_code == 0
    rewritten = jdrewrite.read(str(tmp_path / "all" / clerk.name))
    assert "school bursars" in " ".join(block.text for block in rewritten.blocks)
    wrong = run("rewrite", clerk, "--serves", "<b>bursars</b>")
    assert wrong.exit_code == 2
    assert wrong.stderr.startswith("jdrewrite: --serves: ")


def test_where_nobody_is_named_the_way_out_is_told(run: Run, tmp_path: Path) -> None:
    jd = tmp_path / "records.md"
    jd.write_text("# Heap Assistant\n\n## Duties\n\n- Turn the heap and sweep round it.\n")
    assert "names nobody served; say whom with --serves" in run("check", jd).stdout
    assert "depends on who that is; say whom with --serves." in run("rewrite", jd).stdout
    assert "--serves" not in run("check", jd, "--serves", "auditors").stdout
    assert "--serves" not in run("rewrite", jd, "--serves", "auditors").stdout


def test_a_dry_run_heeds_title_and_those_served(run: Run, clerk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, str]] = []

    def revised(document: Document, **options: Any) -> Revision:
        seen.append((document.title, document.serves))
        return revise(document, **options)

    monkeypatch.setattr("jdrewrite.revision.revise", revised)
    told = run("rewrite", clerk, "--title", "Bursar", "--serves", "school bursars", "--dry-run")
    assert told.exit_code == 0
    assert seen == [("Bursar", "school bursars")]


def test_the_function_can_be_named(run: Run, clerk: Path) -> None:
    told = json.loads(run("check", "--function", "marketing", "--format", "json", clerk).stdout)
    assert told["documents"][0]["function"] == [{"name": "marketing", "confidence": 1.0}]
    other = run("check", "--function", "other", clerk)
    assert other.exit_code == 0


def test_twice_the_same(run: Run, clerk: Path) -> None:
    assert run("rewrite", "--format", "json", clerk).stdout == run("rewrite", "--format", "json", clerk).stdout
