"""The trained order of the words for those served: which of those whom a text names, or could name, it means.

The table is made by ``tools/served_weights.py`` from job descriptions of which readers wrote down by which words they
name those served. It holds one weight for each feature of ``candidates``, no sentences.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from jdrewrite import resources
from jdrewrite.analysis.served_word.candidates import Features

FILE = "served_weights.json"
_BIAS = "bias"


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table."""

    scale: int
    """Weights divided by this are log-odds."""
    weights: Mapping[str, int]


def likeliest(every: Mapping[str, Features]) -> str:
    """Return the word that a text means most likely.

    Args:
        every: those whom the text could mean.
    """
    return max(sorted(every), key=lambda plural: log_odds(every[plural]))


def log_odds(features: Features, file: str = FILE) -> float:
    """Return how likely it is that a text means somebody, as the log of the odds, by one of the tables."""
    table = _table(file)
    total = table.weights.get(_BIAS, 0) + sum(table.weights.get(name, 0) * value for name, value in features.items())
    return total / table.scale


@cache
def _table(file: str) -> Weights:
    """Return the shipped table.

    Raises:
        DataError: it cannot be read.
    """
    return resources.table(resources.tables() / file, Weights)
