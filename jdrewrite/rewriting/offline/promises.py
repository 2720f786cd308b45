"""Leaves out what does not bring what it promises, as the reader sees it that read the text.

A line of the catalogue is written for a lens; with the word for those served in it, it may speak through another one.
Where it says nothing through its own, or the text would score lower with it, nobody who accepts it gets what is told.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import msgspec

from jdrewrite.analysis.reading import reader_for
from jdrewrite.analysis.score import score, unit
from jdrewrite.analysis.served_word import seen
from jdrewrite.analysis.settings import Settings
from jdrewrite.analysis.stepwise import Reading
from jdrewrite.language.words import plain
from jdrewrite.model import Assessment, BlockKind, Labels, Lens, Proposal, Score, Statement
from jdrewrite.rewriting.offline.worth import Rated

_NEW = "new"


class _After(NamedTuple):
    """What the text would be with a proposal."""

    labels: Labels
    """Of the line that is changed, or new."""
    score: Score


class Promises:
    """Tells of the proposals for one job description which of them bring what they promise."""

    def __init__(self, assessment: Assessment) -> None:
        """Take the score that the text has as the least.

        Args:
            assessment: the job description; proposals are read by the rules and words by which it was read.
        """
        word = assessment.customer_word
        self._people = word.plural if word.source == "given" else ""
        self._reader = reader_for(Settings(changes=assessment.changes))
        self._statements = assessment.statements
        self._function = assessment.function[0].name
        self._before = self._score(assessment.statements)
        self._known: dict[tuple[str | None, str, str, bool], _After] = {}

    def fulfilled(self, rated: Iterable[Rated]) -> list[Rated]:
        """Return those of some proposals that bring what they promise, in their order.

        A new line is there for one lens. An effect is true and says what comes of the duty, even where the reader does
        not count it, as one on nobody in particular; it must only take nothing away.
        """
        every = list(rated)
        with_each = self._with([one.proposal for one in every])
        return [one for one, after in zip(every, with_each, strict=True) if self._fulfils(one.proposal, after)]

    def fulfils(self, proposal: Proposal) -> bool:
        """Tell whether a proposal brings what it promises."""
        return self._fulfils(proposal, *self._with([proposal]))

    def told(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """Return proposals that name no lens but those through which they bring something."""
        every = list(proposals)
        return [
            msgspec.structs.replace(one, lenses=self._gained(one, after))
            for one, after in zip(every, self._with(every), strict=True)
        ]

    def _fulfils(self, proposal: Proposal, after: _After) -> bool:
        told = proposal.kind != "add" or bool(self._gained(proposal, after))
        return told and after.score.total >= self._before.total

    def _gained(self, proposal: Proposal, after: _After) -> tuple[Lens, ...]:
        was = next((s.labels for s in self._statements if s.id == proposal.statement), Labels())
        # Where an end of the organisation's own goes, that is the gain.
        freed = was.frame == "inward" != after.labels.frame
        return tuple(
            lens
            for lens in proposal.lenses
            if after.score.lens(lens).points > self._before.lens(lens).points
            or (unit(lens, after.labels) > unit(lens, was) and after.score.lens(lens).points > 0)
            or (lens == "frame" and freed)
        )

    def _with(self, proposals: list[Proposal]) -> list[_After]:
        """Return what the text would be with each proposal; what was read once is not read again."""
        keys = [(one.statement, one.anchor.block, one.proposed, _is_purpose(one)) for one in proposals]
        unknown = {key: one for key, one in zip(keys, proposals, strict=True) if key not in self._known}
        texts = [seen(plain(one.proposed), self._people) for one in unknown.values()]
        readings = self._reader.read([text.text for text in texts])
        for (key, one), text, reading in zip(unknown.items(), texts, readings, strict=True):
            known = text.back(reading)
            self._known[key] = _After(known.labels, self._score(self._statements_with(one, known)))
        return [self._known[key] for key in keys]

    def _statements_with(self, proposal: Proposal, reading: Reading) -> tuple[Statement, ...]:
        """Return the statements as they would be read with a proposal."""
        said = {"text": proposal.proposed, "labels": reading.labels, "evidence": reading.evidence}
        if proposal.statement:
            return tuple(
                msgspec.structs.replace(s, **said) if s.id == proposal.statement else s for s in self._statements
            )
        place = next(s for s in reversed(self._statements) if s.block == proposal.anchor.block)
        section = "purpose" if _is_purpose(proposal) else place.section
        kind = BlockKind.BULLET if place.kind is BlockKind.HEADING else place.kind
        new = msgspec.structs.replace(place, id=_NEW, block=_NEW, section=section, kind=kind, **said)
        return (*self._statements, new)

    def _score(self, statements: tuple[Statement, ...]) -> Score:
        """Return a score of all lenses; those that a project leaves out are seen to where proposals are chosen."""
        return score(statements, lambda _lens: None, self._function)


def _is_purpose(proposal: Proposal) -> bool:
    """Tell whether a new line would say what the role is there for."""
    return "frame" in proposal.lenses
