"""``jdrewrite voice``: the example's comments, streams and routes."""

import json
from pathlib import Path

import pytest

import jdrewrite
from jdrewrite.analysis.settings import Settings
from jdrewrite.model import Assessment, Document
from jdrewrite.project import settings_for
from tests.cli.conftest import Run

EXAMPLES = Path(__file__).parents[2] / "examples"
COMMENTS = EXAMPLES / "quarter/comments.csv"


def test_the_example_reaches_its_job_descriptions(run: Run, tmp_path: Path) -> None:
    places = [arg for kind in ("word", "markdown", "text") for arg in ("--jobs", EXAMPLES / kind)]
    target, routes, streams = tmp_path / "v.html", tmp_path / "r.jsonl", tmp_path / "streams"
    result = run("voice", COMMENTS, *places, "-o", target, "--routes", routes, "--streams", streams)
    assert result.exit_code == 0, result.stderr
    rows = (Path(__file__).parents[1] / "voice/data/quarter_jobs.txt").read_text().splitlines()[1:]
    wanted = dict(row.split("\t") for row in rows)
    right = 0
    for line in routes.read_text().splitlines():
        each = json.loads(line)
        found = each["route"]["jobs"][0]["path"] if each["route"]["jobs"] and not each["route"]["nobody"] else ""
        right += found.removeprefix(f"{EXAMPLES}/") == wanted[each["comment"]["id"]]
    assert right >= 55
    assert "Nobody" in target.read_text()
    page = (streams / "accounts-receivable-payable.md").read_text()
    assert "To prevent it" in page
    for secret in ("4111", "Okafor", "Lang", "DE89", "7946", "jo.smith"):
        assert all(secret not in path.read_text() for path in (target, routes, *streams.iterdir()))
    again = run("voice", COMMENTS, "--streams", streams)
    assert again.exit_code == 4


def test_text_json_and_lines(run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "c.jsonl"
    lines.write_text('{"comment": "My parcel is late <b>"}\n{"comment": null}\n')
    told = json.loads(run("voice", lines, "--format", "json").stdout)
    assert (told["comments"], told["patterns"][0]["function"]) == (1, "supply-chain-logistics")
    assert "&lt;b&gt;" in run("voice", lines, "--format", "html").stdout
    assert "1 comments" not in run("voice", lines).stdout
    assert run("voice", tmp_path / "none.csv").exit_code == 3


def test_of_two_copies_the_one_not_called_so_is_named(run: Run, tmp_path: Path) -> None:
    jobs = tmp_path / "jobs"
    jobs.mkdir()
    text = "# Payroll Clerk\n\n## Duties\n\n- Answer questions on payslips.\n- Correct wages.\n- Pay wages.\n"
    for name in ("Copy of payroll.md", "payroll.md"):
        (jobs / name).write_text(text)
    comments = tmp_path / "said.csv"
    comments.write_text("comment\nMy payslip was wrong and my wages came late.\n")
    result = run("voice", comments, "--jobs", jobs)
    assert f"({jobs / 'payroll.md'})" in result.stdout
    assert "Copy of" not in result.stdout
    assert "one called a copy only where all are" in result.stderr


def test_a_bad_job_description_does_not_stop_the_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 no")
    result = run("voice", COMMENTS, "--jobs", tmp_path, "--jobs", EXAMPLES / "word/warehouse-coordinator.docx")
    assert result.exit_code == 3
    assert "bad.docx" in result.stderr
    assert "Warehouse Coordinator" in result.stdout


def test_job_descriptions_are_read_with_the_project_file_that_covers_them(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (("own", '[words]\nexternal = ["sailor"]\n'), ("none", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "keeper.md").write_text("# Lock keeper\n\n- Open the lock for each boat.\n")
        (tmp_path / name / "jdrewrite.toml").write_text(text)
    used = {}
    analyse = jdrewrite.analyse

    def noting(document: Document, *, settings: Settings | None = None) -> Assessment:
        used[Path(document.path).parent.name] = settings
        return analyse(document, settings=settings)

    monkeypatch.setattr(jdrewrite, "analyse", noting)
    assert run("voice", COMMENTS, "--jobs", tmp_path).exit_code == 0
    assert used == {name: settings_for(str(tmp_path / name / "keeper.md")) for name in ("own", "none")}
    assert used["own"] != used["none"]


def test_a_project_file_that_is_not_valid_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "keeper.md").write_text("# Lock keeper\n\n- Open the lock for each boat.\n")
    (tmp_path / "jdrewrite.toml").write_text("[sails]\n")
    result = run("voice", COMMENTS, "--jobs", tmp_path)
    assert result.exit_code == 5
    assert str(tmp_path / "jdrewrite.toml") in result.stderr


def test_comments_decide_which_true_effect_is_named(run: Run) -> None:
    result = run("rewrite", EXAMPLES / "word/accounts-receivable-specialist.docx", "--comments", COMMENTS)
    assert result.exit_code == 0, result.stderr
    assert "Customers speak of it" in result.stdout
    assert "DE89" not in result.stdout, "personal data stays masked"


def test_comments_are_heard_for_the_function_that_was_set_in_the_library(run: Run, tmp_path: Path) -> None:
    jd, kept = tmp_path / "dock.md", ("--library", tmp_path / "kept")
    jd.write_text(
        "# Warehouse Coordinator\n\n## Duties\n\n- Receive goods and check deliveries at the dock.\n"
        "- Load trucks and plan the routes of drivers.\n"
        "- Prepare and send customer invoices for all shipments of the previous day.\n"
    )
    asked = ("rewrite", jd, "--comments", COMMENTS, *kept)
    assert "Customers speak of it" not in run(*asked).stdout
    run("library", "set", jd, "--function", "accounts-receivable-payable", *kept)
    assert "Customers speak of it" in run(*asked).stdout


def test_a_text_for_a_table_and_a_folder_without_jobs_are_warned_of(run: Run, tmp_path: Path) -> None:
    jd = tmp_path / "clerk.md"
    jd.write_text("# Clerk\n\n- Enter the invoices of the day.\n- Answer the phone.\n")
    assert "looks like one text: its 2 lines are read as if each were one comment" in run("voice", jd).stderr
    (tmp_path / "empty").mkdir()
    result = run("voice", COMMENTS, "--jobs", tmp_path / "empty")
    assert result.exit_code == 0
    assert "no job description lies in" in result.stderr
    assert "looks like one text" not in result.stderr


def test_comments_without_a_name_above_them_are_all_read(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "comments.csv"
    table.write_text("The room was dirty\nThe invoice was wrong\n")
    result = run("voice", table, "--format", "json")
    assert json.loads(result.stdout)["comments"] == 2
    assert "“The room was dirty” is read as the first comment; if it is a name, add --column 1" in result.stderr
    named = run("voice", table, "--column", "1", "--format", "json")
    assert (json.loads(named.stdout)["comments"], named.stderr) == (1, "")


def test_a_column_of_days_without_days_is_told(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "comments.csv"
    table.write_text("branch,comment\nNorth,The room was dirty\n")
    assert "no day in it is understood" in run("voice", table, "--date", "branch").stderr


def test_days_that_may_be_two_are_told(run: Run, tmp_path: Path) -> None:
    table = tmp_path / "comments.csv"
    table.write_text("date,comment\n03/04/2024,The room was dirty\n")
    assert "1 day left out: '03/04/2024' may be read in two ways" in run("voice", table).stderr
    table.write_text("date,comment\n03/04/2024,The room was dirty\n03/31/2024,The room was cold\n")
    assert "left out" not in run("voice", table).stderr
