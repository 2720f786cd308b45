"""Finds which outputs of a function or field of work a statement speaks of, by its words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter

import msgspec

from jdrewrite.catalogue.identical import Identical
from jdrewrite.catalogue.inflection import noun_forms, verb_forms
from jdrewrite.catalogue.schema import Function, Motive, Output, Work

_WORD = re.compile(r"[a-z0-9]+(?:['’&/-][a-z0-9]+)*", re.IGNORECASE)
REACH, NEAR = 9, 5
"""How many words may stand between an act and the thing it is done to: "process a high volume of vendor invoices".
A thing of one word is too common a word to be looked for so far from its act."""
_OF = frozenset("of for on in from about".split())
_JOINTS = frozenset("and or then also who that which he she it they".split())
"""Words behind which an act follows."""
_SIGNS = 3
"""Different signs of a field of work that a job description must hold."""
INDEXED = 200
"""Functions and fields of work whose words are kept at hand: all that there are, and those in use of which a word for
those served, given by somebody, left a part."""
Does = Callable[[int, int, int], bool]
"""Tells by the parse whether the word that starts here is an act of the role, and what stands from there to there its
object."""
Words = list[tuple[str, int, int]]
Index = dict[str, list[tuple[int, int, tuple[str, ...]]]]
"""Outputs and their things by number, with the words before the last of the thing, by each form of the last."""


class Match(msgspec.Struct, frozen=True):
    """An output found in a statement."""

    output: Output
    thing: str
    act: str
    """The verb as it stands in the statement; empty where the output takes any verb."""
    start: int
    end: int
    """Span of act and thing in the statement, in characters."""
    strength: float
    """Larger is more telling: longer things and named acts count for more."""
    thing_start: int = 0


def outputs_in(making: Function | Work, text: str, does: Does | None = None) -> list[Match]:
    """Return the outputs that the statement speaks of, the most telling first.

    Args:
        making: who makes them.
        text: one statement.
        does: what the parse knows; without it the words alone decide.
    """
    index = _index(making)
    said = set(_WORD.findall(text.lower()))
    speaking = {
        (number, thing)
        for word in said & index.keys()
        for number, thing, front in index[word]
        if not front or said.issuperset(front)
    }
    if not speaking:  # as of most statements: nothing more need be known of it
        return []
    words = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text)]
    there = _there(words)
    joined = f" {' '.join(word for word, *_ in words)} "
    found: list[Match] = []
    for number, own in groupby(sorted(speaking), key=itemgetter(0)):
        output = making.outputs[number]
        if any(f" {word} " in joined for word in output.unless):
            continue
        more = making.acts if isinstance(making, Work) else ()
        things = [output.things[thing] for _, thing in own]
        matches = list(_matches(output, things, more, words, there, text))
        best = max(
            (m for m in matches if does is None or does(m.start, m.thing_start, m.end)), key=_strength, default=None
        )
        if best:
            found.append(best)
    return sorted(found, key=lambda match: (-match.strength, match.start, match.output.id))


def _index(making: Function | Work) -> Index:
    """Return the index of what a function or field of work makes.

    An entry narrowed to a trade has the outputs, and so the index, of its function.
    """
    return _index_of(Identical(making.outputs))


@lru_cache(maxsize=INDEXED)
def _index_of(outputs: Identical[tuple[Output, ...]]) -> Index:
    found: Index = {}
    for number, output in enumerate(outputs.value):
        for thing, name in enumerate(output.things):
            *front, last = _parts(name)
            for word in last:
                found.setdefault(word, []).append((number, thing, tuple(chain.from_iterable(front))))
    return found


def _there(words: Words) -> dict[str, list[int]]:
    """Return where in a statement each of its words stands."""
    there: dict[str, list[int]] = {}
    for i, (word, *_) in enumerate(words):
        there.setdefault(word, []).append(i)
    return there


def _strength(match: Match) -> float:
    return match.strength


def is_of_field(field: Work, text: str) -> bool:
    """Tell whether a job description is of a field of work: the same words mean other things elsewhere."""
    there = {m.group().lower() for m in _WORD.finditer(text)}
    return not field.signs or sum(not there.isdisjoint(noun_forms(sign)) for sign in field.signs) >= _SIGNS


def _matches(
    output: Output, things: list[str], more: tuple[str, ...], words: Words, there: dict[str, list[int]], text: str
) -> Iterator[Match]:
    for thing in things:
        for first, last in _places(thing, words, there):
            acts = (*output.acts, *more) if " " in thing and output.acts else output.acts
            for act in _acts_for(acts, words, first, text, REACH if " " in thing else NEAR):
                named = 1.0 - 0.1 * (first - act) if act >= 0 else 0.0
                start = words[act if 0 <= act < first else first][1]
                word = words[act][0] if act >= 0 else ""
                strength = 2.0 * len(thing.split()) + named
                yield Match(output, thing, word, start, words[last][2], strength, words[first][1])


def _places(thing: str, words: Words, there: dict[str, list[int]]) -> list[tuple[int, int]]:
    """Return the index of the first and last word of each place where the thing stands, singular or plural."""
    *front, ends = _parts(thing)
    size = len(front)
    return [
        (last - size, last)
        for last in sorted(i for word in ends if word in there for i in there[word])
        if last >= size and all(words[last - size + k][0] in part for k, part in enumerate(front))
    ]


@lru_cache(maxsize=8192)
def _parts(thing: str) -> tuple[frozenset[str], ...]:
    *front, last = _WORD.findall(thing.lower())
    return (*(frozenset({word}) for word in front), noun_forms(last))


@lru_cache(maxsize=8192)
def _act_forms(acts: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*(verb_forms(act) for act in acts))


def _acts_for(acts: tuple[str, ...], words: Words, thing: int, text: str, reach: int) -> Iterable[int]:
    """Return the indexes of the acts before the thing, the nearest first; -1 where any act will do."""
    if not acts:
        return [-1]
    forms = _act_forms(acts)
    near = range(thing - 1, max(-1, thing - reach - 1), -1)
    return [
        i
        for i in near
        if words[i][0] in forms
        and not re.search(r"[.;:!?]", text[words[i][2] : words[thing][1]])
        and not _is_of_something(words, i, text)
    ]


def _is_of_something(words: Words, at: int, text: str) -> bool:
    """Tell whether what is spelled like an act is a thing in the plural: "maintains records for payment agreements".

    It is followed by what it is of or for, and stands behind the word that it belongs to and not behind a joint.
    """
    word = words[at][0]
    if not at or not word.endswith("s") or at + 1 == len(words) or words[at + 1][0] not in _OF:
        return False
    before = words[at - 1][0]
    return text[words[at - 1][2] : words[at][1]].isspace() and before not in _JOINTS and not before.endswith("ly")


def motive_in(function: Function | Work, text: str) -> Motive | None:
    """Return the first inward motive of the function whose words stand in the text, to put another end in its place."""
    found = (m for m in function.motives if (m.ability or m.state) and not m.about)
    return next((motive for motive in found if _holds(text, motive.matches)), None)


def goals_in(function: Function | Work, end: str, line: str) -> list[Motive]:
    """Return the motives of which is known what good their end leads to, those that know the work itself first.

    Args:
        function: whose motives.
        end: the inward words of the line.
        line: the whole line.
    """
    found = [m for m in function.motives if m.then and _holds(end, m.matches)]
    return sorted((m for m in found if not m.about or _holds(line, m.about)), key=lambda m: not m.about)


def _holds(text: str, words: tuple[str, ...]) -> bool:
    there = text.lower()
    # Most words are not there: that is seen without a pattern, which would have to be compiled first.
    return any(_begins(word) in there and _pattern(word).search(text) for word in words)


def _begins(match: str) -> str:
    """Return the letters with which the match begins, up to its first star."""
    return match.split(maxsplit=1)[0].partition("*")[0]


@lru_cache(maxsize=4096)
def _pattern(match: str) -> re.Pattern[str]:
    words = [re.escape(word).replace(r"\*", r"\w*") for word in match.split()]
    return re.compile(r"\b" + r"\s+(?:\w+\s+)?".join(words) + r"(?!\w)", re.IGNORECASE)
