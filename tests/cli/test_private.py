"""What people answer stays with them: nothing is sent, nothing lies about, and only an export can be handed on."""

import csv
import os
import re
import socket
from pathlib import Path

import pytest

import jdrewrite
from tests.cli.conftest import Run

QUARTER = Path(__file__).parents[2] / "examples" / "quarter"
ANSWERS = (QUARTER / "reflection.txt").read_text(encoding="utf-8")
SECRET = "we print delivery notes and type them in again"


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No network, and a home in which every new file is seen."""

    def sent(*args: object) -> None:
        raise AssertionError(f"something was sent: {args}")

    monkeypatch.setattr(socket.socket, "connect", sent)
    monkeypatch.setattr(socket, "getaddrinfo", sent)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("JDREWRITE_REFLECTIONS", str(tmp_path / "own"))
    monkeypatch.setenv("JDREWRITE_LIBRARY", str(tmp_path / "library"))
    monkeypatch.chdir(tmp_path)


def holding(folder: Path, words: str) -> set[str]:
    found = [path for path in folder.rglob("*") if path.is_file() and words.encode() in path.read_bytes()]
    return {path.relative_to(folder).as_posix() for path in found}


def test_a_reflection_lies_in_one_file_for_its_owner_alone(run: Run, tmp_path: Path) -> None:
    assert run("reflect", stdin=ANSWERS).exit_code == 0
    [path] = (tmp_path / "own").iterdir()
    assert holding(tmp_path, SECRET) == {f"own/{path.name}"}
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("ending", [".md", ".html", ".docx"])
def test_the_page_to_print_holds_all_that_a_facilitator_gets(run: Run, tmp_path: Path, ending: str) -> None:
    target = tmp_path / "out" / f"page{ending}"
    target.parent.mkdir()
    assert run("reflect", "--export", target, stdin=ANSWERS).exit_code == 0
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    told = [block.text for block in jdrewrite.read(target).blocks]
    for heading in ("Before", "After", "What changed", "What I will do", "What I ask of my manager"):
        assert heading in told
    assert not any(SECRET in text for text in told)
    assert "How I got there" not in told
    assert run("reflect", "--resume", "--with-answers", "--export", target, "--force", stdin="").exit_code == 0
    assert any(SECRET in block.text for block in jdrewrite.read(target).blocks)
    looked = run("reflect", "--look-back", "--export", target, "--force", stdin="done\nnot yet\n")
    assert looked.exit_code == 0
    assert any("looking back: done" in block.text for block in jdrewrite.read(target).blocks)


def test_listening_and_comments_are_not_sent_and_not_kept(run: Run, tmp_path: Path) -> None:
    comments = QUARTER / "comments.csv"
    jd = QUARTER.parent / "word" / "accounts-receivable-specialist.docx"
    assert run("listen", QUARTER / "answers.csv").exit_code == 0
    assert run("voice", comments, "--jobs", jd).exit_code == 0
    assert run("rewrite", jd, "--comments", comments).exit_code == 0
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    # What is made of the catalogue is kept, and holds nothing that anybody said.
    assert {path.parent.parts[-2:] for path in left} <= {("jdrewrite", "made")}
    for file in (comments, QUARTER / "answers.csv"):
        rows = csv.reader(file.read_text(encoding="utf-8").splitlines())
        said = [cell for row in rows for cell in row if len(cell.split()) > 4]
        assert len(said) > 5
        assert [cell for cell in said if holding(tmp_path, cell)] == []


def test_comments_are_for_the_writer_on_this_machine(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = tmp_path / "config.toml"
    settings.write_text('[engine.away]\nbase_url = "http://192.0.2.1/v1"\nmodel = "m"\n')
    monkeypatch.setenv("JDREWRITE_CONFIG", str(settings))
    jdrewrite.config.config.cache_clear()
    jd = QUARTER.parent / "word" / "accounts-receivable-specialist.docx"
    result = run("rewrite", jd, "--engine", "away", "--yes", "--comments", QUARTER / "comments.csv")
    jdrewrite.config.config.cache_clear()
    assert result.exit_code == 2
    assert "not sent anywhere" in result.stderr


def test_it_is_said_how_many_comments_bear_on_the_work(run: Run, tmp_path: Path) -> None:
    jd = QUARTER.parent / "word" / "accounts-receivable-specialist.docx"
    told = run("rewrite", jd, "--comments", QUARTER / "comments.csv").stderr
    assert re.search(r"comments\.csv: \d+ comments read, \d+ matched to this work; ", told)
    none = tmp_path / "none.csv"
    none.write_text("comment\nThe soup was cold and much too salty for my taste.\n", encoding="utf-8")
    told = run("rewrite", jd, "--comments", none).stderr
    assert "1 comment read, none matched to the work of this job description: the proposals are what they" in told
    both = run("rewrite", jd, QUARTER.parent / "word" / jd.name, "--comments", QUARTER / "comments.csv").stderr
    assert re.search(r"\d+ matched to the work of 2 of 2 job descriptions", both)
