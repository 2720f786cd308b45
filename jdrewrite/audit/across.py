"""What no single job description shows.

Duties that two functions claim, promises that none owns, copied text, sisters that contradict each other. A pass of its
own over the results, from the disk, in the order of their rows.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from jdrewrite.audit.likeness import Index, Key
from jdrewrite.audit.once import once
from jdrewrite.audit.records import UNCERTAIN, Audited, Line
from jdrewrite.audit.results import Results
from jdrewrite.model import Section
from jdrewrite.rounding import half_up

MOST = 50
"""Findings of a kind that are kept, the strongest first."""
NAMED = 20
"""Job descriptions that are named of those in which a copied line stands."""
COPIED = 3
"""Job descriptions in which a line must stand to be told as copied."""
_IN_ORDER: tuple[Section, ...] = ("purpose", "duties", "measures", "requirements", "company")
"""Sections in which copied lines are told first: a set of them has another order in every process."""
WEIGHED = 500
"""Promises that are held against the duties, those that stand in most job descriptions first."""
_STOCK = re.compile(
    r"\b(?:all|any|other|such) (?:other |additional |further |related |assigned )*duties\b|\bother .{0,30}as assigned"
    r"|\{[%{]",
    re.IGNORECASE,
)
"""How job descriptions say that there is more to do, and what templates leave: nobody claims a duty by it."""
_YEARS = re.compile(r"\b(\d{1,2})\+?\s*(?:or more\s+)?years\b", re.IGNORECASE)
_REPORTS = re.compile(r"\b[Rr]eports? (?:directly )?to (?:the )?([A-Z][\w&,/ -]{3,60}?)(?:[.;,]| and |$)")
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
    more: int = 0
    """Further duties that the same two job descriptions share."""


class Unowned(msgspec.Struct, frozen=True, kw_only=True):
    """A promise to customers that no duty takes up."""

    place: Place
    nearest: float
    """Likeness of the duty that comes nearest."""
    count: int = 1
    """Job descriptions in which it stands."""


class Copied(msgspec.Struct, frozen=True, kw_only=True):
    """A line that stands in many job descriptions."""

    text: str
    section: str
    count: int
    """Job descriptions in which it stands; those that are copies of another as a whole are not counted."""
    paths: tuple[str, ...] = ()
    """The first of them, by path."""


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
    found: dict[str, int]
    """How many there are of each kind (``overlaps``, ``unowned``, ...), of which the strongest are kept here."""


@once
def across(results: Results) -> Across:
    """Return what is seen only in all job descriptions together; several reports of the same results ask once."""
    duties = Index(COPIED)
    promises: dict[str, tuple[Place, int]] = {}
    marks = array("q")
    families: dict[str, dict[str, list[tuple[str, Place]]]] = defaultdict(lambda: defaultdict(list))
    for number, record in enumerate(results.originals()):
        marks.extend({_mark(line) for line in record.lines})
        for at, line in enumerate(record.lines):
            if line.section == "duties" and not _STOCK.search(line.text):
                duties.add(line.text, record.row.among, (number, at))
            elif line.section == "company" and _promises(line):
                place, count = promises.get(line.text) or (place_of(record, line), 0)
                promises[line.text] = place, count + 1
            for about, value in _facts(line):
                families[_family(record.row.title)][about].append((value, place_of(record, line)))
    kinds: dict[str, Sequence[Any]] = {
        "overlaps": _overlaps(results, duties),
        "unowned": _unowned(promises, duties),
        "copied": _copied(results, marks),
        "contradictions": _contradictions(families),
    }
    counts = {kind: len(found) for kind, found in kinds.items()}
    strongest: dict[str, Any] = {kind: tuple(found[:MOST]) for kind, found in kinds.items()}
    strongest["overlaps"] = _drawn(results, strongest["overlaps"])
    strongest["copied"] = _with_paths(results, strongest["copied"])
    return Across(**strongest, found=counts)


def _promises(line: Line) -> bool:
    told = line.labels.customer == "external" and line.labels.frame == "stewardship"
    return told and bool(_PROMISE.search(line.text))


def place_of(record: Audited, line: Line) -> Place:
    """Return where a line stands; no place names a function that is a guess."""
    row = record.row
    return Place(path=row.path, title=row.title, function=row.among, line=line.line, text=line.text)


_Shared = tuple[float, Key, Key, int]
"""Likeness of two duties, where each stands, and how many further ones the two job descriptions share."""


def _overlaps(results: Results, duties: Index) -> list[_Shared]:
    """Return the duties that two functions claim: of two job descriptions that share many, one, with their number."""
    uncertain = {n for n, record in enumerate(results.originals()) if record.row.among == UNCERTAIN}
    together: dict[tuple[int, int], list[tuple[float, Key, Key]]] = defaultdict(list)
    for like, *keys in duties.pairs():
        # By path, not in the order in which processes were done: a report must not differ from run to run.
        one, other = sorted(keys)
        if not uncertain & {one[0], other[0]}:
            together[one[0], other[0]].append((like, one, other))
    first = [(*min(pairs, key=_strongest), len(pairs) - 1) for pairs in together.values()]
    return sorted(first, key=_strongest)


def _strongest(shared: tuple[Any, ...]) -> tuple[Any, ...]:
    return (-shared[0], shared[1], shared[2])


def _drawn(results: Results, shared: Sequence[_Shared]) -> tuple[Overlap, ...]:
    wanted = {key for _, one, other, _ in shared for key in (one, other)}
    records = {number for number, _ in wanted}
    places: dict[Key, Place] = {}
    for number, record in enumerate(results.originals()):
        if number in records:
            places.update({(n, at): place_of(record, record.lines[at]) for n, at in wanted if n == number})
    return tuple(
        Overlap(one=places[a], other=places[b], likeness=half_up(like, 2), more=more) for like, a, b, more in shared
    )


def _unowned(promises: dict[str, tuple[Place, int]], duties: Index) -> list[Unowned]:
    found = []
    often = sorted(promises.items(), key=lambda item: (-item[1][1], item[1][0].path, item[1][0].line))
    for text, (place, count) in often[:WEIGHED]:
        nearest = duties.nearest(text)
        if nearest < 0.34:  # a third of its words: below, no duty speaks of the same thing
            found.append(Unowned(place=place, nearest=half_up(nearest, 2), count=count))
    return sorted(found, key=lambda each: (-each.count, each.nearest, each.place.path, each.place.line))


def _mark(line: Line) -> int:
    """Return a number for a line that is the same in every process, which ``hash`` is not."""
    told = f"{line.section}\0{line.text}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(told, digest_size=8).digest(), "big", signed=True)


def _copied(results: Results, marks: array[int]) -> list[Copied]:
    """Return the lines that stand in many job descriptions; those on the role itself first, the oftenest first."""
    import numpy as np

    each, counts = np.unique(np.frombuffer(marks, dtype=np.int64), return_counts=True)
    often = {int(mark): int(n) for mark, n in zip(each, counts, strict=True) if n >= COPIED}
    found: dict[int, Copied] = {}
    for record in results.originals():
        for line in record.lines:
            mark = _mark(line)
            if mark in often and mark not in found and len(line.text.split()) > 4:
                found[mark] = Copied(text=line.text, section=line.section, count=often[mark])
    order: dict[str, int] = {section: number for number, section in enumerate(_IN_ORDER)}
    return sorted(found.values(), key=lambda c: (order.get(c.section, len(order)), -c.count, c.text))


def _with_paths(results: Results, copied: Sequence[Copied]) -> tuple[Copied, ...]:
    """Return the copied lines with the job descriptions in which they stand."""
    paths: dict[tuple[str, str], list[str]] = {(each.section, each.text): [] for each in copied}
    for record in results.originals():
        for key in {(line.section, line.text) for line in record.lines}:
            if key in paths:
                paths[key].append(record.row.path)
    return tuple(
        msgspec.structs.replace(each, paths=tuple(sorted(paths[each.section, each.text])[:NAMED])) for each in copied
    )


def _facts(line: Line) -> Iterator[tuple[str, str]]:
    """Yield the facts of a line that sisters should agree on."""
    if line.section == "requirements" and (years := _YEARS.search(line.text)) and "experience" in line.text.lower():
        yield "years of experience", years[1]
    if "eport" in line.text and (reports := _REPORTS.search(line.text)):
        yield "reports to", reports[1].strip()


def _family(title: str) -> str:
    """Return the title by which sisters are known; a level in it ("senior", "II") makes another family."""
    return " ".join(title.lower().split())


def _contradictions(
    families: dict[str, dict[str, list[tuple[str, Place]]]],
) -> list[Contradiction]:
    found = []
    for family, facts in families.items():
        for about, values in facts.items():
            told = [(value, place) for value, place in values if place.path]
            first = {place.path: (value, place) for value, place in reversed(told)}
            distinct = {value.lower() for value, _ in first.values()}
            if len(first) > 1 and len(distinct) > 1:
                rows = sorted(first.values(), key=lambda row: (row[0], row[1].path))
                found.append(Contradiction(family=family, about=about, values=tuple(rows[:6])))
    return sorted(found, key=lambda c: (-len(c.values), c.family, c.about))
