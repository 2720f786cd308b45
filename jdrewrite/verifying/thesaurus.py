"""What the judge knows of words at large: which are general, which acts are of one class, and what WordNet joins."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from jdrewrite import resources
from jdrewrite.verifying.spelling import american

Words = frozenset[str]
_DATA = Path(__file__).parent / "data"


class _General(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The tables of ``data/general.toml``; the comments there say what each is for."""

    nouns: str
    qualities: str
    verbs: str
    particles: str


class Thesaurus(msgspec.Struct, frozen=True):
    """General words, classes of acts, and pairs of words that mean the same."""

    general: Words
    carriers: Words
    """Verbs that bear no act of their own."""
    classes: dict[str, Words]
    """Verb to the names of its classes."""
    synonyms: dict[str, Words]
    forms: dict[str, Words]
    """Words derived from one another: "mitigate" and "mitigation"."""
    contraries: dict[str, Words]
    distinct: dict[str, Words]
    """Word to the groups in which it stands apart from all others: "manager" is no "director"."""


@cache
def thesaurus() -> Thesaurus:
    """Return the words, read once.

    Raises:
        DataError: a file has an unknown table.
    """
    general = resources.table(_DATA / "general.toml", _General)
    nouns = _words(f"{general.nouns} {general.qualities} {general.particles}")
    synonyms, forms = _pairs("wordnet_synonyms.txt"), _pairs("wordnet_forms.txt")
    acts, distinct, contraries = _groups("acts.toml"), _groups("distinct.toml"), _pairs("wordnet_contraries.txt")
    return Thesaurus(nouns, _words(general.verbs), acts, synonyms, forms, contraries, distinct)


def general(word: str) -> bool:
    """Tell whether a noun, adjective or small word names no fact by itself."""
    return american(word) in thesaurus().general


def carrier(verb: str) -> bool:
    """Tell whether a verb bears no act of its own."""
    return american(verb) in thesaurus().carriers


def classes(verb: str) -> Words:
    """Return the classes of acts in which a verb stands; none for a verb that the judge does not know."""
    return thesaurus().classes.get(american(verb), frozenset())


def apart(a: str, b: str) -> bool:
    """Tell whether two words are of one group whose members never stand for each other."""
    groups = thesaurus().distinct
    return a != b and bool(groups.get(a, frozenset()) & groups.get(b, frozenset()))


def contraries(word: str) -> Words:
    """Return the words that mean the contrary."""
    return thesaurus().contraries.get(american(word), frozenset())


def _groups(name: str) -> dict[str, Words]:
    found: dict[str, set[str]] = {}
    for group, row in resources.table(_DATA / name, dict[str, str]).items():
        for verb in row.split():
            found.setdefault(american(verb), set()).add(group)
    return {verb: frozenset(names) for verb, names in found.items()}


def _pairs(name: str) -> dict[str, Words]:
    found: dict[str, set[str]] = {}
    for line in _read(name).splitlines():
        if line.startswith("#"):
            continue
        word, *others = map(american, line.split())
        for other in others:
            found.setdefault(word, set()).add(other)
            found.setdefault(other, set()).add(word)
    return {word: frozenset(others) for word, others in found.items()}


def _words(text: str) -> Words:
    return frozenset(map(american, text.split()))


def _read(name: str) -> str:
    return (_DATA / name).read_text(encoding="utf-8")
