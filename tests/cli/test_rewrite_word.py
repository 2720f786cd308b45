"""``jdrewrite rewrite`` and Word files: tracked changes by default, clean text and silence where they are asked for."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

import jdrewrite

from .conftest import Run

TEXT = "Accounts clerk\n\nDuties\n- Prepare customer invoices and send them.\n- Answer the telephone.\n"


@pytest.fixture
def clerk(tmp_path: Path) -> Path:
    return jdrewrite.write(jdrewrite.read_bytes(TEXT.encode(), "clerk.md"), [], tmp_path / "clerk.docx")


def main_part(path: Path) -> str:
    return zipfile.ZipFile(io.BytesIO(path.read_bytes())).read("word/document.xml").decode()


def test_changes_are_tracked_and_say_why(run: Run, clerk: Path, tmp_path: Path) -> None:
    result = run("rewrite", clerk, "-o", tmp_path / "out.docx")
    assert result.exit_code == 0
    assert "with tracked changes by jdrewrite" in result.stderr
    assert "<w:ins " in main_part(tmp_path / "out.docx")
    comments = list(docx.Document(str(tmp_path / "out.docx")).comments)
    assert comments
    assert all(comment.author == "jdrewrite" and comment.text for comment in comments)
    # Read again, the changes count as accepted.
    told = jdrewrite.revise(jdrewrite.read(clerk)).after.score.total
    assert jdrewrite.analyse(jdrewrite.read(tmp_path / "out.docx")).score.total == told


def test_clean_is_finished_text(run: Run, clerk: Path, tmp_path: Path) -> None:
    result = run("rewrite", clerk, "-o", tmp_path / "out.docx", "--clean")
    assert "tracked" not in result.stderr
    assert "<w:ins " not in main_part(tmp_path / "out.docx")
    assert (tmp_path / "out.docx").read_bytes() == jdrewrite.revise(jdrewrite.read(clerk)).rendered


def test_the_reasons_can_be_left_out(run: Run, clerk: Path, tmp_path: Path) -> None:
    run("rewrite", clerk, "-o", tmp_path / "out.docx", "--no-comments")
    assert "<w:ins " in main_part(tmp_path / "out.docx")
    assert "comment" not in main_part(tmp_path / "out.docx")


@pytest.mark.parametrize("option", ["--clean", "--no-comments"])
def test_they_need_a_file_to_write(run: Run, clerk: Path, option: str) -> None:
    result = run("rewrite", clerk, option)
    assert result.exit_code == 2
    assert "name the file with -o" in result.stderr
