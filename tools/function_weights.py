"""Trains what signs of a job function weigh: ``jdrewrite/analysis/tables/function_weights.json``.

    python -m tools.function_weights OUT.json       train on all examples
    python -m tools.function_weights --leave-out    how often it is right, and says so, on sources left out

The examples stand in ``tools/labels/function.jsonl.gz``; ``tools.function_examples`` makes them. The weights are those
by which what the readers named first is likeliest (a conditional logit with a small ridge), so that the confidence
of a guess is the chance that a reader names it first. No text has the title of one trade and the duties of another, and
yet a clear title should stand: some are made by exchanging the duties of two texts. Needs numpy (``pip install -e
'.[train]'``).
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from jdrewrite.analysis.function import CLEAR, OTHER, of_title, signs
from jdrewrite.analysis.function_evidence import Evidence, names
from tools.function_examples import TITLES

EXAMPLES = Path(__file__).with_name("labels") / "function.jsonl.gz"
RIDGE, STEPS, LONGEST, SETTLED, TINY = 0.05, 60, 1.0, 1e-6, 1e-12
EXCHANGED = 0.4
"""What an example counts that has another text's duties: with less, duties overturn the clearest title."""
OF_A_TITLE = 1
"""Signs of a title alone: what is listed for titles on the web is too coarse to weigh more by it."""
OF_DUTIES = frozenset({"duties", "duty_words"})
Example = dict[str, Any]


def examples() -> list[Example]:
    """Return the examples of the repository whose function is one of ours."""
    with gzip.open(EXAMPLES, "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    known = {*names(), OTHER}
    return [one for one in found if known & {*one["first"]}]


def _evidence(one: Example) -> Evidence:
    return Evidence(*(defaultdict(float, one["evidence"].get(kind, {})) for kind in Evidence._fields))


def table(found: list[Example]) -> tuple[np.ndarray, np.ndarray]:
    """Return the signs of each example for each function and for none, and which of them readers named first."""
    known = [*names(), OTHER]
    rows = []
    for one in found:
        signed = signs(_evidence(one))
        width = len(next(iter(signed.values())))
        rows.append([[*signed[name], 0.0] for name in names()] + [[0.0] * width + [1.0]])
    named = [[float(name in one["first"]) for name in known] for one in found]
    return np.array(rows), np.array(named)


def shares(signed: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return the chance of each function, by example."""
    sums = signed @ weights
    powers = np.exp(sums - sums.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def exchanged(found: list[Example]) -> list[Example]:
    """Return examples whose clear title is right, each with the duties of another that is of another function."""
    clear = [one for one in found if clear_title(one) in one["first"]]
    made = []
    for place, one in enumerate(clear):
        others = (clear[(place + step) % len(clear)] for step in range(len(clear) // 3, len(clear)))
        other = next((o for o in others if not {*o["first"]} & {*one["first"], *one["also"]}), None)
        if other:
            duties = {kind: value for kind, value in other["evidence"].items() if kind in OF_DUTIES}
            title = {kind: value for kind, value in one["evidence"].items() if kind not in OF_DUTIES}
            made.append({**one, "evidence": {**title, **duties}, "sets": {one["set"], other["set"]}})
    return made


def clear_title(one: Example) -> str:
    """Return the function that a title names by itself, if any."""
    by_title = of_title(_evidence(one))
    first, second = sorted([*((v, name) for name, v in by_title.items()), (0.0, ""), (0.0, "")])[:-3:-1]
    return first[1] if first[0] - second[0] >= CLEAR else ""


def fit(signed: np.ndarray, named: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Return the weight of each sign, and last that of none: Newton's steps, what is named shared out in each."""
    weights = np.zeros(signed.shape[2])
    for _ in range(STEPS):
        said = shares(signed, weights)
        within = said * named
        within /= within.sum(1, keepdims=True) + TINY
        slope = np.einsum("n,nk,nkd->d", counts, within - said, signed) - 2 * RIDGE * weights
        mean = np.einsum("nk,nkd->nd", said, signed)
        bend = np.einsum("n,nk,nkd,nke->de", counts, said, signed, signed, optimize=True)
        bend -= (mean * counts[:, None]).T @ mean
        step = np.linalg.solve(bend + 2 * RIDGE * np.eye(len(weights)), slope)
        weights += step * min(1.0, LONGEST / np.abs(step).max())
        if np.abs(step).max() < SETTLED:
            break
    return weights


def by_duties(found: list[Example], without: str = "") -> np.ndarray:
    """Return weights of the signs of whole texts, but of a set."""
    own = [one for one in found if one["set"] != without]
    mixed = [one for one in exchanged(found) if without not in one["sets"]]
    signed, named = table([*own, *mixed])
    weights = fit(signed, named, np.array([1.0] * len(own) + [EXCHANGED] * len(mixed)))
    # The exchanged ones tell the order, but how sure a guess is only those that somebody wrote.
    sums = (signed @ weights)[: len(own), :, None]
    return weights * fit(sums, named[: len(own)], np.ones(len(own)))


def by_title(found: list[Example]) -> np.ndarray:
    """Return weights of the signs of titles."""
    signed, named = table(found)
    return fit(signed[:, :, [*range(OF_A_TITLE), -1]], named, np.ones(len(found)))


def _line(label: str, said: np.ndarray, first: np.ndarray, also: np.ndarray) -> str:
    return (
        f"{label:24}{len(said):6}  said {said.mean():.3f}  named first {first.mean():.3f}  or allowed {also.mean():.3f}"
    )


def leave_out(found: list[Example]) -> list[str]:
    """Return how often the first guess is right where each set in turn was left out of the training."""
    known = [*names(), OTHER]
    found = [one for one in found if one["set"] != TITLES]
    signed, named = table(found)
    allowed = np.array([[float(n in [*one["first"], *one["also"]]) for n in known] for one in found])
    sets = np.array([one["set"] for one in found])
    said = np.zeros_like(named)
    for each in sorted(set(sets)):
        said[sets == each] = shares(signed[sets == each], by_duties(found, each))
    said = said[:, :-1]
    place = said.argmax(1)
    rows = np.arange(len(found))
    sure, first, also = said[rows, place], named[rows, place], allowed[rows, place]
    lines = [_line(each, sure[sets == each], first[sets == each], also[sets == each]) for each in sorted(set(sets))]
    tenth = np.minimum(9, (10 * sure).astype(int))
    lines += [_line(f"said .{t}", sure[tenth == t], first[tenth == t], also[tenth == t]) for t in sorted(set(tenth))]
    return [*lines, _line("all", sure, first, also)]


def main(out: str) -> None:
    """Write the table, or print what ``leave_out`` finds."""
    found = examples()
    if out == "--leave-out":
        print(*leave_out(found), sep="\n")
        return
    titles = by_title([one for one in found if one["set"] == TITLES])
    duties = by_duties([one for one in found if one["set"] != TITLES])
    written = {
        "title": [round(float(w), 3) for w in titles[:-1]],
        "duties": [round(float(w), 3) for w in duties[:-1]],
        "none_by_title": round(float(titles[-1]), 3),
        "none_by_duties": round(float(duties[-1]), 3),
    }
    Path(out).write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
