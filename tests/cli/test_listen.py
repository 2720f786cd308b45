"""``jdrewrite listen``: tables in, a report out."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

QUARTER = Path(__file__).parents[2] / "examples/quarter"


def test_the_examples_in_text_and_json(run: Run) -> None:
    before = QUARTER / "answers-last-quarter.csv"
    result = run("listen", QUARTER / "answers.csv", "--before", before)
    assert result.exit_code == 0, result.stderr
    assert "9 of 12 people (75 %)" in result.stdout
    assert "may be chance" in result.stdout
    told = json.loads(run("listen", before, "--format", "json").stdout)
    assert (told["whole"]["answers"], told["whole"]["named"]) == (12, 5)


def test_excel_and_lines_give_the_same(run: Run, tmp_path: Path) -> None:
    import csv

    from openpyxl import Workbook

    with (QUARTER / "answers.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    book = Workbook()
    for row in rows:
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "a.xlsx")
    lines = [json.dumps(dict(zip(rows[0], row, strict=True))) for row in rows[1:]]
    (tmp_path / "a.jsonl").write_text("\n".join(lines))
    told = [
        run("listen", path, "--format", "json").stdout
        for path in (QUARTER / "answers.csv", tmp_path / "a.xlsx", tmp_path / "a.jsonl")
    ]
    assert told[0] == told[1] == told[2]


@pytest.mark.parametrize("ending", ["md", "html"])
def test_a_hostile_answer_is_only_text(run: Run, tmp_path: Path, ending: str) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("answer,team\n" + '"<script>alert(1)</script> [x](javascript:1) \x1b[31m",A\n' * 5)
    target = tmp_path / f"r.{ending}"
    assert run("listen", bad, "-o", target).exit_code == 0
    shown = target.read_text()
    assert "<script>alert" not in shown.replace("\\<script\\>", "")
    assert "\x1b" not in shown
    assert "[x](" not in shown or ending == "html"
    assert run("listen", bad, "-o", target).exit_code == 4


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no row"),
        (b"answer\n", "no row"),
        (b"answer\nI type\n", "would expose people"),
        (b'{"answer": 1', "no JSON object"),
        (b"\x89PNG\0\0", "picture"),
    ],
)
def test_bad_input_is_one_line(run: Run, tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    result = run("listen", path)
    assert result.exit_code == 3
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_document_is_no_table(run: Run) -> None:
    result = run("listen", QUARTER.parent / "word/accounts-receivable-specialist.docx")
    assert result.exit_code == 3
    assert "this is a Word document, and a table is wanted" in result.stderr
    assert "Excel or JSON lines" in result.stderr


def test_one_answer_is_counted_in_good_english(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("answer\nI type\n")
    assert "it has 1 answer, and" in run("listen", tmp_path / "a.csv").stderr
