"""Measures the routing: ``python -m tests.voice.measure [--misses] [--every N]``.

On BANKING77, against the tables of two readers, each of whom names for every intent the function of a bank in whose work
the cause lies, and perhaps others where it may lie as well. The topics were written with the comments of even number in
view; those of odd number were looked at for nothing but this figure. On the examples, against the job description that
the writer of each comment had in mind.
"""

from __future__ import annotations

import csv
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from jdrewrite.voice.routing import Router
from tests.conftest import shared_folder
from tests.voice.examples import firms, first_jobs, sets

HERE = Path(__file__).parent
FIRST, SECOND = HERE / "banking77_causes.tsv", HERE / "banking77_second.tsv"
Wanted = dict[str, list[str]]
By = dict[str, tuple[int, float, float]]


def mapping(table: Path = FIRST) -> Wanted:
    rows = [r.split("\t") for r in table.read_text(encoding="utf-8").splitlines() if r and not r.startswith("#")]
    return {intent: functions.split(",") for intent, functions in rows[1:]}


def readers() -> dict[str, Wanted]:
    """What counts as right: by each reader, where their first choices agree, and by either's first choice."""
    first, second = mapping(FIRST), mapping(SECOND)
    return {
        "first reader, any function named": first,
        "second reader, any function named": second,
        "both name the same function first": {i: f[:1] for i, f in first.items() if second[i][0] == f[0]},
        "either's first function": {i: list(dict.fromkeys((f[0], second[i][0]))) for i, f in first.items()},
        "first reader, first function only": {i: f[:1] for i, f in first.items()},
        "second reader, first function only": {i: f[:1] for i, f in second.items()},
    }


def averages(
    rows: list[dict[str, str]], routes: list[list[str]], wanted: Wanted
) -> tuple[float, float, By, Counter[tuple[str, str]]]:
    """Top-1 and top-3 averaged over functions, the same by function, and which intents were missed as what."""
    hits: defaultdict[str, list[tuple[bool, bool]]] = defaultdict(list)
    misses: Counter[tuple[str, str]] = Counter()
    for row, found in zip(rows, routes, strict=True):
        right = wanted.get(row["category"])
        if right is None:
            continue
        hits[right[0]].append((bool(found) and found[0] in right, any(f in right for f in found)))
        if not found or found[0] not in right:
            misses[row["category"], found[0] if found else "nobody"] += 1
    by = {f: (len(h), sum(a for a, _ in h) / len(h), sum(b for _, b in h) / len(h)) for f, h in sorted(hits.items())}
    return sum(v[1] for v in by.values()) / len(by), sum(v[2] for v in by.values()) / len(by), by, misses


def routes_of(rows: list[dict[str, str]]) -> list[list[str]]:
    return [[cause.function for cause in route.causes] for route in Router().route_all([row["text"] for row in rows])]


def comments(shared: Path) -> list[dict[str, str]]:
    with (shared / "voice" / "banking77.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> None:
    folder = shared_folder()
    if folder is None:
        sys.exit("needs the project's shared data")
    every = int(sys.argv[sys.argv.index("--every") + 1]) if "--every" in sys.argv else 1
    rows = comments(folder / "data")
    Router().route("Load what is loaded once.")
    for name, part in (("even", rows[:: 2 * every]), ("odd", rows[1 :: 2 * every])):
        begun = time.perf_counter()
        routes = routes_of(part)
        speed = len(part) / (time.perf_counter() - begun)
        print(f"BANKING77, {name} rows: {len(part):,} comments, {speed:,.0f} a second")
        for what, wanted in readers().items():
            first, third, by, misses = averages(part, routes, wanted)
            print(f"  {what}: {len(wanted)} intents, {len(by)} functions, top-1 {first:.3f}, top-3 {third:.3f}")
        first, third, by, misses = averages(part, routes, mapping())
        for function, (count, one, three) in by.items():
            print(f"    {function:30} {count:5} {one:.2f} {three:.2f}")
        if "--misses" in sys.argv and name == "even":
            for (intent, taken), count in misses.most_common(60):
                print(f"    {count:4} {intent} -> {taken}")
    for name in sets():
        found = first_jobs(name)
        right = sum(wanted == taken for _, wanted, taken in found) / len(found)
        print(f"examples, {name}: {len(found)} comments, top-1 job description {right:.3f}")
    for name, found in firms().items():
        right = sum(wanted == taken for _, wanted, taken in found) / len(found)
        lost = sum(taken == "-" for *_, taken in found)
        print(f"small firm, {name}: {len(found)} comments, top-1 {right:.3f}, said to be nobody's {lost}")


if __name__ == "__main__":
    main()
