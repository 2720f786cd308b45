"""Chooses what to touch and in which words: the best third at most, no clause twice, silence where nothing is true."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

import msgspec

from jdrewrite.model import Assessment, Kind, Proposal, Statement
from jdrewrite.rewriting.offline.adding import Adding
from jdrewrite.rewriting.offline.connecting import Connecting
from jdrewrite.rewriting.offline.heard import Heard
from jdrewrite.rewriting.offline.left_out import asked_for, with_all_lenses
from jdrewrite.rewriting.offline.parts import parts
from jdrewrite.rewriting.offline.position import Position, position_of
from jdrewrite.rewriting.offline.promises import Promises
from jdrewrite.rewriting.offline.reframing import Reframing
from jdrewrite.rewriting.offline.room import lines, room, wanted
from jdrewrite.rewriting.offline.worth import Rated, Worth, best, worthwhile
from jdrewrite.rewriting.offline.writer import NAME, Writer


class OfflineEngine:
    """Writes without a key and without a network; the same text gives the same proposals."""

    name = NAME

    def __init__(self, comments: Sequence[str] = ()) -> None:
        """Make a writer.

        Args:
            comments: what customers said that bears on this job; among true effects, those they speak of come first.
        """
        self._heard = Heard(comments)

    def propose(self, assessment: Assessment, kinds: Collection[Kind]) -> tuple[Proposal, ...]:
        """Return proposals in the order of their gain: reframes, connections, then additions."""
        whole = with_all_lenses(assessment)
        writer = Writer(whole, self._heard)
        at = _position(writer)
        worth = Worth(whole, at)
        promises = Promises(whole)
        made: list[Rated] = []
        left = room(whole)
        if "reframe" in kinds:
            made += promises.fulfilled(Reframing(writer).best(left, worth))
        if "connect" in kinds:
            made += promises.fulfilled(Connecting(writer).best(left - len(made), worth))
        if "add" in kinds:
            made += best(promises.fulfilled(Adding(writer, at, worth).every()), lines(whole), over=True)
        return _numbered(promises.told(asked_for(worthwhile(made, wanted(whole)), assessment)), "p")

    def alternatives(self, assessment: Assessment, statement: str, count: int) -> tuple[Proposal, ...]:
        """Return different proposals for one statement, as many as the catalogue has true wordings for."""
        writer = Writer(assessment, self._heard)
        every = _all_for(writer, assessment.statement(statement), Worth(assessment, _position(writer)))
        promises = Promises(assessment)
        found = list(islice(filter(promises.fulfils, every), count))
        return _numbered(asked_for(promises.told(found), assessment), f"{statement}.")


def _position(writer: Writer) -> Position:
    """Return what is known of the job; of lines that fit alike, the same text is given the same."""
    assessment = writer.assessment
    key = assessment.statements[0].fingerprint if assessment.statements else assessment.function[0].name
    return position_of(assessment, writer.sources.function, key)


def _all_for(writer: Writer, s: Statement, worth: Worth) -> Iterator[Proposal]:
    """Yield every proposal that could be made for a statement."""
    if writer.is_writable(s) and s.labels.frame == "inward":
        yield from Reframing(writer).every(s)
    elif writer.is_touchable(s):
        connecting = Connecting(writer)
        for part in [s] if writer.is_writable(s) else parts(s):
            yield from connecting.every(part, worth)


def _numbered(proposals: Iterable[Proposal], prefix: str) -> tuple[Proposal, ...]:
    return tuple(msgspec.structs.replace(p, id=f"{prefix}{n}") for n, p in enumerate(proposals, 1))
