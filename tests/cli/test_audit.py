"""The command line of an audit: what it writes, what it tells, and how it ends."""

import contextlib
import errno
import json
import os
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pytest

from jdrewrite.audit import Head, Journal
from jdrewrite.audit.holding import FILE, held
from jdrewrite.errors import OutputError

from .conftest import Run

TABLE = """Job,Description,Department
Clerk,"- Prepare customer invoices each month.",HR
Baker,"- Bake the bread of the day.",Ovens & Things
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "jobs.csv"
    path.write_text(TABLE)
    return path


def test_a_column_tells_the_function_and_each_job_has_its_page(run: Run, table: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    options = ["-o", out, "-j", "1", "--no-cache", "--report", "md,csv", "--pages"]
    told = run("audit", table, *options, "--function-column", "Department")
    assert told.exit_code == 0
    assert "'Ovens & Things' (1)" in told.stderr
    assert "'HR' (1) as human-resources" in told.stderr
    assert "2 job descriptions" in told.stdout
    assert "human-resources" in told.stdout
    assert sorted(path.name for path in (out / "pages").iterdir()) == ["jd-000001.html", "jd-000002.html"]
    assert "Clerk" in (out / "pages" / "jd-000001.html").read_text()
    assert "### HR" in (out / "report.md").read_text()


def test_a_second_audit_of_a_folder_tells_what_stays_of_the_first(run: Run, table: Path, tmp_path: Path) -> None:
    options = [table, "-o", tmp_path / "out", "-j", "1", "--no-cache"]
    assert "earlier audit" not in run("audit", *options, "--report", "html", "--pages").stderr
    page = tmp_path / "out" / "pages" / "jd-000001.html"
    told = run("audit", *options, "--report", "none").stderr
    assert "left from an earlier audit of this folder, with its figures: report.html, pages" in told
    assert page.exists()  # report.html links to it
    assert "the pages of an earlier audit are removed" in run("audit", *options, "--report", "html").stderr
    assert not page.exists()


def test_the_command_of_a_plan_works_as_it_stands(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "our jobs.csv"
    table.write_text(TABLE.replace("Description", "What"))
    options = ["-o", tmp_path / "out", "-j", "1", "--no-cache", "--report", "md", "--column", "What"]
    assert run("audit", table, *options).exit_code == 0
    report = (tmp_path / "out" / "report.md").read_text()
    commands = [line.strip() for line in report.splitlines() if line.startswith("    jdrewrite rewrite")]
    assert commands
    assert [run(*shlex.split(command)[1:]).exit_code for command in commands] == [0] * len(commands)
    written = (tmp_path / "our jobs-2.rewritten.csv").read_text()
    assert "Prepare customer invoices each month" in written
    assert written != table.read_text()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--function-from", "column"], "--function-column"),
        (["--function-from", "folder", "--function-column", "Department"], "leave one of the two out"),
        (["--report", "pptx"], "html"),
    ],
)
def test_what_does_not_fit_together_is_told(
    run: Run, table: Path, tmp_path: Path, options: list[str], told: str
) -> None:
    seen = run("audit", table, "-o", tmp_path / "out", *options)
    assert seen.exit_code == 2
    assert told in seen.stderr
    assert not (tmp_path / "out").exists()


def test_a_column_that_is_not_there_is_listed_with_the_way_out(run: Run, table: Path, tmp_path: Path) -> None:
    told = run("audit", table, "-o", tmp_path / "out", "-j", "1", "--report", "none", "--function-column", "Team")
    assert told.exit_code == 3
    assert "Team" in told.stdout
    assert "Not read: 1" in told.stdout


def test_a_median_below_what_is_asked_for_fails_the_run(run: Run, table: Path, tmp_path: Path) -> None:
    options = ["-o", tmp_path / "out", "-j", "1", "--no-cache", "--report", "none"]
    assert run("audit", table, *options, "--fail-under", "99").exit_code == 1
    assert run("audit", table, *options, "--fail-under", "0").exit_code == 0


def test_files_behind_an_address_are_audited_and_the_command_works_on_a_copy(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = fsspec.filesystem("memory")
    store.pipe("memory://hr/our jobs.csv", TABLE.encode())
    options = ["-o", tmp_path / "out", "--cache", tmp_path / "c.sqlite", "--report", "md,sarif,github,csv"]
    told = run("audit", "memory://hr", *options)
    assert told.exit_code == 0
    assert "2 job descriptions" in told.stdout
    assert '"uri":"memory://hr/our%20jobs.csv"' in (tmp_path / "out" / "report.sarif").read_text()
    report = (tmp_path / "out" / "report.md").read_text()
    commands = [line.strip() for line in report.splitlines() if line.startswith("    jdrewrite rewrite")]
    (tmp_path / "our jobs.csv").write_bytes(store.cat("memory://hr/our jobs.csv"))
    monkeypatch.chdir(tmp_path)
    assert [run(*shlex.split(command)[1:]).exit_code for command in commands] == [0] * len(commands)
    assert "Prepare customer invoices each month" in (tmp_path / "our jobs-2.rewritten.csv").read_text()


@pytest.mark.parametrize("option", ["-o", "--cache", "--write-baseline"])
def test_nothing_is_written_behind_an_address(
    run: Run, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, option: str
) -> None:
    monkeypatch.chdir(tmp_path)
    told = run("audit", table, option, "s3://bucket/out")
    assert told.exit_code == 4
    assert f"s3://bucket/out: {option} writes to this machine only; name a place here" in told.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["jobs.csv"]


def test_what_could_not_be_read_is_accepted_with_the_baseline(run: Run, table: Path, tmp_path: Path) -> None:
    (tmp_path / "jobs").mkdir()
    table = table.rename(tmp_path / "jobs" / table.name)
    (tmp_path / "jobs" / "empty.md").write_text("")
    options = ["-o", tmp_path / "out", "-j", "1", "--no-cache", "--report", "none"]
    baseline = tmp_path / "b.json"
    assert run("audit", tmp_path / "jobs", *options, "--write-baseline", baseline).exit_code == 3
    again = run("audit", tmp_path / "jobs", *options, "--baseline", baseline)
    assert again.exit_code == 0
    assert "Not read: 1" in again.stdout
    (tmp_path / "jobs" / "other.md").write_text("")
    assert run("audit", tmp_path / "jobs", *options, "--baseline", baseline).exit_code == 3


def test_other_commands_say_that_they_read_no_addresses(run: Run, tmp_path: Path) -> None:
    told = run("check", "s3://bucket/clerk.md")
    assert told.exit_code == 3
    assert "only 'audit' reads addresses" in told.stderr
    (tmp_path / "jobs").mkdir()
    told = run("rewrite", tmp_path / "jobs", "-o", "s3://bucket/out")
    assert told.exit_code == 4
    assert "-o writes to this machine only" in told.stderr


def test_who_compares_two_texts_is_told_what_does_so(run: Run, jd: Path, tmp_path: Path) -> None:
    told = run("compare", jd, jd)
    assert told.exit_code == 3
    assert "name a folder that 'jdrewrite audit' wrote" in told.stderr
    assert "'jdrewrite verify'" in told.stderr
    assert "--sheet" in told.stderr
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "results.jsonl").write_text("{}")
    assert "verify" not in run("compare", tmp_path / "old", tmp_path / "old").stderr


def test_a_damaged_line_of_results_is_told_with_its_place(run: Run, table: Path, tmp_path: Path) -> None:
    options = ["-j", "1", "--no-cache", "--report", "none"]
    for out in ("one", "two"):
        assert run("audit", table, "-o", tmp_path / out, *options).exit_code == 0
    results = tmp_path / "two" / "results.jsonl"
    head, row, *_ = results.read_text().split("\n")
    results.write_text(f"{head}\n{row[:200]}\n")
    told = run("compare", tmp_path / "one", tmp_path / "two")
    assert told.exit_code == 3
    assert f"{results}:2: " in told.stderr
    assert "fault of jdrewrite" not in told.stderr
    results.write_text(f"{head}\n")
    told = run("compare", tmp_path / "one", tmp_path / "two")
    assert told.exit_code == 3
    assert "this audit was cut off: the results of 0 of 1 files are there" in told.stderr
    again = run("audit", table, "-o", tmp_path / "two", *options, "--resume")
    assert again.exit_code == 0
    assert run("compare", tmp_path / "one", tmp_path / "two").exit_code == 0


def test_what_is_resumed_says_what_it_leaves_out(run: Run, table: Path, tmp_path: Path) -> None:
    options = ["-o", tmp_path / "out", "-j", "1", "--no-cache", "--report", "none"]
    other = tmp_path / "other.csv"
    other.write_text(TABLE.replace("Baker", "Brewer"))
    run("audit", table, *options)
    told = run("audit", other, *options, "--resume")
    assert "1 other results are left out" in told.stderr
    assert "done before" not in told.stderr
    assert "2 job descriptions" in told.stdout
    assert "1 files were done before" in run("audit", other, *options, "--resume").stderr


def test_how_the_names_of_folders_are_read_is_told(run: Run, tmp_path: Path) -> None:
    for folder in ("Payroll Department", "engineering", "misc"):
        (tmp_path / "jobs" / folder).mkdir(parents=True)
        (tmp_path / "jobs" / folder / f"{folder[:3]}.md").write_text(
            f"# Clerk\n\n## Duties\n\n- Keep the {folder} files.\n"
        )
    done = run(
        "audit", str(tmp_path / "jobs"), "-o", str(tmp_path / "out"), "--function-from", "folder", "--report", "none"
    )
    assert "'Payroll Department' (1) as " in done.stderr
    assert "'engineering'" not in done.stderr
    assert "'misc' (1)" in done.stderr.partition("no function is known")[2]


def test_corrections_are_held_told_and_kept_apart_from_what_is_cached(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "jobs"
    folder.mkdir()
    (folder / "gate-porter.txt").write_text("Open the gates for visitors.\n\nAnswer what visitors ask.\n")
    table = tmp_path / "fix.csv"
    table.write_text("path,function,title,serves\ngate-porter.txt,sales,Night Porter,harbour guests\n")
    options = ["-o", tmp_path / "out", "-j", "1", "--cache", tmp_path / "cache", "--report", "csv"]
    plain = run("audit", folder, *options)
    assert "from the name of the file" in (tmp_path / "out" / "report.csv").read_text()
    told = run("audit", folder, *options, "--corrections", table)
    assert (plain.exit_code, told.exit_code) == (0, 0)
    assert "somebody corrected" not in plain.stdout
    assert "1 with a function, title or word for those served that somebody corrected" in told.stdout
    report = (tmp_path / "out" / "report.csv").read_text()
    assert "Night Porter,sales,1.0" in report
    assert ",harbour guests," in report
    assert "function, title and those served" in report


def test_a_page_of_vacancies_is_listed_apart(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "jobs"
    folder.mkdir()
    names = ("Lock Keeper", "Beekeeper", "Night Porter", "Ferry Steward")
    one = "{}\n\n$18.00 /hr\n\nPosted: 3/2/2026\n\nThis position keeps its place in order and helps visitors.\n\n"
    (folder / "vacancies.txt").write_text("".join(one.format(name) for name in names))
    (folder / "porter.txt").write_text("Night Porter\n\nOpen the gates for visitors.\n")
    told = run("audit", folder, "-o", tmp_path / "out", "-j", "1", "--no-cache", "--report", "none")
    assert told.exit_code == 3
    assert "1 job description\n" in told.stdout
    assert "several jobs in one text, 4 titles were seen" in told.stdout
    checked = run("check", folder / "vacancies.txt")
    assert checked.exit_code == 0
    assert "several jobs in one text, 4 titles were seen" in checked.stdout


def test_a_second_audit_into_one_folder_is_refused_and_harms_nothing(run: Run, table: Path, tmp_path: Path) -> None:
    out, other = tmp_path / "out", tmp_path / "other.csv"
    other.write_text("Job,Description\nPacker,- Pack the parcels of the day.\n")
    options = ["-o", out, "-j", "1", "--no-cache", "--report", "csv"]
    assert run("audit", table, *options).exit_code == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    with held(out):
        told = run("audit", other, *options)
        again = run("audit", other, *options, "--resume")
    assert (told.exit_code, again.exit_code) == (4, 4)
    way_out = "wait until it is done, or name another folder with -o."
    assert told.stderr == again.stderr == f"jdrewrite: {out}: another audit is writing there; {way_out}\n"
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert run("audit", other, *options).exit_code == 0


def test_a_killed_audit_holds_its_folder_no_longer(tmp_path: Path) -> None:
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom jdrewrite.audit.holding import held\n"
        "with held(Path(sys.argv[1])):\n    print('held', flush=True)\n    time.sleep(600)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, tmp_path], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(OutputError, match="another audit"), held(tmp_path):
            pass
        process.kill()
    with held(tmp_path):
        assert (tmp_path / FILE).exists()


def test_a_drive_without_locks_takes_one_audit_as_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr("fcntl.flock", none)
    with held(tmp_path / "out"):
        assert (tmp_path / "out").is_dir()


def test_a_name_that_is_empty_is_not_the_folder_where_one_stands(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("# Packer\n\n- Pack the parcels of the day.\n")
    monkeypatch.chdir(tmp_path)
    for command in ("audit", "rewrite"):
        told = run(command, "", "-o", tmp_path / "out")
        assert (told.exit_code, "no file is named" in told.stderr) == (3, True)
    assert not (tmp_path / "out").exists()


def test_a_folder_that_may_not_be_looked_into_is_told(
    run: Run, table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    walk, access = os.walk, os.access

    def walked(top: Path, **options: object) -> Iterator[object]:  # as for anyone but root
        if (told := options.get("onerror")) and callable(told):
            told(PermissionError(errno.EACCES, "Permission denied", str(shut)))
        return walk(top)

    monkeypatch.setattr("os.walk", walked)
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) != shut and access(path, mode))
    told = run("audit", tmp_path, "-o", tmp_path / "out", "-j", "1", "--no-cache", "--report", "none")
    assert told.exit_code == 3
    assert f"{shut}: you are not allowed to read it" in " ".join(told.stdout.split())


def test_a_disk_that_is_full_at_the_end_too_names_the_results(tmp_path: Path) -> None:
    head = Head(audit="x", begun="", places=())
    with pytest.raises(OutputError, match=r"r\.jsonl: it cannot be written .*--resume"):  # noqa: SIM117, PT012
        with Journal(tmp_path / "r.jsonl", head, resume=False) as journal:
            journal._file.close()
            journal._file = Path("/dev/full").open("wb")  # noqa: SIM115
            journal.add("a.md", ())


def test_a_folder_for_results_that_cannot_be_had_is_told(run: Run, table: Path, tmp_path: Path) -> None:
    for out, why in ((table, "a file is in its place"), (table / "x", "a file is in its place")):
        told = run("audit", table, "-o", out, "-j", "1", "--no-cache")
        assert (told.exit_code, why in told.stderr) == (4, True)
    told = run("rewrite", tmp_path, "-o", table / "x")
    assert (told.exit_code, "it cannot be made" in told.stderr) == (4, True)


def test_a_folder_that_may_only_be_read_is_no_fault_of_ours(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o555)
    with contextlib.suppress(OutputError), held(tmp_path / "out"):  # root may write there all the same
        assert (tmp_path / "out" / FILE).exists()


def test_where_nothing_stands_in_both_audits_it_is_said_how_files_are_matched(run, jd, tmp_path):
    for name in ("spring", "autumn"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"adviser-{name}.md").write_text(
            f"{jd.read_text()}\n- Count the chairs of the {name} fair.\n"
        )
        run("audit", tmp_path / name, "-o", tmp_path / f"audit-{name}")
    told = run("compare", tmp_path / "audit-spring", tmp_path / "audit-autumn").stdout
    assert "0 job descriptions in both audits" in told
    assert "0 -> 0" not in told
    assert "known by its name below the folder" in told
    assert "endings may differ" in told
    assert "New: 1" in told
    found = json.loads(run("compare", tmp_path / "audit-spring", tmp_path / "audit-autumn", "--format", "json").stdout)
    assert {found[f"{middle}_{when}"] for middle in ("mean", "median") for when in ("before", "after")} == {None}
