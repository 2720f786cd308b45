"""The labelled statements from which ``tools.lens_weights`` learns.

Five kinds: the shared ``gold/train.jsonl``; all other statements of the shared job descriptions of the same sources,
whose labels lie in ``tools/labels`` by hash (the texts stay where they are; labelled in lots: at random, where an
earlier model was not sure, and then the rest); tasks of O*NET, likewise; statements written for this project, with
their text; and the open half of the minimal pairs of ``tests/evaluation/contrast.txt``.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from jdrewrite.analysis.lens_features import features
from jdrewrite.analysis.lens_model import Label
from jdrewrite.analysis.lenses import rule_hits, value_of
from jdrewrite.analysis.light import LightDoc
from jdrewrite.analysis.rules import book
from jdrewrite.analysis.served import mark
from jdrewrite.analysis.statements import cut
from jdrewrite.documents import read
from jdrewrite.language.lead import lead
from jdrewrite.language.model import UNUSED, pipeline
from jdrewrite.language.words import plain
from jdrewrite.model import LENSES

SOURCES = ("tts", "cds", "dsn", "natural", "rse", "gitlab")
"""Sets whose licence lets weights made from them ship; NOTICE names them."""
LABELS: tuple[Label, ...] = (
    ("customer", "external"),
    ("customer", "internal"),
    ("frame", "stewardship"),
    ("frame", "inward"),
    ("sight", "yes"),
    ("voice", "yes"),
    ("authority", "yes"),
    ("measure", "customer"),
    ("measure", "index"),
    ("measure", "internal"),
    ("across", "shares"),
    ("across", "silo"),
    ("people", "yes"),
)
CODES: dict[str, Label] = {
    "E": ("customer", "external"),
    "I": ("customer", "internal"),
    "S": ("frame", "stewardship"),
    "W": ("frame", "inward"),
    "G": ("sight", "yes"),
    "V": ("voice", "yes"),
    "A": ("authority", "yes"),
    "P": ("people", "yes"),
    "MC": ("measure", "customer"),
    "MX": ("measure", "index"),
    "MI": ("measure", "internal"),
    "H": ("across", "shares"),
    "O": ("across", "silo"),
}
"""How labels are written down: only what is not the plain value."""
PLAIN = {"customer": "none", "frame": "neutral", "measure": "none", "across": "none"}
_HERE = Path(__file__).parent
_BATCH = 32
ASIDE = 401
"""Minimal pairs from this number on are kept aside where it is even: nobody learns from them."""
_WRITTEN_WEIGHT = 1.0
"""What a written statement counts beside one that stands in a real job description."""
_TASK_WEIGHT = 0.3
"""The same of a task of O*NET: there are many, all in one style. Nothing between 0 and 1 makes much of a difference."""


class Example(NamedTuple):
    """One labelled statement as the model sees it."""

    text: str
    fold: str
    """What is left out of training together: a source, or the written statements of a function."""
    written: bool
    weight: float
    labels: dict[str, str]
    ruled: dict[str, str]
    """What the rules alone say."""
    features: frozenset[str] = frozenset()
    hard: bool = False
    """No fair sample of what stands in job descriptions, so that no threshold is set by it."""
    words: tuple[str, ...] = ()
    """Its tokens in lower case, behind the lead words with which it is read."""


def key(text: str) -> str:
    """Return the id of a statement, as the shared labelled statements are named."""
    return hashlib.sha1(re.sub(r"\W+", " ", text.lower()).strip().encode()).hexdigest()[:12]  # noqa: S324


def decoded(codes: str) -> dict[str, str]:
    """Return all labels for a row of codes.

    Raises:
        KeyError: a code that there is not.
    """
    labels = {lens: PLAIN.get(lens, "no") for lens in LENSES}
    labels.update(CODES[code] for code in codes.split())
    return labels


def examples(data: Path) -> list[Example]:
    """Return every statement that may be learned from; what is in ``gold/dev.jsonl`` never is."""
    held = {json.loads(line)["id"] for line in (data / "gold/dev.jsonl").read_text().splitlines()}
    rows: dict[str, Example] = {}
    for row in (*_gold(data), *_labelled(data), *_tasks(data), *_written(), *_pairs()):
        if key(row.text) not in held:
            rows.setdefault(key(row.text), row)
    return _seen(list(rows.values()))


def _gold(data: Path) -> Iterator[Example]:
    for line in (data / "gold/train.jsonl").read_text().splitlines():
        row = json.loads(line)
        if row["source"] in SOURCES:  # most of these were searched for: they would make rare labels look common
            labels = {k: {True: "yes", False: "no"}.get(v, v) for k, v in row["labels"].items() if k in LENSES}
            yield Example(row["text"], row["source"], False, 1.0, labels, {}, hard=True)


def _labelled(data: Path) -> Iterator[Example]:
    """Find the texts for the labels that are kept by hash."""
    wanted: dict[str, list[tuple[str, str]]] = {}
    for path in sorted((_HERE / "labels").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file, delimiter="\t"):
                wanted.setdefault(row[1], []).append((row[0], row[2]))
    for jd, entries in wanted.items():
        document = read(str(data / jd))
        texts = {key(block.text[a:b]): block.text[a:b] for block, spans in cut(document) for a, b in spans}
        for name, codes in entries:
            text = texts.get(name)
            if text:
                yield Example(text, jd.split("/")[1], False, 1.0, decoded(codes), {})


def _tasks(data: Path) -> Iterator[Example]:
    """Yield labelled tasks of the occupations of O*NET: work of every kind, where the job descriptions are of few."""
    with (_HERE / "labels/onet/tasks.tsv").open(encoding="utf-8", newline="") as file:
        wanted = dict(csv.reader(file, delimiter="\t"))
    with (data / "onet/task_statements.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            text = row["Task"].strip()
            codes = wanted.pop(key(text), None)
            if codes is not None:
                yield Example(text, "onet", False, _TASK_WEIGHT, decoded(codes), {}, hard=True)


def _written() -> Iterator[Example]:
    for path in sorted((_HERE / "statements").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            function, codes, text = (part.strip() for part in line.split("|", 2))
            yield Example(text, f"written {function}", True, _WRITTEN_WEIGHT, decoded(codes), {})


def _pairs() -> Iterator[Example]:
    """Yield the open half of the minimal pairs; those kept aside are left alone."""
    for line in (_HERE.parent / "tests/evaluation/contrast.txt").read_text(encoding="utf-8").splitlines():
        number, _, codes, text = (part.strip() for part in line.split("|", 3))
        if int(number) < ASIDE or int(number) % 2:
            yield Example(text, f"written pairs {int(number) % 5}", True, _WRITTEN_WEIGHT, decoded(codes), {})


def _seen(rows: list[Example]) -> list[Example]:
    """Return the rows with what the rules and the model see of them."""
    nlp, rules = pipeline(), book()
    texts = [plain(row.text) for row in rows]
    found = []
    docs = nlp.pipe((lead(t) + t for t in texts), batch_size=_BATCH, disable=UNUSED)
    for row, doc in zip(rows, map(LightDoc.of, docs), strict=True):
        marked = mark(doc, rules.classes)
        hits = rule_hits(doc, rules, marked)
        ruled = {lens: value_of(lens, hits.get(lens, []), rules) for lens in LENSES}
        seen = frozenset(features(doc, marked, hits, ruled))
        found.append(row._replace(ruled=ruled, features=seen, words=tuple(doc.lowers)))
    return found
