"""What is pasted on a terminal is one answer; what comes through a pipe is one a line."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo terminal")
READER = """
from jdrewrite.cli.lines import answer_line
while (said := answer_line()) is not None:
    print("<" + said.replace("\\n", "|") + ">", flush=True)
"""


@contextmanager
def reader() -> Iterator[int]:
    """A process that reads answers on a terminal; its other end."""
    import pty

    here, there = pty.openpty()
    process = subprocess.Popen([sys.executable, "-c", READER], stdin=there, stdout=there, stderr=there, close_fds=True)
    os.close(there)
    try:
        yield here
    finally:
        process.kill()
        process.wait()
        os.close(here)


def until(terminal: int, words: str) -> str:
    """Everything that the terminal shows, up to these words."""
    import select

    shown = ""
    begun = time.monotonic()
    while words not in shown:
        assert time.monotonic() - begun < 60, shown
        if select.select([terminal], [], [], 1)[0]:
            shown += os.read(terminal, 65_536).decode()
    return shown


def test_paragraphs_pasted_at_once_are_one_answer() -> None:
    with reader() as terminal:
        os.write(terminal, b"one\n")
        until(terminal, "<one>")
        os.write(terminal, "zwei\n\nthree ü\n\nfour\n".encode())
        until(terminal, "<zwei||three ü||four>")
        os.write(terminal, b"\n")
        until(terminal, "<>")


def test_the_last_line_of_a_paste_belongs_to_it_without_a_line_feed() -> None:
    with reader() as terminal:
        os.write(terminal, b"one\n")
        until(terminal, "<one>")
        os.write(terminal, b"two\n\nthree and")
        until(terminal, "three and")
        time.sleep(0.5)
        os.write(terminal, b" more\n")
        until(terminal, "<two||three and more>")
        os.write(terminal, b"last\n")
        until(terminal, "<last>")


def test_from_a_pipe_one_line_is_one_answer(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", READER], input="a\n\nb", capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["<a>", "<>", "<b>"]
