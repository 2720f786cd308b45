"""Measures the routing on BANKING77: ``python -m tests.voice.measure [--misses]``.

The mapping is one reader's. The topics were written with the comments of even number in view; those of odd number
were looked at for nothing but this figure.
"""

from __future__ import annotations

import csv
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from jdrewrite.voice.routing import Router
from tests.conftest import shared_folder

MAPPING = Path(__file__).with_name("banking77_causes.tsv")


def mapping() -> dict[str, list[str]]:
    rows = [r.split("\t") for r in MAPPING.read_text(encoding="utf-8").splitlines() if r and not r.startswith("#")]
    return {intent: functions.split(",") for intent, functions in rows[1:]}


def averages(
    rows: list[dict[str, str]], *, strict: bool = False
) -> tuple[float, float, dict[str, tuple[int, float, float]], Counter[tuple[str, str]]]:
    """Top-1 and top-3 averaged over functions, the same by function, and which intents were missed as what.

    Strict: only the first function of the mapping counts.
    """
    wanted, router = mapping(), Router()
    hits: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    misses: Counter[tuple[str, str]] = Counter()
    for row in rows:
        right = wanted[row["category"]][: 1 if strict else None]
        found = [cause.function for cause in router.route(row["text"]).causes]
        hits[right[0]].append((bool(found) and found[0] in right, any(f in right for f in found)))
        if not found or found[0] not in right:
            misses[row["category"], found[0] if found else "nobody"] += 1
    by = {f: (len(h), sum(a for a, _ in h) / len(h), sum(b for _, b in h) / len(h)) for f, h in sorted(hits.items())}
    return sum(v[1] for v in by.values()) / len(by), sum(v[2] for v in by.values()) / len(by), by, misses


def comments(shared: Path) -> list[dict[str, str]]:
    with (shared / "voice" / "banking77.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    folder = shared_folder()
    if folder is None:
        sys.exit("needs the project's shared data")
    rows = comments(folder / "data")
    for name, part in (("even", rows[::2]), ("odd", rows[1::2])):
        begun = time.perf_counter()
        first, third, by, misses = averages(part)
        speed = len(part) / (time.perf_counter() - begun)
        print(f"{name}: {len(part):,} comments, top-1 {first:.3f}, top-3 {third:.3f}, {speed:,.0f} comments a second")
        first, third, *_ = averages(part, strict=True)
        print(f"  where only the first function of the table counts: top-1 {first:.3f}, top-3 {third:.3f}")
        for function, (count, one, three) in by.items():
            print(f"  {function:30} {count:5} {one:.2f} {three:.2f}")
        if "--misses" in sys.argv and name == "even":
            for (intent, taken), count in misses.most_common(60):
                print(f"    {count:4} {intent} -> {taken}")


if __name__ == "__main__":
    main()
