"""Answers whose served people were named by hand: ``python -m tests.reflection.heard [--misses]``."""

from __future__ import annotations

import sys
from pathlib import Path

from jdrewrite.reflection.hearing import Heard, hear

TABLE = Path(__file__).parent / "data" / "heard.tsv"


def answers() -> list[tuple[str, str]]:
    """Whom an answer names, and the answer."""
    rows = [row for row in TABLE.read_text(encoding="utf-8").splitlines() if not row.startswith("#")]
    return [(whom, words) for whom, words in (row.split("\t") for row in rows)]


def named(heard: Heard) -> str:
    return "none" if not heard.customer else "internal" if heard.internal else "external"


def found() -> list[tuple[str, str, str]]:
    """Whom an answer names, whom it was heard to name, and the answer."""
    rows = answers()
    return [(whom, named(heard), words) for (whom, words), heard in zip(rows, hear([w for _, w in rows]), strict=True)]


def right(rows: list[tuple[str, str, str]]) -> float:
    return sum(whom == heard for whom, heard, _ in rows) / len(rows)


if __name__ == "__main__":
    every = found()
    for name, part in (("looked at", every[::2]), ("not looked at", every[1::2])):
        some = sum((w == "none") == (h == "none") for w, h, _ in part) / len(part)
        print(f"{name}: {len(part)} answers, right {right(part):.2f}, somebody or nobody {some:.2f}")
    if "--misses" in sys.argv:
        for whom, heard, words in every[::2]:
            if whom != heard:
                print(f"  {whom:8} heard {heard:8} {words}")
