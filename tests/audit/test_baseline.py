"""What a baseline accepts stays accepted where a file is renamed; reports for review say what is new, and where."""

import csv
import json
import re
from pathlib import Path

import pytest
from openpyxl import Workbook

from jdrewrite.audit import Results
from jdrewrite.audit.baseline import Known, make, read, worse
from jdrewrite.audit.reports import write
from tests.cli.conftest import Run, run  # noqa: F401

from .conftest import CLERK as HOSTILE
from .conftest import PACKER, audited

CLERK = "# Accounts Receivable Clerk\n" + HOSTILE.split("\n", 1)[1]


@pytest.fixture
def jobs(tmp_path: Path) -> Path:
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "clerk.md").write_text(CLERK)
    (folder / "packer.md").write_text(PACKER)
    return folder


def states(results: Results, folder: Path, known: Known | None) -> list[str | None]:
    (one,) = json.loads(write("sarif", results, folder, known).read_text())["runs"]
    return [result.get("baselineState") for result in one["results"]]


def test_a_renamed_or_moved_file_keeps_what_is_accepted(jobs: Path, tmp_path: Path) -> None:
    known = make(audited(jobs, tmp_path / "a.jsonl"))
    (jobs / "clerk.md").rename(jobs / "accounts-clerk.md")
    (jobs / "hall").mkdir()
    moved = jobs / "hall" / "packer.md"
    (jobs / "packer.md").rename(moved)
    moved.write_text(PACKER.replace("by noon", "by eleven"))
    found = worse(audited(jobs, tmp_path / "b.jsonl"), known, "suggestion")
    assert {(each.path, each.line) for each in found} <= {(str(moved), 6)}, "what was edited alone may be new"
    moved.write_text(PACKER.replace("by noon", "to maximise revenue"))
    (new,) = [each for each in worse(audited(jobs, tmp_path / "c.jsonl"), known) if each.level == "warning"]
    assert new.path == str(moved)


