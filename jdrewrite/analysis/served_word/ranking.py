"""The trained order of the words for those served: which of those whom a text names it means.

The table is made by ``tools/served_weights.py`` from job descriptions of which readers wrote down by which words they
name those served. It holds one weight for each feature of ``candidates``, no sentences. On sources left out of the
training it mends about ten words in a hundred and spoils less than one (``docs/served-word.md``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from jdrewrite import resources
from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.served_word.candidates import Candidate, Features
from jdrewrite.errors import DataError

FILE = "served_weights.json"
_BIAS = "bias"


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table."""

    scale: int
    """Weights divided by this are log-odds."""
    weights: Mapping[str, int]


def meant(every: Mapping[str, Candidate], best: str) -> str:
    """Return the word that a text means: the one that the rules chose, unless another that it names is likelier.

    Args:
        every: those whom the text could mean.
        best: the word that the rules choose, one of them.
    """
    at = book().ranking
    named = {p: log_odds(one.features) for p, one in every.items() if one.firmly and p not in at.never}
    likeliest = max(sorted(named), key=lambda plural: named[plural], default=best)
    if likeliest == best or named[likeliest] < at.least:
        return best
    return likeliest if named[likeliest] > log_odds(every[best].features) + at.margin else best


def log_odds(features: Features) -> float:
    """Return how likely it is that a text means somebody, as the log of the odds."""
    table = _table()
    total = table.weights.get(_BIAS, 0) + sum(table.weights.get(name, 0) * value for name, value in features.items())
    return total / table.scale


@cache
def _table() -> Weights:
    """Return the shipped table.

    Raises:
        DataError: it cannot be read.
    """
    path = resources.tables() / FILE
    try:
        return msgspec.json.decode(path.read_bytes(), type=Weights)
    except (OSError, msgspec.DecodeError) as error:
        raise DataError(str(path), f"not valid: {error}", "install jdrewrite again") from None
