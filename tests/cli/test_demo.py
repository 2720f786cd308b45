from __future__ import annotations

from pathlib import Path

import pytest

import jdrewrite
from jdrewrite.cli.demo import main

from .test_end_to_end import TEXT


def test_the_demo_goes_through_to_a_written_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = jdrewrite.write(jdrewrite.read_bytes(TEXT.encode(), "clerk.md"), [], tmp_path / "clerk.docx")
    for _ in range(2):  # a second time, it overwrites its own result
        assert main([str(source), str(tmp_path)]) == 0
        told = capsys.readouterr()
        target = tmp_path / "clerk.rewritten.docx"
        assert target.exists()
        for said in ("Score", "[frame.", "{+", "Verdict    passed", str(target), "terminal UI"):
            assert said in told.out
        assert f"written to {target}" in told.err


def test_the_demo_fails_as_the_command_does(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.docx"), str(tmp_path)]) == 3
    assert "there is no such file" in capsys.readouterr().err
    assert main([]) == 2
