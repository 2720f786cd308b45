"""Makes the list of nouns that name people, from WordNet 3.0: ``python tools/wordnet_persons.py WORDNET``.

WORDNET is the folder with ``data.noun`` and ``index.noun`` (Debian has it in wordnet-base). A noun is taken where its
most frequent sense is a person, and where somebody was seen to use it so in the texts that WordNet was tagged with.

A second list has those of them that WordNet puts below a kind of people by what they do for a living, or by what others
think of them: an engineer is a worker and a crook a bad person, whereas a voter and a dancer are people.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

HOME = Path(__file__).parent.parent / "jdrewrite" / "language" / "words_data" / "persons.txt"
TRADES = HOME.with_name("persons_by_trade.txt")
KINDS = """worker professional expert leader employer scientist businessperson adviser creator capitalist negotiator
communicator representative wrongdoer bad_person unpleasant_person enemy simpleton unwelcome_person disputant"""
"""Nouns of WordNet above those of the second list."""
PERSON = "18"
"""WordNet's file of nouns that name people."""
WORD = re.compile(r"[a-z]{3,}(?:-[a-z]+)?")
INSULT = re.compile(
    r"\boffensive(?! (?:back|player|football))\b|\bdisparag|\bderogatory|\bslurs?\b|\binsulting|\bcontempt|\bobscene"
)
"""What WordNet says of names that nobody should be called by; none of them belongs into a list that ships."""


def persons(folder: Path) -> Iterator[str]:
    """Yield the nouns, in alphabetical order."""
    people: dict[str, list[str]] = {}
    insults: set[str] = set()
    for fields, gloss in _glossed(folder / "data.noun"):
        names = [fields[4 + 2 * n] for n in range(int(fields[3], 16))]
        if INSULT.search(gloss):
            insults.update(names)
        if fields[1] == PERSON and "@i" not in fields:  # one person of history is no kind of people
            people[fields[0]] = names
    for fields in _rows(folder / "index.noun"):
        senses, seen = fields[4 + int(fields[3]) + 2 :], int(fields[4 + int(fields[3]) + 1])
        if seen and WORD.fullmatch(fields[0]) and fields[0] not in insults and fields[0] in people.get(senses[0], ()):
            yield fields[0]


def by_trade(folder: Path, nouns: Iterable[str]) -> Iterator[str]:
    """Yield those of some nouns that are below one of ``KINDS`` in their most frequent sense, in their order."""
    above: dict[str, list[str]] = {}
    for fields in _rows(folder / "data.noun"):
        pointers = fields[5 + 2 * int(fields[3], 16) :]
        above[fields[0]] = [to for sign, to in zip(pointers[::4], pointers[1::4], strict=False) if sign == "@"]
    senses = {fields[0]: fields[4 + int(fields[3]) + 2 :] for fields in _rows(folder / "index.noun")}
    people = {fields[0] for fields in _rows(folder / "data.noun") if fields[1] == PERSON}
    kinds = {next(sense for sense in senses[kind] if sense in people) for kind in KINDS.split()}

    def below(sense: str) -> bool:
        return sense in kinds or any(below(higher) for higher in above[sense])

    yield from (noun for noun in nouns if below(senses[noun][0]))


def _rows(path: Path) -> Iterator[list[str]]:
    yield from (fields for fields, _ in _glossed(path))


def _glossed(path: Path) -> Iterator[tuple[list[str], str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("  "):
                fields, _, gloss = line.partition(" | ")
                yield fields.split(), gloss


if __name__ == "__main__":
    found = list(persons(Path(sys.argv[1])))
    HOME.write_text("\n".join(found) + "\n", encoding="utf-8")
    TRADES.write_text("\n".join(by_trade(Path(sys.argv[1]), found)) + "\n", encoding="utf-8")
