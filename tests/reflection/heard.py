"""Answers whose served people were named by hand: ``python -m tests.reflection.heard [--misses]``.

``heard.tsv`` was written before the reading, ``heard_later.tsv`` after it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from jdrewrite.reflection.hearing import Heard, hear

DATA = Path(__file__).parent / "data"


def answers(table: str) -> list[tuple[str, str]]:
    """Whom an answer names, and the answer."""
    rows = [row for row in (DATA / f"{table}.tsv").read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    return [(whom, words) for whom, words in (row.split("\t") for row in rows)]


def named(heard: Heard) -> str:
    return "none" if not heard.customer else "internal" if heard.internal else "external"


def found(table: str) -> list[tuple[str, str, str]]:
    """Whom an answer names, whom it was heard to name, and the answer."""
    rows = answers(table)
    return [(whom, named(heard), words) for (whom, words), heard in zip(rows, hear([w for _, w in rows]), strict=True)]


def right(rows: list[tuple[str, str, str]]) -> float:
    return sum(whom == heard for whom, heard, _ in rows) / len(rows)


if __name__ == "__main__":
    for name in ("heard", "heard_later"):
        every = found(name)
        print(f"{name}: {len(every)} answers, right {right(every):.2f}")
        if "--misses" in sys.argv:
            print(*(f"  {whom:8} heard {heard:8} {words}" for whom, heard, words in every if whom != heard), sep="\n")
