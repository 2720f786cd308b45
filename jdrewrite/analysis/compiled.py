"""One pattern of a rule, ready to be tried on a light document.

Does what spaCy's matchers do with the same compiled pattern (``plain_matching``; tests hold the two together), but can
be asked before the parser has run: a token pattern that asks for tags is first tried as if every tag fitted, and only
where the rest of it is there the tags are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from jdrewrite.analysis.light import LightDoc, Unparsed, Untagged

Marked = Mapping[int, str]
"""The tokens that name someone served, as ``served.mark`` returned them."""
Stretch = tuple[int, int]
"""First token and the token after the last."""
Compiled = list[dict[str, Any]]
_MANY = 10_000
_OFTEN: dict[str, tuple[int, int]] = {"?": (0, 1), "*": (0, _MANY), "+": (1, _MANY)}
SERVED = "@"
"""Stands before ``external`` and ``internal`` among the words that a pattern needs."""


class _Step(NamedTuple):
    """One item: what a token must be, and how often it may stand there."""

    words: frozenset[str] | None
    tags: frozenset[str] | None
    served: frozenset[str] | None
    stops: frozenset[str] | None
    deps: frozenset[str] | None
    least: int
    most: int

    def fits(self, doc: LightDoc, i: int, marked: Marked) -> bool:
        """Tell whether a token is such an item; one whose tag or relation is unknown may be."""
        if self.words is not None and doc.lowers[i] not in self.words:
            return False
        if self.served is not None and marked.get(i, "") not in self.served:
            return False
        if self.stops is not None and doc.texts[i] in self.stops:
            return False
        if self.tags is not None and doc.tags is not None and doc.tags[i] not in self.tags:
            return False
        return self.deps is None or doc.tree is None or doc.tree.deps[i] in self.deps

    def is_one_word(self) -> bool:
        """Tell whether nothing is asked but that one word of some stands there."""
        return self._replace(words=None) == _ONE


_ONE = _Step(None, None, None, None, None, 1, 1)


def _step(item: Mapping[str, Any]) -> _Step:
    operator = item.get("OP", "")
    least, most = _OFTEN.get(operator, (1, 1))
    if operator.startswith("{"):
        least, most = (int(n) for n in operator.strip("{}").split(","))
    return _Step(
        _values(item.get("LOWER"), "IN"),
        _values(item.get("TAG"), "IN"),
        _values(item.get("_", {}).get("jd_served"), "IN"),
        _values(item.get("ORTH"), "NOT_IN"),
        _values(item.get("DEP"), "IN"),
        least,
        most,
    )


def _values(wanted: str | Mapping[str, list[str]] | None, key: str) -> frozenset[str] | None:
    if wanted is None:
        return None
    return frozenset({wanted}) if isinstance(wanted, str) else frozenset(wanted[key])


class Pattern:
    """A compiled pattern, and the words without which it cannot match."""

    def __init__(self, compiled: Compiled, *, tree: bool) -> None:
        """Make one.

        Args:
            compiled: as ``patterns.compile_token`` or ``compile_dependency`` returned it.
            tree: it is a dependency pattern.
        """
        self._steps = [_step(item["RIGHT_ATTRS"] if tree else item) for item in compiled]
        self._ways = [(step, step.words if step.is_one_word() else None) for step in self._steps]
        """The items, and for those that are one word no matter of what kind, the words that it may be."""
        self._deep = [item.get("REL_OP") == ">>" for item in compiled]
        self.tree = tree
        self._tagged = tree or any(step.tags is not None for step in self._steps)
        self.needs = [need for step in self._steps if step.least and (need := _needed(step))]

    def __call__(self, doc: LightDoc, marked: Marked) -> list[Stretch]:
        """Return the stretches that match.

        Raises:
            Unparsed: tags or relations decide, and the document has none.
        """
        if self.tree:
            if doc.tree is None:
                raise Unparsed
            return [(min(nodes), max(nodes) + 1) for nodes in self._chains(doc, marked)]
        found = [(start, end) for start in self._starts(doc) for end in self._ends(doc, start, marked) if end > start]
        if found and self._tagged and doc.tags is None:
            raise Untagged
        return _apart(found) if len(found) > 1 else found

    def _starts(self, doc: LightDoc) -> Iterable[int]:
        """Return the tokens at which a match may begin: where its first word stands, if it must begin with a word."""
        first = self._steps[0]
        if not first.least or first.words is None:
            return range(len(doc))
        return [i for i, word in enumerate(doc.lowers) if word in first.words]

    def _ends(self, doc: LightDoc, start: int, marked: Marked) -> set[int]:
        """Return where a match that begins at a token may end."""
        reached = {start}
        words, size = doc.lowers, len(doc.lowers)
        for step, one_of in self._ways:
            if one_of is not None:
                reached = {i + 1 for i in reached if i < size and words[i] in one_of}
                if not reached:
                    break
                continue
            grown = set() if step.least else set(reached)
            front = reached
            for _ in range(step.most):
                front = {i + 1 for i in front if i < size and step.fits(doc, i, marked)}
                if not front:
                    break
                grown |= front
            if not grown:
                return grown
            reached = grown
        return reached

    def _chains(self, doc: LightDoc, marked: Marked) -> Iterator[tuple[int, ...]]:
        """Yield the tokens of each way down the tree that matches."""
        chains: list[tuple[int, ...]] = [()]
        for step, deep in zip(self._steps, self._deep, strict=True):
            below = _below(doc, deep=deep)
            chains = [
                (*chain, i)
                for chain in chains
                for i in range(len(doc))
                if step.fits(doc, i, marked) and (not chain or below(chain[-1], i))
            ]
        yield from chains


def _below(doc: LightDoc, *, deep: bool) -> Callable[[int, int], bool]:
    """Return what tells whether the second token hangs on the first, directly or at any depth."""
    heads = doc.tree.heads if doc.tree else ()

    def below(upper: int, lower: int) -> bool:
        while heads[lower] != lower:
            lower = heads[lower]
            if lower == upper:
                return True
            if not deep:
                return False
        return False

    return below


def _needed(step: _Step) -> frozenset[str] | None:
    return step.words if step.words is not None else step.served and frozenset(SERVED + who for who in step.served)


def _apart(found: list[Stretch]) -> list[Stretch]:
    """Return the longest stretches that do not overlap; of two as long, the one that begins first."""
    taken: set[int] = set()
    kept = []
    for start, end in sorted(found, key=lambda s: (s[0] - s[1], s[0])):
        if taken.isdisjoint(range(start, end)):
            kept.append((start, end))
            taken.update(range(start, end))
    return kept
