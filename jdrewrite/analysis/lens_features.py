"""What the trained lens model sees of a statement: its words, word classes, who is served, and what the rules said.

Each feature knows the words it was read from, so that a label can point at the words that speak for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING

from jdrewrite.analysis.rules.words import classes
from jdrewrite.model import Lens

if TYPE_CHECKING:
    from jdrewrite.analysis.light import LightDoc
    from jdrewrite.analysis.matching import Hit

Place = tuple[int, int]
"""First token and the token after the last; an empty stretch for what holds of the whole statement."""
WHOLE: Place = (0, 0)
LENGTHS = (3, 6, 10, 16, 25, 40)
NEAR = 7
"""Words between two word classes that are still taken to speak of each other."""
STEM = 5
_PAIRED = frozenset(
    "serve make better reduce meet hear grow share_with decide police need_nouns felt goods_done money cost inner_end "
    "target index others departments said many good high serve_own_staff colleague_groups".split()
)
"""Word classes whose nearness to each other is looked at."""


@cache
def _classes_of() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, words in classes().items():
        for word in words:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


def classes_of(word: str) -> tuple[str, ...]:
    """Return the word classes that a word in lower case belongs to."""
    return _classes_of().get(word, ())


def paired(own: Iterable[str], served: str) -> list[str]:
    """Return what of a word is looked at in pairs: some of its classes, and whether it names someone served."""
    return [name for name in own if name in _PAIRED] + (["@served"] if served else [])


def features(
    doc: LightDoc, marked: Mapping[int, str], hits: Mapping[Lens, list[Hit]], values: Mapping[Lens, str]
) -> dict[str, Place]:
    """Return the features of a statement with the place where each was first seen.

    Args:
        doc: the statement.
        marked: the tokens that name someone served.
        hits: what the rules found, by lens.
        values: what the rules made of it, by lens.
    """
    found: dict[str, Place] = {}
    words: list[str] = []
    places: list[int] = []
    classed: list[list[str]] = []
    for i, word in enumerate(doc.lowers):
        if word.isspace():
            continue
        served = marked.get(i, "")
        own = classes_of(word)
        words.append(f"@{served}" if served else "0" if word[0].isdigit() else word)
        places.append(i)
        classed.append(paired(own, served))
        for name in own:
            found.setdefault(f"c {name}", (i, i + 1))
        if served:
            found.setdefault(f"r {word}", (i, i + 1))
    _add_words(found, words, places)
    _add_pairs(found, classed, places)
    for entries in hits.values():
        for name, start, end in entries:
            found.setdefault(f"rule {name}", (start, end))
    for lens, value in values.items():
        found[f"says {lens}={value}"] = WHOLE
    for length in LENGTHS:
        if len(words) > length:
            found[f"longer than {length}"] = WHOLE
    return found


def _add_words(found: dict[str, Place], words: list[str], places: list[int]) -> None:
    for number, word in enumerate(words):
        here = (places[number], places[number] + 1)
        found.setdefault(f"w {word}", here)
        if len(word) > STEM:
            found.setdefault(f"x {word[:STEM]}", here)
        if number:
            found.setdefault(f"b {words[number - 1]} {word}", (places[number - 1], here[1]))
        if number > 1:
            found.setdefault(f"s {words[number - 2]} {word}", (places[number - 2], here[1]))
    for count in (1, 2, 3):
        if len(words) >= count:
            found[f"^ {' '.join(words[:count])}"] = (places[0], places[count - 1] + 1)


def _add_pairs(found: dict[str, Place], classed: list[list[str]], places: list[int]) -> None:
    for first, names in enumerate(classed):
        for second in range(first + 1, min(first + 1 + NEAR, len(classed))):
            for one in names:
                for other in classed[second]:
                    found.setdefault(f"p {one}..{other}", (places[first], places[second] + 1))
