"""Speed of the analysis as ratios in one run, one process each, over the same texts.

    python benchmarks/analysis.py [COUNT] [--peers FOLDER]

Reads COUNT job descriptions of the shared data where they are (100 unless told), else the examples of this repository.
The baseline is the plain way: the full packaged pipeline called on each whole text. The two take turns, so that a
change in the pace of the machine falls on both. ``--peers`` names the folder into which ``make bench`` puts proselint,
alex and write-good; a peer that is not there is left out of the table.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import subprocess
import sys
import tempfile
import time
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TURN = 25
"""Job descriptions that each reads before it is the other's turn."""
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))
from jdrewrite import own_process  # noqa: E402

own_process.settle()  # as in every process of the product; the plain way is a child that does the same


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("count", nargs="?", type=int, default=100)
    parser.add_argument("--peers", type=Path)
    arguments = parser.parse_args()

    import jdrewrite
    from tests.conftest import shared_folder

    folder = shared_folder()
    found = sorted((folder / "data/jds").glob("*/*.md")) if folder else sorted((ROOT / "examples").glob("*/*.[dmt]*"))
    files = found[:: max(1, len(found) // arguments.count)][: arguments.count]
    documents = [jdrewrite.read(path) for path in files]
    texts = ["\n".join(block.text for block in document.blocks) for document in documents]

    with Plainly(texts) as plain:
        jdrewrite.analyse(documents[0])
        before = peak()
        own = base = 0.0
        for at in range(1, len(files), TURN):
            own += timed(jdrewrite.analyse, documents[at : at + TURN])
            base += plain.seconds(at)
        grown = peak() - before

    rows = [("the plain pipeline on whole texts", base), ("jdrewrite analyse", own)]
    if arguments.peers:
        rows += peers(arguments.peers, texts)
    print(f"{len(files)} job descriptions, the first not counted")
    for name, seconds in rows:
        print(f"{name:36}{(len(files) - 1) / seconds:8.1f} a second{base / seconds:8.2f} times the plain way")
    print(f"memory of jdrewrite grew by {grown:.0f} MB from the first job description to the last")


class Plainly:
    """The plain way in a process of its own, so that neither shares memory with the other."""

    def __init__(self, texts: list[str]) -> None:
        context = multiprocessing.get_context("spawn")
        self._turns, there = context.Pipe()
        self._process = context.Process(target=read_plainly, args=(texts, there))

    def __enter__(self) -> Plainly:
        self._process.start()
        self._turns.recv()
        return self

    def __exit__(self, *_: object) -> None:
        self._turns.send(None)
        self._process.join()

    def seconds(self, at: int) -> float:
        """Return what the texts of one turn take."""
        self._turns.send(at)
        return float(self._turns.recv())


def read_plainly(texts: list[str], turns: Connection) -> None:
    """Load the model, and time the texts of each turn that is asked for."""
    import spacy

    from jdrewrite.language.model import default_model

    plain = spacy.load(default_model())
    plain(texts[0])
    turns.send(0.0)
    while (at := turns.recv()) is not None:
        turns.send(timed(plain, texts[at : at + TURN]))


def timed(check, things) -> float:
    begin = time.perf_counter()
    for thing in things:
        check(thing)
    return time.perf_counter() - begin


def peak() -> float:
    """Return the most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def peers(folder: Path, texts: list[str]) -> list[tuple[str, float]]:
    """Return name and seconds of each peer that is installed."""
    commands = {
        "alex": ["node", str(HERE / "peers/lint.mjs"), str(folder.resolve() / "node_modules")],
        "proselint": [str(folder / "venv/bin/python"), str(HERE / "peers/proselint_files.py")],
    }
    with tempfile.TemporaryDirectory() as place:
        names = []
        for number, text in enumerate(texts):
            path = Path(place) / f"{number}.md"
            path.write_text(text, encoding="utf-8")
            names.append(str(path))
        rows = []
        for name, command in commands.items():
            try:
                done = subprocess.run([*command, *names], capture_output=True, text=True, check=True)
            except (OSError, subprocess.CalledProcessError) as error:
                print(f"{name} is not there: {str(error)[:80]} ...", file=sys.stderr)
                continue
            rows += [(row["name"], row["seconds"]) for row in map(json.loads, done.stdout.splitlines())]
    return rows


if __name__ == "__main__":
    main()
