"""The features of a statement as rows of the trained lens model, for every statement; their names are for training.

The same features as ``lens_features.features`` (a test holds the two together), without spelling out those that the
model does not know and without their places, which are asked for only where a label needs words that speak for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from jdrewrite.analysis.lens_features import LENGTHS, NEAR, STEM, classes_of, paired
from jdrewrite.analysis.lens_model import Weights
from jdrewrite.model import Lens

if TYPE_CHECKING:
    from jdrewrite.analysis.light import LightDoc
    from jdrewrite.analysis.matching import Hit

REMEMBERED = 40_000
"""Different words whose rows are kept; all are forgotten together."""
_NONE: Mapping[str, int] = {}


class _Word(NamedTuple):
    """What of a word is the same wherever it stands."""

    name: str
    """What it is called among the features; empty for white space, which is passed over."""
    rows: frozenset[int]
    classes: tuple[str, ...]
    """Its classes that are looked at in pairs."""
    before: Mapping[str, int]
    """The rows of the pairs of words that it begins, by the second."""
    second: Mapping[str, int]
    """The same for pairs with a word between."""


class Rows:
    """Finds the rows of statements in one table of weights."""

    def __init__(self, model: Weights) -> None:
        """Make one for a table."""
        self._names = model.names
        self._words: dict[str | tuple[str, str], _Word] = {}
        self._following: dict[str, dict[str, int]] = {}
        self._second: dict[str, dict[str, int]] = {}
        self._pairs: dict[tuple[str, str], int] = {}
        for name, row in model.names.items():
            if name.startswith("p "):
                one, other = name[2:].split("..")
                self._pairs[one, other] = row
            elif name.startswith("b "):
                one, other = name[2:].split(" ")
                self._following.setdefault(one, {})[other] = row
            elif name.startswith("s "):
                one, other = name[2:].split(" ")
                self._second.setdefault(one, {})[other] = row

    def of(
        self, doc: LightDoc, marked: Mapping[int, str], hits: Mapping[Lens, list[Hit]], values: Mapping[Lens, str]
    ) -> set[int]:
        """Return the rows of the features of one statement.

        Args:
            doc: the statement.
            marked: the tokens that name someone served.
            hits: what the rules found.
            values: what the rules made of it, by lens.
        """
        rows: set[int | None] = set()
        get = self._names.get
        called: list[str] = []
        classed: list[tuple[int, tuple[str, ...]]] = []
        following = second = later = _NONE
        for i, word in enumerate(doc.lowers):
            key = (word, marked[i]) if i in marked else word
            name, own, classes, before, beyond = self._words.get(key) or self._learn(key)
            if not name:
                continue
            rows |= own
            if classes:
                classed.append((len(called), classes))
            rows.add(following.get(name))
            rows.add(second.get(name))
            called.append(name)
            following, second, later = before, later, beyond
        for count in (1, 2, 3):
            if len(called) >= count:
                rows.add(get(f"^ {' '.join(called[:count])}"))
        rows.update(get(f"rule {hit[0]}") for own_hits in hits.values() for hit in own_hits)
        rows.update(get(f"says {lens}={value}") for lens, value in values.items())
        rows.update(get(f"longer than {length}") for length in LENGTHS if len(called) > length)
        self._add_pairs(rows, classed)
        rows.discard(None)
        return cast("set[int]", rows)

    def _learn(self, key: str | tuple[str, str]) -> _Word:
        if len(self._words) >= REMEMBERED:
            self._words.clear()
        word, served = (key, "") if isinstance(key, str) else key
        if word.isspace():
            self._words[key] = found = _Word("", frozenset(), (), _NONE, _NONE)
            return found
        own = classes_of(word)
        name = f"@{served}" if served else "0" if word[0].isdigit() else word
        features = [f"w {name}", *(f"c {each}" for each in own)]
        if len(name) > STEM:
            features.append(f"x {name[:STEM]}")
        if served:
            features.append(f"r {word}")
        rows = frozenset(row for feature in features if (row := self._names.get(feature)) is not None)
        after, second = self._following.get(name, _NONE), self._second.get(name, _NONE)
        self._words[key] = found = _Word(name, rows, tuple(paired(own, served)), after, second)
        return found

    def _add_pairs(self, rows: set[int | None], classed: list[tuple[int, tuple[str, ...]]]) -> None:
        get = self._pairs.get
        for n, (first, names) in enumerate(classed):
            for second, others in classed[n + 1 :]:
                if second - first > NEAR:
                    break
                rows.update([get((one, other)) for one in names for other in others])


@cache
def rows_of(model: Weights) -> Rows:
    """Return what finds the rows of a table, once for each."""
    return Rows(model)
