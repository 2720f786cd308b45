"""Once for real: a terminal, a person's keys, a file at the end."""

import shutil
import subprocess
import sys
import time

import pytest

from tests.rewriting.test_offline import IMPERATIVE


def tmux(*words: str) -> str:
    return subprocess.run(["tmux", "-L", "jdrewrite-test", *words], capture_output=True, text=True, check=True).stdout


def wait_for(words: str, seconds: int = 60) -> str:
    end = time.monotonic() + seconds
    screen = ""
    while time.monotonic() < end:
        screen = tmux("capture-pane", "-p", "-t", "ui")
        if words in screen:
            return screen
        time.sleep(0.3)
    raise AssertionError(f"'{words}' never appeared:\n{screen}")


@pytest.mark.office
def test_a_session_in_a_real_terminal(tmp_path):
    if shutil.which("tmux") is None:
        pytest.skip("needs tmux")
    source = tmp_path / "clerk.md"
    source.write_text(IMPERATIVE)
    tmux("new-session", "-d", "-s", "ui", "-x", "120", "-y", "40", sys.executable, "-m", "jdrewrite", str(source))
    try:
        wait_for("Water the office plants")
        wait_for("proposals. n goes")
        tmux("send-keys", "-t", "ui", "n")
        wait_for("Connect:")
        tmux("send-keys", "-t", "ui", "a")
        wait_for("✓")
        tmux("send-keys", "-t", "ui", "s")
        wait_for("which file")
        tmux("send-keys", "-t", "ui", "Enter")
        wait_for("Written to")
        tmux("send-keys", "-t", "ui", "q")
    finally:
        subprocess.run(["tmux", "-L", "jdrewrite-test", "kill-server"], capture_output=True, check=False)
    written = (tmp_path / "clerk.rewritten.md").read_text()
    assert written != IMPERATIVE
    assert source.read_text() == IMPERATIVE
