"""The score beside what readers said of whole job descriptions: ``python -m tests.evaluation.ratings [--floor]``.

``ratings.tsv`` holds 320 of the shared job descriptions that are in no pair of ``pairs.tsv``, and the mark from 0 to 100
that one of four readers gave each, who saw neither score nor program: how well would somebody who has read it know whom
the work serves, how it does them good, how they are heard, and what the role may do for them? Each reader read 80, so
that marks are compared within one reader's only. Only the curves of the score were ever chosen with them in view.

Prints the rank correlation of score and mark, and on how many pairs of one reader's that are at least so far apart the
score gives the same order.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np

from jdrewrite.analysis import analyse
from jdrewrite.documents import read
from tests.conftest import shared_folder

FLOOR = 0.78
"""Mean rank correlation below which CI fails."""
APART = (1, 12, 25)
"""Least differences in marks."""
Marked = list[tuple[float, float]]
"""Score and mark of each job description of one reader."""


def by_reader(folder: Path) -> dict[str, Marked]:
    """Return what each reader's job descriptions score, and the reader's mark."""
    found: dict[str, Marked] = defaultdict(list)
    with Path(__file__).with_name("ratings.tsv").open(encoding="utf-8", newline="") as file:
        for reader, path, mark in csv.reader(file, delimiter="\t"):
            found[reader].append((_score(folder / "data" / path), float(mark)))
    return found


@cache
def _score(path: Path) -> float:
    return analyse(read(path)).score.total


def correlation(marked: Marked) -> float:
    """Return Spearman's rank correlation of score and mark."""
    ranks = [_ranks(np.array(column)) for column in zip(*marked, strict=True)]
    return float(np.corrcoef(np.stack(ranks))[0, 1])


def _ranks(values: np.ndarray) -> np.ndarray:
    """Return ranks, the mean of them where values are equal."""
    _, group, count = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    ranks: np.ndarray = (last - (count - 1) / 2)[group]
    return ranks


def ordered(marked: Marked, apart: float) -> tuple[int, int]:
    """Return how many pairs with marks so far apart the score orders as the marks do, and how many there are."""
    pairs = [(a, b) for a, b in combinations(marked, 2) if abs(a[1] - b[1]) >= apart]
    return sum((a[0] - b[0]) * (a[1] - b[1]) > 0 for a, b in pairs), len(pairs)


def main(arguments: list[str]) -> int:
    folder = shared_folder()
    if folder is None:
        print("the shared data are not here: nothing to evaluate")
        return 0
    readers = by_reader(folder)
    print(f"{'reader':8}{'JDs':>5}{'rank correlation':>18}" + "".join(f"{f'{a} or more apart':>22}" for a in APART))
    for reader, marked in readers.items():
        _row(reader, [marked])
    mean = _row("all", list(readers.values()))
    if "--floor" in arguments and mean < FLOOR:
        print(f"below the floor of {FLOOR}")
        return 1
    return 0


def _row(name: str, parts: list[Marked]) -> float:
    """Print one row and return its rank correlation, the mean over the readers in it."""
    mean = float(np.mean([correlation(marked) for marked in parts]))
    cells = ""
    for apart in APART:
        right, count = (sum(column) for column in zip(*(ordered(marked, apart) for marked in parts), strict=True))
        cells += f"{right / count:>14.3f} ({count:>5})"
    print(f"{name:8}{sum(map(len, parts)):>5}{mean:>18.3f}{cells}")
    return mean


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
