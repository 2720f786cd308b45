"""Tells to which trade of its function a job belongs, by its title and by what its duties speak of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

import msgspec

from jdrewrite.catalogue.inflection import singular
from jdrewrite.catalogue.loader import functions
from jdrewrite.catalogue.schema import GENERAL, Function, Reach, Trade

_IN_THE_DUTIES = 2
"""Different words of a trade that the duties must hold where the title has none: one may be an example."""
_TITLE = 100
PLAIN = 0.6
"""Confidence in a function from which the trade is looked for there alone."""
WITH_TRADE = "/"
"""Stands between the slug of a function and the name of its trade, where somebody tells both."""
IsAct = Callable[[str, int], bool]
"""Tells whether the word that begins at a place of a text is a verb there."""
_PARTS = re.compile(r",| and | of ")
"""Behind these the name of a trade goes on from what it is called for short."""


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
    named = [t for t in shared_trades().values() if _words(t.words).search(title)]
    named = [t for t in named if not (t.unless and _words(t.unless).search(title))]
    return max(
        named,
        key=lambda t: _different(_words(t.words), title) * _TITLE + _different(_words(t.words), whole),
        default=None,
    )


@cache
def shared_trades() -> dict[str, Trade]:
    """Return the trades of several functions by their names."""
    return {trade.name: trade for f in functions().values() for trade in f.trades if trade.shared}


def handled(
    function: Function, title: str, items: Sequence[str], least: int, is_act: IsAct | None = None
) -> list[Trade]:
    """Return the trades of a function of whose words a number of things that a role does speak, the commonest first.

    Who "posts payments" has no posts, and who "reports to the manager" makes no reports.

    Args:
        function: where to look.
        title: of the job; a word of ``unless`` in it rules a trade out.
        items: the things that the role is said to do.
        least: how many of them must speak of a trade; where the trade asks for more, so many.
        is_act: asked where a noun of the trade may be a verb in the item; without it the letters alone decide.
    """
    low = "\n".join(items).lower()
    found: list[tuple[int, Trade]] = []
    for trade in function.trades:
        if not any(stem in low for stem in _stems(trade.words)) or (
            trade.unless and _words(trade.unless).search(title)
        ):
            continue
        speaking = [item for item in items if _words(trade.words).search(item)]
        enough = max(least, trade.least)
        if is_act and len(speaking) >= enough:
            speaking = [item for item in speaking if _has_thing(trade, item, is_act)]
        if len(speaking) >= enough:
            found.append((len(speaking), trade))
    return [trade for _, trade in sorted(found, key=lambda each: -each[0])]


def _has_thing(trade: Trade, item: str, is_act: IsAct) -> bool:
    """Tell whether an item has a word of a trade as what it is there: a thing, or an act that is the trade's own."""
    nouns = _nouns(trade.words).difference(trade.acts)
    return any(
        trade.words[(match.lastindex or 1) - 1] not in nouns or not is_act(item, match.start())
        for match in _words(trade.words).finditer(item)
    )


@lru_cache(maxsize=1024)
def _nouns(words: tuple[str, ...]) -> frozenset[str]:
    """Return the words of a trade that are things in the plural; of an act it lists the verb as well."""
    return frozenset(word for word in words if word.isalpha() and word.endswith("s") and singular(word) not in words)


def trade_for(function: Function, sure: float, title: str, duties: Sequence[str]) -> Trade | None:
    """Return the trade of a job: where its function is not plain, the one of several functions that its title names.

    Args:
        function: that it is taken for.
        sure: confidence in that, 0 to 1.
        title: of the job.
        duties: the statements that say what the role does.
    """
    named = shared_trade_of(title, duties) if sure < PLAIN else None
    return named or trade_of(function, title, duties)


def trade_named(function: Function, name: str) -> Trade | None:
    """Return the trade that is called so; of one function, or, where that has none, the one of several."""
    if not name:
        return None
    return next((t for t in (*function.trades, *shared_trades().values()) if t.name == name), None)


def with_trade(slug: str, trade: str) -> str:
    """Return a function and its trade as one word, which ``trade_named`` and ``analyse`` understand."""
    return f"{slug}{WITH_TRADE}{trade}" if trade else slug


def trades_called(words: str) -> list[tuple[str, Trade]]:
    """Return the trades that somebody may mean by a word ("library", "museums"), each with the slug of its function.

    A trade that is called so, or whose name begins so, goes before those that merely know a job by the word; of several
    functions, the first that a trade names stands for it.
    """
    asked = _alike(words)
    known = [(slug, trade) for slug, f in functions().items() if slug != GENERAL for trade in f.trades]
    first = [(slug, trade) for slug, trade in known if not trade.shared or trade.functions[0] == slug]
    named = [(slug, t) for slug, t in first if asked in {_alike(t.name), _alike(_PARTS.split(t.name)[0])}]
    begun = [(slug, t) for slug, t in first if t.name.startswith(f"{asked} ") and slug not in dict(named)]
    word = [(slug, t) for slug, t in first if asked in {_alike(word.removesuffix("*")) for word in t.words}]
    return [] if not asked else [*named, *begun] if named else word


def _alike(words: str) -> str:
    """Return words in lower case and as of one, so that "libraries" and "library" are the same."""
    *before, last = words.lower().replace("-", " ").replace("_", " ").split() or [""]
    return " ".join([*before, singular(last)])


def narrowed(function: Function, trade: Trade | None) -> Function:
    """Return the function with what a trade says otherwise: lines and purposes, and its way to those served.

    What functions say of that way need not hold of a trade of several: it has those of any job, if none of its own.
    """
    if trade is None:
        return function
    replace = msgspec.structs.replace
    if reach := trade.reach or (_reach_of_any_job() if trade.shared else None):
        function = replace(
            function,
            layers=reach.layers,
            questions=reach.questions,
            voice=replace(function.voice, sources=reach.sources),
            measures=replace(function.measures, outcomes=reach.outcomes),
            across=replace(function.across, partners=reach.partners),
        )
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


@cache
def _reach_of_any_job() -> Reach:
    whole = functions()[GENERAL]
    return Reach(
        layers=whole.layers,
        effect="",
        sources=whole.voice.sources,
        outcomes=whole.measures.outcomes,
        partners=whole.across.partners,
        questions=whole.questions,
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
