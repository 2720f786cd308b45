"""Tells a text that holds several jobs: a page that lists vacancies, or job descriptions one below the other.

In a list the same fields come again and again (a wage, a closing date, a button to apply), each time below another
title. Whole job descriptions begin anew with a title and their own duties and requirements. Either way, levels of one
job ("Buyer", "Senior Buyer") share the words of their titles and are one: only where titles of two trades or more
remain does a text hold several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from jdrewrite.analysis.headings import heading_section, is_heading
from jdrewrite.language.jobs import names_a_job
from jdrewrite.model import Block, BlockKind, Section

_FIELDS = {
    "wage": re.compile(
        r"(?:(?:salary|wage|pay|rate)(?: range| rate)?\s*[:|-]\s*)?(?:(?:from|up to) )?"
        r"[$\u00a3\u20ac]\s?\d[\d,.]*k?\b.{0,60}"
    ),
    "date": re.compile(
        r"(?:(?:date )?posted|post(?:ing)? date|clos(?:es|ing)(?: date)?|open until|deadline|apply by|expires)\b.{0,40}"
    ),
    "place": re.compile(
        r"(?:location|department|(?:job|employment) type|schedule|job (?:id|number|no)|req(?:uisition)?(?: id)?)"
        r"\W{0,3}[:|#].{1,60}|(?:full|part)[- ]time"
    ),
    "button": re.compile(
        r"(?:.{0,20}\b)?apply(?: now| online| here| for this job)?(?:already .{0,30})?|"
        r"(?:view|see) (?:job|details|more).{0,20}"
    ),
}
"""Lines that stand once in a job description, whole and in lower case."""
_LISTED = 4
"""Times that fields of two kinds come, and titles above them, in a list of vacancies."""
_ABOVE = 3
"""Lines above a field among which its title stands."""
_TITLE_WORDS = 10
_LABEL = re.compile(r"(?:job title|position title|title of (?:the )?(?:job|position))\s*:\s*(\S.{2,80})", re.IGNORECASE)
_RANK = re.compile(
    r"(?:senior|sr|junior|jr|lead|principal|staff|chief|head|deputy|assistant|associate|intermediate|mid|entry|level|"
    r"trainee|intern|grade|of|the|and|for|to|in|at|part|full|time|remote|i{1,3}|iv|v|[a-z]?\d+)"
)
"""Words of a title that tell neither a trade nor what somebody is."""
_OFFICE = frozenset(
    "administrator coordinator director executive leader manager officer president representative specialist "
    "supervisor vice worker".split()
)
"""What somebody is in any trade: "Account Manager" and "Office Manager" have nothing in common."""
_BEHIND = re.compile(r"\s[-\u2013\u2014]\s|[,(|/]|\sat\s")
"""Begins what stands behind a title: a place, a department, a house that other titles bear as well."""
_WORD = re.compile(r"[a-z][a-z'\u2019]*\d*|\d+")


def jobs_in(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the titles of a text that holds several jobs, in order; nothing where it holds one.

    Args:
        blocks: the document's blocks, in reading order.
    """
    return _listed(blocks) or _one_below_the_other(blocks)


def _listed(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the titles of a list of vacancies."""
    kinds = [_field(" ".join(block.text.split())) for block in blocks]
    often = {kind for kind in _FIELDS if kinds.count(kind) >= _LISTED}
    if len(often) < 2:
        return ()
    # Each vacancy begins with the field that comes first in all of them.
    first = next(kind for kind in kinds if kind in often)
    titles: dict[str, None] = {}
    for number, kind in enumerate(kinds):
        if kind != first:
            continue
        above = [blocks[n].text.strip() for n in range(max(0, number - _ABOVE), number) if not kinds[n]]
        title = next((text for text in reversed(above) if _may_be_title(text)), "")
        if title:
            titles[title] = None
    return tuple(titles) if len(titles) >= _LISTED and _of_several_trades(tuple(titles)) else ()


def _field(line: str) -> str:
    low = line.lower()
    return next((kind for kind, pattern in _FIELDS.items() if len(low) < 100 and pattern.fullmatch(low)), "")


def _may_be_title(text: str) -> bool:
    return len(text.split()) <= _TITLE_WORDS and any(c.isalpha() for c in text) and not text.endswith((".", ":", "?"))


def _one_below_the_other(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the titles of job descriptions that follow each other."""
    starts = list(_starts(blocks))
    whole = [
        title
        for (start, title), (stop, _) in pairwise([*starts, (len(blocks), "")])
        if {"duties", "requirements"} <= set(_sections(blocks[start + 1 : stop]))
    ]
    return tuple(whole) if _of_several_trades(whole) else ()


def _starts(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Yield each block that says a job's title where a document begins, and the title."""
    first = min((block.level for block in blocks[1:] if block.kind is BlockKind.HEADING), default=0)
    for number, block in enumerate(blocks):
        text = block.text.strip()
        labelled = _LABEL.fullmatch(text)
        if labelled:
            yield number, labelled.group(1)
        # Deeper headings name levels and specialities of a job.
        elif block.kind is BlockKind.HEADING and (not number or block.level == first) and _is_title(text):
            yield number, text


def _is_title(text: str) -> bool:
    return not text.endswith(":") and names_a_job(text) and not heading_section(text)


def _sections(blocks: Sequence[Block]) -> Iterator[Section]:
    for block in blocks:
        if is_heading(block) and (section := heading_section(block.text)):
            yield section


def _of_several_trades(titles: Sequence[str]) -> bool:
    """Tell whether titles remain apart when those that share a word of their trades are put together."""
    words = [_words(title) for title in titles]
    # A bare "Manager" is a level of any other manager's job.
    offices = frozenset[str]().union(*(own for own in words if own - _OFFICE))
    groups: list[frozenset[str]] = []
    for own in words:
        trade = own - _OFFICE or own - offices
        if trade:
            akin = [group for group in groups if not trade.isdisjoint(group)]
            groups = [*(group for group in groups if trade.isdisjoint(group)), trade.union(*akin)]
    return len(groups) > 1


def _words(title: str) -> frozenset[str]:
    """Return the words of a title that tell a trade or an office, those before its first comma or dash if they do."""
    low = title.lower()
    head = _telling(_BEHIND.split(low, maxsplit=1)[0])
    return head if head - _OFFICE else _telling(low)


def _telling(low: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(low) if not _RANK.fullmatch(word))
