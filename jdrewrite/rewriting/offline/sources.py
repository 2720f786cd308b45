"""What the catalogue knows of the lines of one job description: the function's own work, and the fields it shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from jdrewrite.analysis import entry_for
from jdrewrite.analysis.entries import EFFECTS_FROM
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
from jdrewrite.model import Assessment, Statement
from jdrewrite.rewriting.offline.anatomy import anatomy
from jdrewrite.rewriting.offline.done_to import is_done_to
from jdrewrite.rewriting.offline.through import asked_by_others, is_for_colleagues

EVERYDAY = "everyday"
"""Slug of the work that nearly every job has: true, but less telling than what this job alone does."""
_BID = re.compile(r"\b(?:bids?|bidding|tenders?|rf[piq]s?|proposals?|pitch(?:es)?)\b", re.IGNORECASE)
"""Words of work that is offered and not yet done: nothing comes of it but what a bid is for."""
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
        """Return the outputs that the statement is really about, the most telling first.

        Args:
            s: the statement, or a part of one.
            end: where to stop looking, in characters; None for its end.
            fresh: unasked, so that those are left out on whose word alone nothing is proposed.
        """
        done_to = partial(is_done_to, anatomy(s.text).parse)
        text = s.text[:end]
        found: list[Source] = []
        inside = is_for_colleagues(s.text)
        for making in self._makers:
            if inside and making.slug not in book().through.of_colleagues and making.slug not in OF_ANY_TRADE:
                continue
            # What comes of working with others depends on what is worked at, which these lines do not say.
            matches = [m for m in outputs_in(making, text, done_to) if "collaborate" not in m.output.acts]
            matches = [m for m in matches if not asked_by_others(text, m) and _is_of_bids(text, m)]
            found += [Source(making.slug, m) for m in matches]
        found = [source for source in found if not (fresh and source.name in quiet())]
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


def _function_of(assessment: Assessment) -> Function:
    """Return the entry of the function, or the general one where the function is hardly more than a guess."""
    guess = assessment.function[0]
    return entry_for(guess.name if guess.confidence >= EFFECTS_FROM else GENERAL)
