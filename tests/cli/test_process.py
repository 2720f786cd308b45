"""The command as a process of its own: what it loads, what it writes where, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"spacy", "textual", "openai", "docx"}


def jdrewrite(*args: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    clean = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR", "JDREWRITE_DEBUG"}}
    return subprocess.run(
        [sys.executable, "-m", "jdrewrite", *args],
        input=stdin,
        capture_output=True,
        env=clean | environment,
        timeout=120,
        check=False,
    )


def test_nothing_heavy_is_loaded() -> None:
    """One after the other in one process, with what each of them has loaded by its end."""
    words = [["--help"], ["--version"], ["check", "--help"], ["rewrite", "--help"], ["explain"], ["functions"]]
    code = (
        "import contextlib, io, json, sys\nfrom jdrewrite.cli.main import app\n"
        f"for args in {words!r}:\n"
        "    with contextlib.redirect_stdout(io.StringIO()) as out:\n"
        "        try:\n            app(args)\n        except SystemExit as end:\n            code = end.code\n"
        f"    told = [args, code, bool(out.getvalue()), sorted({HEAVY!r} & set(sys.modules))]\n"
        "    print(json.dumps(told))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert [json.loads(line) for line in done.stdout.splitlines()] == [[args, 0, True, []] for args in words]
    assert done.stderr == ""


def test_the_package_itself_loads_nothing_heavy() -> None:
    code = f"import sys, jdrewrite; print(sorted({HEAVY!r} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout == b"[]\n"


def test_no_arguments_in_a_pipe() -> None:
    done = jdrewrite()
    assert done.returncode == 0
    assert b"Usage" in done.stdout
    assert done.stderr == b""


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    command = [sys.executable, "-m", "jdrewrite", "functions", "--format", "json"]
    read, write = os.pipe()
    with subprocess.Popen(command, stdout=write, stderr=subprocess.PIPE) as process:
        os.close(write)
        os.close(read)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (141, b"")


def test_an_encoding_without_the_characters_is_no_error() -> None:
    done = jdrewrite("explain", "frame.inward.money", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")
    done.stdout.decode("ascii")


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/r\xe9sum\xe9\x1b[2J.txt"
    done = jdrewrite("check", "--format", "json", os.fsdecode(name))
    assert done.returncode == 3
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"there is no such file" in done.stderr
    assert json.loads(done.stdout)["errors"][0]["error"]["exit_code"] == 3


def test_completion_is_offered() -> None:
    done = jdrewrite(
        _JDREWRITE_COMPLETE="complete_bash", COMP_WORDS="jdrewrite explain frame.inward.mon", COMP_CWORD="2"
    )
    assert b"frame.inward.money" in done.stdout


def test_lines_come_out_before_the_last_one_is_in() -> None:
    command = [sys.executable, "-m", "jdrewrite", "verify", "--jsonl", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in (1, 2):
            line = {"id": number, "original": "Answer calls.", "rewrite": "Answer calls."}
            process.stdin.write(json.dumps(line).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(timeout=60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_the_output_is_told_as_one() -> None:
    """One process loads what all need; each command then has a copy of it, which ends as the command does."""
    file = str(Path(__file__).parents[2] / "examples" / "text" / "production-operator.txt")
    words = [["check", file], ["check", file, "--format", "json"], ["rewrite", file, "-o", "-"]]
    code = (
        "import os, sys, jdrewrite\nfrom jdrewrite.cli.entry import run\n"
        f"jdrewrite.analyse(jdrewrite.read({file!r}))\n"
        f"for args in {words!r}:\n"
        "    if not (pid := os.fork()):\n        sys.argv[1:] = args\n        run()\n        break\n"
        "    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])\n"
        "    print('ended with', code, file=sys.stderr, flush=True)"
    )
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=True, timeout=120, text=True)
    lines = done.stderr.splitlines()
    assert len(lines) == 2 * len(words)
    assert all("No space left" in line for line in lines[::2])
    assert set(lines[1::2]) == {"ended with 4"}
