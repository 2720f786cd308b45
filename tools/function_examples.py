"""Makes examples for ``tools.function_weights``: what speaks for each function in texts whose function readers told.

    python -m tools.function_examples FACTS.jsonl TITLES.csv OUT.jsonl

``FACTS.jsonl`` holds what a reader said of a text: ``path``, ``function``, ``also`` (functions that a reasonable person
could have named first) and ``set``, the set of sources of the text. ``TITLES.csv`` is the table of titles of the shared
data; of its half that was seen, every fourth is taken. Examples hold numbers, no words of the texts, so that the
weights can be trained again without them; whoever changes ``functions.toml`` by much makes them anew.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path
from typing import Any

from jdrewrite.analysis.function_evidence import Evidence, evidence
from jdrewrite.analysis.sections import label_statements
from jdrewrite.documents import read
from jdrewrite.errors import JdrewriteError
from jdrewrite.language.sentences import sentences
from tests.analysis.measure_function import listed_titles

OF_TITLES = 4
TITLES = "titles"


def told(path: str) -> tuple[str, list[str]]:
    """Return the title and the duties of a text."""
    document = read(path)
    spans = [sentences(block.text) for block in document.blocks]
    texts = [b.text[s:e] for b, own in zip(document.blocks, spans, strict=True) for s, e in own]
    sections = label_statements(document.blocks, spans, document.title)
    return document.title, [t for t, s in zip(texts, sections, strict=True) if s in {"duties", "purpose"}]


def numbers(found: Evidence) -> dict[str, dict[str, float]]:
    """Return evidence as it is written down."""
    return {
        kind: {name: round(value, 3) for name, value in sorted(values.items())}
        for kind, values in found._asdict().items()
        if values
    }


def of_texts(facts: Path) -> list[dict[str, Any]]:
    """Return an example of each text that can be read and has duties."""
    made = []
    for line in facts.read_text(encoding="utf-8").splitlines():
        fact = json.loads(line)
        try:
            title, duties = told(fact["path"])
        except JdrewriteError:
            continue
        if duties:
            found = numbers(evidence(title, duties))
            made.append({"set": fact["set"], "first": [fact["function"]], "also": fact["also"], "evidence": found})
    return made


def of_titles(table: Path) -> list[dict[str, Any]]:
    """Return examples of titles alone, each with all functions that are listed for it."""
    with table.open(encoding="utf-8") as file:
        chosen = list(listed_titles(csv.DictReader(file), half=0))[::OF_TITLES]
    return [
        {"set": TITLES, "first": sorted(names), "also": [], "evidence": numbers(evidence(title))}
        for title, names in chosen
    ]


if __name__ == "__main__":
    made = [*of_texts(Path(sys.argv[1])), *of_titles(Path(sys.argv[2]))]
    Path(sys.argv[3]).write_text("".join(json.dumps(one) + "\n" for one in made), encoding="utf-8")
