"""How much is tried: a fixed part for whoever waits for ``make test``, all of it where ``CI`` is set.

Tests over everything that ships, and over many examples made by chance, ask here. A part of what ships is the same each
time. Tests that try a part are marked ``long``, or have their examples made by Hypothesis: ``.ci/run`` has them try all.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TypeVar

Item = TypeVar("Item")
ALL = bool(os.environ.get("CI"))


def part(items: Iterable[Item], every: int) -> list[Item]:
    """Return one of so many of the items, or all of them in CI."""
    return list(items)[:: 1 if ALL else every]


def tries(most: int) -> int:
    """Return how many examples Hypothesis makes: so many in CI, else a third and no fewer than ten."""
    return most if ALL else min(most, max(10, most // 3))
