"""What the title and the duties of a job description say of each job function.

Two sources of evidence, both data: expressions that tell the function by themselves (``functions.toml``), and
words weighed by how much more often they stand in O*NET's titles and tasks of one function than in all
(``function_words.json``, made by ``tools/function_words.py``; O*NET 29.3, US Department of Labor/ETA, CC BY
4.0). Words of a title that several trades have (``thin``) count little. What all of it together comes to is
``function.py``.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from jdrewrite import resources
from jdrewrite.analysis.departments import title_as_meant
from jdrewrite.analysis.literals import Letters, compiled, told

if TYPE_CHECKING:
    from collections.abc import Sequence

_TITLE = 3.0
"""How much an expression in the title weighs where it stands in its middle."""
_LAST = 1.35
"""The end of a title names the trade ("Marketing Data Analyst"), so what stands there weighs more."""
_ASIDE = 0.6
"""What follows a comma or a dash in a title is the place or the team."""
_WITHIN = 0.35
"""An expression inside a longer one of another function: "engineer" in "quality engineer"."""
_THIN = 0.45
"""An expression that titles of several trades have: "architect", "registrar", "production"."""
_WORD = re.compile(r"[a-z][a-z+#&.-]*[a-z+#]|[a-z]")
_NOISE = re.compile(r"\(.*?\)|\b(remote|hybrid|contract|temporary|full[- ]time|part[- ]time|m/f/d|usa?|uk|emea)\b|\d+")
_FORMAL = re.compile(
    r"^\W*(?:(?:job|position|employment|career|vacancy) )?"
    r"(?:postings?|titles?|openings?|announcements?|descriptions?|opportunit(?:y|ies)|vacanc(?:y|ies)|position)\s*[:|\u2013\u2014-]"
)
"""What only says that a job's title follows: "Job posting:"."""
_HEAD_END = re.compile(r",| - |:|/(?=\s)|[|\u2013\u2014]")
_WORD_START = re.compile(r"\b\w")
_OPENING = 4
"""Letters by which expressions are found that may match at a word."""
_STOP = frozenset({"of", "and", "the", "for", "a", "to", "in", "or", "with"})
_READ, _TITLE_LENGTH = 4000, 160
"""Characters of duties and title that are looked at: more only repeats the picture."""
_RANKS = (
    (re.compile(r"\b(vp|vice president|director|head|manager|president|chief)\b"), "general-management"),
    (re.compile(r"\b(supervisor|team lead(er)?)\b"), "operations"),
    (re.compile(r"\banalyst\b"), "data-analytics"),
    (re.compile(r"\b(assistant|coordinator)$"), "administration"),
)


class Evidence(NamedTuple):
    """How much speaks for each function, by where it stands; what says nothing of one is absent."""

    title: defaultdict[str, float]
    """Expressions of the title."""
    title_words: defaultdict[str, float]
    rank: defaultdict[str, float]
    """What a rank says by itself: something where the title says nothing else."""
    duties: defaultdict[str, float]
    """Expressions of the duties, by how often they stand there."""
    duty_words: defaultdict[str, float]


class _Tables(msgspec.Struct, frozen=True):
    title_marks: dict[str, str]
    letters: Letters[str]
    """The functions by letters without which their expressions do not stand in a title."""
    thin: re.Pattern[str]
    """What is no more than one of these words of a title says little."""
    duty_marks: tuple[tuple[str, str], ...]
    """Expressions of duties, each with the function for which it speaks."""
    title_words: dict[str, dict[str, float]]
    task_words: dict[str, dict[str, float]]
    kin: dict[str, list[str]]
    openings: dict[str, tuple[int, ...]]
    """Places of expressions of duties, by the letters with which what they find begins."""


