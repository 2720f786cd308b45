"""What is wrong in a file of the catalogue: each problem with the words by which its line is found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import NamedTuple, Protocol

from jdrewrite.catalogue.schema import Function, Motive, Nearer, Output, Reach, Trade, Work
from jdrewrite.catalogue.slots import unknown

Problem = tuple[str, str]
_VERB_FIRST = re.compile(r"\[[A-Z][a-z-]+(?: [a-z]+)?\].*\.", re.DOTALL)
_MARK = re.compile(r"[<>|]")
_UNFINISHED = re.compile(r"\b(?:(?<!like )that|(?:whose|the|an?|and|or|because|if|than|their|its)\.?)$")
"""Behind these something has to follow."""
_ONE_OF_THEM = re.compile(r"^\{customers\} (?:is|has|was|does|gets|needs|wants)\b")
_BARE = re.compile(
    r"(?<!\{)\b(?:staff|colleagues|teams|those) who (?:serve|help|speak with|work for|deal with|meet|look after) "
    r"\{customers\}(?!['’])"
)
_OTHERS = 0.5
"""Share of a trade's words from which they are another's."""


class Making(Protocol):
    """What has lines: a function, a trade, some occupations."""

    @property
    def name(self) -> str:
        """What it is called in its file."""

    @property
    def purpose(self) -> tuple[str, ...]:
        """What it is there for, each as it goes on behind "this role exists to"."""

    def lines(self, lens: str) -> tuple[str, ...]:
        """Return the lines for a lens, in their reading that may name those served."""

    def bare(self, lens: str) -> tuple[str, ...]:
        """Return the readings of these lines that name nobody served."""


def of_function(function: Function) -> Iterator[Problem]:
    """Yield what is wrong in a function."""
    yield from _entries((*function.outputs, *function.motives))
    yield from _of_nearer(function.nearer)
    makings: tuple[Making, ...] = (function, *function.trades)
    for making in makings:
        yield from of_lines(making)
    yield from of_trades(function.trades)


def of_work(field: Work) -> Iterator[Problem]:
    """Yield what is wrong in a field of work."""
    yield from _entries((*field.outputs, *field.motives))


def _entries(entries: tuple[Output | Motive, ...]) -> Iterator[Problem]:
    seen: set[str] = set()
    for entry in entries:
        here = f'id = "{entry.id}"'
        if entry.id in seen:
            yield f"the id '{entry.id}' occurs twice", here
        seen.add(entry.id)
        then, aim = (entry.then, entry.aim) if isinstance(entry, Motive) else ((), ())
        if not (entry.ability or entry.state or then):
            yield f"'{entry.id}' has neither ability nor state", here
        words = (entry.acts, entry.things) if isinstance(entry, Output) else (entry.matches, entry.about)
        for several in (*words, entry.ability, entry.state, then, aim):
            yield from _doubles(several, f"'{entry.id}'", here)
        yield from _states((*entry.state, *then))
        yield from _of_anyone(entry.anyone if isinstance(entry, Output) else (), here)
        for text in (*entry.ability, *entry.state, *then):
            yield from _clause(text, "an ability or state")
        yield from _slots((*entry.ability, *entry.state, *then, *aim))


def _of_nearer(told: tuple[Nearer, ...]) -> Iterator[Problem]:
    """Yield what is wrong in what a function says of the work of every trade."""
    everything = [text for said in told for text in (*said.state, *said.anyone)]
    yield from _doubles(everything, "what is said nearer", "[[nearer]]")
    for said in told:
        here = f'of = "{said.of}"'
        if not (said.state or said.anyone):
            yield f"nothing is said of '{said.of}'", here
        for word in said.titles:
            if word != word.lower() or not word.strip(" *"):
                yield f"words of a title are in lower case: '{word}'", f'"{word}"'
        yield from _states(said.state)
        yield from _of_anyone(said.anyone, here)
        for text in said.state:
            yield from _clause(text, "a state")
        yield from _slots(said.state)


def _states(texts: tuple[str, ...]) -> Iterator[Problem]:
    """Yield what is wrong in states that name those served."""
    for text in texts:
        if "{customers}" not in text:
            yield f"a state must contain {{customers}}: '{text}'", text
        if _ONE_OF_THEM.search(text):
            yield f"{{customers}} are many: '{text}'", text


def _of_anyone(texts: tuple[str, ...], needle: str) -> Iterator[Problem]:
    """Yield what is wrong in states that name nobody by a text's word."""
    yield from _doubles(texts, "the states of anyone", needle)
    for text in texts:
        if "{" in text:
            yield f"a state of anyone has no slots: '{text}'", text
        yield from _clause(text, "a state of anyone")


