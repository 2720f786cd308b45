"""Words without which an expression cannot match, so that most expressions need not be tried on a text at all.

Looking whether a few letters stand in a text takes a tenth of what trying the expression takes, and it is remembered
of each word which letters it holds. What an expression needs is read from the expression itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import product
from pathlib import Path
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

import msgspec

from jdrewrite import cached

_Needs = frozenset[str]
_SPELLINGS = 12
"""Spellings of one stretch of an expression that are told apart."""


class Told(msgspec.Struct, frozen=True):
    """What can be told of an expression without trying it."""

    needs: _Needs
    """As ``needed`` returns it."""
    openings: _Needs
    """Letters with which one or another every match begins; an empty word among them where none can be told."""
    at_beginning: bool
    """It can only match at the beginning of a text."""


def told(name: str, patterns: Sequence[str]) -> list[Told]:
    """Return what can be told of expressions, which takes a while and is kept for the next start.

    Args:
        name: of the table that they stand in.
        patterns: regular expressions without flags.
    """
    try:
        key = cached.digest([Path(__file__)], *patterns)
    except OSError:  # the program lies where its files cannot be read
        return [_told(pattern) for pattern in patterns]
    return cached.kept(f"{name}_letters", key, list[Told], lambda: [_told(pattern) for pattern in patterns])


def _told(pattern: str) -> Told:
    parts = list(_parser.parse(pattern))
    return Told(_of_row(parts), _opening_of_row(parts), parts[:1] == [(ops.AT, ops.AT_BEGINNING)])


def needed(pattern: str) -> frozenset[str]:
    """Return letters of which one or another must stand in every text that matches; empty where none can be told.

    Args:
        pattern: a regular expression without flags.
    """
    return _of_row(_parser.parse(pattern))


def _opening_of_row(row: Iterable[tuple[Any, Any]]) -> _Needs:
    run = frozenset({""})
    for op, value in row:
        spelt = _spelt(op, value)
        if spelt and len(run) * len(spelt) <= _SPELLINGS:
            run = frozenset(a + b for a, b in product(run, spelt))
            continue
        if op is ops.SUBPATTERN:
            return frozenset(a + b for a, b in product(run, _opening_of_row(value[-1])))
        if op is ops.BRANCH:
            return frozenset(a + b for a in run for branch in value[1] for b in _opening_of_row(branch))
        break
    return run


def _of_row(row: Iterable[tuple[Any, Any]]) -> _Needs:
    """Return the most telling of what the parts in a row need."""
    found: list[_Needs] = []
    run = frozenset({""})
    for op, value in row:
        spelt = _spelt(op, value)
        if spelt and len(run) * len(spelt) <= _SPELLINGS:
            run = frozenset(a + b for a, b in product(run, spelt))
        else:
            found += [run, _of_part(op, value)]
            run = frozenset({""})
    return max([*found, run], key=_telling)


def _spelt(op: Any, value: Any) -> _Needs:
    """Return all that a part can stand for, where that is a few words; nothing where it is not."""
    if op is ops.LITERAL:
        return frozenset({chr(value)})
    if op is ops.AT:  # a place, such as the edge of a word
        return frozenset({""})
    if op is ops.IN and all(kind is ops.LITERAL for kind, _ in value):
        return frozenset(chr(letter) for _, letter in value)
    if op is ops.SUBPATTERN:
        return _row_spelt(value[-1])
    if op is ops.BRANCH:
        branches = [_row_spelt(branch) for branch in value[1]]
        return frozenset().union(*branches) if all(branches) else frozenset()
    if op is ops.MAX_REPEAT and value[1] == 1:
        once = _row_spelt(value[2])
        return once | {""} if once and value[0] == 0 else once
    return frozenset()


def _row_spelt(row: Iterable[tuple[Any, Any]]) -> _Needs:
    run = frozenset({""})
    for op, value in row:
        spelt = _spelt(op, value)
        if len(run) * len(spelt) > _SPELLINGS:
            return frozenset()
        run = frozenset(a + b for a, b in product(run, spelt))
    return run


def _of_part(op: Any, value: Any) -> _Needs:
    if op is ops.SUBPATTERN:
        return _of_row(value[-1])
    if op is ops.BRANCH:
        branches = [_of_row(branch) for branch in value[1]]
        return frozenset().union(*branches) if all(map(_telling, branches)) else frozenset()
    if op is ops.MAX_REPEAT and value[0] > 0:
        return _of_row(value[2])
    return frozenset()


def _telling(needs: _Needs) -> int:
    """Return the length of the shortest of the letters: what is short stands everywhere."""
    return min(map(len, needs), default=0)


REMEMBERED = 40_000
"""Different words whose letters are kept; all are forgotten together."""
_OPENING = 3
"""Letters by which it is told which pieces could stand in a word."""
T = TypeVar("T")


class Letters(Generic[T]):
    """Things by the letters that they need, to be found in one text after the other."""

    def __init__(self, needs: Iterable[tuple[str, T]]) -> None:
        """File things under letters; under none for what is always possible."""
        self._always: set[tuple[str, T]] = set()
        self._by_piece: dict[str, list[tuple[str, T]]] = {}
        self._words: dict[str, tuple[tuple[str, T], ...]] = {}
        for letters, thing in needs:
            # Letters over several words stand only where a word holds the longest stretch of them without a space.
            piece = max(letters.split() or [""], key=len)
            if piece:
                self._by_piece.setdefault(piece, []).append((letters, thing))
            else:
                self._always.add((letters, thing))
        self._opened: dict[str, list[str]] = {}
        for piece in self._by_piece:
            self._opened.setdefault(piece[:_OPENING], []).append(piece)
        self._sizes = sorted({len(opening) for opening in self._opened})

    def possible(self, text: str) -> set[T]:
        """Return the things of whose letters the text holds some."""
        held = self._always.copy()
        known = self._words.get
        for word in text.split():
            own = known(word)
            if own is None:
                own = self._learn(word)
            if own:
                held.update(own)
        return {thing for letters, thing in held if letters in text}

    def _learn(self, word: str) -> tuple[tuple[str, T], ...]:
        if len(self._words) >= REMEMBERED:
            self._words.clear()
        # There are many more pieces than places in a word where one could begin.
        openings = {word[at : at + size] for size in self._sizes for at in range(len(word) - size + 1)}
        pieces = (piece for opening in openings & self._opened.keys() for piece in self._opened[opening])
        held = tuple(entry for piece in pieces if piece in word for entry in self._by_piece[piece])
        self._words[word] = held
        return held


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return an expression ready for use: of hundreds a text tries a few."""
    return re.compile(pattern)


