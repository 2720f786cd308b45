"""What jdrewrite wrote is no job description, wherever it lies; what only looks like it is read."""

import shutil
from pathlib import Path

import fsspec
import pytest

from jdrewrite.audit import Results, Task, overview
from jdrewrite.audit.baseline import write as write_baseline
from jdrewrite.audit.plan import plans
from jdrewrite.audit.ready import proposed
from jdrewrite.audit.reports import REPORTS, pages, write
from jdrewrite.audit.sources import find, survey
from tests.cli.conftest import Run, run  # noqa: F401
from tests.spoilt_zip import WAYS, spoilt

from .conftest import CLERK, PACKER, audited


@pytest.fixture
def jobs(tmp_path: Path) -> Path:
    folder = tmp_path / "all" / "jobs"
    folder.mkdir(parents=True)
    (folder / "clerk.md").write_text(CLERK)
    (folder / "packer.md").write_text(PACKER)
    return folder


def reported(jobs: Path, out: Path) -> Results:
    """Write all that an audit can write."""
    out.mkdir()
    results = audited(jobs, out / "results.jsonl")
    proposed(results, plans(results.rows()), Task())
    pages.write(results, out)
    for kind in REPORTS:
        write(kind, results, out)
    write_baseline(results, out / "base.json")
    return results


def test_an_earlier_audit_is_no_job_description_wherever_it_was_moved(jobs: Path) -> None:
    originals = find([str(jobs)])
    results = reported(jobs, jobs.parent / "earlier")
    moved = jobs.parent / "moved"
    for file in (jobs.parent / "earlier").rglob("*.*"):
        if file.is_file():
            place = moved / file.stem / f"copy{file.suffix}"  # no name, no neighbour tells what it is
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(file, place)
    found = survey([str(jobs.parent)])
    assert list(found.files) == originals
    assert {Path(path).suffix for path in found.ours} == {".html", ".xlsx", ".csv", ".json", ".jsonl", ".md", ".txt"}
    again = audited(jobs.parent, jobs.parent / "again.jsonl")
    assert overview(again.rows()).whole == overview(results.rows()).whole


@pytest.mark.parametrize("how", WAYS)
def test_a_workbook_of_which_a_part_cannot_be_read_is_left_to_its_reader(jobs: Path, how: str) -> None:
    write("xlsx", audited(jobs, jobs.parent / "results.jsonl"), jobs.parent)
    (made,) = jobs.parent.glob("*.xlsx")
    (jobs / "jobs.xlsx").write_bytes(spoilt(made.read_bytes(), "xl/workbook.xml", how))
    assert str(jobs / "jobs.xlsx") in find([str(jobs)])


def test_results_among_the_originals_hide_none_of_them(jobs: Path) -> None:
    originals = find([str(jobs)])
    for kind in REPORTS:
        write(kind, audited(jobs, jobs / "results.jsonl"), jobs)
    assert find([str(jobs)], leave_out=[jobs]) == originals


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("report.html", "<!doctype html><title>Clerk</title><h1>Clerk</h1><p>Answer customers.</p>"),
        ("report.md", CLERK),
        ("summary.md", "# Clerk\n\n<!-- jdrewrite: ignore sight.here -->\n- Answer customers.\n"),
        ("report.csv", "title,description\nClerk,Answer customers.\n"),
        ("results.jsonl", '{"title": "Clerk", "description": "Answer customers."}\n'),
        ("report.json", '{"version": 1, "documents": {"one": {"title": "Clerk", "text": "Answer customers."}}}'),
        ("late.rewritten.md", CLERK),
    ],
)
def test_what_others_wrote_under_such_a_name_is_read(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    assert find([str(tmp_path)]) == [str(tmp_path / name)]


def test_a_rewrite_counts_once_with_its_original_and_is_read_where_it_stands_alone(jobs: Path) -> None:
    (jobs / "clerk.rewritten.md").write_text(CLERK)
    (jobs / "table.csv").write_text("title,description\nClerk,Answer customers.\n")
    (jobs / "table-12.rewritten.csv").write_text("title,description\nClerk,Answer customers.\n")
    named = [str(path) for path in sorted(jobs.iterdir())]
    for places in ([str(jobs)], [f"{jobs}/*"], named):
        assert [Path(path).name for path in survey(places).files] == ["clerk.md", "packer.md", "table.csv"]
        assert len(survey(places).ours) == 2
    assert find([str(jobs / "clerk.rewritten.md")]) == [str(jobs / "clerk.rewritten.md")]


def test_a_rewritten_folder_counts_where_it_is_named_and_not_beside_its_originals(run: Run, jobs: Path) -> None:  # noqa: F811
    originals, out = find([str(jobs)]), jobs.parent / "rewritten"
    assert run("rewrite", jobs, "-o", out).exit_code == 0
    assert find([str(jobs.parent)]) == originals
    for place in (str(out), f"{out}/*.md"):
        assert [Path(path).name for path in find([place])] == ["clerk.md", "packer.md"]
    told = run("audit", jobs.parent, "-o", jobs.parent.parent / "out", "-j", "1", "--no-cache", "--report", "none")
    assert "left out 3 files that jdrewrite itself wrote" in told.stderr
    assert "2 job descriptions" in told.stdout


def test_behind_an_address_the_results_beside_it_tell(jobs: Path) -> None:
    store = fsspec.filesystem("memory")
    store.pipe("memory://one/clerk.md", CLERK.encode())
    store.pipe("memory://one/out/results.jsonl", b"{}")
    store.pipe("memory://one/out/report.md", b"# Audit")
    store.pipe("memory://one/out/pages/jd-000001.html", b"# Audit")
    store.pipe("memory://one/hr/report.md", CLERK.encode())
    assert find(["memory://one"]) == ["memory://one/clerk.md", "memory://one/hr/report.md"]


@pytest.mark.parametrize(
    ("options", "told"),
    [([], "there are no job descriptions in it"), (["--include", "*.pdf"], "no file is left by --include")],
)
def test_nothing_to_read_is_an_error(run: Run, tmp_path: Path, options: list[str], told: str) -> None:  # noqa: F811
    folder = tmp_path / "empty"
    folder.mkdir()
    if options:
        (folder / "clerk.md").write_text(CLERK)
    seen = run("audit", folder, "-o", tmp_path / "out", *options)
    assert seen.exit_code == 3
    assert told in seen.stderr
    assert not (tmp_path / "out").exists(), "an earlier result is not replaced by nothing"
