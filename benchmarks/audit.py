"""Speed and memory of the audit, as ratios in one run.

    python benchmarks/audit.py FOLDER [--count N] [--peers DIR]     one job, two jobs, cache, one file changed, peers
    python benchmarks/audit.py FOLDER --large N [--whole]           the same folder made N large

FOLDER holds job descriptions. With ``--large``, N are made from them, every statement made distinct by other names,
figures and nouns, so that no memo of statements helps; memory at N is compared with that at a tenth of N. A sample is
read in full, which gives the cost of each; the cache is then filled with records made from the sample's, so that the
runs over all N need minutes and not an hour. ``--whole`` reads all N instead.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]
NAMES = (
    "Avon Birch Cedar Dover Elm Fenn Grove Hart Iris Juno Kent Lark Moss Nash Opal Pine Quay Reed Sage Thorn".split()
)
WORD = re.compile(r"\b[a-z]{6,}\b")
SAMPLE = 400
PEERS = 100
"""Files that the peers are timed on."""


def distinct(text: str, draw: random.Random) -> str:
    """Return the text with every line made its own: other figures, and a name and a noun put in."""
    lines = []
    for written in text.splitlines():
        line = re.sub(r"\d+", lambda _: str(draw.randint(2, 97)), written)
        words = WORD.findall(line)
        if len(line.split()) > 4 and words:
            word = draw.choice(words)
            line = line.replace(word, f"{word} {draw.choice(NAMES)}{draw.randint(1, 9999)}", 1)
        lines.append(line)
    return "\n".join(lines)


def metered(*command: str) -> tuple[float, float]:
    """Return the seconds of a command, and its peak memory in megabytes (of the largest of its processes)."""
    meter = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, "
        "stderr=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    begin = time.perf_counter()
    told = subprocess.run([sys.executable, "-c", meter, *command], capture_output=True, text=True, check=True)
    return time.perf_counter() - begin, float(told.stdout)


def audit(place: Path, out: Path, cache: Path | None, jobs: int, *more: str) -> tuple[float, float]:
    """Return the seconds and the peak memory of an audit without reports."""
    kept = ["--cache", str(cache)] if cache else ["--no-cache"]
    command = ["-m", "jdrewrite", "audit", str(place), "-o", str(out), "-j", str(jobs), "--report", "none"]
    return metered(sys.executable, *command, *kept, *more)


def change(file: Path) -> None:
    file.write_text(file.read_text() + "\n\n- Help customers plan their visit.\n")


def small(folder: Path, work: Path, most: int | None, peers: Path | None) -> None:
    """Two jobs against one, the cache, one file changed, and the peers on the same files."""
    copy = work / "jobs"
    files = sorted(folder.rglob("*.md"))
    files = files[:: max(1, len(files) // most)][:most] if most else files
    for number, file in enumerate(files):
        (copy / f"{number % 20:02}").mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy / f"{number % 20:02}" / f"{number:05}.md")
    count = len(files)
    print(f"{count:,} job descriptions; the start of the program is counted")
    one, _ = audit(copy, work / "one", None, 1)
    first, _ = audit(copy, work / "first", work / "cache.sqlite", 2)
    print(f"two jobs: {one / first:.2f} times as fast as one (to reach: 1.6)")
    again, _ = audit(copy, work / "again", work / "cache.sqlite", 2)
    print(f"second run from the cache: {first / again:.1f} times as fast as the first (to reach: 25; {again:.2f} s)")
    change(next(copy.rglob("*.md")))
    after, _ = audit(copy, work / "after", work / "cache.sqlite", 2)
    print(f"after one of them changed: {after / first:.1%} of the first run ({after:.2f} s)")
    table([("jdrewrite audit, one job", count / one), ("jdrewrite audit, two jobs", count / first)], files, peers)


def table(rows: list[tuple[str, float]], files: list[Path], peers: Path | None) -> None:
    """Print job descriptions a second, the fastest first; the peers run in one process, their start not counted."""
    from analysis import peers as timed

    if peers:
        some = files[:: max(1, len(files) // PEERS)][:PEERS]
        found = timed(peers, [file.read_text(errors="replace") for file in some])
        rows = rows + [(name, (len(some) - 1) / seconds) for name, seconds in found]
    best = max(rate for _, rate in rows)
    print(f"\n{'':30}{'JDs a second':>14}{'of the fastest':>16}")
    for name, rate in sorted(rows, key=lambda row: -row[1]):
        print(f"{name:30}{rate:>14.1f}{rate / best:>16.0%}")


def large(folder: Path, work: Path, most: int, *, whole: bool) -> None:
    """Memory and cost at many job descriptions against a tenth of them, findings across them, and the HTML report."""
    draw = random.Random(7)  # noqa: S311
    texts = [file.read_text(errors="replace") for file in sorted(folder.rglob("*.md"))]
    peaks = []
    for count in (most // 10, most):
        place = work / f"many{count}"
        for number in range(count):
            part = place / f"{number % 100:02}"
            part.mkdir(parents=True, exist_ok=True)
            (part / f"{number:06}.md").write_text(distinct(texts[number % len(texts)], draw))
        cache = work / f"cache{count}.sqlite"
        some = min(SAMPLE, count)
        start, _ = audit(place, work / f"few{count}", None, 2, "--sample", "8")
        cost, worker = audit(place, work / f"sample{count}", None, 2, "--sample", str(some))
        full = start + (cost - start) / (some - 8) * (count - 8)
        if whole:
            full, worker = audit(place, work / f"whole{count}", cache, 2)
        else:
            fill(cache, place, work / f"sample{count}")
        said = "" if whole else "as the sample says, "
        print(f"\n{count:,} distinct: {count / full:.1f} a second, {said}{full:,.0f} s")
        again, peak = audit(place, work / f"again{count}", cache, 2)
        change(place / "00" / "000000.md")
        after, more = audit(place, work / f"after{count}", cache, 2)
        print(f"  again, from the cache: {full / again:.0f} times as fast ({again:.1f} s)")
        print(f"  after one of them changed: {after / full:.2%} of a full run (to reach: 3 %; {after:.1f} s)")
        peaks.append(max(worker, peak, more))
        print(f"  peak memory: {worker:.0f} MB while all is read, {max(peak, more):.0f} MB from the cache")
        reports(work / f"after{count}")
    print(f"\npeak memory at {most:,} is {peaks[1] / peaks[0]:.2f} times that at {most // 10:,} (to reach: 1.3)")


def fill(cache: Path, place: Path, sample: Path) -> None:
    """Put a record for each file into the cache, made from those of the sample, its lines made its own."""
    from msgspec.structs import replace

    from jdrewrite.audit import Cache, Results, Task, find, pipeline_key
    from jdrewrite.audit.cache import key_of

    draw, pipeline = random.Random(3), pipeline_key(Task())  # noqa: S311
    known = list(Results(sample).audited())
    with Cache(cache) as base:
        entries = []
        for number, path in enumerate(find([str(place)])):
            made = known[number % len(known)]
            lines = tuple(replace(line, text=distinct(line.text, draw)) for line in made.lines)
            made = replace(made, row=replace(made.row, path=path), lines=lines)
            entries.append((key_of(path, Path(path).read_bytes(), pipeline, ""), (made,)))
            if len(entries) == 500:
                base.put(entries)
                entries = []
        base.put(entries)


def reports(out: Path) -> None:
    """Time the findings across job descriptions and the HTML report, each as a pass of its own from the disk."""
    alone = "import sys, pathlib; from jdrewrite.audit import Results; out = pathlib.Path(sys.argv[1]); "
    passes = {
        "findings across": "from jdrewrite.audit.across import across; across(Results(out))",
        "who serves whom": "from jdrewrite.audit.ripple import ripple; ripple(Results(out))",
        "HTML report": "from jdrewrite.audit.reports import write; write('html', Results(out), out)",
    }
    for name, code in passes.items():
        seconds, peak = metered(sys.executable, "-c", alone + code, str(out))
        print(f"  {name}: {seconds:.1f} s, {peak:.0f} MB")
    from tests.conftest import chromium_program

    if program := chromium_program():
        from tests.audit.opening import measure

        seen = measure(out / "report.html", program)
        print(f"  the page: {seen.megabytes} MB (to reach: 15), drawn within {seen.opened} s, filtered within", end=" ")
        print(f"{seen.filtered} s (to reach: 3 together)")


def main() -> None:
    """Run the small series, or the large one where it is asked for."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int)
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--large", type=int)
    parser.add_argument("--whole", action="store_true")
    told = parser.parse_args()
    os.environ["NO_COLOR"] = "1"
    with tempfile.TemporaryDirectory() as work:
        if told.large:
            large(told.folder, Path(work), told.large, whole=told.whole)
        else:
            small(told.folder, Path(work), told.count, told.peers)


if __name__ == "__main__":
    main()
