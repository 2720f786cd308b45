"""The library at size, and its storage beside TinyDB's own, as ratios in one run.

    python benchmarks/library.py [DOCUMENTS] [--kills N]

Part one fills a library with DOCUMENTS documents (5,000 unless told) of five versions and ten decisions each, and
compares what recording a decision takes with an empty library. Part two lets three storages do the same work, and
kills each N times (40 unless told) while it inserts. Filling does not wait for the disk; everything measured does.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from jdrewrite.library import Decision, Library, open_library  # noqa: E402
from jdrewrite.library.entries import Scored, VersionAdded  # noqa: E402

VERSIONS = 5
DECISIONS = 10
TRIED = 100


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", nargs="?", type=int, default=5_000)
    parser.add_argument("--kills", type=int, default=40)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        at_size(Path(place), arguments.documents)
        storages(Path(place), arguments.kills)


def at_size(place: Path, documents: int) -> None:
    with open_library(place / "empty") as empty:
        small = fill(empty, 1)
    with open_library(place / "full") as full:
        names = fill(full, documents)
    with open_library(place / "empty") as empty, open_library(place / "full") as full:
        pairs = [(recorded(empty, small[0], n), recorded(full, names[n % len(names)], n)) for n in range(TRIED)]
    one, many = (statistics.median(column) for column in zip(*pairs, strict=True))
    count = documents * VERSIONS, documents * DECISIONS
    print(f"{documents:,} documents, {count[0]:,} versions, {count[1]:,} decisions")
    print(f"recording a decision: {one * 1e3:.1f} ms in an empty library, {many / one:.2f} times that in the full one")
    opening = statistics.median(timed(lambda: listed(place / "full")) for _ in range(5))
    index = place / "full" / "index.json"
    reading = statistics.median(timed(lambda: json.loads(index.read_bytes())) for _ in range(5))
    print(f"opening and listing all: {opening:.2f} s, {opening / reading:.2f} times reading its index with json alone")
    with open_library(place / "full") as full:
        first = timed(lambda: full.decisions(names[0]))
        later = statistics.median(timed(lambda name=name: full.decisions(name)) for name in names[:TRIED])
        print(f"decisions of a document: the first {first:.2f} s, later ones {later * 1e3:.2f} ms")
        folding = timed(full.shelf.fold)
    sizes = [(place / "full" / name).stat().st_size / 1e6 for name in ("index.json", "decisions.json")]
    print(f"folding: {folding:.2f} s; index {sizes[0]:.1f} MB, decisions {sizes[1]:.1f} MB")


def fill(library: Library, documents: int) -> list[str]:
    """Put documents in with everything that one has; return their ids."""
    sync, os.fsync = os.fsync, lambda _: None
    names = []
    try:
        for number in range(documents):
            name = library.shelf.new_id()
            names.append(name)
            entries = []
            for version in range(1, VERSIONS + 1):
                text = library.shelf.keep_text(f"# Job {number}\n\n- Do {version} things.\n".encode() * 20)
                prints = tuple(f"{random.getrandbits(48):012x}" for _ in range(40)) if version == VERSIONS else ()
                entries += [added(name, version, text, prints), scored(name, version)]
            entries += [decision(name, f"{number:08d}{n:04d}-1") for n in range(DECISIONS)]
            library.take_in(entries)
    finally:
        os.fsync = sync
    return names


def added(name: str, version: int, text: str, prints: tuple[str, ...]) -> VersionAdded:
    return VersionAdded(
        document=name,
        at="2026-11-25T10:00:00.000+00:00",
        who="ann",
        number=version,
        text=text,
        size=4_000,
        path=f"/home/ann/job descriptions/2026/department/job-{name}.docx",
        format="docx",
        title=f"Senior Manager of Something {name}",
        fingerprints=prints,
    )


def scored(name: str, version: int) -> Scored:
    versions = {"score": "7", "rules": "0123456789ab", "catalogue": "0123456789ab", "model": "en_core_web_sm 3.8.0"}
    return Scored(document=name, number=version, score=41.5, function="customer-service", versions=versions)


def decision(name: str, statement: str) -> Decision:
    return Decision(
        document=name,
        version=VERSIONS,
        statement=statement,
        outcome="rejected",
        kind="reframe",
        original="Contact accounts that are past due in order to improve cash flow.",
        proposed="Contact accounts that are past due so that customers can settle their bills before they are a worry.",
        engine="offline",
        source="accounts-receivable-payable/cash-early",
        score_version="7",
        passed=True,
        reason="our wording is agreed",
    )


def recorded(library: Library, name: str, number: int) -> float:
    made = decision(name, f"{number:012x}-2")
    return timed(lambda: library.record(made))


def listed(folder: Path) -> int:
    with open_library(folder) as library:
        return len(library.documents())


def timed(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def storages(place: Path, kills: int) -> None:
    """Print speed and losses of the three storages."""
    work_ = {
        size: {name: work(place / f"{size} {name}.json", make, size) for name, make in MAKERS.items()} for size in SIZES
    }
    losses = {name: lost(place, name, make, kills) for name, make in MAKERS.items()}
    print(f"\n20 inserts one by one, times the time of TinyDB's own; {kills} kills while it inserts")
    for name in MAKERS:
        ratios = ", ".join(f"{rows[name] / rows['own']:.2f} with {size:,} rows" for size, rows in work_.items())
        gone, broken, confirmed = losses[name]
        print(f"{name:8}{ratios};{gone:6} of {confirmed} confirmed rows lost, {broken} files that cannot be read")


def own(path: Path):
    from tinydb import TinyDB

    return TinyDB(path)


def cached(path: Path):
    from tinydb import TinyDB
    from tinydb.middlewares import CachingMiddleware
    from tinydb.storages import JSONStorage

    return TinyDB(path, storage=CachingMiddleware(JSONStorage))


def safe(path: Path):
    from jdrewrite.library.tinystore import SafeTinyDB

    return SafeTinyDB(path)


MAKERS = {"own": own, "caching": cached, "safe": safe}
SIZES = (100, 5_000, 20_000)


def row(number: int) -> dict[str, object]:
    return {"n": number, "text": "x" * 300}


def work(path: Path, make, size: int) -> float:
    with make(path) as db:
        db.insert_multiple(row(n) for n in range(size))
        return timed(lambda: [db.insert(row(n)) for n in range(20)])


def lost(place: Path, name: str, make, kills: int) -> tuple[int, int, int]:
    """Kill a writer at random moments; return confirmed rows that are gone, unreadable files, confirmed rows."""
    chance = random.Random(1)  # noqa: S311 - moments, no secrets
    gone = broken = confirmed = 0
    for turn in range(kills):
        path = place / f"{name}-{turn}.json"
        told = killed(path, make, chance.uniform(0.05, 0.4))
        confirmed += len(told)
        try:
            with make(path) as db:
                found = {held["n"] for held in db}
        except (ValueError, OSError):
            broken += 1
            found = set()
        gone += len(told - found)
    return gone, broken, confirmed


def killed(path: Path, make, seconds: float) -> set[int]:
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            db = make(path)
            for number in range(1_000_000):
                db.insert(row(number))
                os.write(writing, b"%d\n" % number)
        finally:
            os._exit(1)
    os.close(writing)
    time.sleep(seconds)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    with os.fdopen(reading, "rb") as file:
        return {int(line) for line in file.read().split()}


if __name__ == "__main__":
    main()
