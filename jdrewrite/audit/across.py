"""What no single job description shows.

Duties that two functions claim, promises that none owns, copied text, sisters that contradict each other. A pass of its
own over the results, from the disk, in the order of their rows.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import msgspec

from jdrewrite.audit.journal import Results
from jdrewrite.audit.likeness import Index
from jdrewrite.audit.records import Audited, Line

MOST = 50
"""Findings of a kind that are kept, the strongest first."""
COPIED = 3
"""Job descriptions in which a line must stand to be told as copied."""
_YEARS = re.compile(r"\b(\d{1,2})\+?\s*(?:or more\s+)?years\b", re.IGNORECASE)
_REPORTS = re.compile(r"\breports? (?:directly )?to (?:the )?([A-Z][\w&,/ -]{3,60}?)(?:[.;,]| and |$)")
_PROMISE = re.compile(
    r"\b(?:we|our|us)\b.*\b(?:commit|promis|guarante|dedicat|pledge|always|every|make sure|ensure|stand for|believe)",
    re.IGNORECASE,
)
"""Words with which an organisation binds itself; praise of itself alone is no promise."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A line of a job description."""

    path: str
    title: str
    function: str
    line: int
    text: str


class Overlap(msgspec.Struct, frozen=True, kw_only=True):
    """A duty that two functions claim."""

    one: Place
    other: Place
    likeness: float
    """Share of the words that have a counterpart, 0 to 1."""


class Unowned(msgspec.Struct, frozen=True, kw_only=True):
    """A promise to customers that no duty takes up."""

    place: Place
    nearest: float
    """Likeness of the duty that comes nearest."""


class Copied(msgspec.Struct, frozen=True, kw_only=True):
    """A line that stands in many job descriptions."""

    text: str
    section: str
    count: int


class Contradiction(msgspec.Struct, frozen=True, kw_only=True):
    """Job descriptions of one family that say different things."""

    family: str
    about: str
    values: tuple[tuple[str, Place], ...]
    """What each says, and where."""


class Across(msgspec.Struct, frozen=True, kw_only=True):
    """The findings across job descriptions."""

    overlaps: tuple[Overlap, ...]
    unowned: tuple[Unowned, ...]
    copied: tuple[Copied, ...]
    contradictions: tuple[Contradiction, ...]


def across(results: Results) -> Across:
    """Return what is seen only in all job descriptions together."""
    often = _repeated(results)
    duties = Index()
    promises: dict[str, Place] = {}
    seen: Counter[tuple[str, str]] = Counter()
    families: dict[str, dict[str, list[tuple[str, Place]]]] = defaultdict(lambda: defaultdict(list))
    for record in results.audited():
        own: set[tuple[str, str]] = set()
        for line in record.lines:
            own.add((line.text, line.section))
            if line.section == "duties" and line.text not in often:
                duties.add(line.text, record.row.function, (record.row.path, line.id))
            elif line.section == "company" and _promises(line):
                promises.setdefault(line.text, _place(record, line))
            for about, value in _facts(line):
                families[_family(record.row.title)][about].append((value, _place(record, line)))
        seen.update(own)
    return Across(
        overlaps=_overlaps(results, duties),
        unowned=_unowned(promises, duties),
        copied=_copied(seen),
        contradictions=_contradictions(families),
    )


def _promises(line: Line) -> bool:
    told = line.labels.customer == "external" and line.labels.frame == "stewardship"
    return told and bool(_PROMISE.search(line.text))


def _repeated(results: Results) -> frozenset[str]:
    """Return the lines that stand in so many job descriptions that no function claims them as its own."""
    counts: Counter[str] = Counter()
    for record in results.audited():
        counts.update({line.text for line in record.lines if line.section == "duties"})
    return frozenset(text for text, count in counts.items() if count >= COPIED)


def _place(record: Audited, line: Line) -> Place:
    return Place(
        path=record.row.path, title=record.row.title, function=record.row.function, line=line.line, text=line.text
    )


def _overlaps(results: Results, duties: Index) -> tuple[Overlap, ...]:
    pairs = duties.pairs(MOST)
    wanted = {key for _, one, other in pairs for key in (one, other)}
    places: dict[tuple[str, str], Place] = {}
    for record in results.audited():
        for line in record.lines:
            if (record.row.path, line.id) in wanted:
                places[record.row.path, line.id] = _place(record, line)
    return tuple(Overlap(one=places[one], other=places[other], likeness=round(like, 2)) for like, one, other in pairs)


def _unowned(promises: dict[str, Place], duties: Index) -> tuple[Unowned, ...]:
    found = []
    for text, place in promises.items():
        nearest = duties.nearest(text)
        if nearest < 0.34:  # a third of its words: below, no duty speaks of the same thing
            found.append(Unowned(place=place, nearest=round(nearest, 2)))
    return tuple(sorted(found, key=lambda unowned: (unowned.nearest, unowned.place.path))[:MOST])


def _copied(seen: Counter[tuple[str, str]]) -> tuple[Copied, ...]:
    often = [(text, section, n) for (text, section), n in seen.items() if n >= COPIED and len(text.split()) > 4]
    often.sort(key=lambda row: (-row[2], row[0]))
    return tuple(Copied(text=text, section=section, count=n) for text, section, n in often[:MOST])


def _facts(line: Line) -> Iterator[tuple[str, str]]:
    """Yield the facts of a line that sisters should agree on."""
    if line.section == "requirements" and (years := _YEARS.search(line.text)) and "experience" in line.text.lower():
        yield "years of experience", years[1]
    if reports := _REPORTS.search(line.text):
        yield "reports to", reports[1].strip()


def _family(title: str) -> str:
    """Return the title by which sisters are known; a level in it ("senior", "II") makes another family."""
    return " ".join(title.lower().split())


def _contradictions(
    families: dict[str, dict[str, list[tuple[str, Place]]]],
) -> tuple[Contradiction, ...]:
    found = []
    for family, facts in families.items():
        for about, values in facts.items():
            told = [(value, place) for value, place in values if place.path]
            first = {place.path: (value, place) for value, place in reversed(told)}
            distinct = {value.lower() for value, _ in first.values()}
            if len(first) > 1 and len(distinct) > 1:
                rows = sorted(first.values(), key=lambda row: (row[0], row[1].path))
                found.append(Contradiction(family=family, about=about, values=tuple(rows[:6])))
    return tuple(sorted(found, key=lambda c: (-len(c.values), c.family))[:MOST])