class Expressions:
    """Groups of expressions that are searched for in one text after the other."""

    def __init__(self, name: str, groups: Sequence[Sequence[str]]) -> None:
        """File groups of expressions by what they need; one is compiled when it is first tried.

        Args:
            name: of the table that they stand in.
            groups: regular expressions without flags.
        """
        self._groups = groups
        needs: list[tuple[str, tuple[int, int]]] = []
        self._opening: dict[str, list[tuple[str, str, tuple[int, int]]]] = {}
        """Expressions that match at the beginning alone, by the first letters of what they begin with."""
        places = [(group, number) for group, patterns in enumerate(groups) for number in range(len(patterns))]
        patterns = [groups[group][number] for group, number in places]
        for place, pattern, known in zip(places, patterns, told(name, patterns), strict=True):
            begins = known.openings if known.at_beginning else {""}
            if "" in begins:
                needs += [(letters, place) for letters in known.needs or {""}]
                continue
            for begin in begins:
                self._opening.setdefault(begin[:_OPENING], []).append((begin, pattern, place))
        self._letters = Letters(needs)

    def search(self, text: str) -> list[tuple[int, bool]]:
        """Return the groups of which an expression matches, in order, and whether one matches again behind it.

        What the single expression of all alternatives of a group would find, the leftmost and of these the first.
        """
        possible = self._letters.possible(text)
        for size in range(1, _OPENING + 1):
            for begin, pattern, place in self._opening.get(text[:size], ()):
                if text.startswith(begin) and compiled(pattern).match(text):
                    possible.add(place)
        there: dict[int, list[re.Pattern[str]]] = {}
        for group, number in sorted(possible):
            there.setdefault(group, []).append(compiled(self._groups[group][number]))
        found = []
        for group, patterns in there.items():
            if first := _leftmost(patterns, text, 0):
                again = _leftmost(patterns, text, max(first.end(), first.start() + 1))
                found.append((group, again is not None))
        return found


def _leftmost(patterns: Iterable[re.Pattern[str]], text: str, at: int) -> re.Match[str] | None:
    matches = [match for pattern in patterns if (match := pattern.search(text, at))]
    return min(matches, key=lambda match: match.start(), default=None)
