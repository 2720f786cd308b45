"""Likens comments by their meaning to what customers say of the work of each function (``sayings.toml``).

The vectors of the sayings are kept beside them (``sayings.npz``), so that only comments are encoded.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from jdrewrite import resources
from jdrewrite.language.meaning import encoded

if TYPE_CHECKING:
    from jdrewrite.language.meaning import Vectors

NOBODY = "nobody"
"""What is no function's doing stands under this name among the sayings."""
_FILE = Path(__file__).with_name("sayings.toml")
KEPT = Path(__file__).with_name("sayings.npz")
_NEAREST = 3
"""Sayings of a function that count."""


class Groups:
    """Groups of texts that comments are likened to: the sayings of each function, or the duties of each job."""

    def __init__(self, texts: dict[str, tuple[str, ...]], nearest: int, table: Vectors | None = None) -> None:
        """Take the groups.

        Args:
            texts: by name of the group; one without texts is like nothing.
            nearest: how many texts of a group count, the nearest; one alone may be near by chance.
            table: vectors of all texts in order, where they are at hand.
        """
        self._texts = {name: part for name, part in texts.items() if part}
        self._nearest = nearest
        self._table = encoded([text for part in self._texts.values() for text in part]) if table is None else table

    def near(self, vectors: Vectors) -> list[dict[str, Likeness]]:
        """Return for each vector how near it is to each group, in order."""
        return [self._row(row) for row in vectors @ self._table.T] if self._texts else [{} for _ in vectors]

    def _row(self, row: Vectors) -> dict[str, Likeness]:
        found, begin = {}, 0
        for name, part in self._texts.items():
            values = row[begin : begin + len(part)]
            begin += len(part)
            ranked = values.argsort()[-self._nearest :]
            found[name] = Likeness(float(values[ranked].mean()), part[int(ranked[-1])])
        return found


class Likeness(msgspec.Struct, frozen=True):
    """How near a comment is to a group."""

    value: float
    """Mean cosine with the nearest texts, -1 to 1."""
    text: str
    """The nearest one."""


@cache
def sayings() -> dict[str, tuple[str, ...]]:
    """Return what customers say, by function; ``nobody`` is one of the names.

    Raises:
        DataError: the file is not valid.
    """
    return resources.table(_FILE, dict[str, tuple[str, ...]])


@cache
def said() -> Groups:
    """Return the sayings of all functions as groups."""
    return Groups(sayings(), _NEAREST, _table())


def mark() -> str:
    """Return what tells whether kept vectors belong to the sayings as they are now."""
    return hashlib.sha256(_FILE.read_bytes()).hexdigest()[:16]


@cache
def _table() -> Vectors:
    """Return the vectors of all sayings, in order; they are made anew where the file was changed."""
    import numpy as np

    if KEPT.is_file():
        with np.load(KEPT, allow_pickle=False) as kept:
            if str(kept["mark"]) == mark():
                return kept["vectors"].astype(np.float32) / float(kept["scale"])  # type: ignore[no-any-return]
    return encoded([text for part in sayings().values() for text in part])
