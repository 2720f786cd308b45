"""Makes the list of nouns that name people, from WordNet 3.0: ``python tools/wordnet_persons.py WORDNET``.

WORDNET is the folder with ``data.noun`` and ``index.noun`` (Debian has it in wordnet-base). A noun is taken where its
most frequent sense is a person, and where somebody was seen to use it so in the texts that WordNet was tagged with.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).parent.parent / "jdrewrite" / "language" / "words_data" / "persons.txt"
PERSON = "18"
"""WordNet's file of nouns that name people."""
WORD = re.compile(r"[a-z]{3,}(?:-[a-z]+)?")


def persons(folder: Path) -> Iterator[str]:
    """Yield the nouns, in alphabetical order."""
    people: dict[str, list[str]] = {}
    for fields in _rows(folder / "data.noun"):
        if fields[1] == PERSON and "@i" not in fields:  # one person of history is no kind of people
            people[fields[0]] = [fields[4 + 2 * n] for n in range(int(fields[3], 16))]
    for fields in _rows(folder / "index.noun"):
        senses, seen = fields[4 + int(fields[3]) + 2 :], int(fields[4 + int(fields[3]) + 1])
        if seen and WORD.fullmatch(fields[0]) and fields[0] in people.get(senses[0], ()):
            yield fields[0]


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        yield from (line.split(" | ")[0].split() for line in lines if not line.startswith("  "))


if __name__ == "__main__":
    HOME.write_text("\n".join(persons(Path(sys.argv[1]))) + "\n", encoding="utf-8")
