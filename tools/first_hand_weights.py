"""Trains the order of those who receive work first-hand, and what words mean for it.

    python -m tools.first_hand_weights FOLDER            train on all examples, and write both tables
    python -m tools.first_hand_weights --leave-out       how often somebody receives the work, on sources left out

The tables are ``first_hand_weights.json`` and ``first_hand_meaning.npz`` of ``jdrewrite/analysis/tables``. The examples
stand in ``tools/labels/first_hand.jsonl.gz`` and ``.npz``; ``tools.first_hand_examples`` makes them from texts. Needs
scikit-learn (``pip install -e '.[train]'``).
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from jdrewrite.analysis.served_word import first_hand, meaning
from jdrewrite.analysis.served_word.book import book
from tools import tables
from tools.first_hand_meaning import Places
from tools.served_weights import LEAST_EXAMPLES, SCALE
from tools.tables import Example, examples, without_rare

EXAMPLES = "first_hand"
STRENGTH = 0.1
"""Inverse of the ridge: 0.05 and 0.15 are right in as many texts of sources left out."""


def fit(found: list[Example]) -> dict[str, float]:
    """Return a weight for each feature."""
    rows = [(features, who in one["right"]) for one in found for who, features in one["candidates"].items()]
    names = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=4000)
    seen = without_rare((features for features, _ in rows), LEAST_EXAMPLES)
    model.fit(names.fit_transform(seen), [right for _, right in rows])
    weights = dict(zip(names.get_feature_names_out(), model.coef_[0], strict=True))
    return {"bias": float(model.intercept_[0]), **{name: float(weight) for name, weight in weights.items()}}


def odds_of(one: Example, weights: dict[str, float]) -> dict[str, float]:
    """Return how likely each candidate receives the work, in log-odds."""
    return {
        who: weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
        for who, features in one["candidates"].items()
    }


def leave_out(found: list[Example]) -> None:
    """Print for each source in how many texts those served receive the work, and the likeliest does.

    Then in how many somebody would replace those served, and in how many of these that is right, or those served are.
    """
    total: Counter[str] = Counter()
    print(f"{'source':24}{'texts':>8}{'served':>8}{'right':>8}{'replace':>8}{'right':>8}{'served':>8}")
    at, places = book().first_hand, Places(found)
    for source in sorted({one["source"] for one in found}):
        told = places.told(source)
        weights = fit([one for one in told if one["source"] != source])
        figures = Counter(texts=0, served=0, right=0, replaced=0, mended=0, spoilt=0)
        for one in (one for one in told if one["source"] == source):
            odds = odds_of(one, weights)
            best = max(sorted(odds), key=lambda who: odds[who])
            own = {one["served"], *one["served"].split(" and ")} & odds.keys()
            replaced = odds[best] >= at.least and best not in own and max(odds[who] for who in own) < at.below
            right, theirs = best in one["right"], bool(own & {*one["right"]})
            figures.update(texts=1, served=theirs, right=right, replaced=replaced)
            figures.update(mended=replaced and right, spoilt=replaced and theirs)
        total.update(figures)
        print(f"{source:24}" + "".join(f"{count:8}" for count in figures.values()))
    print(
        f"{'all':24}"
        + "".join(f"{total[name]:8}" for name in ("texts", "served", "right", "replaced", "mended", "spoilt"))
    )


def write(found: list[Example], folder: Path) -> None:
    """Train on all examples and write the tables."""
    places = Places(found)
    said = tables.write(fit(places.told()), SCALE, folder / first_hand.FILE)
    meant = folder / meaning.FILE
    weights = places.weights().astype(np.float32)
    np.savez_compressed(meant, axes=places.axes, middles=places.middles, weights=weights)
    print(f"{len(found)} texts, {said}, and {meant.stat().st_size} bytes")


if __name__ == "__main__":
    known = examples(EXAMPLES)
    if sys.argv[1] == "--leave-out":
        leave_out(known)
    else:
        write(known, Path(sys.argv[1]))
