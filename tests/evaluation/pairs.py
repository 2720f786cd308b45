"""The order of scores: ``python -m tests.evaluation.pairs [--floor]``.

``pairs.tsv`` holds pairs of the shared job descriptions, half of them within one function, and what two readers said who
saw neither the score nor each other's answer: in which a reader would know better whom the work serves, how, and what
the role may do for them. Prints on how many of the pairs on which both agree the score gives the same order, beside the
density of a published list of customer words. The first 84 pairs were in view when the weights of the score were set,
the others not: they are also printed apart.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jdrewrite.analysis import analyse
from jdrewrite.documents import read
from tests.conftest import shared_folder

FLOOR = 0.80
SEEN = 84
"""Pairs, from the first on, that were in view when the weights were set."""
Pair = tuple[str, str, str, str]
"""Group, the two paths, and which of them (``A`` or ``B``)."""


def agreed(most: int | None = None) -> tuple[list[Pair], int]:
    """Return the pairs on which both readers agree, of the first ``most`` or of all, and how many those are."""
    with Path(__file__).with_name("pairs.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))[:most]
    return [(group, a, b, one) for group, a, b, one, other in rows if one == other != "="], len(rows)


def share(pairs: list[Pair], figure: Callable[[str], float]) -> float:
    return sum((figure(a) > figure(b)) == (better == "A") for _, a, b, better in pairs) / (len(pairs) or 1)


def main(arguments: list[str]) -> int:
    folder = shared_folder()
    if folder is None:
        print("the shared data are not here: nothing to evaluate")
        return 0
    terms = json.loads((folder / "data/wordlists/marketing_orientation.json").read_text())["customer orientation"]
    words = re.compile(r"\b(?:" + "|".join(re.escape(t) for t in terms) + r")s?\b", re.IGNORECASE)

    @cache
    def score(path: str) -> float:
        return analyse(read(folder / "data" / path)).score.total

    def density(path: str) -> float:
        text = (folder / "data" / path).read_text(errors="replace")
        return len(words.findall(text)) / (len(text.split()) or 1)

    pairs, count = agreed()
    earlier = len(agreed(SEEN)[0])
    print(f"pairs of job descriptions: {count}, both readers agree on {len(pairs)}")
    parts = {
        "all": pairs,
        "within one function": [p for p in pairs if p[0] != "mixed"],
        "of two functions": [p for p in pairs if p[0] == "mixed"],
        "in view for weights": pairs[:earlier],
        "never in view": pairs[earlier:],
    }
    for name, part in parts.items():
        print(f"{name:22}{len(part):>4}  score {share(part, score):.3f}  word density {share(part, density):.3f}")
    if "--floor" in arguments and share(pairs, score) < FLOOR:
        print(f"below the floor of {FLOOR}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
