"""The trained order of the words for those served: which of those whom a text names it means.

The table is made by ``tools/served_weights.py`` from job descriptions of which readers wrote down by which words they
name those served. It holds one weight for each feature of ``candidates``, no sentences. On sources left out of the
training it mends about ten words in a hundred and spoils less than one (``docs/served-word.md``).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from jdrewrite import resources
from jdrewrite.analysis.served_word.book import book
from jdrewrite.analysis.served_word.candidates import Candidate, Features

FILE = "served_weights.json"


def meant(every: Mapping[str, Candidate], best: str) -> str:
    """Return the word that a text means: the one that the rules chose, unless another that it names is likelier.

    Args:
        every: those whom the text could mean.
        best: the word that the rules choose, one of them.
    """
    never = book().ranking.never
    named = {p: log_odds(one.features) for p, one in every.items() if one.firmly and p not in never}
    likeliest = max(sorted(named), key=lambda plural: named[plural], default=best)
    if likeliest == best or named[likeliest] < book().ranking.least:
        return best
    return likeliest if named[likeliest] > log_odds(every[best].features) else best


def log_odds(features: Features) -> float:
    """Return how likely it is that a text means somebody, as the log of the odds."""
    known = _weights()
    return known["bias"] + sum(known.get(name, 0.0) * value for name, value in features.items())


@cache
def _weights() -> dict[str, float]:
    data = json.loads((resources.tables() / FILE).read_text(encoding="utf-8"))
    return {name: whole / data["scale"] for name, whole in data["weights"].items()}