@cache
def _tables() -> _Tables:
    marks = resources.table(resources.tables() / "functions.toml", dict[str, Any])
    words = resources.table(resources.tables() / "function_words.json", dict[str, Any])

    duties = tuple((name, rf"\b(?:{pattern})") for name, patterns in marks["duties"].items() for pattern in patterns)
    titles = {name: "|".join(f"(?:{p})" for p in own) for name, own in marks["titles"].items()}
    known = zip(titles, told("titles", list(titles.values())), strict=True)
    return _Tables(
        title_marks=titles,
        letters=Letters((letters, name) for name, each in known for letters in each.needs or {""}),
        thin=re.compile("|".join(f"(?:{p})" for p in marks["thin"]["words"])),
        duty_marks=duties,
        title_words=words["titles"],
        task_words=words["tasks"],
        kin=marks["kin"],
        openings=_by_opening(duties),
    )


def _by_opening(marks: Sequence[tuple[str, str]]) -> dict[str, tuple[int, ...]]:
    """Return the places of expressions by the letters with which a match begins."""
    found: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for place, known in enumerate(told("duties", [mark for _, mark in marks])):
        for letters in known.openings:
            found[letters[:_OPENING]][place] = None
    return {letters: tuple(places) for letters, places in found.items()}


@lru_cache(maxsize=20_000)
def _beginning_with(letters: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the expressions of duties that may match where a word begins with these letters."""
    tables = _tables()
    places = {p for length in range(len(letters) + 1) for p in tables.openings.get(letters[:length], ())}
    return tuple((name, compiled(mark)) for name, mark in (tables.duty_marks[place] for place in sorted(places)))


def evidence(title: str, duties: Sequence[str] = ()) -> Evidence:
    """Return what a title and texts of duties say of each function."""
    found = Evidence(*(defaultdict(float) for _ in Evidence._fields))
    read = _NOISE.sub(" ", _FORMAL.sub(" ", title[:_TITLE_LENGTH].lower())).strip()
    _of_title(found, title_as_meant(read, duties))
    if duties:
        _of_duties(found, duties)
    return found


def names() -> tuple[str, ...]:
    """Return all functions that can be found."""
    return tuple(_tables().title_marks)


def kin_of(name: str) -> Sequence[str]:
    """Return the functions that lie next to one."""
    return _tables().kin.get(name, ())


def _of_title(found: Evidence, title: str) -> None:
    tables = _tables()
    length = max(1, len(title.strip()))
    head = len(_HEAD_END.split(title)[0].rstrip())
    possible = tables.letters.possible(title)
    patterns = [(name, compiled(mark)) for name, mark in tables.title_marks.items() if name in possible]
    hits = [(name, *match.span()) for name, pattern in patterns for match in pattern.finditer(title)]
    for name, start, end in hits:
        # The head of the title says more than what follows a comma; within it, its end names the trade.
        place = _ASIDE if start >= head else _LAST if end >= head - 2 else 1.0
        if any(a <= start and end <= b and b - a > end - start and other != name for other, a, b in hits):
            place *= _WITHIN
        if tables.thin.fullmatch(title, start, end):
            place *= _THIN
        found.title[name] += _TITLE * place * (0.6 + 0.4 * min(1.0, 2 * (end - start) / length))
    for pattern, name in _RANKS:
        if pattern.search(title):
            found.rank[name] += 1.0
    for term in _terms(title):
        for name, weight in tables.title_words.get(term, {}).items():
            found.title_words[name] += weight


def _of_duties(found: Evidence, duties: Sequence[str]) -> None:
    tables = _tables()
    text = "\n".join(duties)[:_READ].lower()
    words = max(80, len(text.split()))
    hits: defaultdict[str, int] = defaultdict(int)
    for start in _WORD_START.finditer(text):
        at = start.start()
        for name, pattern in _beginning_with(text[at : at + _OPENING]):
            if pattern.match(text, at):
                hits[name] += 1
    for name, number in hits.items():
        found.duties[name] = math.log1p(100 * number / words)
    counts: defaultdict[str, float] = defaultdict(float)
    for term in _terms(text):
        for name, value in tables.task_words.get(term, {}).items():
            counts[name] += value
    for name, value in counts.items():
        found.duty_words[name] = value * 100 / (100 + words)


def _terms(text: str) -> list[str]:
    """Return words and pairs once each, in their order: sums must not depend on how a set lies in memory."""
    words = [word for word in _WORD.findall(text) if word not in _STOP]
    return list(dict.fromkeys([*words, *(f"{a} {b}" for a, b in pairwise(words))]))
