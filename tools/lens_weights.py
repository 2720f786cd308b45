"""Trains the lens labels of ``jdrewrite.analysis.lens_model`` and writes their table of weights.

    python -m tools.lens_weights PATH_TO_SHARED_DATA OUT.json NET.npz    train on all that may be used
    python -m tools.lens_weights PATH_TO_SHARED_DATA --ablation          F1 by label with parts left out, sources unseen

``NET.npz`` holds what ``tools.lens_net --left-out`` wrote: scores of the net on what it had not seen.

Needs scikit-learn (``pip install -e '.[train]'``). A label is written only where the model did as well as the rules
alone on sources left out of the training, one at a time; its threshold comes from the same left-out scores.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tools.lens_corpus import LABELS, Example, examples, key

STRENGTH = 0.05
"""Inverse of the ridge: chosen on left-out sources among 0.02, 0.05, 0.1 and 0.2."""
LEAST_STATEMENTS = 3
KEPT = 30000
"""Features kept, those that say most."""
MOST_LOSS = 0.03
"""F1 by which the model may fall short of the rules on left-out sources: a few statements more would turn it round."""
LEAST_POSITIVE = 60
"""Statements with a label below which nothing is learned of it: a dozen more or less would turn it round."""
NEARLY = 0.002
"""F1 by which a stricter threshold may fall short of the best."""
LEAST_JUDGED = 30
"""Statements with a label in the fair sample from which that sample alone sets the threshold."""
ASKED_FROM, SURE_FROM = -1.0, 2.0
"""Log-odds by the weights alone between which a label is in question, so that the net is asked. On left-out sources it
asks about a third of the statements; asking about all from -1 up, two in five, changes no F1 by more than half a point,
from -1.5 up, the pairs that stand aside gain one."""
SCALE = 200
"""Weights are written as whole numbers of this fraction."""
PARTS = {"no rules": ("rule ", "says "), "no classes": ("c ", "p ", "x "), "no words": ("w ", "b ", "s ", "^ ", "x ")}


def names_of(rows: list[Example]) -> dict[str, int]:
    """Return the features that occur often enough, with their columns."""
    seen = Counter(name for row in rows for name in row.features)
    return {name: n for n, name in enumerate(sorted(n for n, count in seen.items() if count >= LEAST_STATEMENTS))}


def matrix(rows: list[Example], names: dict[str, int]) -> csr_matrix:
    """Return the rows' features as a sparse matrix of ones."""
    columns = [[names[name] for name in row.features if name in names] for row in rows]
    ends = np.cumsum([0] + [len(own) for own in columns])
    flat = np.concatenate([np.array(own, dtype=int) for own in columns])
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(names)))


def fit(seen: csr_matrix, wanted: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, float]:
    """Return weights and bias of one label."""
    if not wanted.any():
        return np.zeros(seen.shape[1]), -9.0
    model = LogisticRegression(C=STRENGTH, solver="liblinear", max_iter=400)
    model.fit(seen, wanted, sample_weight=weights)
    return model.coef_[0], float(model.intercept_[0])


