"""An audit over files: nothing is lost, doubled or stopped by a bad file."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from jdrewrite.audit import Audited, Cache, Failed, Head, Journal, Results, Task, find, overview, run, sample
from jdrewrite.errors import MissingInput
from tests.conftest import ROOT

EXAMPLES = sorted((ROOT / "examples" / "markdown").glob("*.md"))[:4]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "jobs"
    (place / "sales").mkdir(parents=True)
    for number, path in enumerate(EXAMPLES):
        shutil.copy(path, place / ("sales" if number % 2 else ".") / path.name)
    (place / "empty.md").write_text("")
    (place / "french.txt").write_text("Nous recherchons une personne pour notre équipe de vente à Lyon. " * 10)
    (place / ".hidden.md").write_text("# hidden")
    (place / "picture.png").write_bytes(b"\x89PNG")
    return place


def audit(folder: Path, out: Path, *, cache: Path | None = None, resume: bool = False, jobs: int = 1, stop: int = 0):
    head = Head(audit="x", begun=datetime.now(UTC).isoformat(), places=(str(folder),))
    steps = []
    with Cache(cache) as known, Journal(out, head, resume=resume) as journal:
        for step in run(find([str(folder)]), Task(), journal, known, jobs):
            steps.append(step)
            if len(steps) == stop:
                break
    return steps


def contents(out: Path) -> dict[str, object]:
    return {
        record.row.path if isinstance(record, Audited) else record.path: record for record in Results(out).records()
    }


def test_a_bad_file_is_listed_and_stops_nothing(folder, tmp_path):
    audit(folder, tmp_path / "r.jsonl")
    results = Results(tmp_path / "r.jsonl")
    assert len(results.rows()) == len(EXAMPLES)
    assert {Path(f.path).name: f.code for f in results.failures()} == {"empty.md": 3, "french.txt": 6}
    assert overview(results.rows()).whole.count == len(EXAMPLES)


def test_two_processes_find_what_one_finds(folder, tmp_path):
    audit(folder, tmp_path / "one.jsonl")
    audit(folder, tmp_path / "two.jsonl", jobs=2)
    assert contents(tmp_path / "one.jsonl") == contents(tmp_path / "two.jsonl")


def test_the_cache_answers_for_what_has_not_changed(folder, tmp_path):
    audit(folder, tmp_path / "a.jsonl", cache=tmp_path / "c.sqlite")
    changed = next(folder.glob("*.md"))
    changed.write_text(changed.read_text() + "\n\n- Help customers plan their visit.\n")
    steps = audit(folder, tmp_path / "b.jsonl", cache=tmp_path / "c.sqlite")
    fresh = {Path(step.file).name for step in steps if not step.cached}
    assert fresh == {changed.name, "empty.md", "french.txt"}  # errors are tried again each time


def test_a_damaged_cache_is_begun_anew(folder, tmp_path):
    (tmp_path / "c.sqlite").write_bytes(b"no database" * 100)
    audit(folder, tmp_path / "a.jsonl", cache=tmp_path / "c.sqlite")
    assert any(step.cached for step in audit(folder, tmp_path / "b.jsonl", cache=tmp_path / "c.sqlite"))


@pytest.mark.parametrize("cut", [1, 30, 400])
def test_a_killed_run_goes_on_where_it_was(folder, tmp_path, cut):
    audit(folder, tmp_path / "whole.jsonl")
    out = tmp_path / "cut.jsonl"
    audit(folder, out, stop=3)
    data = out.read_bytes()
    out.write_bytes(data[: len(data) - cut])  # a kill in the middle of a line
    audit(folder, out, resume=True)
    files = list(Results(out).records())
    assert len(files) == len(contents(out)), "a job description stands twice"
    assert contents(out) == contents(tmp_path / "whole.jsonl")


def test_another_pipeline_is_no_run_to_go_on_with(folder, tmp_path):
    out = tmp_path / "r.jsonl"
    audit(folder, out)
    with Journal(out, Head(audit="other", begun="", places=()), resume=True) as journal:
        assert journal.done == set()


def test_what_is_found(folder, tmp_path):
    names = [Path(file).name for file in find([str(folder)])]
    assert "picture.png" not in names
    assert ".hidden.md" not in names
    assert find([str(folder)], exclude=["*.txt"]) == [f for f in find([str(folder)]) if not f.endswith(".txt")]
    assert all("sales" in file for file in find([str(folder)], include=["**/sales/*"]))
    with pytest.raises(MissingInput):
        find([str(tmp_path / "nowhere")])


def test_a_sample_is_the_same_each_time():
    files = [f"{n}.md" for n in range(100)]
    assert sample(files, 10) == sample(files, 10)
    assert len(sample(files, 10)) == 10
    assert sample(files, 1000) == files


def test_a_failure_is_not_a_row(folder, tmp_path):
    audit(folder, tmp_path / "r.jsonl")
    assert all(not isinstance(record, Failed) for record in Results(tmp_path / "r.jsonl").audited())
