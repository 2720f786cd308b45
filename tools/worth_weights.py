"""Trains what a proposal is worth to an editor: ``jdrewrite/rewriting/offline/worth.json``.

    python -m tools.worth_weights OUT.json       train on all examples
    python -m tools.worth_weights --leave-out    what readers said of those above a worth, on sources left out

The examples stand in ``tools/labels/worth.jsonl.gz``; ``tools.worth_examples`` makes them. Needs scikit-learn
(``pip install -e '.[train]'``).
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import Ridge

from jdrewrite.catalogue import functions, nearer_lines, work
from jdrewrite.rewriting.offline.signs import ENTRY, LINE, mark
from tools.tables import Example, Features, examples, write
from tools.worth_examples import ALONE

EXAMPLES = "worth"
LEAST_EXAMPLES, OF_A_LINE = 15, 4
"""Examples that must have a sign: fewer tell more of themselves than of it. Of a line or an entry fewer are enough."""
STRENGTH = 50.0
"""The ridge: of 50 and 100 nearly the same are taken on sources left out."""
OF_UNTRUE, STRENGTH_OF_UNTRUE = 1.0, 400.0
"""What is taken off for the chance of being untrue, which has weights of its own, and their ridge: it is rarer."""
OF_ALONE = 0.3
"""Weight of an example whose reader saw the title only, and many duties of one kind of work beside each other: there
are many of them, and they say little of the job. With 0.15 to 0.5 other texts are told best."""
SCALE = 1000
SHARES = (1.0, 0.8, 0.65, 0.5)


def least(name: str) -> int:
    """Return how many examples must have a sign."""
    return OF_A_LINE if name.partition(" ")[0] in {LINE, ENTRY} else LEAST_EXAMPLES


def standing(signs: Features) -> Features:
    """Return the signs of a proposal; what was said of a wording that is gone is not held against its entry."""
    line = next((name for name in signs if name.startswith(f"{LINE} ")), "")
    if line.removeprefix(f"{LINE} ") in _wordings():
        return signs
    return {name: value for name, value in signs.items() if not name.startswith(f"{ENTRY} ")}


@cache
def _wordings() -> frozenset[str]:
    """Return the marks of all wordings of effects."""
    outputs = [output for making in (*functions().values(), *work().values()) for output in making.outputs]
    said = (text for o in outputs for text in (*o.ability, *o.state, *o.anyone))
    return frozenset(map(mark, (*said, *nearer_lines())))


def fit(found: list[Example]) -> dict[str, float]:
    """Return a weight for each sign: of the value to a reader, less that of being untrue.

    Both are linear, and so is what is left: a proposal that is untrue more often than most is worth less, one that is
    so less often more.
    """
    known = [standing(one["signs"]) for one in found]
    often = Counter(name for signs in known for name in signs)
    seen = [{name: v for name, v in signs.items() if often[name] >= least(name)} for signs in known]
    names = DictVectorizer()
    table = names.fit_transform(seen)
    untrue = np.array([float(one["untrue"]) for one in found])
    counts = [OF_ALONE if ALONE in one["signs"] else 1.0 for one in found]
    of_value = Ridge(alpha=STRENGTH).fit(table, [one["value"] for one in found], counts)
    of_untrue = Ridge(alpha=STRENGTH_OF_UNTRUE).fit(table, untrue - untrue.mean(), counts)
    weights = of_value.coef_ - OF_UNTRUE * of_untrue.coef_
    bias = of_value.intercept_ - OF_UNTRUE * of_untrue.intercept_
    named = zip(names.get_feature_names_out(), weights, strict=True)
    return {"bias": float(bias), **{name: float(weight) for name, weight in named if name != ALONE}}


def worth(one: Example, weights: dict[str, float]) -> float:
    """Return what a proposal is worth by the weights."""
    return weights["bias"] + sum(weights.get(name, 0.0) * size for name, size in one["signs"].items())


def leave_out(found: list[Example]) -> None:
    """Print for each source what readers said of all its proposals, and of the share that is worth most."""
    print(f"{'source':24}{'share':>7}{'worth':>7}{'judged':>8}{'accept':>8}{'reject':>8}{'untrue':>8}")
    everything: list[tuple[float, Example]] = []
    for source in sorted({one["source"] for one in found}):
        weights = fit([one for one in found if one["source"] != source])
        rated = [(worth(one, weights), one) for one in found if one["source"] == source]
        everything += rated
        _print(source, rated)
    _print("all", everything)


def _print(source: str, rated: list[tuple[float, Example]]) -> None:
    ranked = sorted(rated, key=lambda each: -each[0])
    for share in SHARES:
        kept = ranked[: round(len(ranked) * share)]
        said = Counter(one["verdict"] for _, one in kept)
        untrue = sum(one["untrue"] for _, one in kept)
        figures = "".join(f"{count / len(kept):8.2f}" for count in (said["accept"], said["reject"], untrue))
        print(f"{source:24}{share:7.2f}{kept[-1][0]:7.2f}{len(kept):8}{figures}")


if __name__ == "__main__":
    known = examples(EXAMPLES)
    if sys.argv[1] == "--leave-out":
        leave_out(known)
    else:
        print(write(fit(known), SCALE, Path(sys.argv[1])))
