"""The documented script of a quarter does what docs/quarter.md says of it."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Client, Listener
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import CliRunner

from jdrewrite.cli.main import app

ROOT = Path(__file__).resolve().parents[1]
COMMAND = """exec {python} {asking} "$@"
"""
"""Stands for ``jdrewrite`` on the path of the script: what it is told is done here, where all is loaded already."""
ASKING = """
import os, sys
from multiprocessing.connection import Client

with Client({address!r}) as asked:
    words = sys.stdin.buffer.read() if "reflect" in sys.argv else b""
    asked.send((sys.argv[1:], words, {{k: v for k, v in os.environ.items() if k.startswith("JDREWRITE_")}}))
    out, err, code = asked.recv()
sys.stdout.buffer.write(out)
sys.stderr.buffer.write(err)
sys.exit(code)
"""


@contextmanager
def asked_here(folder: Path) -> Iterator[tuple[Listener, Path]]:
    """Yield where the commands ask, and the folder in which the command lies that asks."""
    folder.mkdir()
    with Listener() as listener:
        asking, command = folder / "asking.py", folder / "jdrewrite"
        asking.write_text(ASKING.format(address=listener.address), encoding="utf-8")
        words = {"python": shlex.quote(sys.executable), "asking": shlex.quote(str(asking))}
        command.write_text("#!/bin/sh\n" + COMMAND.format(**words), encoding="utf-8")
        command.chmod(0o755)
        yield listener, folder


def answered(listener: Listener) -> Iterator[list[str]]:
    """Do what is asked, each in its turn, until somebody asks for nothing; yield the words of each."""
    while True:
        with listener.accept() as asking:
            words, stdin, settings = asking.recv()
            if not words:
                return
            result = CliRunner(env=settings).invoke(app, words, input=stdin)
            asking.send((result.stdout_bytes, result.stderr_bytes, result.exit_code))
        yield words


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a POSIX shell")
def test_a_manager_of_twelve_goes_through_a_quarter(tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran: list[subprocess.CompletedProcess[str]] = []

    with asked_here(tmp_path / "bin") as (listener, folder):

        def script() -> None:
            path = f"{folder}{os.pathsep}{os.environ['PATH']}"
            words = ["sh", ROOT / "examples/quarter/quarter.sh", out]
            try:
                ran.append(
                    subprocess.run(
                        words,
                        capture_output=True,
                        text=True,
                        check=False,
                        env={**os.environ, "PATH": path},
                        timeout=600,
                    )
                )
            finally:
                with Client(listener.address) as last:
                    last.send(((), b"", {}))

        thread = Thread(target=script)
        thread.start()
        commands = [words[0] for words in answered(listener)]
        thread.join()
    (done,) = ran
    assert done.returncode == 0, done.stderr
    assert set(commands) == {"audit", "compare", "library", "listen", "reflect", "rewrite", "voice"}
    assert "9 of 12 people (75 %)" in done.stdout
    assert "2 better, 0 worse" in done.stdout
    assert "looking back: done, nobody complained" in (out / "looking-back.md").read_text(encoding="utf-8")
    assert len(list((out / "streams").glob("*.html"))) > 5
    assert (out / "reflection.docx").stat().st_size > 10_000
    shelf = "".join(p.read_text(encoding="utf-8") for p in (out / "library").rglob("*.json*"))
    assert "agreed in the quarterly talk" in shelf
