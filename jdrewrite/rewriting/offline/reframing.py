"""Turns inward ends to those served: what an end leads to for them is said behind it, or in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice

from jdrewrite.model import Proposal, Statement
from jdrewrite.rewriting.offline import reasons
from jdrewrite.rewriting.offline.anatomy import Anatomy, anatomy
from jdrewrite.rewriting.offline.clauses import Wording, wordings
from jdrewrite.rewriting.offline.reframe import (
    End,
    aims_at_once,
    can_be_turned,
    followed,
    inward_end,
    inward_words,
    may_be_followed,
    replaced,
    turned,
)
from jdrewrite.rewriting.offline.style import Style
from jdrewrite.rewriting.offline.worth import LEAST, Rated, Worth
from jdrewrite.rewriting.offline.writer import Phrase, Writer

_MONEY = "frame.inward.money"
"""The rule that finds the organisation's own money as the end."""


class Reframing:
    """Proposes other ends."""

    def __init__(self, writer: Writer) -> None:
        """Reframe what a writer writes."""
        self._writer = writer

    def best(self, room: int, worth: Worth) -> list[Rated]:
        """Return replacements for inward ends, in the order of the text.

        To turn the organisation's own money from an end into what follows is what a rewrite is asked for: that is
        proposed whatever readers think of it, who often miss the money; whoever edits the text decides.

        Args:
            room: how many at most.
            worth: of proposals for the job description.
        """
        writer = self._writer
        inward = (s for s in writer.assessment.statements if s.labels.frame == "inward" and writer.is_writable(s))
        found = ((s, next(self._reframe(s, fresh=True), None)) for s in inward)
        rated = (Rated(p, max(worth.of(p, ""), LEAST if _is_money(s) else -1.0)) for s, p in found if p)
        return list(islice(rated, max(room, 0)))

    def every(self, s: Statement) -> Iterator[Proposal]:
        """Yield all that could be said of an end in a statement."""
        return self._reframe(s, fresh=False)

    def _reframe(self, s: Statement, *, fresh: bool) -> Iterator[Proposal]:
        a = anatomy(s.text)
        if not a.whole:
            return
        end = inward_end(a, s)
        for phrase in self._phrases(a, s, end, fresh=fresh):
            if phrase.text is None or (fresh and self._writer.has_said(phrase.wording)):
                continue
            self._writer.took(phrase.wording)
            why = self._why(s, end, phrase, phrase.text)
            yield self._writer.proposal(s, "reframe", phrase.text, ("frame", "customer", "sight"), why, phrase.wording)

    def _phrases(self, a: Anatomy, s: Statement, end: End | None, *, fresh: bool) -> Iterator[Phrase]:
        """Return all that may be said, in the order of choice."""
        near, far = self._goals(a, s, near=True), self._goals(a, s, near=False)
        turns = self._turns(a, s, own=end is not None)
        if not end:
            return chain(near, turns, far)
        # The organisation's own money gives way. Of other goals, readers with the whole text took one that was gone
        # for a lost fact: it goes only where nothing can be said behind it, or where more wordings are asked for.
        gone = self._replacements(a, end, s, fresh=fresh)
        if _is_money(s):
            return chain(turns, gone, near, far)
        stays = chain(near, turns, far)
        return chain(stays, gone) if fresh else chain(islice(stays, 1), gone, stays)

    def _why(self, s: Statement, end: End | None, phrase: Phrase, text: str) -> str:
        wording, style, turn = phrase.wording, phrase.style, self._writer.turn
        words = next(s.text[e.start : e.end] for e in s.evidence if e.value == "inward")
        stays = s.text.rstrip(" .;") in text
        if stays and not wording.is_ability:
            return reasons.led(words, style.customers, turn)
        if stays or end is None:
            return reasons.turned(words, style.customers, turn)
        return reasons.replaced(end.text, style.customers, turn)

    def _replacements(self, a: Anatomy, end: End, s: Statement, *, fresh: bool) -> Iterator[Phrase]:
        """Yield ends in place of the inward one: what that very end is to those served, then what the work is to them.

        The latter are for a person who asks for more wordings.
        What an end is to them differs from work to work: only the function's own knowledge of it counts, and what the
        act itself says comes first: "find upselling opportunities to expand profitability" is about what is offered.
        """

        def put(wording: Wording, style: Style) -> str:
            return replaced(a, end, wording, style)

        sources = self._writer.sources
        for slug, motive in chain(sources.motives(s.text[: end.start]), sources.motives(end.text)):
            if slug == sources.function.slug:
                yield from self._put(self._writer.ordered(wordings(slug, motive), s), s, put)
        for slug, motive in sources.goals(end.text, s.text):
            if motive.about:
                yield from self._put((Wording(text, False, f"{slug}/{motive.id}") for text in motive.then), s, put)
        for source in [] if fresh else sources.outputs(s, end.start, fresh=False):
            yield from self._put(self._writer.ordered(wordings(source.slug, source.match.output), s), s, put)

    def _turns(self, a: Anatomy, s: Statement, *, own: bool = False) -> Iterator[Phrase]:
        """Yield ways to bind an inward aim that stays: reached by what is done for those served, or leading to it.

        What leads to an aim differs from work to work, so that only the function's own knowledge of it counts, unless
        the aim is the act itself. Behind a statement that has another act, a second end would be one too many.
        """
        if not can_be_turned(a, s):
            return
        itself = aims_at_once(a, s) and not own
        sources = self._writer.sources
        for slug, motive in sources.motives(inward_words(s)):
            if itself or slug == sources.function.slug:
                aims = [Wording(text, True, f"{slug}/{motive.id}") for text in motive.aim]
                yield from self._put(
                    self._writer.ordered(aims, s), s, lambda wording, style: turned(a, s, wording.text, style)
                )

    def _goals(self, a: Anatomy, s: Statement, *, near: bool) -> Iterator[Phrase]:
        """Yield what the inward end leads to for those served, said behind it, so that the end itself stays.

        What an end leads to differs from work to work: what holds of any work is said only where the end is the act.

        Args:
            a: the statement taken apart.
            s: the statement.
            near: only what is known of this very work; else only what is known of the end alone.
        """
        if not may_be_followed(a) or s.labels.customer == "external":
            return
        itself = can_be_turned(a, s) and aims_at_once(a, s)
        sources = self._writer.sources
        for slug, motive in sources.goals(inward_words(s), s.text):
            if near == bool(motive.about) and (itself or near or slug == sources.function.slug):
                states = [Wording(text, False, f"{slug}/{motive.id}") for text in motive.then]
                yield from self._put(
                    self._writer.ordered(states, s), s, lambda wording, style: followed(a, wording.text, style)
                )

    def _put(
        self, choices: Iterable[Wording], s: Statement, put: Callable[[Wording, Style], str | None]
    ) -> Iterator[Phrase]:
        """Yield the statement with each wording, in the style for those whom it means."""
        for wording in choices:
            style = self._writer.style_for(s, wording)
            yield Phrase(wording, style, put(wording, style))


def _is_money(s: Statement) -> bool:
    """Tell whether the organisation's own money is the end of a line."""
    return any(e.rule == _MONEY for e in s.evidence)
