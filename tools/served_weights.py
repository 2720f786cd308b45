"""Trains the order of the words for those served, and writes ``jdrewrite/analysis/tables/served_weights.json``.

    python -m tools.served_weights OUT.json               train on all examples
    python -m tools.served_weights --leave-out [SHARE]    how many words are right on sources left out of the training,
                                                          with that share of the other texts (1.0)

The examples stand in ``tools/labels/served_words.jsonl.gz``; ``tools.served_examples`` makes them from texts. Needs
scikit-learn (``pip install -e '.[train]'``).
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from tools.tables import Example, examples, without_rare, write

EXAMPLES = "served_words"
STRENGTH = 0.2
"""Inverse of the ridge: chosen on left-out sources among 0.1, 0.2 and 0.3."""
LEAST_EXAMPLES = 4
"""Candidates with a feature below which nothing is learned of it."""
LEAN = 0.25
"""Log-odds taken off who goes without saying: several of those named may be right, each with odds of its own. Chosen on
left-out sources among 0, 0.25 and 0.5: at 0.25, 8 words more are right of 1,155, and 2 more invented in 360 texts."""
SCALE = 200


class Row(NamedTuple):
    """One candidate of one text."""

    example: int
    source: str
    plural: str
    features: dict[str, float]
    right: bool
    learned: bool
    """It is learned from: where a text names none of those served, only those whom it names and the one it is given."""


def rows_of(found: list[Example]) -> list[Row]:
    """Return a row for each candidate.

    Where a reader says that the text names none of those served, whomever it names is somebody else, and what goes
    without saying is right.
    """
    rows = []
    for number, one in enumerate(found):
        for plural, features in one["candidates"].items():
            unnamed = "unnamed" in features
            right = plural in one["right"] if one["names"] else unnamed
            learned = one["names"] or not unnamed or plural == one["unsaid"]
            rows.append(Row(number, one["source"], plural, features, right, learned))
    return rows


def fit(rows: list[Row]) -> dict[str, float]:
    """Return a weight for each feature."""
    learned = [row for row in rows if row.learned]
    names = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=4000)
    seen = without_rare((row.features for row in learned), LEAST_EXAMPLES)
    model.fit(names.fit_transform(seen), [row.right for row in learned])
    weights = dict(zip(names.get_feature_names_out(), model.coef_[0], strict=True))
    weights["unnamed"] -= LEAN
    return {"bias": float(model.intercept_[0]), **{name: float(weight) for name, weight in weights.items()}}


def log_odds(row: Row, weights: dict[str, float]) -> float:
    """Return how likely a candidate is meant, in log-odds."""
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in row.features.items())


def leave_out(found: list[Example], *, share: float = 1.0) -> None:
    """Print how many words are right on each source, by the order trained without it.

    Args:
        found: the examples.
        share: of the other sources' texts that is trained on.
    """
    rows = rows_of(found)
    own: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        own[row.example].append(row)
    total: Counter[str] = Counter()
    print(f"{'source':20}{'named':>8}{'right':>8}{'unnamed':>8}{'right':>8}")
    for source in sorted({row.source for row in rows}):
        others = [row for row in rows if row.source != source and _is_trained_on(found[row.example], share)]
        weights = fit(others)
        figures = Counter(named=0, right=0, unnamed=0, kept=0)
        for number, one in enumerate(found):
            if one["source"] == source:
                best = max(own[number], key=lambda row: (log_odds(row, weights), row.plural))
                figures["named" if one["names"] else "unnamed"] += 1
                figures["right" if one["names"] else "kept"] += best.right
        total.update(figures)
        print(f"{source:20}" + "".join(f"{count:8}" for count in figures.values()))
    print(f"{'all':20}" + "".join(f"{total[name]:8}" for name in ("named", "right", "unnamed", "kept")))


def _is_trained_on(one: Example, share: float) -> bool:
    return int(one["text"], 16) % 100 < 100 * share


if __name__ == "__main__":
    known = examples(EXAMPLES)
    if sys.argv[1] == "--leave-out":
        leave_out(known, share=float(sys.argv[2]) if len(sys.argv) > 2 else 1.0)
    else:
        print(f"{len(known)} texts, {write(fit(rows_of(known)), SCALE, Path(sys.argv[1]))}")
