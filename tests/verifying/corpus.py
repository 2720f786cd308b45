"""The judge's own test texts, written for this project: faithful rewrites, and rewrites with one planted fault."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

_DATA = Path(__file__).parent / "data"
SETS = ("", "fresh_", "second_", "third_", "fourth_", *(f"round{n}_" for n in range(1, 10)), "figures_", "pledges_")
"""Prefixes of the sets, in the order in which they were written; ``data/README.md`` has their first measurements."""


class Pair(msgspec.Struct, frozen=True):
    """An original and its rewrite; ``kind`` names the planted fault, None where there is none."""

    id: str
    original: str
    rewrite: str
    kind: str | None = None


def pairs(name: str) -> list[Pair]:
    """Return the pairs of ``data/NAME.jsonl``."""
    lines = (_DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [msgspec.convert(json.loads(line), Pair) for line in lines]
