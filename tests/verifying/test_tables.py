"""What a person specification asks for in the cells of a table: in none of its forms may a part of it go unseen."""

from __future__ import annotations

from pathlib import Path

import pytest

from jdrewrite.documents import read
from jdrewrite.verifying import verify, verify_documents
from tests.verifying.told import told

TABLE = """# Staff Nurse

- Give medicines to patients.

| Criteria | Essential | Desirable |
|---|---|---|
| Registration | NMC registered (adult) | |
| Skills | IV administration | ALS |
"""
CUTS = [("NMC registered (adult)", "NMC registered"), ("IV administration", "IV"), ("| ALS |", "| |")]


def _html(markdown: str) -> str:
    rows = [line.strip("|").split("|") for line in markdown.splitlines() if line.startswith("|") and "---" not in line]
    table = "".join(f"<tr>{''.join(f'<td>{cell.strip()}</td>' for cell in row)}</tr>" for row in rows)
    return f"<h1>Staff Nurse</h1><ul><li>Give medicines to patients.</li></ul><table>{table}</table>"


def _plain(markdown: str) -> str:
    return "\n".join(line.strip("|# ") for line in markdown.splitlines() if "---" not in line)


def _word(markdown: str, path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_heading("Staff Nurse", 1)
    document.add_paragraph("Give medicines to patients.", style="List Bullet")
    rows = [line.strip("|").split("|") for line in markdown.splitlines() if line.startswith("|") and "---" not in line]
    table = document.add_table(rows=0, cols=3)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text.strip()
    document.save(str(path))


def _written(form: str, markdown: str, path: Path) -> Path:
    path = path.with_suffix(f".{form}")
    if form == "docx":
        _word(markdown, path)
    else:
        path.write_text({"md": str, "html": _html, "txt": _plain}[form](markdown), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["md", "html", "docx", "txt"])
@pytest.mark.parametrize(("old", "new"), CUTS)
def test_what_is_cut_from_a_cell_is_lost(form: str, old: str, new: str, tmp_path: Path) -> None:
    before = read(_written(form, TABLE, tmp_path / "before"))
    after = read(_written(form, TABLE.replace(old, new), tmp_path / "after"))
    verdict = verify_documents(before, after)
    assert not verdict.passed
    assert not verdict.doubtful
    assert verdict.lost


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_a_wish_may_not_come_to_stand_in_the_column_of_what_is_required(form: str, tmp_path: Path) -> None:
    before = read(_written(form, TABLE, tmp_path / "before"))
    moved = TABLE.replace("| Registration | NMC registered (adult) | |", "| Registration | | NMC registered (adult) |")
    verdict = verify_documents(before, read(_written(form, moved, tmp_path / "after")))
    assert not verdict.passed
    assert "modality" in told(verdict)


@pytest.mark.parametrize(
    ("original", "rewrite"),
    [
        ("The ability to work in a team", "Ability to work in a team"),
        ("Various administrative tasks", "Administrative tasks"),
        ("Management of the budget", "Budget management"),
        ("Fix maintenance faults", "Fix maintenance"),
    ],
)
def test_what_says_nothing_may_still_go(original: str, rewrite: str) -> None:
    verdict = verify(original, rewrite)
    assert verdict.passed, verdict


@pytest.mark.parametrize("original", ["Keep records (paper)", "Registration | NMC registered (adult)"])
def test_what_stands_in_brackets_may_not_go(original: str) -> None:
    verdict = verify(original, original.split(" (", maxsplit=1)[0])
    assert not verdict.passed
    assert "content" in told(verdict)
