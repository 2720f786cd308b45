"""Trains the order of the words for those served, and writes ``jdrewrite/analysis/tables/served_weights.json``.

    python -m tools.served_weights OUT.json       train on all examples
    python -m tools.served_weights --leave-out    how many words are right on sources left out of the training

The examples stand in ``tools/labels/served_words.jsonl.gz``; ``tools.served_examples`` makes them from texts. Needs
scikit-learn (``pip install -e '.[train]'``).
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from jdrewrite.analysis.served_word.book import book

EXAMPLES = Path(__file__).with_name("labels") / "served_words.jsonl.gz"
STRENGTH = 0.3
"""Inverse of the ridge: chosen on left-out sources among 0.1, 0.3 and 1."""
LEAST_EXAMPLES = 4
"""Candidates with a feature below which nothing is learned of it."""
SCALE = 200
Example = dict[str, Any]


class Row(NamedTuple):
    """One candidate of one text."""

    example: int
    source: str
    plural: str
    features: dict[str, float]
    right: bool
    firmly: bool
    learned: bool
    """It is learned from: where a text names none of those served, only those whom it names and the one it is given."""


def examples() -> list[Example]:
    """Return the examples of the repository."""
    with gzip.open(EXAMPLES, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def rows_of(found: list[Example]) -> list[Row]:
    """Return a row for each candidate.

    Where a reader says that the text names none of those served, whomever it names is somebody else, and what goes
    without saying is right.
    """
    rows = []
    for number, one in enumerate(found):
        for plural, features in one["candidates"].items():
            chosen, named = plural == one["chosen"], bool(features.get("named"))
            right = plural in one["right"] if one["names"] else chosen and not named
            learned = one["names"] or named or chosen
            rows.append(Row(number, one["source"], plural, features, right, plural in one["firmly"], learned))
    return rows


def fit(rows: list[Row]) -> dict[str, float]:
    """Return a weight for each feature."""
    learned = [row for row in rows if row.learned]
    often = Counter(name for row in learned for name in row.features)
    seen = [{name: v for name, v in row.features.items() if often[name] >= LEAST_EXAMPLES} for row in learned]
    names = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=4000)
    model.fit(names.fit_transform(seen), [row.right for row in learned])
    weights = dict(zip(names.get_feature_names_out(), model.coef_[0], strict=True))
    return {"bias": float(model.intercept_[0]), **{name: float(weight) for name, weight in weights.items()}}


def log_odds(row: Row, weights: dict[str, float]) -> float:
    """Return how likely a candidate is meant, in log-odds."""
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in row.features.items())


def taken(rows: list[Row], chosen: str, weights: dict[str, float]) -> Row:
    """Return the candidate that ``served_word.ranking`` takes of one text; what says less is left to the product."""
    at = book().ranking
    by_rule = next(row for row in rows if row.plural == chosen)
    named = [row for row in rows if row.firmly and row.plural not in at.never]
    best = max(named, key=lambda row: log_odds(row, weights), default=by_rule)
    sure = log_odds(best, weights) >= at.least
    return best if sure and log_odds(best, weights) > log_odds(by_rule, weights) + at.margin else by_rule


def leave_out(found: list[Example]) -> None:
    """Print how many words are right on each source, by the rules and by the order trained without it."""
    rows = rows_of(found)
    total: Counter[str] = Counter()
    print(f"{'source':20}{'texts':>8}{'rules':>8}{'order':>8}{'mended':>8}{'spoilt':>8}")
    for source in sorted({row.source for row in rows}):
        weights = fit([row for row in rows if row.source != source])
        figures = Counter(texts=0, rules=0, order=0, mended=0, spoilt=0)
        for number, one in enumerate(found):
            if one["source"] != source or not one["names"]:
                continue
            own = [row for row in rows if row.example == number]
            before, after = one["chosen"] in one["right"], taken(own, one["chosen"], weights).right
            figures.update(texts=1, rules=before, order=after, mended=after > before, spoilt=after < before)
        total.update(figures)
        print(f"{source:20}" + "".join(f"{count:8}" for count in figures.values()))
    print(f"{'all':20}" + "".join(f"{total[name]:8}" for name in ("texts", "rules", "order", "mended", "spoilt")))


def write(found: list[Example], out: Path) -> None:
    """Train on all examples and write the table."""
    weights = fit(rows_of(found))
    whole = {name: round(weight * SCALE) for name, weight in sorted(weights.items())}
    whole = {name: weight for name, weight in whole.items() if weight}
    out.write_text(json.dumps({"scale": SCALE, "weights": whole}, indent=0) + "\n", encoding="utf-8")
    print(f"{len(found)} texts, {len(whole)} weights, {out.stat().st_size} bytes")


if __name__ == "__main__":
    if sys.argv[1] == "--leave-out":
        leave_out(examples())
    else:
        write(examples(), Path(sys.argv[1]))
