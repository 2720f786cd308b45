"""Leaves out what does not bring what it promises, as the reader sees it that reads the text.

A line of the catalogue is written for a lens; with the word for those served in it, it may speak through another one.
Where it says nothing through its own, or the text would score lower with it, nobody who accepts it gets what is told.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from jdrewrite.analysis.assess import reader_for
from jdrewrite.analysis.score import score, unit
from jdrewrite.analysis.served_word import seen
from jdrewrite.analysis.settings import Settings
from jdrewrite.analysis.stepwise import Reading
from jdrewrite.language.words import plain
from jdrewrite.model import Assessment, BlockKind, Labels, Lens, Proposal, Score, Statement
from jdrewrite.rewriting.offline.worth import Rated

_NEW = "new"


class Promises:
    """Tells of the proposals for one job description which of them bring what they promise."""

    def __init__(self, assessment: Assessment) -> None:
        """Take the score that the text has as the least.

        Args:
            assessment: the job description.
        """
        word = assessment.customer_word
        self._people = word.plural if word.source == "given" else ""
        self._statements = assessment.statements
        self._function = assessment.function[0].name
        self._before = self._score(assessment.statements)

    def fulfilled(self, rated: Iterable[Rated]) -> list[Rated]:
        """Return those of some proposals that bring what they promise, in their order.

        A new line is there for one lens. An effect is true and says what comes of the duty, even where the reader does
        not count it, as one on nobody in particular; it must only take nothing away.
        """
        every = list(rated)
        seen_as = self._read([one.proposal for one in every])
        return [one for one, after in zip(every, seen_as, strict=True) if self._brings(one.proposal, after)]

    def fulfils(self, proposal: Proposal) -> bool:
        """Tell whether a proposal brings what it promises."""
        return self._brings(proposal, self._read([proposal])[0])

    def told(self, proposals: Iterable[Proposal]) -> list[Proposal]:
        """Return proposals that name no lens but those through which they bring something."""
        every = list(proposals)
        return [
            msgspec.structs.replace(one, lenses=self._gained(one, after))
            for one, after in zip(every, self._read(every), strict=True)
        ]

    def _brings(self, proposal: Proposal, after: tuple[Statement, ...]) -> bool:
        told = proposal.kind != "add" or bool(self._gained(proposal, after))
        return told and self._score(after).total >= self._before.total

    def _gained(self, proposal: Proposal, after: tuple[Statement, ...]) -> tuple[Lens, ...]:
        now = next(s for s in after if s.id == (proposal.statement or _NEW)).labels
        was = next((s.labels for s in self._statements if s.id == proposal.statement), Labels())
        # Where an end of the organisation's own goes, that is the gain.
        freed = was.frame == "inward" != now.frame
        found = self._score(after)
        return tuple(
            lens
            for lens in proposal.lenses
            if found.lens(lens).points > self._before.lens(lens).points
            or (unit(lens, now) > unit(lens, was) and found.lens(lens).points > 0)
            or (lens == "frame" and freed)
        )

    def _read(self, proposals: list[Proposal]) -> list[tuple[Statement, ...]]:
        """Return for each proposal the statements as they would be read with it."""
        texts = [seen(plain(proposal.proposed), self._people) for proposal in proposals]
        readings = reader_for(Settings()).read([text.text for text in texts])
        every = zip(proposals, texts, readings, strict=True)
        return [self._with(proposal, text.back(reading)) for proposal, text, reading in every]

    def _with(self, proposal: Proposal, reading: Reading) -> tuple[Statement, ...]:
        """Return the statements as they would be read with a proposal."""
        said = {"text": proposal.proposed, "labels": reading.labels, "evidence": reading.evidence}
        if proposal.statement:
            return tuple(
                msgspec.structs.replace(s, **said) if s.id == proposal.statement else s for s in self._statements
            )
        place = next(s for s in reversed(self._statements) if s.block == proposal.anchor.block)
        section = "purpose" if "frame" in proposal.lenses else place.section
        kind = BlockKind.BULLET if place.kind is BlockKind.HEADING else place.kind
        new = msgspec.structs.replace(place, id=_NEW, block=_NEW, section=section, kind=kind, **said)
        return (*self._statements, new)

    def _score(self, statements: tuple[Statement, ...]) -> Score:
        return score(statements, lambda _lens: None, self._function)
