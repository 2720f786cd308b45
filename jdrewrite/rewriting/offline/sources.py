"""What the catalogue knows of the lines of one job description: the function's own work, and the fields it shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from jdrewrite.analysis import entry_for
from jdrewrite.analysis.assess import GUESS
from jdrewrite.analysis.served_word import book, for_colleagues_alone, for_those
from jdrewrite.catalogue import (
    GENERAL,
    Function,
    Match,
    Motive,
    Work,
    goals_in,
    is_of_field,
    motive_in,
    outputs_in,
    quiet,
    work,
)
from jdrewrite.language.words import small_words
from jdrewrite.model import Assessment, Statement
from jdrewrite.rewriting.offline.anatomy import Anatomy, anatomy
from jdrewrite.rewriting.offline.done_to import is_done_to, is_narrowed
from jdrewrite.rewriting.offline.through import asked_by_others, is_for_colleagues

EVERYDAY = "everyday"
"""Slug of the work that nearly every job has: true, but less telling than what this job alone does."""
_BID = re.compile(r"\b(?:bids?|bidding|tenders?|rf[piq]s?|proposals?|pitch(?:es)?)\b", re.IGNORECASE)
"""Words of work that is offered and not yet done: nothing comes of it but what a bid is for."""
_PART = 0.3
"""Share of a line's telling words that an act and its thing have to be. Of 38 lines with less readers with the whole
text, on sources that nobody had worked from, took 13 % of the effects as they were and refused 32 %; of 66 with more,
44 and 18 %."""
_ASIDE = re.compile(r"\([^)]*\)|[,:]? (?:including|such as|e\.g\.|like)\b.*", re.IGNORECASE)
_SEVERAL = re.compile(r"[,;:()/&]|\b(?:and|or|to|for|with|by|of|in|on|from|that|which)\b")
_WORD = re.compile(r"[a-z]{3,}")
OF_ANY_TRADE = frozenset({"records", "goods", "papers"})
"""Slugs of tasks that every trade has, with effects that hold in each."""


class Source(NamedTuple):
    """An output that a line is about."""

    slug: str
    match: Match

    @property
    def name(self) -> str:
        """``function/entry``."""
        return f"{self.slug}/{self.match.output.id}"


class Sources:
    """The part of the catalogue that may speak of one job description."""

    function: Function

    def __init__(self, assessment: Assessment) -> None:
        self.function = _function_of(assessment)
        whole = " ".join(s.text for s in assessment.statements)
        fields = [field for field in work().values() if is_of_field(field, whole)]
        self._for_colleagues = for_colleagues_alone(assessment.title)
        if self._for_colleagues:
            fields = [f for f in fields if f.slug in book().through.of_colleagues or f.slug in OF_ANY_TRADE]
        word = assessment.customer_word
        self.function = for_those(self.function, word)
        self._makers: list[Function | Work] = [*(for_those(field, word) for field in fields), self.function]

    def outputs(self, s: Statement, end: int | None = None, *, fresh: bool = True) -> list[Source]:
        """Return the outputs that the statement is really about, the most telling first."""
        a = anatomy(s.text)
        done_to = partial(is_done_to, a.parse)
        text = s.text[:end]
        found: list[Source] = []
        inside = is_for_colleagues(s.text)
        for making in self._makers:
            if inside and making.slug not in book().through.of_colleagues and making.slug not in OF_ANY_TRADE:
                continue
            # What comes of working with others depends on what is worked at, which these lines do not say.
            matches = [m for m in outputs_in(making, text, done_to) if "collaborate" not in m.output.acts]
            matches = [m for m in matches if not asked_by_others(text, m) and _is_of_bids(text, m)]
            if fresh:
                matches = [m for m in matches if _is_sure(making, m, a) and _is_most_of(text, m)]
            found += [Source(making.slug, m) for m in matches]
        return sorted(found, key=lambda f: (-f.match.strength, f.name))

    def is_among_colleagues(self, s: Statement, slug: str) -> bool:
        """Tell whether an effect on those served would be a long way from a duty that any trade has.

        Args:
            s: the duty.
            slug: of the field that knows it.
        """
        return slug in OF_ANY_TRADE and (self._for_colleagues or is_for_colleagues(s.text))

    def motives(self, text: str) -> Iterator[tuple[str, Motive]]:
        """Yield the inward motives whose words stand in the text, with the slug of whoever knows of them."""
        for making in self._makers:
            found = motive_in(making, text)
            if found and f"{making.slug}/{found.id}" not in quiet():
                yield making.slug, found

    def goals(self, end: str, line: str) -> Iterator[tuple[str, Motive]]:
        """Yield the motives whose end may stay, as it leads to a good of those served, with the slug of who knows."""
        for making in reversed(self._makers):
            for found in goals_in(making, end, line):
                if f"{making.slug}/{found.id}" not in quiet():
                    yield making.slug, found


def _is_of_bids(line: str, match: Match) -> bool:
    """Tell whether an output is about bids, where the line is."""
    return not _BID.search(line) or any(_BID.search(thing) for thing in match.output.things)


def _is_most_of(line: str, match: Match) -> bool:
    """Tell whether an act and its thing are a good part of what a line says; examples and asides do not count.

    What stands between them and is no other thing ("maintain accurate records") belongs to them.
    """
    between = line[match.start : match.end]
    said = f"{match.act} {match.thing}" if _SEVERAL.search(between) else between
    return len(_telling(said)) >= _PART * len(_telling(_ASIDE.sub(" ", line)))


def _telling(text: str) -> set[str]:
    """Return the words of a text that are neither small nor short."""
    return {word for word in _WORD.findall(text.lower()) if word not in small_words()}


def _is_sure(making: Function | Work, match: Match, a: Anatomy) -> bool:
    """Tell whether a match may be proposed unasked: readers rejected too much of what stood on the others.

    Of the proposals that rest on one common noun with another noun before it ("document management tasks"), 37 % were
    accepted in rounds 2 to 4; of those on a phrase of its own, 53 %.
    """
    narrowed = " " not in match.thing and is_narrowed(a.parse, match.thing_start, match.end)
    return not narrowed and f"{making.slug}/{match.output.id}" not in quiet()


def _function_of(assessment: Assessment) -> Function:
    """Return the entry of the function, or the general one where the function is hardly more than a guess."""
    guess = assessment.function[0]
    return entry_for(guess.name if guess.confidence >= GUESS else GENERAL)
