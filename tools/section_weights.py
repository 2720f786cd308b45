"""Trains the section labels of ``jdrewrite.analysis.section_model`` and writes their table of weights.

    python -m tools.section_weights PATH_TO_SHARED_DATA [OUT.json]     train on all sources that may be used
    python -m tools.section_weights PATH_TO_SHARED_DATA --leave-out    accuracy on each source when it was left out

Three kinds of examples: statements labelled by readers (``gold/train.jsonl``), the statements of 375 job descriptions
that a reader labelled whole (``labels/sections.txt``, by hash), and statements that stand under a heading whose section
is known. The last kind is plentiful and rough, so it counts less, and only for a statement's own words.
Only sources whose licence allows it are used (NOTICE names them); the table holds words and pairs of words that occur
in several documents of at least two sources, never sentences.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np

from jdrewrite.analysis import section_model as model
from jdrewrite.analysis.section_features import cues, features
from tools.section_corpus import SEED, Example, Reading, from_headings, labelled, open_document, whole, written

SOURCES = ("tts", "cds", "dsn", "natural", "rse", "gitlab")
WRITTEN = Path(__file__).with_name("section_examples.txt")
LABELS = Path(__file__).with_name("labels") / "sections.txt"
LEAST_DOCUMENTS = 4
KEPT_WORDS = 5000
CUE, HEADED = 0.5, 2.0
"""Where the weights start and are drawn back to: a cue for its section, a heading for what stands under it."""
RIDGE_OWN, RIDGE_AROUND = 3e-4, 5e-3
DROPPED = 0.5
"""Share of a statement's features hidden at each step, so that no single word is relied upon."""
STEPS = 120
SCALE = 50
"""Weights are written as whole numbers of this fraction."""
FOLDS = 4


def softmax_fit(rows: list[np.ndarray], sections: np.ndarray, weights: np.ndarray, anchor: np.ndarray) -> np.ndarray:
    """Return weights (size x sections) of a softmax over sparse rows of feature numbers, by Adam with ridge."""
    classes = len(model.SECTIONS)
    flat = np.concatenate(rows)
    owner = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])[:-1]])
    wanted = np.eye(classes)[sections]
    table, size = anchor.copy(), len(anchor)
    first, second = np.zeros_like(table), np.zeros_like(table)
    chances = np.random.default_rng(SEED)
    for step in range(1, STEPS + 1):
        seen = (chances.random(len(flat)) >= DROPPED) / (1 - DROPPED)
        values = np.add.reduceat(table[flat] * seen[:, None], starts, axis=0)
        values -= values.max(axis=1, keepdims=True)
        chance = np.exp(values)
        chance /= chance.sum(axis=1, keepdims=True)
        error = (chance - wanted) * weights[:, None]
        slope = np.stack([np.bincount(flat, error[owner, c] * seen, size) for c in range(classes)], axis=1)
        slope = slope / weights.sum() + RIDGE_OWN * (table - anchor)
        table -= adam(slope, first, second, step, 0.05 if step < STEPS * 0.7 else 0.015)
    return table


def adam(slope: np.ndarray, first: np.ndarray, second: np.ndarray, step: int, rate: float) -> np.ndarray:
    """Return the change of one step of Adam; the two moments are brought forward in place."""
    first += 0.1 * (slope - first)
    second += 0.005 * (slope**2 - second)
    moved: np.ndarray = rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.995**step)) + 1e-8)
    return moved


def fit_own(examples: list[Example], kept: int = KEPT_WORDS) -> model.Layer:
    """Train the layer of own features, and keep the features that say most."""
    seen = [features(example.text, example.title) for example in examples]
    documents: dict[str, set[str]] = defaultdict(set)
    sources: dict[str, set[str]] = defaultdict(set)
    for example, own in zip(examples, seen, strict=True):
        for name in own:
            documents[name].add(example.path)
            sources[name].add(example.source)
    names = sorted(n for n in documents if len(documents[n]) >= LEAST_DOCUMENTS and len(sources[n]) > 1)
    number = {name: row for row, name in enumerate(names)}
    rows = [np.array([len(names)] + [number[n] for n in own if n in number]) for own in seen]
    anchor = np.zeros((len(names) + 1, len(model.SECTIONS)))
    for cue in cues().content:
        if (row := number.get(f"cue {cue.section}")) is not None:
            anchor[row, model.SECTIONS.index(cue.section)] = CUE * cue.weight
    weights = np.array([example.weight for example in examples])
    table = softmax_fit(rows, np.array([example.section for example in examples]), weights, anchor)
    times = Counter(n for own in seen for n in own)
    said = {name: float(np.abs(table[row]).max() * np.sqrt(times[name])) for name, row in number.items()}
    names = sorted(sorted(names, key=lambda n: (-said[n], n))[:kept])
    return model.Layer({n: row for row, n in enumerate(names)}, table[[number[n] for n in names]], table[-1])