def left_out(rows: list[Example], seen: csr_matrix, wanted: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Return the score of each row by a model that has not seen its source; zero for folds in which none is asked.

    Args:
        rows: the statements.
        seen: their features.
        wanted: whether each has the label.
        asked: whose scores are wanted.
    """
    scores = np.zeros(len(rows))
    weights = np.array([row.weight for row in rows])
    folds = np.array([row.fold for row in rows])
    for fold in sorted({row.fold for row, one in zip(rows, asked, strict=True) if one}):
        held = folds == fold
        column, bias = fit(seen[~held], wanted[~held], weights[~held])
        scores[held] = seen[held] @ column + bias
    return scores


def f1(said: np.ndarray, true: np.ndarray) -> float:
    """Return the harmonic mean of precision and recall."""
    hit = float((said & true).sum())
    return 2 * hit / max(1.0, float(said.sum() + true.sum()))


def threshold(scores: np.ndarray, true: np.ndarray) -> tuple[float, float]:
    """Return the score from which to give the label, and the F1 there.

    Neighbours are averaged, so no spike wins. Among those that are nearly as good as the best the strictest is taken: a
    label that is not true misleads more than one that is missing.
    """
    steps = np.linspace(-4, 3, 141)
    values = np.array([f1(scores >= step, true) for step in steps])
    smooth = np.convolve(values, np.ones(7) / 7, mode="same")
    best = int(np.flatnonzero(smooth[3:-3] >= smooth[3:-3].max() - NEARLY)[-1]) + 3
    return float(steps[best]), float(values[best])


def real(rows: list[Example]) -> np.ndarray:
    """Tell which rows are a fair sample of real job descriptions: only they decide on thresholds."""
    return np.array([not (row.written or row.hard) for row in rows])


class Trained(NamedTuple):
    """One label of the table."""

    column: int
    """Which of ``LABELS`` it is."""
    weights: np.ndarray
    alone: float
    """The bias of the weights alone, less the threshold."""
    together: float
    """The same where the net's score is added."""


def train(rows: list[Example], net: Path, out: Path) -> None:
    """Train every label that gains by it, and write the table."""
    names = names_of(rows)
    seen = matrix(rows, names)
    beside = of_the_net(rows, net)
    labels = [one for n in range(len(LABELS)) if (one := trained(n, rows, seen, beside[:, n])) is not None]
    table = np.rint(np.stack([one.weights for one in labels], axis=1) * SCALE).astype(int)
    often = np.asarray(seen.sum(axis=0))[0]
    said = np.abs(table).max(axis=1) * np.sqrt(often)
    best = set(np.argsort(-said, kind="stable")[:KEPT].tolist())
    words = {name: table[n].tolist() for name, n in names.items() if n in best and table[n].any()}
    data = {
        "scale": SCALE,
        "labels": [LABELS[one.column] for one in labels],
        "bias": [round(one.alone * SCALE) for one in labels],
        "beside": {
            "columns": [one.column for one in labels],
            "bias": [round(one.together * SCALE) for one in labels],
            "asked_from": ASKED_FROM,
            "sure_from": SURE_FROM,
        },
    }
    text = json.dumps({**data, "words": words}, separators=(",", ":")).replace("],", "],\n")
    out.write_text(text + "\n", encoding="utf-8")
    print(f"{len(rows)} statements, {len(words)} features, {out.stat().st_size} bytes")


def of_the_net(rows: list[Example], file: Path) -> np.ndarray:
    """Return the net's scores of what it had not seen, a row for each statement; NaN where it saw all like it."""
    with np.load(file) as data:
        found = dict(zip(data["keys"].tolist(), data["scores"], strict=True))
    missing = np.full(len(LABELS), np.nan)
    return np.stack([found.get(key(row.text), missing) for row in rows])


def trained(number: int, rows: list[Example], seen: csr_matrix, beside: np.ndarray) -> Trained | None:
    """Return one label; None where the rules do as well without it."""
    label = LABELS[number]
    true = np.array([row.labels[label[0]] == label[1] for row in rows])
    ruled = np.array([row.ruled[label[0]] == label[1] for row in rows])
    scored = ~np.isnan(beside)
    judged = real(rows) & scored
    place = judged if true[judged].sum() >= LEAST_JUDGED else scored
    scores = left_out(rows, seen, true, place)[place]
    cut, reached = threshold(scores, true[place])
    both, more = threshold(scores + beside[place], true[place])
    before = f1(ruled[place], true[place])
    taken = more >= before - MOST_LOSS and true.sum() >= LEAST_POSITIVE
    print(
        f"{label[0]:9} {label[1]:12} {true.sum():5} rules {before:.3f} weights {reached:.3f} at {cut:+.2f}, "
        f"with the net {more:.3f} at {both:+.2f}, "
        f"{'taken' if taken else 'left to the rules'}",
        flush=True,
    )
    if not taken:
        return None
    column, bias = fit(seen, true, np.array([row.weight for row in rows]))
    return Trained(number, column, bias - cut, bias - both)


def without(features: frozenset[str], parts: tuple[str, ...]) -> frozenset[str]:
    """Return the features that are of none of the parts."""
    return frozenset(name for name in features if not (parts and name.startswith(parts)))


def ablation(rows: list[Example]) -> None:
    """Print the F1 of each label on left-out sources, with parts of the features left out."""
    judged = real(rows)
    kinds = {"all": (), **PARTS}
    print(f"{'label':24}{'n':>5}{'rules':>9}" + "".join(f"{kind:>12}" for kind in kinds) + f"{'real only':>12}")
    seen = {}
    for kind, parts in kinds.items():
        kept = [row._replace(features=without(row.features, parts)) for row in rows]
        seen[kind] = matrix(kept, names_of(kept))
    own = [row for row in rows if not row.written and row.fold != "onet"]
    fair = real(own)
    alone = matrix(own, names_of(own))
    for label in LABELS:
        true = np.array([row.labels[label[0]] == label[1] for row in rows])
        ruled = np.array([row.ruled[label[0]] == label[1] for row in rows])[judged]
        cells = [threshold(left_out(rows, one, true, judged)[judged], true[judged])[1] for one in seen.values()]
        wanted = np.array([row.labels[label[0]] == label[1] for row in own])
        cells.append(threshold(left_out(own, alone, wanted, fair)[fair], wanted[fair])[1])
        figures = "".join(f"{cell:12.3f}" for cell in cells)
        print(f"{' '.join(label):24}{true[judged].sum():5}{f1(ruled, true[judged]):9.3f}{figures}", flush=True)


def main(data: Path, out: str, net: str = "") -> None:
    """Train, or print what each part adds."""
    rows = examples(data)
    if out == "--ablation":
        ablation(rows)
    else:
        train(rows, Path(net), Path(out))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
