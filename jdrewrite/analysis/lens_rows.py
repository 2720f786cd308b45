"""The features of a statement as rows of the trained lens model, for every statement; their names are for training.

The same features as ``lens_features.features`` (a test holds the two together), without spelling out those that the
model does not know and without their places, which are asked for only where a label needs words that speak for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple, cast

from jdrewrite.analysis.lens_features import LENGTHS, NEAR, STEM, classes_of, paired
from jdrewrite.analysis.lens_model import Weights
from jdrewrite.model import Lens

if TYPE_CHECKING:
    from jdrewrite.analysis.light import LightDoc
    from jdrewrite.analysis.matching import Hit

REMEMBERED = 40_000
"""Different words whose rows are kept; all are forgotten together."""
_OPENING = 3
"""Words at the beginning of a statement that are looked at together."""
_NONE: Mapping[str, int] = {}


class _Word(NamedTuple):
    """What of a word is the same wherever it stands."""

    name: str
    """What it is called among the features; empty for white space, which is passed over."""
    rows: frozenset[int]
    classes: int
    """The number of its classes that are looked at in pairs; 0 for a word that has none."""
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
        self._openings: dict[tuple[str, ...], int] = {}
        self._rules: dict[str, int] = {}
        self._says: dict[tuple[str, str], int] = {}
        self._longer = [(length, model.names.get(f"longer than {length}")) for length in LENGTHS]
        self._classes: list[tuple[str, ...]] = [()]
        self._numbers: dict[tuple[str, ...], int] = {(): 0}
        self._near: dict[tuple[int, int], tuple[int, ...]] = {}
        for name, row in model.names.items():
            if name.startswith("^ "):
                self._openings[tuple(name[2:].split(" "))] = row
            elif name.startswith("rule "):
                self._rules[name[5:]] = row
            elif name.startswith("says "):
                lens, value = name[5:].split("=")
                self._says[lens, value] = row
            elif name.startswith("p "):
                one, other = name[2:].split("..")
                self._pairs[one, other] = row
            elif name.startswith("b "):
                one, other = name[2:].split(" ")
                self._following.setdefault(one, {})[other] = row
            elif name.startswith("s "):
                one, other = name[2:].split(" ")
                self._second.setdefault(one, {})[other] = row

    def of(
        self,
        doc: LightDoc,
        marked: Mapping[int, str],
        hits: Mapping[Lens, list[Hit]],
        values: Mapping[Lens, str],
        words: Sequence[str] | None = None,
    ) -> set[int]:
        """Return the rows of the features of one statement.

        Args:
            doc: the statement.
            marked: the tokens that name someone served.
            hits: what the rules found.
            values: what the rules made of it, by lens.
            words: what to read in the place of its words in lower case, one for each token; None for themselves.
        """
        rows: set[int | None] = set()
        add, known = rows.add, self._words.get
        called: list[str] = []
        classed: list[tuple[int, int]] = []
        following = second = later = _NONE
        for i, word in enumerate(doc.lowers if words is None else words):
            key = (word, marked[i]) if i in marked else word
            name, own, classes, before, beyond = known(key) or self._learn(key)
            if not name:
                continue
            if own:
                rows |= own
            if classes:
                classed.append((len(called), classes))
            if following:
                add(following.get(name))
            if second:
                add(second.get(name))
            called.append(name)
            following, second, later = before, later, beyond
        self._add_told(rows, called, hits, values)
        self._add_pairs(rows, classed)
        rows.discard(None)
        return cast("set[int]", rows)

    def _add_told(
        self,
        rows: set[int | None],
        called: list[str],
        hits: Mapping[Lens, list[Hit]],
        values: Mapping[Lens, str],
    ) -> None:
        """Add how the statement begins, how long it is, and what the rules said."""
        for count in range(1, min(_OPENING, len(called)) + 1):
            rows.add(self._openings.get(tuple(called[:count])))
        for own_hits in hits.values():
            for hit in own_hits:
                rows.add(self._rules.get(hit[0]))
        rows.update(map(self._says.get, values.items()))
        for length, row in self._longer:
            if len(called) <= length:
                break
            rows.add(row)

    def _learn(self, key: str | tuple[str, str]) -> _Word:
        if len(self._words) >= REMEMBERED:
            self._words.clear()
        word, served = (key, "") if isinstance(key, str) else key
        if word.isspace():
            self._words[key] = found = _Word("", frozenset(), 0, _NONE, _NONE)
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
        self._words[key] = found = _Word(name, rows, self._number(tuple(paired(own, served))), after, second)
        return found

    def _number(self, classes: tuple[str, ...]) -> int:
        """Return the number of some classes that a word has together; there are a few hundred of them."""
        if classes not in self._numbers:
            self._numbers[classes] = len(self._classes)
            self._classes.append(classes)
        return self._numbers[classes]

    def _add_pairs(self, rows: set[int | None], classed: list[tuple[int, int]]) -> None:
        known = self._near.get
        for n, (first, one) in enumerate(classed, 1):
            for second, other in classed[n:]:
                if second - first > NEAR:
                    break
                own = known((one, other))
                if own is None:
                    own = self._learn_pair(one, other)
                if own:
                    rows.update(own)

    def _learn_pair(self, one: int, other: int) -> tuple[int, ...]:
        if len(self._near) >= REMEMBERED:
            self._near.clear()
        pairs = product(self._classes[one], self._classes[other])
        self._near[one, other] = found = tuple(row for pair in pairs if (row := self._pairs.get(pair)) is not None)
        return found


@cache
def rows_of(model: Weights) -> Rows:
    """Return what finds the rows of a table, once for each."""
    return Rows(model)