def fit_around(
    examples: list[Example], readings: dict[str, Reading], folds: list[tuple[set[str], model.Layer]]
) -> np.ndarray:
    """Train the layer of surroundings on what a first layer says that has not seen the document."""
    rows, sections = [], []
    by: dict[str, list[Example]] = defaultdict(list)
    for example in examples:
        if example.at is not None:
            by[example.path].append(example)
    for path, own in by.items():
        layer = next(layer for paths, layer in folds if path in paths)
        around = around_of(layer, readings[path])
        rows += [around[example.at] for example in own]
        sections += [example.section for example in own]
    return dense_fit(np.array(rows), np.array(sections))


def around_of(layer: model.Layer, reading: Reading) -> np.ndarray:
    """Return the second layer's features of a document."""
    return model.surroundings(lambda texts: model.weigh(layer, texts, reading.title), reading.texts, reading.places)


def dense_fit(rows: np.ndarray, sections: np.ndarray) -> np.ndarray:
    """Return weights of a softmax over dense rows."""
    wanted = np.eye(len(model.SECTIONS))[sections]
    table = np.zeros((rows.shape[1], wanted.shape[1]))
    # Start from the first layer's word: its features stand first.
    table[: wanted.shape[1]] = 2 * np.eye(wanted.shape[1])
    # A heading speaks for its section; it stands behind own, before, after, block and run.
    for section in range(wanted.shape[1]):
        table[5 * wanted.shape[1] + section, section] = HEADED
    anchor = table.copy()
    first, second = np.zeros_like(table), np.zeros_like(table)
    for step in range(1, 601):
        values = rows @ table
        chance = np.exp(values - values.max(axis=1, keepdims=True))
        chance /= chance.sum(axis=1, keepdims=True)
        slope = rows.T @ (chance - wanted) / len(rows) + RIDGE_AROUND * (table - anchor)
        table -= adam(slope, first, second, step, 0.02 if step < 450 else 0.005)
    return table


def train(gold: list[Example], extra: list[Example], readings: dict[str, Reading]) -> tuple[model.Layer, np.ndarray]:
    """Train both layers."""
    paths = sorted({example.path for example in gold if example.at is not None})
    random.Random(SEED).shuffle(paths)  # noqa: S311
    folds = []
    for fold in range(FOLDS):
        out = set(paths[fold::FOLDS])
        folds.append((out, fit_own([e for e in gold + extra if e.path not in out])))
    return fit_own(gold + extra), fit_around(gold, readings, folds)


def accuracy(
    examples: list[Example], own: model.Layer, around: np.ndarray, readings: dict[str, Reading]
) -> tuple[int, int, int]:
    """Return how many there are, right alone, right in their document."""
    alone = together = 0
    cache: dict[str, np.ndarray] = {}
    for example in examples:
        single = int(model.weigh(own, [example.text], example.title).argmax())
        alone += single == example.section
        if example.at is not None:
            if example.path not in cache:
                cache[example.path] = (around_of(own, readings[example.path]) @ around).argmax(axis=1)
            single = int(cache[example.path][example.at])
        together += single == example.section
    return len(examples), alone, together


def leave_out(gold: list[Example], dev: list[Example], extra: list[Example], readings: dict[str, Reading]) -> None:
    """Print the accuracy on each source, from the others that may be used."""
    usable = [e for e in gold if e.source in SOURCES]
    foreign = train(usable, extra, readings)
    total = np.zeros(3)
    for source in sorted({e.source for e in dev}):
        layers = foreign
        if source in SOURCES:
            layers = train(
                [e for e in usable if e.source != source], [e for e in extra if e.source != source], readings
            )
        for name, part in (("dev", dev), ("train", gold)):
            counts = np.array(accuracy([e for e in part if e.source == source], *layers, readings))
            alone, placed = counts[1:] / counts[0]
            print(f"{source:12}{name:6}{counts[0]:5} alone {alone:.3f} in its text {placed:.3f}", flush=True)
            total += counts * (name == "dev")
    print(f"all, dev: {int(total[0])} alone {total[1] / total[0]:.3f} in place {total[2] / total[0]:.3f}")


def rounded(weights: np.ndarray) -> list[int]:
    """Return weights as they are written."""
    return [int(weight) for weight in np.rint(weights * SCALE)]


def main(data: Path, out: Path | None) -> None:
    """Train, and write the table or print what each source gets from the others."""
    readings = {str(path.relative_to(data)): open_document(path) for path in sorted((data / "jds").glob("*/*.md"))}
    gold = labelled(data, "train.jsonl", readings) + whole(LABELS, readings)
    dev = labelled(data, "dev.jsonl", readings)
    extra = written(WRITTEN) + from_headings({path: r for path, r in readings.items() if path.split("/")[1] in SOURCES})
    if out is None:
        leave_out(gold, dev, extra, readings)
        return
    own, around = train([e for e in gold if e.source in SOURCES], extra, readings)
    table = {
        "scale": SCALE,
        "words": {name: rounded(own.weights[row]) for name, row in own.names.items() if any(rounded(own.weights[row]))},
        "bias": rounded(own.bias),
        "surroundings": [rounded(row) for row in around],
    }
    out.write_text(json.dumps(table, separators=(",", ":")).replace("],", "],\n") + "\n", encoding="utf-8")
    print(f"{len(table['words'])} features, {out.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]), None if sys.argv[2] == "--leave-out" else Path(sys.argv[2]))
