"""A process of the product's own sets its pace; one that imports the package stays as it was."""

import json
import subprocess
import sys

import pytest

SAYS = "import gc, json, os, sys; print(json.dumps([gc.get_threshold()[0], sys.getswitchinterval(), os.environ.get('OPENBLAS_NUM_THREADS')]))"
PLAIN = "import sys"
IMPORTED = "import jdrewrite, jdrewrite.analysis, jdrewrite.own_process"
SETTLED = "from jdrewrite import own_process; own_process.settle()"


def pace(first: str, monkeypatch: pytest.MonkeyPatch, threads: str | None = None) -> list[object]:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    if threads:
        monkeypatch.setenv("OPENBLAS_NUM_THREADS", threads)
    done = subprocess.run([sys.executable, "-c", f"{first}; {SAYS}"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_an_import_changes_nothing(monkeypatch):
    assert pace(IMPORTED, monkeypatch) == pace(PLAIN, monkeypatch)


def test_a_process_of_its_own_is_set(monkeypatch):
    looked, turn, threads = pace(SETTLED, monkeypatch)
    was_looked, was_turn, _ = pace(PLAIN, monkeypatch)
    assert looked > was_looked
    assert turn < was_turn
    assert threads == "1"


def test_threads_that_a_user_has_set_stay(monkeypatch):
    assert pace(SETTLED, monkeypatch, threads="2")[2] == "2"
