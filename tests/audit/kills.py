"""Kills audits at random moments and resumes them; in the end nothing may be lost, doubled or changed.

    python -m tests.audit.kills [COUNT] [FOLDER]

An audit is begun as a user would begin it, ended with SIGKILL at a random moment together with its workers, and begun
again with ``--resume``; after each kill the audit is taken to its end in a copy, and its results are compared with those
of a run that nobody disturbed. With and without the cache, with one job and two; every third run is killed twice.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from itertools import count as counting
from pathlib import Path

from jdrewrite.audit import Record
from jdrewrite.cli.main import app
from tests.audit.contents import contents
from tests.conftest import ROOT, shared_folder

COUNT = 50
FILES = 16
"""Files of the folder: enough that a kill hits the middle, few enough that fifty runs end."""
LONGEST = 0.2
"""Seconds, at most, from the results that are waited for to the kill; so a slow machine is hit everywhere too."""
TABLE = "Job,Description\nPacker,- Pack orders so that customers get what they ordered.\nBaker,- Bake the bread.\n"


class Outcome:
    """What the kills led to."""

    def __init__(self) -> None:
        self.kills = 0
        self.inside = 0
        """Kills after the first result was on the disk and before the last was."""
        self.compared = 0
        """Runs that were taken to their end after a kill."""
        self.wrong: list[str] = []


def make_folder(place: Path, files: int, source: Path | None = None) -> Path:
    """Return a folder with texts of each kind: job descriptions, a table, and some that cannot be read."""
    place.mkdir(parents=True)
    found = sorted((source or ROOT / "examples" / "markdown").rglob("*.md"))
    for number in range(files - 3):
        text = found[number % len(found)].read_text(encoding="utf-8")
        (place / f"{number:03}.md").write_text(f"{text}\n\n- Answer question {number} of the guests.\n")
    (place / "empty.md").write_text("")
    (place / "broken.docx").write_bytes(b"PK\x03\x04 no document")
    (place / "table.csv").write_text(TABLE)
    return place


def run(work: Path, count: int, *, files: int = FILES, source: Path | None = None, seed: int = 1) -> Outcome:
    """Kill so many times, and compare after each kill."""
    draw = random.Random(seed)
    folder = make_folder(work / "jobs", files, source)
    outcome = Outcome()
    _undisturbed(folder, work / "whole")
    whole = contents(work / "whole")
    for turn in counting():
        out, cache = work / "run", work / f"cache{turn}.sqlite" if turn % 2 else None
        for _ in range(2 if turn % 3 == 2 else 1):
            if not _killed(_begin(folder, out, cache, draw.choice((1, 2))), out, draw.randrange(files), draw):
                break  # it was faster: nothing is left to kill
            outcome.kills += 1
            outcome.inside += _written(out) > 0
            shutil.copytree(out, work / "copy") if out.exists() else None
            _begin(folder, work / "copy", cache, draw.choice((1, 2))).wait()
            outcome.wrong += [f"kill {outcome.kills}: {line}" for line in differences(whole, contents(work / "copy"))]
            outcome.compared += 1
            shutil.rmtree(work / "copy")
            if outcome.kills >= count:
                return outcome
        shutil.rmtree(out, ignore_errors=True)
    raise AssertionError


def _killed(audit: subprocess.Popen[bytes], out: Path, files: int, draw: random.Random) -> bool:
    """Kill an audit some time after the results of so many files are there; tell whether it was still at work."""
    while audit.poll() is None and _written(out) < files:
        time.sleep(0.005)
    try:
        audit.wait(timeout=draw.uniform(0.0, LONGEST))
    except subprocess.TimeoutExpired:
        os.killpg(audit.pid, signal.SIGKILL)
        audit.wait()
        return True
    return False


def _written(out: Path) -> int:
    """Return of how many files the results are on the disk."""
    results = out / "results.jsonl"
    return max(0, results.read_bytes().count(b"\n") - 1) if results.is_file() else 0


def _undisturbed(folder: Path, out: Path) -> None:
    """Take an audit to its end in this process, which nobody kills."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        app(_words(folder, out, None, 1), standalone_mode=False)


def _begin(folder: Path, out: Path, cache: Path | None, jobs: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "jdrewrite", *_words(folder, out, cache, jobs)]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True)


def _words(folder: Path, out: Path, cache: Path | None, jobs: int) -> list[str]:
    kept = ["--cache", str(cache)] if cache else ["--no-cache"]
    return ["audit", str(folder), "-o", str(out), "--resume", "-j", str(jobs), "--report", "none", *kept]


def differences(whole: list[tuple[str, Record]], other: list[tuple[str, Record]]) -> list[str]:
    """Return what is lost, doubled or otherwise than in the undisturbed run."""
    names = [name for name, _ in other]
    told = [f"{name} stands {names.count(name)} times" for name in sorted(set(names)) if names.count(name) > 1]
    known = dict(other)
    told += [f"{name} is lost" for name, _ in whole if name not in known]
    told += [f"{name} is otherwise" for name, record in whole if name in known and known[name] != record]
    return told + [f"{name} is new" for name in sorted(set(names) - {name for name, _ in whole})]


def main() -> None:
    """Print what was found."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    shared = shared_folder()
    source = Path(sys.argv[2]) if len(sys.argv) > 2 else shared / "data" / "jds" if shared else None
    with tempfile.TemporaryDirectory() as place:
        outcome = run(Path(place), count, source=source)
    print(
        f"{outcome.kills} kills, {outcome.inside} of them after results had been written; {outcome.compared} runs "
        f"resumed to their end, {len(outcome.wrong)} differences from an undisturbed run"
    )
    for line in outcome.wrong[:20]:
        print(line)
    raise SystemExit(bool(outcome.wrong))


if __name__ == "__main__":
    main()