def test_a_row_that_moved_in_its_table_keeps_what_is_accepted(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    rows = [["Clerk", CLERK], ["Packer", PACKER]]

    def put(found: list[list[str]]) -> Results:
        with table.open("w", newline="") as file:
            csv.writer(file).writerows([["title", "description"], *found])
        return audited(table, tmp_path / "r.jsonl")

    known = make(put(rows))
    assert worse(put(rows[::-1]), known, "suggestion") == []
    found = worse(put([["Baker", "- Bake bread to maximise revenue.\n- Upsell every caller."], *rows]), known)
    assert {each.path for each in found} == {f"{table}#2"}


def test_a_baseline_of_an_earlier_version_is_read(jobs: Path, tmp_path: Path) -> None:
    results = audited(jobs, tmp_path / "a.jsonl")
    value = {"version": 1, "documents": {}}
    for path, each in make(results).documents.items():
        value["documents"][path] = {"score": each.score, "findings": each.findings}  # type: ignore[index]
    (tmp_path / "old.json").write_text(json.dumps(value))
    assert worse(results, read(tmp_path / "old.json"), "suggestion") == []


def test_reports_for_review_tell_new_findings_from_accepted_ones(jobs: Path, tmp_path: Path) -> None:
    before = audited(jobs, tmp_path / "a.jsonl")
    assert set(states(before, tmp_path, None)) == {None}
    baseline = make(before)
    assert set(states(before, tmp_path, Known(before, baseline))) == {"unchanged"}
    assert write("github", before, tmp_path, Known(before, baseline)).read_text() == ""
    (jobs / "packer.md").write_text(PACKER + "- Upsell every caller to maximise revenue.\n")
    after = audited(jobs, tmp_path / "b.jsonl")
    found = states(after, tmp_path, Known(after, baseline))
    lines = write("github", after, tmp_path, Known(after, baseline)).read_text().splitlines()
    assert 0 < found.count("new") < len(found)
    assert len(lines) == found.count("new")
    assert all("packer.md" in line for line in lines)


def test_stderr_says_what_is_new(run: Run, jobs: Path, tmp_path: Path) -> None:  # noqa: F811
    options = ["-o", tmp_path / "out", "-j", "1", "--no-cache", "--report", "none"]
    assert run("audit", jobs, *options, "--write-baseline", tmp_path / "b.json").exit_code == 0
    told = run("audit", jobs, *options, "--baseline", tmp_path / "b.json")
    assert told.exit_code == 0
    assert "nothing is new or worse" in told.stderr
    (jobs / "packer.md").write_text(PACKER + "- Upsell every caller to maximise revenue.\n")
    told = run("audit", jobs, *options, "--baseline", tmp_path / "b.json")
    assert told.exit_code == 1
    assert re.search(r"packer\.md:\d+: new warning: ", told.stderr)


def test_a_finding_in_a_table_stands_at_its_row(tmp_path: Path) -> None:
    folder = tmp_path / "jobs"
    folder.mkdir()
    texts = ["- Answer calls.\n- Upsell every caller to maximise revenue.", "- Upsell every guest to maximise revenue."]
    with (folder / "t.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["title", "description"], *([f"Job {n}", text] for n, text in enumerate(texts))])
    book = Workbook()
    for cells in (["title", "description"], *([f"Job {n}", f"{text} Now."] for n, text in enumerate(texts))):
        book.active.append(cells)
    book.save(folder / "x.xlsx")
    lines = [json.dumps({"title": f"Job {n}", "description": f"{text} Here."}) for n, text in enumerate(texts)]
    (folder / "l.jsonl").write_text("\n".join(lines) + "\n")
    results = audited(folder, tmp_path / "r.jsonl")
    (one,) = json.loads(write("sarif", results, tmp_path).read_text())["runs"]
    places: dict[str, dict[int, str]] = {}
    for result in one["results"]:
        if result["level"] == "warning":
            place = result["locations"][0]["physicalLocation"]
            name = place["artifactLocation"]["uri"].rpartition("/")[2]
            told = places.setdefault(name, {})
            told[place["region"]["startLine"]] = told.get(place["region"]["startLine"], "") + result["message"]["text"]
    assert set(places["t.csv"]) == {2, 4}, "the second row begins at the fourth line of the file"
    assert "(the row that begins at line 2, line 2 of its text)" in places["t.csv"][2]
    assert set(places["x.xlsx"]) == {2, 3}
    assert "(row 3, line 1 of its text)" in places["x.xlsx"][3]
    assert set(places["l.jsonl"]) == {1, 2}
    github = write("github", results, tmp_path).read_text()
    assert re.search(r"file=[^,]*t\.csv,line=4,.*line 1 of its text\)", github)


def test_a_file_whose_name_has_a_hash_is_named_whole(tmp_path: Path) -> None:
    (tmp_path / "jobs#1").mkdir()
    (tmp_path / "jobs#1" / "a#b.md").write_text("# Clerk\n\n- Upsell every caller to maximise revenue.\n")
    results = audited(tmp_path / "jobs#1", tmp_path / "r.jsonl")
    assert "jobs%231/a%23b.md" in write("sarif", results, tmp_path).read_text()
    assert "jobs#1/a#b.md,line=3" in write("github", results, tmp_path).read_text()


def test_a_row_without_text_is_told_and_fails_nothing(run: Run, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "t.csv").write_text('title,description\nClerk,"- Answer calls."\nBaker,\n,\nCook,"- Cook meals."\n')
    told = run("audit", tmp_path / "t.csv", "-o", tmp_path / "out", "-j", "1", "--no-cache", "--report", "none")
    assert told.exit_code == 0
    assert "2 job descriptions" in told.stdout
    assert "t.csv#3: there is no text in it" in told.stdout
    assert "t.csv#4" not in told.stdout, "a row in which nothing stands is none"
