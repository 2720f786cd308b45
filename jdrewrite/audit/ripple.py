"""Who serves whom, as the job descriptions say it: from the customer's doorstep inwards, function by function.

A function stands at the doorstep where its duties do something for customers. It stands one step behind where its
duties share with, or serve, a function that is nearer. What no path reaches is told: nobody in it reads whom it is for.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import msgspec

from jdrewrite.analysis.departments import meant_otherwise, named
from jdrewrite.audit.once import once
from jdrewrite.audit.records import UNCERTAIN, Line
from jdrewrite.audit.results import Results

CUSTOMERS = "customers"
_SEARCH = re.compile(
    r"\W*we(?:\s+are|['\u2019]re)\s+(?:(?:currently|now|also|actively)\s+)?(?:looking\s+for|seeking|searching\s+for|"
    r"hiring|recruiting)\b",
    re.IGNORECASE,
)
"""The advert's own sentence, which looks for somebody: no duty of whoever is found."""
LEAST = 2
"""Duties that must say so before a path is drawn; one where a function has only a single job description."""


class Path(msgspec.Struct, frozen=True, kw_only=True):
    """One function that serves another, or customers."""

    giver: str
    taker: str
    count: int
    """Duties that say so."""
    path: str
    line: int
    text: str
    """One of them, as evidence."""


class Ripple(msgspec.Struct, frozen=True, kw_only=True):
    """The map."""

    rings: tuple[tuple[str, ...], ...]
    """Functions by steps to the customer: the first ring stands at the doorstep."""
    paths: tuple[Path, ...]
    unreached: tuple[str, ...]
    """Functions of which no path leads to customers."""
    outside: tuple[str, ...] = ()
    """Functions that are named, and of which no job description was read: no path leads to them."""
    uncertain: int = 0
    """Job descriptions that are left out, since their function is uncertain."""


@once
def ripple(results: Results) -> Ripple:
    """Return the map that the job descriptions draw."""
    counts: Counter[tuple[str, str]] = Counter()
    evidence: dict[tuple[str, str], tuple[str, Line]] = {}
    documents: Counter[str] = Counter()
    uncertain = 0
    for record in results.originals():
        giver = record.row.function
        if record.row.among == UNCERTAIN:
            uncertain += 1
            continue
        documents[giver] += 1
        no_department = meant_otherwise((record.row.title, *(line.text for line in record.lines)))
        for line in record.lines:
            for taker in _takers(line, giver, no_department):
                counts[giver, taker] += 1
                evidence.setdefault((giver, taker), (record.row.path, line))
    often = {pair: n for pair, n in counts.items() if n >= min(LEAST, documents[pair[0]])}
    there = {*documents, CUSTOMERS}
    kept = {pair: n for pair, n in often.items() if pair[1] in there}
    ordered = sorted(kept.items(), key=lambda item: (-item[1], item[0]))
    paths = tuple(_drawn(pair, n, *evidence[pair]) for pair, n in ordered)
    rings = _rings(set(documents), set(kept))
    reached = {name for ring in rings for name in ring}
    return Ripple(
        rings=rings,
        paths=paths,
        unreached=tuple(sorted(set(documents) - reached)),
        outside=tuple(sorted({taker for _, taker in often} - there)),
        uncertain=uncertain,
    )


def _drawn(pair: tuple[str, str], count: int, path: str, line: Line) -> Path:
    return Path(giver=pair[0], taker=pair[1], count=count, path=path, line=line.line, text=line.text)


def _takers(line: Line, giver: str, no_department: frozenset[str]) -> set[str]:
    """Return whom a duty serves: customers where it does something for them, functions where it shares with them."""
    if line.section not in {"duties", "purpose"} or _SEARCH.match(line.text):
        return set()
    found = set()
    if line.labels.customer == "external" and (line.labels.frame == "stewardship" or line.labels.sight):
        found.add(CUSTOMERS)
    if line.labels.across == "shares" or line.labels.customer == "internal":
        found |= named(line.text, but=no_department) - {giver}
    return found


def _rings(functions: set[str], pairs: set[tuple[str, str]]) -> tuple[tuple[str, ...], ...]:
    takers: dict[str, set[str]] = defaultdict(set)
    for giver, taker in pairs:
        takers[giver].add(taker)
    reached, rings = {CUSTOMERS}, []
    while ring := {name for name in functions - reached if takers[name] & reached}:
        rings.append(tuple(sorted(ring)))
        reached |= ring
    return tuple(rings)
