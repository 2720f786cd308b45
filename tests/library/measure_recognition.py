"""Which real job descriptions are taken for a version of another, and which are recognised when they come back.

    python -m tests.library.measure_recognition

Needs the shared data. Lines are changed at random, the title is kept, and the path is another.
"""

from __future__ import annotations

import os
import random
import tempfile
from collections import Counter
from pathlib import Path

import jdrewrite
from jdrewrite.errors import JdrewriteError
from jdrewrite.library import open_library
from jdrewrite.model import Document
from tests.conftest import shared_folder

SAMPLE = 300


def changed(document: Document, part: float, rnd: random.Random) -> Document:
    """Return the document with so many of its lines changed, under another path."""
    lines = document.source.decode("utf-8", "replace").split("\n")
    heads = ("#", "title", "Title")
    places = [n for n, line in enumerate(lines) if n > 3 and line.strip() and not line.startswith(heads)]
    for place in rnd.sample(places, int(len(places) * part)):
        lines[place] += f" so that customers notice {rnd.randrange(10**6)}"
    return jdrewrite.read_bytes("\n".join(lines).encode(), f"/elsewhere/{Path(document.path).name}")


def main() -> None:
    """Print the counts."""
    folder = shared_folder()
    if folder is None:
        raise SystemExit("needs the shared data; say where they are with JDREWRITE_SHARED")
    os.fsync = lambda _: None  # what is measured is what is recognised, not the disk
    documents = []
    for path in sorted((folder / "data/jds").glob("*/*.md")):
        try:
            documents.append(jdrewrite.read(path))
        except JdrewriteError as error:
            print(error)
    rnd = random.Random(1)
    with tempfile.TemporaryDirectory() as place, open_library(place) as library:
        matches = {document.path: library.put(document) for document in documents}
        joined = sum(match.how == "version" for match in matches.values())
        print(f"{len(documents)} job descriptions, {joined} taken for a version of another")
        for part in (0.1, 0.33, 0.5):
            found: Counter[str] = Counter()
            for document in rnd.sample(documents, min(SAMPLE, len(documents))):
                match = library.recognise(changed(document, part, rnd))
                right = match is not None and match.document == matches[document.path].document
                found["right" if right else "not" if match is None else "wrong"] += 1
            print(f"{part:.0%} of the lines changed: {dict(found)}")


if __name__ == "__main__":
    main()
