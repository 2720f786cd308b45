"""The contrast set: statements in minimal pairs, ``python -m tests.evaluation.contrast [--errors]``.

Prints precision, recall and F1 for each lens, over all values that are not the plain one, on the pairs that are kept
aside (even numbers from 401 on, by writers who have seen neither rules nor other pairs; nobody reads them) and on the
others (rules were made from them), and how many pairs were told apart. ``--errors`` lists the others only.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from jdrewrite.analysis.reading import Reader
from jdrewrite.model import LENSES
from tools.lens_corpus import ASIDE, decoded

FILE = Path(__file__).with_name("contrast.txt")


class Row(NamedTuple):
    """One statement of a pair."""

    pair: int
    lens: str
    labels: dict[str, str]
    text: str


def rows(path: Path = FILE) -> list[Row]:
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        pair, lens, codes, text = (part.strip() for part in line.split("|", 3))
        found.append(Row(int(pair), lens, decoded(codes), text))
    return found


def is_aside(row: Row) -> bool:
    return row.pair >= ASIDE and row.pair % 2 == 0


def said(labels: object, lens: str) -> str:
    value = getattr(labels, lens)
    return {True: "yes", False: "no"}.get(value, value)


def figures(part: list[tuple[Row, str]]) -> tuple[float, float, float, int]:
    plain = {"none", "neutral", "no"}
    hit = sum(found == row.labels[row.lens] and found not in plain for row, found in part)
    given = sum(found not in plain for _, found in part)
    true = sum(row.labels[row.lens] not in plain for row, _ in part)
    return hit / (given or 1), hit / (true or 1), 2 * hit / ((given + true) or 1), true


def main(arguments: list[str]) -> None:
    all_rows = rows()
    readings = Reader().read([row.text for row in all_rows])
    print(f"{'lens':11}{'kept aside: P / R / F1 (n)':>32}{'open: P / R / F1 (n)':>32}{'pairs told apart':>22}")
    for lens in LENSES:
        own = [(r, said(f.labels, lens)) for r, f in zip(all_rows, readings, strict=True) if r.lens == lens]
        aside, known = [x for x in own if is_aside(x[0])], [x for x in own if not is_aside(x[0])]
        cells = "".join("{:>20.2f} {:.2f} {:.2f} ({:>2})".format(*figures(part)) for part in (aside, known))
        pairs = {row.pair for row, _ in own}
        apart = sum(all(found == row.labels[lens] for row, found in own if row.pair == pair) for pair in pairs)
        print(f"{lens:11}{cells}{apart:>15} of {len(pairs)}")
        if "--errors" in arguments:
            for row, found in known:
                if found != row.labels[lens]:
                    print(f"    {row.pair}: {found} instead of {row.labels[lens]}: {row.text}")


if __name__ == "__main__":
    main(sys.argv[1:])
