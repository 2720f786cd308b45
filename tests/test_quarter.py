"""The documented script of a quarter does what docs/quarter.md says of it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a POSIX shell")
def test_a_manager_of_twelve_goes_through_a_quarter(tmp_path: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", ROOT / "examples/quarter/quarter.sh", tmp_path / "out"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": path},
    )
    assert done.returncode == 0, done.stderr
    assert "9 of 12 people (75 %)" in done.stdout
    assert "2 better, 0 worse" in done.stdout
    out = tmp_path / "out"
    assert "looking back: done, nobody complained" in (out / "looking-back.md").read_text(encoding="utf-8")
    assert len(list((out / "streams").glob("*.html"))) > 5
    assert (out / "reflection.docx").stat().st_size > 10_000
    shelf = "".join(p.read_text(encoding="utf-8") for p in (out / "library").rglob("*.json*"))
    assert "agreed in the quarterly talk" in shelf
