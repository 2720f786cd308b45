"""Finds which outputs of a function a statement speaks of, by its words alone."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from jdrewrite.catalogue.inflection import noun_forms, verb_forms
from jdrewrite.catalogue.schema import Function, Motive, Output

_WORD = re.compile(r"[a-z0-9]+(?:['’&/-][a-z0-9]+)*", re.IGNORECASE)
REACH = 9
"""How many words may stand between an act and the thing it is done to: "process a high volume of vendor invoices"."""


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


def outputs_in(function: Function, text: str) -> list[Match]:
    """Return the outputs that the statement speaks of, the most telling first."""
    words = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text)]
    there = {word for word, *_ in words}
    found = [match for output in function.outputs if (match := _match(output, words, there, text))]
    return sorted(found, key=lambda match: (-match.strength, match.start, match.output.id))


def _match(output: Output, words: list[tuple[str, int, int]], there: set[str], text: str) -> Match | None:
    best: Match | None = None
    for thing in output.things:
        if there.isdisjoint(_parts(thing)[-1]):
            continue
        for first, last in _places(thing, words):
            act = _act_for(output, words, first, text)
            if act is None:
                continue
            strength = 2.0 * len(thing.split()) + (1.0 if act >= 0 else 0.0) - 0.1 * (first - act if act >= 0 else 0)
            start = words[act if 0 <= act < first else first][1]
            match = Match(output, thing, words[act][0] if act >= 0 else "", start, words[last][2], strength)
            if best is None or match.strength > best.strength:
                best = match
    return best


def _places(thing: str, words: list[tuple[str, int, int]]) -> list[tuple[int, int]]:
    """Return the index of the first and last word of each place where the thing stands, singular or plural."""
    parts = _parts(thing)
    size = len(parts)
    return [
        (i, i + size - 1) for i in range(len(words) - size + 1) if all(words[i + k][0] in parts[k] for k in range(size))
    ]


@lru_cache(maxsize=8192)
def _parts(thing: str) -> tuple[frozenset[str], ...]:
    *front, last = thing.lower().split()
    return (*(frozenset({word}) for word in front), noun_forms(last))


@lru_cache(maxsize=8192)
def _act_forms(act: str) -> frozenset[str]:
    return verb_forms(act)


def _act_for(output: Output, words: list[tuple[str, int, int]], thing: int, text: str) -> int | None:
    """Return the index of the act before the thing; -1 where any act will do, None where there is none."""
    if not output.acts:
        return -1
    forms = frozenset().union(*(_act_forms(act) for act in output.acts))
    for i in range(thing - 1, max(-1, thing - REACH - 1), -1):
        if words[i][0] in forms and not re.search(r"[.;:!?]", text[words[i][2] : words[thing][1]]):
            return i
    return None


def motive_in(function: Function, text: str) -> Motive | None:
    """Return the first inward motive of the function whose words stand in the text."""
    return next((motive for motive in function.motives if any(_pattern(m).search(text) for m in motive.matches)), None)


@lru_cache(maxsize=4096)
def _pattern(match: str) -> re.Pattern[str]:
    words = [re.escape(word).replace(r"\*", r"\w*") for word in match.split()]
    return re.compile(r"\b" + r"\s+(?:\w+\s+)?".join(words) + r"(?!\w)", re.IGNORECASE)
