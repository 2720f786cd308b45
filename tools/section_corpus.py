"""The examples from which ``tools.section_weights`` learns: labelled, written, and from known headings."""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from jdrewrite.analysis import section_model as model
from jdrewrite.analysis.sections import survey
from jdrewrite.documents import read
from jdrewrite.language.sentences import sentences
from jdrewrite.language.words import plain
from jdrewrite.model import BlockKind

ROUGH = 0.02
"""What a statement under a known heading counts beside one that a reader labelled."""
ROUGH_OF_A_KIND = 900
"""Such statements that are used of each section and source."""
OWN = 1.0
"""What a sentence counts that was written for this project."""
SEED = 20


class Example(NamedTuple):
    """One statement to learn from; ``at`` is its place in its document, None where it stands alone."""

    source: str
    path: str
    text: str
    section: int
    weight: float
    at: int | None = None
    title: str = ""


class Reading(NamedTuple):
    """The statements of one document that are no headings, and where they stand."""

    texts: list[str]
    places: list[model.Place]
    title: str


def normal(text: str) -> str:
    """Return the words of a text, as the ids of the labelled statements are made."""
    return re.sub(r"\W+", " ", text.lower()).strip()


def open_document(path: Path) -> Reading:
    """Read a job description as the analysis does."""
    document = read(str(path))
    spans = [sentences(block.text) for block in document.blocks]
    texts = [plain(b.text[s:e]) for b, own in zip(document.blocks, spans, strict=True) for s, e in own]
    placed = [
        (text, place)
        for text, place in zip(texts, survey(document.blocks, spans, document.title), strict=True)
        if isinstance(place, model.Place)
    ]
    return Reading([text for text, _ in placed], [place for _, place in placed], document.title)


def labelled(data: Path, name: str, readings: dict[str, Reading]) -> list[Example]:
    """Return the statements that readers labelled, found in their documents where they are there."""
    found = []
    for line in (data / "gold" / name).read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        path = row["path"] or ""
        key, texts = (
            normal(row["text"]),
            [normal(t) for t in readings[path].texts] if path in readings else [],
        )
        at = next((number for number, text in enumerate(texts) if text == key), None)
        section = model.SECTIONS.index(row["labels"]["section"])
        found.append(Example(row["source"], path, plain(row["text"]), section, 1.0, at, row["title"] or ""))
    return found


def from_headings(readings: dict[str, Reading]) -> list[Example]:
    """Return statements with the section of the heading right above them."""
    by: dict[tuple[str, int], list[Example]] = defaultdict(list)
    for path, reading in readings.items():
        source = path.split("/")[1]
        for text, place in zip(reading.texts, reading.places, strict=True):
            if place.heading and not place.left:
                bullet = place.kind is BlockKind.BULLET
                name = "duties" if place.heading == "purpose" and bullet else place.heading
                section = model.SECTIONS.index(name)
                by[source, section].append(Example(source, path, text, section, ROUGH, title=reading.title))
    chance = random.Random(SEED)  # noqa: S311 - a sample, no secret
    return [example for part in by.values() for example in chance.sample(part, min(len(part), ROUGH_OF_A_KIND))]


def written(path: Path) -> list[Example]:
    """Return the sentences written for this project."""
    found, section = [], 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        if line.startswith("["):
            section = model.SECTIONS.index(line.strip("[]"))
        elif line and not line.startswith("#"):
            found.append(Example("own", f"own/{number}", line, section, OWN))
    return found