def of_lines(making: Making) -> Iterator[Problem]:
    """Yield what is wrong in the lines of a function, a trade, or some occupations."""
    for lens in ("voice", "authority", "measure", "across"):
        for text in (*making.lines(lens), *making.bare(lens)):
            if not _VERB_FIRST.fullmatch(text):
                yield f"a line starts with a verb in square brackets and ends with a full stop: '{text}'", text
            yield from _finished(text)
        yield from _doubles(making.lines(lens), f"'{making.name}'", making.name)
        yield from _slots(making.lines(lens))
    for text in (*making.lines("people"), *making.bare("people")):
        if not text[:1].isupper() or text.endswith(".") or "[" in text:
            yield f"what is asked of a person starts with a capital, without brackets and full stop: '{text}'", text
        yield from _finished(text)
    for text in making.purpose:
        yield from _clause(text, "a purpose")
        if "[" in text:
            yield f"a purpose has no brackets: '{text}'", text
    yield from _doubles(making.lines("people"), f"'{making.name}'", making.name)
    yield from _doubles(making.purpose, f"'{making.name}'", making.name)
    yield from _slots((*making.lines("people"), *making.purpose))
    yield from _bare(making)


def _bare(making: Making) -> Iterator[Problem]:
    """Yield what is wrong in the readings of lines that name nobody."""
    for lens in ("voice", "authority", "measure", "across", "people"):
        for text in making.bare(lens):
            if "{" in text:
                yield f"a reading that names nobody has no slots: '{text}'", making.name
        for text in (*making.lines(lens), *making.bare(lens)):
            if odd := _MARK.search(text):
                yield f"'{odd[0]}' belongs to no pair of readings: '{text}'", making.name


def of_trades(trades: tuple[Trade, ...]) -> Iterator[Problem]:
    """Yield trades of one function that cannot be told from others, or are known by no word."""
    yield from _doubles([trade.name for trade in trades], "the function", "trades")
    for trade in trades:
        here = f'name = "{trade.name}"'
        if trade.reach:
            yield from _of_reach(trade.reach, here)
        for word in (*trade.words, *trade.unless):
            if word != word.lower() or not word.strip(" *"):
                yield f"words of a trade are in lower case: '{word}'", f'"{word}"'
        if not trade.words:
            yield f"the trade '{trade.name}' has no words", here
        yield from _doubles(trade.words, f"'{trade.name}'", here)
    told = {trade.name: _stems(trade) for trade in trades}
    for one, other in permutations(trades, 2):
        # There are thousands of pairs, and hardly any has a word in common.
        begun = any(word.startswith(told[other.name].begun) for word in one.words)
        if not begun and told[one.name].every.isdisjoint(told[other.name].every):
            continue
        shared = sum(any(_covers(w, word) for w in other.words) for word in one.words)
        if shared and shared >= _OTHERS * len(one.words):
            yield f"words of the trade '{one.name}' are those of '{other.name}'", f'name = "{one.name}"'


def _of_reach(reach: Reach, needle: str) -> Iterator[Problem]:
    """Yield what is wrong in how a trade reaches those served."""
    if "{customers}" not in reach.effect:
        yield f"an effect must contain {{customers}}: '{reach.effect}'", reach.effect
    if _ONE_OF_THEM.search(reach.effect):
        yield f"{{customers}} are many: '{reach.effect}'", reach.effect
    if not reach.layers or reach.layers[-1].who != "{customers}":
        yield "the last layer is {customers}", needle
    named = [text for layer in reach.layers for text in (layer.who, layer.gets)]
    for text in (reach.effect, *named, *reach.sources, *reach.outcomes, *reach.partners):
        yield from _clause(text, "what is told of the way to those served")
    for text in reach.questions:
        if not text[:1].isupper() or not text.endswith("?"):
            yield f"a question starts with a capital and ends with a question mark: '{text}'", text
    for several in (reach.sources, reach.outcomes, reach.partners, reach.questions):
        yield from _doubles(several, "what is told of the way to those served", needle)
        if not several:
            yield "sources, outcomes, partners and questions are told of the way to those served", needle
    yield from _slots((reach.effect, *named, *reach.sources, *reach.outcomes, *reach.partners, *reach.questions))


class _Stems(NamedTuple):
    """The letters of a trade's words."""

    every: frozenset[str]
    begun: tuple[str, ...]
    """Of those the ones behind which a word goes on."""


def _stems(trade: Trade) -> _Stems:
    every = frozenset(word.removesuffix("*") for word in trade.words)
    return _Stems(every, tuple(word.removesuffix("*") for word in trade.words if word.endswith("*")))


def _covers(word: str, other: str) -> bool:
    """Tell whether one word of a trade is found wherever another is."""
    stem = word.removesuffix("*")
    return other.removesuffix("*") == stem or (word != stem and other.startswith(stem))


def _clause(text: str, what: str) -> Iterator[Problem]:
    if text.endswith(".") or text[:1].isupper():
        yield f"{what} is a clause without capital and full stop: '{text}'", text
    yield from _finished(text)


def _finished(text: str) -> Iterator[Problem]:
    if _UNFINISHED.search(text):
        yield f"something is missing at the end: '{text}'", text


def _doubles(texts: Iterable[str], where: str, needle: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for text in texts:
        if text in seen:
            yield f"'{text}' stands twice in {where}", needle
        seen.add(text)


def _slots(texts: Iterable[str]) -> Iterator[Problem]:
    for text in texts:
        for slot in unknown(text):
            yield f"unknown slot {slot} in '{text}'", text
        if bare := _BARE.search(text):
            yield f"'{bare[0]}' stands in braces, as texts have words of their own for them: '{text}'", text
