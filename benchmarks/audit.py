"""Speed and memory of the audit, as ratios in one run: ``python benchmarks/audit.py FOLDER [--large N]``.

FOLDER holds job descriptions. With ``--large``, N are made from them, every statement made distinct by other names,
figures and nouns, so that no memo of statements helps; the memory at N is compared with that at a tenth of N.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

NAMES = (
    "Avon Birch Cedar Dover Elm Fenn Grove Hart Iris Juno Kent Lark Moss Nash Opal Pine Quay Reed Sage Thorn".split()
)
WORD = re.compile(r"\b[a-z]{6,}\b")


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


def audit(place: Path, out: Path, cache: Path | None, jobs: int) -> tuple[float, float]:
    """Return the seconds of a whole run, and its peak memory in megabytes (of the largest process)."""
    command = [
        sys.executable,
        "-m",
        "jdrewrite",
        "audit",
        str(place),
        "-o",
        str(out),
        "-j",
        str(jobs),
        "--report",
        "none",
    ]
    command += ["--cache", str(cache)] if cache else ["--no-cache"]
    meter = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, "
        "stderr=subprocess.DEVNULL); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)"
    )
    begin = time.perf_counter()
    told = subprocess.run([sys.executable, "-c", meter, *command], capture_output=True, text=True, check=True)
    return time.perf_counter() - begin, float(told.stdout)


def small(folder: Path, work: Path) -> None:
    """Two jobs against one, the cache, and one file changed."""
    copy = work / "jobs"
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("*.csv"))
    count = sum(1 for file in copy.rglob("*.md"))
    print(f"{count} job descriptions")
    one, _ = audit(copy, work / "one", None, 1)
    two, _ = audit(copy, work / "two", None, 2)
    print(f"one job: {count / one:.1f} a second; two jobs: {count / two:.1f} a second, {one / two:.2f} times")
    first, _ = audit(copy, work / "first", work / "cache.sqlite", 2)
    again, _ = audit(copy, work / "again", work / "cache.sqlite", 2)
    print(f"second run from the cache: {first / again:.1f} times as fast as the first ({again:.2f} s)")
    changed = next(copy.rglob("*.md"))
    changed.write_text(changed.read_text() + "\n\n- Help customers plan their visit.\n")
    after, _ = audit(copy, work / "after", work / "cache.sqlite", 2)
    print(f"after one of them changed: {after / first:.1%} of the first run ({after:.2f} s)")


def large(folder: Path, work: Path, most: int) -> None:
    """Memory at many job descriptions against a tenth of them."""
    draw = random.Random(7)  # noqa: S311
    texts = [file.read_text(errors="replace") for file in sorted(folder.rglob("*.md"))]
    peaks = []
    for count in (most // 10, most):
        place = work / f"many{count}"
        place.mkdir()
        for number in range(count):
            (place / f"{number:06}.md").write_text(distinct(texts[number % len(texts)], draw))
        seconds, peak = audit(place, work / f"out{count}", work / f"cache{count}.sqlite", 2)
        again, _ = audit(place, work / f"out{count}b", work / f"cache{count}.sqlite", 2)
        peaks.append(peak)
        print(
            f"{count:,} distinct: {count / seconds:.1f} a second, peak {peak:.0f} MB; again {seconds / again:.0f} times"
        )
    print(f"peak memory at {most:,} is {peaks[1] / peaks[0]:.2f} times that at {most // 10:,}")


def main(arguments: list[str]) -> None:
    """Run the small series, and the large one where it is asked for."""
    folder = Path(arguments[0])
    with tempfile.TemporaryDirectory() as work:
        small(folder, Path(work))
        if "--large" in arguments:
            large(folder, Path(work), int(arguments[arguments.index("--large") + 1]))


if __name__ == "__main__":
    main(sys.argv[1:])
