"""Tells to which trade of its function a job belongs, by its title and by what its duties speak of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from jdrewrite.catalogue.loader import functions
from jdrewrite.catalogue.schema import Function, Trade

_IN_THE_DUTIES = 2
"""Different words of a trade that the duties must hold where the title has none: one may be an example."""
_TITLE = 100


def trade_of(function: Function, title: str, duties: Iterable[str]) -> Trade | None:
    """Return the trade whose words a job description uses most; the title counts before all duties.

    Args:
        function: where to look.
        title: of the job.
        duties: the statements that say what the role does.
    """
    whole = "\n".join(duties)
    low, low_title = whole.lower(), title.lower()
    best, most = None, _IN_THE_DUTIES - 1
    for trade in function.trades:
        stems = _stems(trade.words)
        # Most trades have no word there: that is seen without trying their expression.
        if sum(map(low.__contains__, stems)) + _TITLE * sum(map(low_title.__contains__, stems)) <= most:
            continue
        if trade.unless and _words(trade.unless).search(title):
            continue
        words = _words(trade.words)
        count = _different(words, whole) + _TITLE * _different(words, title)
        if count > most:
            best, most = trade, count
    return best


def shared_trade_of(title: str, duties: Iterable[str] = ()) -> Trade | None:
    """Return the trade of several functions that a title names, whatever function it is taken for.

    Args:
        title: of the job.
        duties: the statements that say what the role does; they decide between trades that the title names alike.
    """
    whole = "\n".join(duties)
    shared = {trade.name: trade for f in functions().values() for trade in f.trades if trade.shared}
    named = [t for t in shared.values() if _words(t.words).search(title)]
    named = [t for t in named if not (t.unless and _words(t.unless).search(title))]
    return max(
        named,
        key=lambda t: _different(_words(t.words), title) * _TITLE + _different(_words(t.words), whole),
        default=None,
    )


def handled(function: Function, title: str, items: Sequence[str], least: int) -> list[Trade]:
    """Return the trades of a function of whose words a number of things that a role does speak, the commonest first.

    Args:
        function: where to look.
        title: of the job; a word of ``unless`` in it rules a trade out.
        items: the things that the role is said to do.
        least: how many of them must speak of a trade; where the trade asks for more, so many.
    """
    low = "\n".join(items).lower()
    found: list[tuple[int, Trade]] = []
    for trade in function.trades:
        if not any(stem in low for stem in _stems(trade.words)) or (
            trade.unless and _words(trade.unless).search(title)
        ):
            continue
        count = sum(bool(_words(trade.words).search(item)) for item in items)
        if count >= max(least, trade.least):
            found.append((count, trade))
    return [trade for _, trade in sorted(found, key=lambda each: -each[0])]


def narrowed(function: Function, trade: Trade | None) -> Function:
    """Return the function with the lines and purposes of a trade, where the trade has some."""
    if trade is None:
        return function
    replace = msgspec.structs.replace
    return replace(
        function,
        customers=trade.customers or function.customers,
        purpose=trade.purpose or function.purpose,
        people=trade.people or function.people,
        voice=replace(function.voice, lines=trade.voice or function.voice.lines),
        authority=replace(function.authority, lines=trade.authority or function.authority.lines),
        measures=replace(function.measures, lines=trade.measure or function.measures.lines),
        across=replace(function.across, lines=trade.across or function.across.lines),
    )


def _different(words: re.Pattern[str], text: str) -> int:
    """Count the words of a trade that stand in a text, each ending and each repetition once."""
    return len({number for match in words.finditer(text) if (number := match.lastindex)})


@lru_cache(maxsize=1024)
def _stems(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return for each word the letters, in lower case, without which it does not stand in a text."""
    return tuple(word.removesuffix("*").lower() for word in words)


@lru_cache(maxsize=1024)
def _words(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern with a group for each word."""
    parts = (re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "s?") for word in words)
    return re.compile(r"\b(?:" + "|".join(f"({part})" for part in parts) + r")\b", re.IGNORECASE)
