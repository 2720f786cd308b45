"""Prints the accuracy of the section labels on the labelled statements, by source; no texts.

python -m tests.analysis.measure_sections [PATH_TO_SHARED_DATA]
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from jdrewrite.analysis.sections import label_one, label_statements
from jdrewrite.documents import read
from jdrewrite.language.sentences import sentences
from jdrewrite.model import Section
from tests.conftest import shared_folder


@dataclass
class Figures:
    """How many statements there are, and how many got their section."""

    total: int = 0
    alone: int = 0
    in_place: int = 0
    by: dict[str, Figures] = field(default_factory=dict)

    def add(self, alone: bool, in_place: bool) -> None:
        self.total += 1
        self.alone += alone
        self.in_place += in_place

    def line(self, name: str) -> str:
        alone, placed = self.alone / self.total, self.in_place / self.total
        return f"{name:22}{self.total:5}  alone {alone:.3f}  in its text {placed:.3f}"


def normal(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def sections_of(path: Path) -> dict[str, Section]:
    document = read(str(path))
    spans = [sentences(block.text) for block in document.blocks]
    texts = [normal(b.text[s:e]) for b, own in zip(document.blocks, spans, strict=True) for s, e in own]
    found = label_statements(document.blocks, spans, document.title)
    return dict(reversed(list(zip(texts, found, strict=True))))


def measure(data: Path, name: str) -> Figures:
    """Compare with the labels; a statement that is not found in its text is judged alone."""
    whole = Figures()
    parts: dict[str, Figures] = defaultdict(Figures)
    opened: dict[str, dict[str, Section]] = {}
    for line in (data / "gold" / name).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        path, wanted = row["path"], row["labels"]["section"]
        if path and path not in opened:
            opened[path] = sections_of(data / path)
        alone = label_one(row["text"], row["title"] or "")
        placed = opened.get(path, {}).get(normal(row["text"]), alone)
        half = "test" if name == "dev.jsonl" and row["id"][0] in "012345" else "open"
        for figures in (whole, parts[row["source"]], parts[f"({half} part)"], parts[f"({row['stratum']})"]):
            figures.add(alone == wanted, placed == wanted)
    whole.by = dict(sorted(parts.items()))
    return whole


if __name__ == "__main__":
    for file in ("dev.jsonl", "train.jsonl"):
        result = measure((Path(sys.argv[1]) if len(sys.argv) > 1 else shared_folder() / "data"), file)
        print(f"\n{file} (the model is trained on a part of train.jsonl)")  # noqa: T201
        for part, figures in result.by.items():
            print(figures.line(part))  # noqa: T201
        print(result.line("all"))  # noqa: T201
