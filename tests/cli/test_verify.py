from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

import jdrewrite
from jdrewrite.cli import text_verdict
from jdrewrite.errors import ModelMissing
from jdrewrite.model import Document, Fact, Verdict
from jdrewrite.verifying.checks import CHECKS, OTHERS

from .conftest import Run

FACT = Fact(check="figures", text="20", start=7, end=9)


@pytest.fixture(autouse=True)
def _judge(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge by one fact only: a rewrite must have the figure of its original."""

    def verify(original: str | None, rewrite: str) -> Verdict:
        lost = (FACT,) if "20" in (original or "") and "20" not in rewrite else ()
        return Verdict(passed=not lost, kept=(FACT,), lost=lost)

    def verify_documents(before: Document, after: Document, *, agreed: list[str]) -> Verdict:
        return verify(before.source.decode(), after.source.decode())

    monkeypatch.setattr(jdrewrite, "verify", verify)
    monkeypatch.setattr(jdrewrite, "verify_documents", verify_documents)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    texts = {"old.txt": "Answer 20 calls.", "good.txt": "Answer 20 calls well.", "bad.txt": "Answer calls."}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    return tmp_path / "old.txt", tmp_path / "good.txt", tmp_path / "bad.txt"


def test_a_rewrite_that_passes(run: Run, files: tuple[Path, Path, Path]) -> None:
    result = run("verify", files[0], files[1])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Verdict    passed\n")
    assert "    kept: “" in result.stdout


def test_whom_it_serves_can_be_said(run: Run, files: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []

    def verify_documents(before: Document, after: Document, *, agreed: list[str]) -> Verdict:
        seen.append(before.serves)
        return Verdict(passed=True)

    monkeypatch.setattr(jdrewrite, "verify_documents", verify_documents)
    assert run("verify", files[0], files[1], "--serves", "county auditors").exit_code == 0
    assert seen == ["county auditors"]
    assert run("verify", "--jsonl", files[0], "--serves", "county auditors").exit_code == 2


def test_a_rewrite_that_does_not(run: Run, files: tuple[Path, Path, Path]) -> None:
    result = run("verify", files[0], files[2])
    assert result.exit_code == 1
    assert "refused" in result.stdout
    assert "- lost: 20  (a figure)" in result.stdout
    assert f"{files[2]}: the rewrite did not pass: 1 lost" in result.stderr


def test_no_name_of_a_check_is_shown(run: Run, files: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    said = "“all” is new: how often or how much it is done has changed"
    names = [*CHECKS, *OTHERS]
    verdict = Verdict(
        passed=False,
        lost=tuple(Fact(check=name, text="20", start=0, end=2) for name in names),
        changed=(Fact(check="frequency", text=said, start=0, end=3),),
        warnings=(Fact(check="length", text="60 words for 1", start=0, end=3),),
    )
    monkeypatch.setattr(jdrewrite, "verify_documents", lambda *_, **__: verdict)
    shown = run("verify", files[0], files[2]).stdout
    assert not {f"({name})" for name in names if f"({name})" in shown}
    assert "20  (a name)\n" in shown
    assert f"{said}\n" in shown
    assert "60 words for 1\n" in shown
    assert set(text_verdict.WHAT) <= {*names}


def test_the_lines_of_a_fault_are_told(
    run: Run, files: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    lost = msgspec.structs.replace(FACT, original_line=12, line=14)
    invented = msgspec.structs.replace(FACT, line=3)
    verdict = Verdict(passed=False, lost=(lost,), invented=(invented,))
    monkeypatch.setattr(jdrewrite, "verify_documents", lambda *_, **__: verdict)
    result = run("verify", files[0], files[2])
    assert "- lost: 20  (a figure) in line 12 of the original, line 14 of the rewrite\n" in result.stdout
    assert "+ invented: 20  (a figure) in line 3 of the rewrite\n" in result.stdout
    told = json.loads(run("verify", files[0], files[2], "--format", "json").stdout)["verdict"]
    assert (told["lost"][0]["original_line"], told["lost"][0]["line"]) == (12, 14)


@pytest.mark.parametrize("words", ["", " ", "-"])
def test_an_original_without_words_is_an_error(run: Run, tmp_path: Path, words: str) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"id": 7, "original": words, "rewrite": words}))
    result = run("verify", "--jsonl", path)
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert told["id"] == 7
    assert str(path) in told["error"]
    assert "no words" in told["error"]


def test_json(run: Run, files: tuple[Path, Path, Path]) -> None:
    result = run("verify", files[0], files[2], "--format", "json")
    assert result.exit_code == 1
    told = json.loads(result.stdout)
    assert told["schema"] == "verify/1"
    assert told["verdict"]["passed"] is False
    assert told["verdict"]["lost"][0]["text"] == "20"


def test_a_missing_file(run: Run, files: tuple[Path, Path, Path]) -> None:
    result = run("verify", files[0], "nowhere.txt")
    assert result.exit_code == 3
    assert result.stdout == ""


def test_lines_in_order(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    rows = [
        {"id": "a", "original": "20 calls", "rewrite": "20 calls well"},
        {"id": 2, "original": "20 calls", "rewrite": "calls", "more": "ignored"},
        {"id": "c", "original": None, "rewrite": "Ask callers."},
    ]
    path.write_text("\ufeff" + "\n\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    result = run("verify", "--jsonl", path)
    assert (result.exit_code, result.stderr) == (0, "")
    told = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(t["id"], t["passed"]) for t in told] == [("a", True), (2, False), ("c", True)]
    assert told[1] == {
        "id": 2,
        "passed": False,
        "lost": [{"check": "figures", "text": "20", "start": 7, "end": 9}],
        "invented": [],
        "changed": [],
    }


@pytest.mark.parametrize(
    ("line", "line_id", "said"),
    [
        (b"not json", None, "not valid JSON"),
        (b'{"id": "x", "original": "a"}', "x", "rewrite"),
        (b'{"id": "x", "original": 3, "rewrite": "b"}', "x", "original"),
        (b'{"original": "a", "rewrite": "b"}', None, "id"),
        (b'{"id": ["x"], "original": "a", "rewrite": "b"}', None, "id"),
        (b'["id", "original", "rewrite"]', None, "object"),
        (b'{"id": "x", "original": "\xe9", "rewrite": "b"}', None, "not valid JSON"),
        (b"[" * 5000, None, "line 2"),
    ],
)
def test_a_bad_line_is_told_in_its_place(run: Run, line: bytes, line_id: str | None, said: str) -> None:
    good = b'{"id": "good", "original": "a", "rewrite": "a"}'
    result = run("verify", "--jsonl", "-", stdin=good + b"\n" + line + b"\n" + good + b"\n")
    assert result.exit_code == 1
    assert "1 line could not be used" in result.stderr
    first, bad, last = (json.loads(row) for row in result.stdout.splitlines())
    assert first["passed"] is last["passed"] is True
    assert bad["id"] == line_id
    assert set(bad) == {"id", "error"}
    assert bad["error"].startswith("line 2: ")
    assert said in bad["error"]


def test_a_fault_in_one_line_does_not_stop_the_others(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def verify(original: str, rewrite: str) -> Verdict:
        if original == "odd":
            raise ZeroDivisionError("by nought")
        return Verdict(passed=True)

    monkeypatch.setattr(jdrewrite, "verify", verify)
    rows = "".join(f'{{"id": "{word}", "original": "{word}", "rewrite": "x"}}\n' for word in ("odd", "even"))
    result = run("verify", "--jsonl", "-", stdin=rows)
    assert result.exit_code == 70
    odd, even = (json.loads(row) for row in result.stdout.splitlines())
    assert (odd["id"], even["passed"]) == ("odd", True)
    assert "ZeroDivisionError" in odd["error"]


def test_a_missing_model_ends_the_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def verify(original: str, rewrite: str) -> Verdict:
        raise ModelMissing("small", "it is not installed", "run 'pip install small'")

    monkeypatch.setattr(jdrewrite, "verify", verify)
    result = run("verify", "--jsonl", "-", stdin='{"id": 1, "original": "a", "rewrite": "x"}\n' * 3)
    assert (result.exit_code, result.stdout) == (5, "")
    assert result.stderr == "jdrewrite: small: it is not installed; run 'pip install small'.\n"


def test_a_line_without_end_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from jdrewrite.cli import input_lines

    monkeypatch.setattr(input_lines, "LONGEST", 100)
    result = run("verify", "--jsonl", "-", stdin="x" * 1000)
    assert result.exit_code == 3
    assert "standard input:1: the line has more than 100 bytes" in result.stderr


def test_lines_of_a_folder_or_of_nothing(run: Run, tmp_path: Path) -> None:
    assert run("verify", "--jsonl", tmp_path).exit_code == 3
    assert run("verify", "--jsonl", tmp_path / "none.jsonl").exit_code == 3
    empty = run("verify", "--jsonl", "-", stdin="")
    assert (empty.exit_code, empty.stdout) == (0, "")


def test_a_doubt_is_called_one_and_does_not_pass(
    run: Run, files: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt = Verdict(passed=False, doubtful=True, lost=(Fact(check="content", text="terrace", start=0, end=7),))
    monkeypatch.setattr(jdrewrite, "verify_documents", lambda *_, **__: doubt)
    result = run("verify", files[0], files[2])
    assert result.exit_code == 1
    assert result.stdout.startswith("Verdict    in doubt")
    assert "- lost: terrace  (what the work is about)" in result.stdout


CLERK = """# Billing Clerk

- Answer 20 calls on bills and payments a day.
- Prepare monthly statements for the accounts.
- Enter meter readings into the billing system.
- Sort and deliver letters to other departments.
"""
DRIVER = """# Bus Driver

- Drive the bus on its route in all weathers.
- Check tyres, brakes and lamps before leaving.
- Report defects to the workshop in writing.
- Help passengers who use a wheelchair board.
"""


def test_two_different_jobs_are_told_so_first(run: Run, tmp_path: Path) -> None:
    (tmp_path / "clerk.md").write_text(CLERK)
    (tmp_path / "driver.md").write_text(DRIVER)
    (tmp_path / "new.md").write_text(CLERK.replace("20 calls on", "calls about").replace("Sort and deliver", "Deliver"))
    out = run("verify", tmp_path / "clerk.md", tmp_path / "driver.md").stdout
    said = "These seem to be two different jobs: 0 of 4 lines of the original stand in the rewrite. Is the right file named?"
    assert out.startswith(f"{said}\nVerdict ")
    assert run("verify", tmp_path / "clerk.md", tmp_path / "new.md").stdout.startswith("Verdict    refused")
