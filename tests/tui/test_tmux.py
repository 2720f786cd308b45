"""Once for real: a terminal, a person's keys, a Word file at the end."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jdrewrite.documents import read
from tests.conftest import ROOT

SERVER = f"jdrewrite-{os.getpid()}"
"""Of this process alone: another one may run its own at the same time."""
EXAMPLE = ROOT / "examples" / "word" / "accounts-receivable-specialist.docx"


def tmux(*words: str) -> str:
    return subprocess.run(["tmux", "-L", SERVER, *words], capture_output=True, text=True, check=True).stdout


def keys(*names: str) -> None:
    tmux("send-keys", "-t", "ui", *names)


def screen() -> str:
    return tmux("capture-pane", "-p", "-t", "ui")


def wait_for(words: str, seconds: int = 90) -> str:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if re.search(words, screen()):
            return screen()
        time.sleep(0.2)
    raise AssertionError(f"'{words}' never appeared:\n{screen()}")


def started(source):
    """Open a file in the UI in a terminal of its own, with state, library and settings beside the file."""
    variables = [f"JDREWRITE_{name}={source.parent / name.lower()}" for name in ("STATE", "LIBRARY", "CONFIG")]
    size = ["-x", "120", "-y", "40"]
    program = ["env", "-u", "COLUMNS", "-u", "LINES", *variables, sys.executable, "-m", "jdrewrite", str(source)]
    tmux("new-session", "-d", "-s", "ui", *size, *program)


@pytest.fixture
def terminal(tmp_path):
    if shutil.which("tmux") is None:
        pytest.skip("needs tmux")
    source = Path(shutil.copy(EXAMPLE, tmp_path / "specialist.docx"))
    started(source)
    yield source
    subprocess.run(["tmux", "-L", SERVER, "kill-server"], capture_output=True, check=False)


@pytest.mark.office
def test_open_accept_two_edit_one_undo_export_quit(terminal):
    wait_for("proposals: n goes to the next")
    keys("n")
    wait_for("nothing lost, nothing invented|facts kept; the purpose is another")
    keys("a")
    wait_for(r"1 of \d+ decided")
    keys("a")
    wait_for(r"2 of \d+ decided")
    keys("e")
    wait_for("Your words: Enter keeps")
    keys("-l", " Listen to what they ask.")
    keys("Enter")
    time.sleep(1)
    if "Why should it stand" in screen():
        keys("-l", "agreed with the manager")
        keys("Enter")
    wait_for("You rewrote the words")
    keys("u")
    wait_for("Undone: rewrote the words")
    keys("S")
    wait_for("The original stays as it is")
    keys("Enter")
    wait_for("Written to")
    keys("q")
    target = terminal.with_name("specialist.rewritten.docx")
    for _ in range(100):
        if subprocess.run(["tmux", "-L", SERVER, "has-session"], capture_output=True, check=False).returncode:
            break
        time.sleep(0.1)
    before, after = read(terminal), read(target)
    changed = [b.text for a, b in zip(before.blocks, after.blocks, strict=True) if a.text != b.text]
    assert len(changed) == 2
    assert not any("Listen to what they ask" in text for text in changed)
    assert before.source == EXAMPLE.read_bytes()
    assert os.path.getsize(target) > 1000  # noqa: PTH202


@pytest.mark.office
def test_a_killed_terminal_loses_nothing_and_leaves_no_process(terminal):
    wait_for("proposals: n goes to the next")
    keys("n")
    wait_for("nothing lost, nothing invented|facts kept; the purpose is another")
    keys("a")
    wait_for(r"1 of \d+ decided  kept")
    pane = int(tmux("display-message", "-p", "-t", "ui", "#{pane_pid}"))
    children = subprocess.run(["pgrep", "-P", str(pane)], capture_output=True, text=True, check=False).stdout.split()
    os.kill(pane, 9)
    for child in children:
        for _ in range(100):
            if not Path(f"/proc/{child}").exists():
                break
            time.sleep(0.1)
        assert not Path(f"/proc/{child}").exists()
    started(terminal)
    wait_for(r"1 of \d+ decided")
