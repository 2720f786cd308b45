"""An audit over files: nothing is lost, doubled or stopped by a bad file."""

import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

import pytest
from openpyxl import Workbook

from jdrewrite.audit import Audited, Cache, Failed, Head, Journal, Results, Task, find, overview, run, sample
from jdrewrite.audit.run import TOGETHER, _pool, _portions, _submitted
from jdrewrite.audit.worker import audit_file, unit_of
from jdrewrite.documents import read_bytes
from jdrewrite.documents.columns import Columns
from jdrewrite.errors import BrokenInput, MissingInput
from tests.audit.contents import contents
from tests.conftest import ROOT

from . import deadly

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


def test_a_text_in_a_format_that_is_not_read_is_listed_with_its_reason(tmp_path):
    place = tmp_path / "jobs"
    place.mkdir()
    (place / "cook.rtf").write_bytes(b"{\\rtf1 Cooks lunch for the pupils.}")
    (place / "porter.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (place / "vacancies.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    for name in ("guard.pages", "list.ods"):
        with zipfile.ZipFile(place / name, "w") as file:
            file.writestr(
                "mimetype" if name == "list.ods" else "Index", "application/vnd.oasis.opendocument.spreadsheet"
            )
    audit(place, tmp_path / "r.jsonl")
    failures = {Path(f.path).name: f.reason for f in Results(tmp_path / "r.jsonl").failures()}
    assert failures.keys() == {"cook.rtf", "porter.doc", "vacancies.xls", "guard.pages", "list.ods"}
    assert "rich text" in failures["cook.rtf"]
    assert "old .doc" in failures["porter.doc"]
    assert "old Excel file" in failures["vacancies.xls"]
    assert "a text of Pages" in failures["guard.pages"]
    assert "spreadsheet" in failures["list.ods"]


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


def test_a_table_with_a_row_without_text_is_remembered(tmp_path):
    place = tmp_path / "jobs"
    place.mkdir()
    (place / "jobs.csv").write_text("title,description\nClerk,- Send bills to customers.\nPorter,\n")
    audit(place, tmp_path / "a.jsonl", cache=tmp_path / "c.sqlite")
    (step,) = audit(place, tmp_path / "b.jsonl", cache=tmp_path / "c.sqlite")
    assert step.cached
    assert [failed.code for failed in Results(tmp_path / "b.jsonl").failures()] == [0]
    assert contents(tmp_path / "a.jsonl") == contents(tmp_path / "b.jsonl")


BEFORE = "# Porter\n\n- Carry the boxes.\n"
AFTER = "# Porter\n\n- Carry the bags of guests, so that they find them in their rooms.\n"


def written(place: Path) -> None:
    (place / "porter.md").write_text(AFTER)


def written_and_back(place: Path) -> None:
    """The record is made of the text in between; here it need not be."""
    written(place)
    (place / "porter.md").write_text(BEFORE)


def project(place: Path) -> None:
    (place / "jdrewrite.toml").write_text('[rules]\ndisable = ["across.shares.joint"]\n')


@pytest.mark.parametrize("change", [written, written_and_back, project])
def test_what_changes_before_it_is_its_turn_is_not_remembered_as_it_was(tmp_path, change):
    place, out, cache = tmp_path / "jobs", tmp_path / "r.jsonl", tmp_path / "c.sqlite"
    place.mkdir()
    (place / "clerk.md").write_text("# Clerk\n\n- Send bills.\n")
    (place / "porter.md").write_text(BEFORE)
    head = Head(audit="x", begun="", places=(str(place),))
    with Cache(cache) as known, Journal(out, head, resume=False) as journal:
        steps = run(find([str(place)]), Task(), journal, known)
        next(steps)
        change(place)
        list(steps)
    (place / "porter.md").write_text(BEFORE)
    (place / "jdrewrite.toml").unlink(missing_ok=True)
    steps = audit(place, tmp_path / "again.jsonl", cache=cache)
    assert [Path(step.file).name for step in steps if not step.cached] == ["porter.md"]
    audit(place, out, resume=True)
    audit(place, tmp_path / "fresh.jsonl")
    assert contents(out) == contents(tmp_path / "again.jsonl") == contents(tmp_path / "fresh.jsonl")


def test_another_project_file_is_read_anew(folder, tmp_path):
    audit(folder, tmp_path / "a.jsonl", cache=tmp_path / "c.sqlite")
    (folder / "sales" / "jdrewrite.toml").write_text('[rules]\ndisable = ["across.shares.joint"]\n')
    steps = audit(folder, tmp_path / "b.jsonl", cache=tmp_path / "c.sqlite")
    fresh = {Path(step.file).parent.name for step in steps if not step.cached and step.file.endswith(".md")}
    assert "sales" in fresh
    cached = {Path(step.file).name for step in steps if step.cached}
    assert cached == {path.name for path in folder.glob("*.md")} - {"empty.md", ".hidden.md"}


@pytest.mark.parametrize("cut", [1, 30, 400])
def test_a_killed_run_goes_on_where_it_was(folder, tmp_path, cut):
    audit(folder, tmp_path / "whole.jsonl")
    out = tmp_path / "cut.jsonl"
    audit(folder, out, stop=3)
    data = out.read_bytes()
    out.write_bytes(data[: len(data) - cut])  # a kill in the middle of a line
    audit(folder, out, resume=True)
    files = list(Results(out).records())
    assert len(files) == len(dict(contents(out))), "a job description stands twice"
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


def table(place: Path, kind: str) -> Path:
    rows = [
        {"job": "Clerk", "text": "- Prepare customer invoices each month.", "unit": "HR"},
        {"job": "Baker", "text": "- Bake the bread of the day.", "unit": "Ovens and Things"},
        {"job": "Nurse", "text": "- Care for patients at night.", "unit": "legal and compliance"},
    ]
    path = place / f"jobs.{kind}"
    if kind == "csv":
        path.write_text("job,text,unit\n" + "\n".join(f'"{r["job"]}","{r["text"]}","{r["unit"]}"' for r in rows))
    elif kind == "jsonl":
        path.write_text("\n".join(json.dumps(row) for row in rows))
    else:
        book = Workbook()
        for line in (("job", "text", "unit"), *(tuple(row.values()) for row in rows)):
            book.active.append(line)
        book.save(path)
    return path


@pytest.mark.parametrize("kind", ["csv", "jsonl", "xlsx"])
def test_a_column_tells_the_function(tmp_path, kind):
    columns = Columns(text=("text",), title="job", function="unit")
    records = audit_file(str(table(tmp_path, kind)), Task(columns=columns, function_from="column"))
    rows = [record.row for record in records]
    assert [row.unit for row in rows] == ["HR", "Ovens and Things", "legal and compliance"]
    assert rows[0].function == "human-resources"
    assert rows[2].function == "legal-compliance"
    assert rows[1].confidence < 1, "no function has this name: the text tells it"


def test_a_column_that_is_not_there_is_told_with_those_that_are(tmp_path):
    columns = Columns(text=("text",), function="department")
    for kind, told in (("csv", "text, unit"), ("jsonl", "name of the column")):
        (failed,) = audit_file(str(table(tmp_path, kind)), Task(columns=columns, function_from="column"))
        assert "department" in failed.reason
        assert told in failed.way_out


@pytest.mark.parametrize(
    ("path", "unit", "function"),
    [
        ("jobs/Accounting and Audit/team-7/clerk.md", "Accounting and Audit", "accounting"),
        ("data/HR/clerk.md", "HR", "human-resources"),
        ("data/jobs/clerk.md", "jobs", None),
        ("clerk.md", "", None),
    ],
)
def test_a_folder_tells_the_function(path, unit, function):
    document = read_bytes(b"- Prepare invoices.", path)
    assert unit_of(document, path, Task(function_from="folder")) == (unit, function)


def test_a_sample_is_the_same_each_time():
    files = [f"{n}.md" for n in range(100)]
    assert sample(files, 10) == sample(files, 10)
    assert len(sample(files, 10)) == 10
    assert sample(files, 1000) == files


def test_a_failure_is_not_a_row(folder, tmp_path):
    audit(folder, tmp_path / "r.jsonl")
    results = Results(tmp_path / "r.jsonl")
    assert {Path(row.path).name for row in results.rows()} == {path.name for path in EXAMPLES}
    assert {Path(failed.path).name for failed in results.failures()} == {"empty.md", "french.txt"}


def test_files_that_end_or_hold_up_their_process_are_listed_and_the_others_read(tmp_path, monkeypatch):
    texts = {
        "clerk.md": "# Clerk\n\n- Help customers.",
        "a.md": "# It ends its process",
        "b.md": "# It never comes back",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    running = sys.modules["jdrewrite.audit.run"]
    monkeypatch.setattr(running, "LIMIT", deadly.LIMIT)
    context = multiprocessing.get_context("spawn")

    def make(processes: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(max_workers=processes, mp_context=context, initializer=deadly.spoil_reading)

    groups = [[str(tmp_path / name)] for name in texts]
    found = dict(pair for portion in running.pooled(groups, Task(), 2, make) for pair in portion)
    assert isinstance(found[groups[0][0]][0], Audited)
    for (group,) in groups[1:]:
        (failed,) = found[group]
        assert isinstance(failed, Failed)
        assert "twice" in failed.reason


class Pool:
    """A pool whose process dies of a file while whoever takes the portions is at an earlier one."""

    made: ClassVar[list[int]] = []

    def __init__(self, processes: int) -> None:
        self.made.append(processes)
        self.broken = False

    def submit(self, _read: object, group: list[str], *_how: object) -> Future[list[tuple[str, tuple[()]]]]:
        if self.broken:
            raise BrokenProcessPool
        future: Future[list[tuple[str, tuple[()]]]] = Future()
        if "deadly" in group:
            self.broken = True
            future.set_exception(BrokenProcessPool())
        else:
            future.set_result([(file, ()) for file in group])
        return future

    def shutdown(self, **_how: bool) -> None:
        self.broken = True


@pytest.mark.parametrize("before", range(6))
def test_a_pool_that_is_found_broken_when_it_gets_more_loses_nothing(before, monkeypatch):
    """Of the journal, the disk and the progress bar it is what happens most."""
    monkeypatch.setattr(Pool, "made", [])
    files = [str(number) for number in range(9)]
    groups = [[file] for file in (*files[:before], "deadly", *files[before:])]
    found = [pair for portion in sys.modules["jdrewrite.audit.run"].pooled(groups, Task(), 1, Pool) for pair in portion]
    assert sorted(file for file, _ in found) == [*files, "deadly"]
    ((failed,),) = [records for file, records in found if file == "deadly"]
    assert isinstance(failed, Failed)
    assert len(Pool.made) <= 4, "a process is started for each file of those that were lost"


def read_anew(steps) -> set[str]:
    return {Path(step.file).name for step in steps}


def test_a_resumed_run_has_nothing_of_another_folder(folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(EXAMPLES[0], other / "own.md")
    out = tmp_path / "r.jsonl"
    audit(folder, out)
    assert read_anew(audit(other, out, resume=True)) == {"own.md"}
    results = Results(out)
    assert [row.path for row in results.rows()] == [str(other / "own.md")]
    assert results.failures() == []
    assert results.head.places == (str(other),)
    assert not list(tmp_path.glob("*.new"))


def test_a_resumed_run_has_nothing_of_what_changed_or_is_gone(folder, tmp_path):
    out = tmp_path / "r.jsonl"
    audit(folder, out)
    changed, gone = sorted(path for path in folder.glob("*.md") if path.stat().st_size and path.name[0] != ".")[:2]
    changed.write_text("# Guide\n\n- Help visitors find their way.\n")
    gone.unlink()
    (folder / "sales" / "jdrewrite.toml").write_text('[rules]\ndisable = ["across.shares.joint"]\n')
    sales = {path.name for path in (folder / "sales").glob("*.md")}
    assert read_anew(audit(folder, out, resume=True)) == {changed.name, *sales}
    audit(folder, tmp_path / "fresh.jsonl")
    assert contents(out) == contents(tmp_path / "fresh.jsonl")
    assert len(list(Results(out).records())) == len(dict(contents(out)))
    assert audit(folder, out, resume=True) == []


def test_lines_that_stand_twice_are_counted_once(folder, tmp_path):
    out = tmp_path / "r.jsonl"
    audit(folder, out)
    whole = contents(out)
    head, *rows = out.read_bytes().splitlines(keepends=True)
    out.write_bytes(head + b"".join([*rows, *rows]))  # parts of an audit that were put together
    assert audit(folder, out, resume=True) == []
    assert len(list(Results(out).records())) == len(dict(whole))
    assert contents(out) == whole


@pytest.mark.parametrize("spoil", [lambda row: row[: len(row) // 2], lambda row: row.replace(b'"row":', b'"now":')])
def test_a_damaged_line_is_an_error_of_the_file_with_its_line(folder, tmp_path, spoil):
    out = tmp_path / "r.jsonl"
    audit(folder, out)
    whole = contents(out)
    rows = out.read_bytes().split(b"\n")
    number = next(n for n, row in enumerate(rows) if b'"row":' in row)
    rows[number] = spoil(rows[number])
    out.write_bytes(b"\n".join(rows))
    for ask in (lambda found: found.rows(), lambda found: list(found.records())):
        with pytest.raises(BrokenInput) as error:
            ask(Results(out))
        assert error.value.subject == f"{out}:{number + 1}"
        assert "--resume" in error.value.way_out
    audit(folder, out, resume=True)
    assert contents(out) == whole


def test_a_process_of_a_run_never_hears_of_ctrl_c(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules["jdrewrite.audit.run"], "audit_watched", _blocked)
    monkeypatch.setattr(sys.modules["jdrewrite.audit.run"], "prepare", deadly.load_nothing)
    with _pool(1) as pool:
        assert _submitted(pool, [], Task()).result() == [int(signal.SIGINT)]
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, set())


def _blocked(*_: object) -> list[int]:
    return [int(one) for one in signal.pthread_sigmask(signal.SIG_BLOCK, set())]


def test_a_run_that_is_broken_off_leaves_no_process_at_work(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules["jdrewrite.audit.run"], "prepare", deadly.spoil_reading)
    files = [tmp_path / f"{number}.md" for number in range(3 * TOGETHER)]
    for number, file in enumerate(files):
        file.write_text("never comes back" if number >= TOGETHER else "# Clerk\n\n- Send bills.\n")
    portions = _portions([str(file) for file in files], Task(), 2)
    assert len(next(portions)) == TOGETHER
    children = multiprocessing.active_children()
    assert children
    portions.close()
    # The pool may have waited for a child already: then ``is_alive`` of it never learns that it has ended.
    until = time.monotonic() + 100
    while any(map(_is_there, children)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(_is_there, children))


def _is_there(child):
    multiprocessing.active_children()  # waits for those that have ended
    try:
        os.kill(child.pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("where", ["jdrewrite.cli.main", "jdrewrite.cli.audit"])
def test_ctrl_c_while_the_program_loads_ends_in_one_line(where):
    code = (
        "import sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {where!r}: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Finder())\n"
        "sys.argv = ['jdrewrite', 'audit', '.']\n"
        "from jdrewrite.cli.entry import run\n"
        "run()\n"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (130, "jdrewrite: interrupted\n")
