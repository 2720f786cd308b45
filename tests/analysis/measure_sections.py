"""Prints the accuracy of the section labels on labelled statements and on job descriptions read whole; no texts.

``sections_whole.txt`` holds, by hash, how a reader labelled every statement of 55 job descriptions of four sources from
which nothing is trained.

python -m tests.analysis.measure_sections [PATH_TO_SHARED_DATA]
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from jdrewrite.analysis.sections import label_one, label_statements
from jdrewrite.documents import read
from jdrewrite.language.sentences import sentences
from jdrewrite.model import ROLE_SECTIONS, Section
from tests.conftest import shared_folder
from tools.section_corpus import by_reader, hashed, normal

WHOLE = Path(__file__).with_name("sections_whole.txt")


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

    def line(self, name: str, alone: str = "alone") -> str:
        first, placed = self.alone / self.total, self.in_place / self.total
        return f"{name:22}{self.total:5}  {alone} {first:.3f}  in its text {placed:.3f}"


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


def measure_whole(data: Path) -> Figures:
    """Compare with the reader's labels of job descriptions read whole, by source.

    In place of a statement alone it is counted whether it is rightly told to be of the role or not.
    """
    whole = Figures()
    parts: dict[str, Figures] = defaultdict(Figures)
    for name, labels in by_reader(WHOLE).items():
        said = dict(labels)
        for text, section in sections_of(data / name).items():
            if hashed(text) in said:
                role = (section in ROLE_SECTIONS) == (said[hashed(text)] in ROLE_SECTIONS)
                for figures in (whole, parts[name.split("/")[1]]):
                    figures.add(role, section == said[hashed(text)])
    whole.by = dict(sorted(parts.items()))
    return whole


if __name__ == "__main__":
    for file in ("dev.jsonl", "train.jsonl"):
        result = measure((Path(sys.argv[1]) if len(sys.argv) > 1 else shared_folder() / "data"), file)
        print(f"\n{file} (the model is trained on a part of train.jsonl)")  # noqa: T201
        for part, figures in result.by.items():
            print(figures.line(part))  # noqa: T201
        print(result.line("all"))  # noqa: T201
    result = measure_whole(Path(sys.argv[1]) if len(sys.argv) > 1 else shared_folder() / "data")
    print(f"\n{WHOLE.name} (sources from which nothing is trained)")  # noqa: T201
    for part, figures in (*result.by.items(), ("all", result)):
        print(figures.line(part, "of the role or not"))  # noqa: T201
