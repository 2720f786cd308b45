"""What the catalogue says of one group of people is not said of a job that somebody says serves others."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

import msgspec

from jdrewrite.analysis.served_word.book import book
from jdrewrite.catalogue import Function, Motive, Output, Trade, Work, noun_forms
from jdrewrite.catalogue.identical import Identical
from jdrewrite.model import CustomerWord

_Making = TypeVar("_Making", Function, Work, Trade)
_Keep = Callable[[tuple[str, ...]], tuple[str, ...]]
_KNOWN = 256
"""Entries of the catalogue of which it is kept what is left of them for a word: those of several such words."""
_replace = msgspec.structs.replace
_KIND_OF = r"(?:(?:foster|god|grand|in|non|out|school|step|sub)-?)?"
"""What may stand before a noun that names the same people: "inpatients", "schoolchildren"."""


def for_those(making: _Making, word: CustomerWord) -> _Making:
    """Return a function, a field or a trade without the wordings that name a group which the job does not serve.

    Args:
        making: of the catalogue.
        word: for those served; where nobody gave it, all wordings stay, for the text decides which of them fit.
    """
    if word.source != "given":
        return making
    keep = _keep(word.plural)
    if isinstance(making, Function):
        return _replace(
            making,
            purpose=keep(making.purpose),
            people=keep(making.people),
            outputs=_outputs(Identical(making.outputs), word.plural),
            motives=_motives(making.motives, keep),
            nearer=tuple(_replace(n, state=keep(n.state), anyone=keep(n.anyone)) for n in making.nearer),
            voice=_replace(making.voice, lines=keep(making.voice.lines)),
            authority=_replace(making.authority, lines=keep(making.authority.lines)),
            measures=_replace(making.measures, lines=keep(making.measures.lines)),
            across=_replace(making.across, lines=keep(making.across.lines)),
            trades=tuple(_trade(trade, keep) for trade in making.trades),
        )
    if isinstance(making, Work):
        return _replace(
            making, outputs=_outputs(Identical(making.outputs), word.plural), motives=_motives(making.motives, keep)
        )
    return _trade(making, keep)


def _trade(trade: Trade, keep: _Keep) -> Trade:
    parts = ("purpose", "people", "voice", "authority", "measure", "across")
    return _replace(trade, **{name: keep(getattr(trade, name)) for name in parts})


@lru_cache(maxsize=_KNOWN)
def _outputs(outputs: Identical[tuple[Output, ...]], people: str) -> tuple[Output, ...]:
    """Return the outputs that are left; the same for the same, as what is made of them is kept by which they are."""
    keep = _keep(people)
    found = (
        _replace(output, ability=keep(output.ability), state=keep(output.state), anyone=keep(output.anyone))
        for output in outputs.value
    )
    return tuple(output for output in found if output.ability or output.state or output.anyone)


def _motives(motives: tuple[Motive, ...], keep: _Keep) -> tuple[Motive, ...]:
    parts = ("ability", "state", "aim", "then")
    return tuple(_replace(motive, **{name: keep(getattr(motive, name)) for name in parts}) for motive in motives)


def _keep(people: str) -> _Keep:
    """Return what leaves out the texts that name others than these people."""
    others = _others(people)
    return lambda texts: tuple(text for text in texts if not others.search(text))


@lru_cache(maxsize=_KNOWN)
def _others(people: str) -> re.Pattern[str]:
    """Return what finds a group of which those that were given are none, and that has nothing to do with them."""
    theirs = {noun for kin in book().given.kin if any(_names(people, noun) for noun in kin) for noun in kin}
    return _any_of(frozenset(noun for kin in book().given.kin for noun in kin) - theirs)


def _names(people: str, noun: str) -> bool:
    return bool(_any_of(frozenset({noun}), _KIND_OF).search(people))


@lru_cache(maxsize=1024)
def _any_of(nouns: frozenset[str], before: str = "") -> re.Pattern[str]:
    """Return what finds nouns as words of their own: "lieutenants" are no tenants."""
    forms = sorted({form for noun in nouns for form in noun_forms(noun)}, key=len, reverse=True)
    return re.compile(rf"(?<![\w-]){before}(?:{'|'.join(map(re.escape, forms))})(?![\w-])", re.IGNORECASE)
