"""What may help with a step: entries of the function's catalogue, and lines of the person's own job description."""

from __future__ import annotations

import re

import msgspec

from jdrewrite.analysis import entry_for
from jdrewrite.analysis.advice import fill
from jdrewrite.catalogue import WITH_TRADE, Function, trade_named, with_trade
from jdrewrite.language.lead import lead
from jdrewrite.model import Assessment
from jdrewrite.reflection.steps import COMMITMENTS

MOST = 4
"""Suggestions for one step: more would answer in the person's place."""
_GOOD = re.compile(r"\bgood (day|week)")
_BAD = re.compile(r"\b(wrong|faults?|errors?|late|waits?|waiting|complain|worse|harder|incomplete|danger|have to)\b")
"""Questions of the catalogue that ask for what went well, and for what did not."""
_DUTY = 4
"""Words of the shortest line that is shown as a duty."""
_NUMBER = re.compile(r"^\W*\d+[.)]?\s+")
_FIELD = re.compile(r"[A-Z]\w*(?: [\w/&-]+){0,2}:")
_OF_THE_JOB = re.compile(r"(?i)(?:work|duties|tasks|assignments) (?:is|are|may|will|can|includes?|involves?)\b")
_ANYTHING = re.compile(r"(?i)\bother (?:[\w-]+ ){0,2}(?:duties|tasks|work|assignments)\b")
"""Work of any kind: "performs other related duties"."""


class Own(msgspec.Struct, frozen=True):
    """What the exercise takes from a job description that the person opened."""

    title: str = ""
    function: str = ""
    """Slug, and the trade behind a stroke where one is known."""
    customers: str = ""
    duties: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    across: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """What the assessment finds missing, with an example each."""


def own_of(assessment: Assessment) -> Own:
    """Return what the exercise takes from an assessed job description."""
    among = [s for s in assessment.statements if s.section == "duties" and len(s.text.split()) >= _DUTY]
    duties = [s for s in among if _is_work(s.text)]
    return Own(
        title=assessment.title,
        function=with_trade(assessment.function[0].name, assessment.trade),
        customers=assessment.customer_word.plural,
        duties=tuple(s.text for s in duties)[:MOST],
        voice=tuple(s.text for s in among if s.labels.voice)[:MOST],
        authority=tuple(s.text for s in among if s.labels.authority)[:MOST],
        across=tuple(s.text for s in among if s.labels.across == "shares")[:MOST],
        missing=tuple(m.text for part in assessment.score.lenses for m in part.missing)[:MOST],
    )


def _is_work(text: str) -> bool:
    """Tell whether a line of the duties says something that is done.

    Among duties stand cells of a table ("Reports to"), fields ("License: Hold a current license"), and sentences on the
    job as a whole ("Work is performed in accordance with rules"); none of them leaves anybody's hands.
    """
    plain = _NUMBER.sub("", text)
    if _FIELD.match(plain) or _OF_THE_JOB.match(plain) or _ANYTHING.search(plain):
        return False
    return bool(lead(plain)) or plain.lower().startswith(("responsible for ", "to ", "you will ", "you'll "))


def suggestions(step: str, function: str, own: Own | None = None, called: str = "") -> tuple[str, ...]:
    """Return up to ``MOST`` suggestions for a step, those of the job description first.

    Args:
        step: id of the step.
        function: slug, and a trade behind a stroke if known; the general entry serves where there is none of its own.
        own: of the job description, if the person opened it.
        called: those served as the person calls them, where that was said.

    Raises:
        DataError: a file of the catalogue is not valid.
    """
    entry = entry_for(function)
    mine = own or Own()
    customers = called or mine.customers or entry.customers
    # The person's own lines and comments stand as they are; only the catalogue has places to be filled.
    words = (*_of_jd(step, mine), *(fill(text, customers) for text in _of_function(step, entry, _effect(function))))
    return tuple(dict.fromkeys(text for text in words if text))[:MOST]


def customers_of(function: str, own: Own | None = None) -> str:
    """Return the word for those served: the job description's own, else the function's."""
    return (own.customers if own else "") or entry_for(function).customers


def _of_jd(step: str, own: Own) -> tuple[str, ...]:
    return {
        "hands": own.duties,
        "customers": (own.customers,),
        "voice": own.voice,
        "decide": own.authority,
        "share": own.across,
        "jd": own.missing,
    }.get(step, ())


def _effect(function: str) -> str:
    """Return what comes of the work of a trade, where the function is told with one that says it."""
    slug, _, name = function.partition(WITH_TRADE)
    trade = trade_named(entry_for(slug), name)
    return trade.reach.effect if trade and trade.reach else ""


def _of_function(step: str, entry: Function, effect: str) -> tuple[str, ...]:
    layers, across = entry.layers, entry.across
    if step in COMMITMENTS:
        return (*entry.lines("voice")[:2], *entry.lines("across")[:2])
    by_step: dict[str, tuple[str, ...]] = {
        "hands": tuple(layer.gets for layer in layers[:-1]),
        "next": tuple(layer.who for layer in layers[:-1]),
        "use": (effect,) if effect else entry.questions[1:2],
        "customers": tuple(layer.who for layer in layers[-1:]),
        "notice": tuple(layer.gets for layer in layers[-1:]),
        "good": (
            *([q for q in entry.questions if _GOOD.search(q)] or entry.questions)[:1],
            *entry.measures.outcomes[:2],
        ),
        "bad": tuple(q for q in entry.questions if _BAD.search(q) and not _GOOD.search(q))[:2],
        "voice": entry.voice.sources,
        "decide": entry.lines("authority"),
        "need": entry.questions[3:5],
        "share": across.partners,
        "nobody": entry.lines("across")[:2],
        "ask": entry.lines("authority")[:2],
        "jd": (*entry.lines("voice")[:1], *entry.lines("authority")[:1], *entry.lines("measure")[:1]),
    }
    return by_step.get(step, ())
