"""The examples from which ``tools.section_weights`` learns: labelled, written, and from known headings."""

from __future__ import annotations

import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from jdrewrite.analysis import section_model as model
from jdrewrite.analysis.survey import survey
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
WHOLE = 0.1
"""What a statement counts of a job description that one reader labelled whole: there are many more of them."""
WHOLE_ALIKE = 3
"""How often the same words are used of these: organisations repeat their notices."""
LETTERS = dict(zip("TCPDRMBLXO", model.SECTIONS, strict=True))
"""The sections as ``labels/sections.txt`` names them."""
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
    """Return the words of a text, in lower case, by which labelled statements are found again."""
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


def hashed(text: str) -> str:
    """Return what stands for a statement in ``labels/sections.txt``."""
    return hashlib.sha256(normal(text).encode()).hexdigest()[:8]


def by_reader(path: Path) -> dict[str, list[tuple[str, str]]]:
    """Return for each job description the hash and the section of its statements, as a reader labelled them whole."""
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {name: [(one[:8], LETTERS[one[8]]) for one in labels.split()] for name, labels in lines}


def whole(path: Path, readings: dict[str, Reading]) -> list[Example]:
    """Return the statements of job descriptions that were labelled whole, each by its own words alone.

    Where one section ends and the next begins is a convention on which these readers differ somewhat from those of the
    shared labels, from whom alone it is learned. The shared ``dev.jsonl`` was left out when the file was made.
    """
    found = []
    times: Counter[str] = Counter()
    for name, labels in by_reader(path).items():
        reading, said = readings[name], dict(labels)
        for text in reading.texts:
            key = hashed(text)
            times[key] += 1
            if key in said and times[key] <= WHOLE_ALIKE:
                section = model.SECTIONS.index(said[key])
                found.append(Example(name.split("/")[1], name, text, section, WHOLE, title=reading.title))
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
