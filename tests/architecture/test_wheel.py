"""The built wheel, in an environment of its own, holds everything that it needs."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
JD = "Accounts clerk\n\nDuties\n- Prepare customer invoices and send them.\n- Answer the telephone.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(out), str(ROOT)],
        check=True,
        capture_output=True,
    )
    return next(out.glob("jdrewrite-*.whl"))


def test_data_travels_in_the_wheel(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        "jdrewrite/_data/prompts/functions/general.toml",
        "jdrewrite/analysis/rules/data/frame.toml",
        "jdrewrite/language/words_data/duty_verbs.txt",
        "jdrewrite/verifying/data/words.toml",
        "jdrewrite/tui/app.tcss",
        "jdrewrite/py.typed",
    ):
        assert wanted in names
    assert not [n for n in names if n.startswith(("tests/", "tools/", "benchmarks/"))]


def test_the_wheel_runs_where_nothing_else_of_the_project_is(wheel, tmp_path):
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "env")], check=True)
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    constraints = ["-c", str(ROOT / "constraints.txt")]
    subprocess.run(
        [str(python), "-m", "pip", "install", "--quiet", *constraints, str(wheel)], check=True, capture_output=True
    )
    (tmp_path / "clerk.txt").write_text(JD)
    done = subprocess.run(
        [str(python), "-m", "jdrewrite", "rewrite", "clerk.txt", "-o", "out.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "so that" in (tmp_path / "out.txt").read_text() or "customers" in (tmp_path / "out.txt").read_text()
