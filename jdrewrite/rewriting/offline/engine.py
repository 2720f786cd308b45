"""Chooses what to touch and in which words: the best third at most, no clause twice, silence where nothing is true."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice

import msgspec

from jdrewrite.catalogue import Match, plain
from jdrewrite.model import Anchor, Assessment, BlockKind, Kind, Lens, Proposal, Statement
from jdrewrite.rewriting.offline import reasons
from jdrewrite.rewriting.offline.additions import additions
from jdrewrite.rewriting.offline.anatomy import LONG, SHORT, Anatomy, anatomy
from jdrewrite.rewriting.offline.clauses import Wording, attach, can, wordings
from jdrewrite.rewriting.offline.heard import Heard
from jdrewrite.rewriting.offline.lists import strays
from jdrewrite.rewriting.offline.parts import in_place, parts
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
from jdrewrite.rewriting.offline.repeats import without_repeats
from jdrewrite.rewriting.offline.room import lines, room
from jdrewrite.rewriting.offline.silence import nobody_is_known
from jdrewrite.rewriting.offline.sources import EVERYDAY, Sources
from jdrewrite.rewriting.offline.style import Style, style_of
from jdrewrite.rewriting.offline.telling import most_telling
from jdrewrite.rewriting.offline.through import style_for, through_colleagues

_TOUCHED = frozenset({"purpose", "duties"})
_EVERYDAY_MOST = 1
"""Statements at most that are connected by it."""
_WANTED, _EVERYDAY_FALLBACK = 3, 1
"""The same where there would be fewer proposals than wanted."""
_MONEY = "frame.inward.money"
"""The rule that finds the organisation's own money as the end."""
_NAMED = 6
"""Words of a line at most that a reason repeats."""


class OfflineEngine:
    """Writes without a key and without a network; the same text gives the same proposals."""

    name = "offline"

    def __init__(self, comments: Sequence[str] = ()) -> None:
        """Make a writer.

        Args:
            comments: what customers said that bears on this job; among true effects, those they speak of come first.
        """
        self._heard = Heard(comments)

    def propose(self, assessment: Assessment, kinds: Collection[Kind]) -> tuple[Proposal, ...]:
        """Return proposals in the order of their gain: reframes, connections, then additions."""
        writer = _Writer(assessment, self._heard)
        made: list[Proposal] = []
        left = room(assessment)
        if "reframe" in kinds:
            made += writer.reframes(left)
        if "connect" in kinds:
            made += writer.connections(left - len(made))
        if "add" in kinds:
            made += islice(additions(assessment, writer.function, writer.own_style, self.name), lines(assessment))
        return tuple(msgspec.structs.replace(p, id=f"p{n}") for n, p in enumerate(made, 1))

    def alternatives(self, assessment: Assessment, statement: str, count: int) -> tuple[Proposal, ...]:
        """Return different proposals for one statement, as many as the catalogue has true wordings for."""
        writer = _Writer(assessment, self._heard)
        found = list(writer.all_for(assessment.statement(statement)))[:count]
        return tuple(msgspec.structs.replace(p, id=f"{statement}.{n}") for n, p in enumerate(found, 1))


class _Writer:
    """Holds what has been used in this job description, so that nothing is said twice."""

    def __init__(self, assessment: Assessment, heard: Heard) -> None:
        self.assessment = assessment
        self._sources = Sources(assessment)
        self.function = self._sources.function
        self._heard = heard
        self.own_style = self.style = style_of(assessment.statements, assessment.customer_word)
        whole = " ".join(s.text for s in assessment.statements)
        self._used: set[str] = set()
        self._entries: set[str] = set()
        # Two job descriptions that are read one after the other do not begin with the same reason.
        self._turn = int(hashlib.sha256(whole.encode()).hexdigest()[:4], 16)
        self._everyday = _EVERYDAY_MOST
        self._common = 0
        self._strays = strays(assessment.statements)

    def reframes(self, room: int) -> list[Proposal]:
        """Return replacements for inward ends."""
        made: list[Proposal] = []
        for s in self.assessment.statements:
            if len(made) >= room:
                break
            if s.labels.frame == "inward" and self._writable(s):
                proposal = next(self._reframe(s, fresh=True), None)
                if proposal:
                    made.append(proposal)
        return made

    def connections(self, room: int) -> list[Proposal]:
        """Return effects added to the duties where they are most telling; none where it is not known for whom."""
        made: list[Proposal] = []
        if nobody_is_known(self.assessment):
            return made
        later: list[Statement] = []
        for s in most_telling(self._open_to_effects(), self._sources):
            if len(made) >= room or (made and anatomy(s.text).is_last_choice):
                break
            if not self._connected(s, made, _EVERYDAY_MOST):
                later.append(s)
        for s in later:
            if len(made) < min(room, _WANTED):
                self._connected(s, made, _EVERYDAY_FALLBACK)
        return made

    def _open_to_effects(self) -> Iterator[Statement]:
        """Yield the statements to which an effect may be added, and the parts of those that are too long for it."""
        for s in self.assessment.statements:
            if self._writable(s):
                yield s
            elif self._touchable(s):
                yield from parts(s)

    def _connected(self, s: Statement, made: list[Proposal], everyday: int) -> bool:
        if any(each.statement == s.id for each in made):
            return True  # of a sentence of many acts one is enough
        self._everyday = everyday
        proposal = next(self._connect(s, fresh=True), None)
        if proposal:
            made.append(proposal)
        return proposal is not None

    def all_for(self, s: Statement) -> Iterator[Proposal]:
        """Yield every proposal that could be made for a statement."""
        if self._writable(s):
            yield from (self._reframe(s, fresh=False) if s.labels.frame == "inward" else self._connect(s, fresh=False))
        elif self._touchable(s):
            for part in parts(s):
                yield from self._connect(part, fresh=False)

    def _writable(self, s: Statement) -> bool:
        return self._touchable(s) and SHORT <= len(s.text.split()) <= LONG

    def _touchable(self, s: Statement) -> bool:
        is_duty = s.section in _TOUCHED and s.kind is not BlockKind.HEADING and s.id not in self._strays
        return is_duty and not s.locked

    def _connect(self, s: Statement, *, fresh: bool) -> Iterator[Proposal]:
        a = anatomy(s.text)
        if not a.takes_an_effect:
            return
        whole = self.assessment.statement(s.id)
        for source in self._sources.outputs(s, fresh=fresh):
            common = source.slug == EVERYDAY
            if fresh and (source.name in self._entries or (common and self._common >= self._everyday)):
                continue
            known = wordings(source.slug, source.match.output)
            true = through_colleagues(known, source.slug, self.assessment, s)
            for wording in without_repeats(s.text, self._ordered(true, s.fingerprint), self.own_style.customers):
                if fresh and wording.text in self._used:
                    continue
                self._style_for(s, wording)
                within, listed = s.text != whole.text, s.kind is BlockKind.BULLET
                text = attach(a, wording, self.style, self._turn, listed=listed, within=within)
                if text is None:
                    continue
                self._took(wording)
                self._common += common
                why = reasons.connect(_named(s, source.match), self._effect(wording), self.style.customers, self._turn)
                why += self._heard.said(wording)
                made = self._proposal(s, "connect", text, ("sight", "frame", "customer"), why, wording.source)
                yield in_place(made, whole, s)

    def _reframe(self, s: Statement, *, fresh: bool) -> Iterator[Proposal]:
        a = anatomy(s.text)
        if not a.whole:
            return
        end = inward_end(a, s)
        near, far = self._goals(a, s, near=True), self._goals(a, s, near=False)
        turns = self._turns(a, s, own=end is not None)
        made = chain(near, turns, far)
        if end:
            # The organisation's own money gives way. Of other goals, readers with the whole text took one that was gone
            # for a lost fact: it goes only where nothing can be said behind it, or where more wordings are asked for.
            gone = self._replacements(a, end, s, fresh=fresh)
            if any(e.rule == _MONEY for e in s.evidence):
                made = chain(turns, gone, near, far)
            else:
                made = chain(made, gone) if fresh else chain(islice(made, 1), gone, made)
        for wording, text in made:
            if text is None or (fresh and wording.text in self._used):
                continue
            self._took(wording)
            effect, customers = self._effect(wording), self.style.customers
            words = next(s.text[e.start : e.end] for e in s.evidence if e.value == "inward")
            stays = s.text.rstrip(" .;") in text
            if stays and not wording.is_ability:
                why = reasons.led(words, effect, customers, self._turn)
            elif stays or end is None:
                why = reasons.turned(words, self.style.fill(wording.text), customers, self._turn)
            else:
                why = reasons.replaced(end.text, effect, customers, self._turn)
            why += self._heard.said(wording)
            yield self._proposal(s, "reframe", text, ("frame", "customer", "sight"), why, wording.source)

    def _replacements(self, a: Anatomy, end: End, s: Statement, *, fresh: bool) -> Iterator[tuple[Wording, str | None]]:
        """Yield ends in place of the inward one: what that very end is to those served, then what the work is to them.

        The latter are for a person who asks for more wordings.
        What an end is to them differs from work to work: only the function's own knowledge of it counts.
        """
        own = ((slug, m) for slug, m in self._sources.motives(end.text) if slug == self.function.slug)
        for slug, motive in own:
            for wording in self._ordered(wordings(slug, motive), s.fingerprint):
                yield wording, replaced(a, end, wording, self._style_for(s, wording))
        for slug, motive in self._sources.goals(end.text, s.text):
            if motive.about:
                for text in motive.then:
                    wording = Wording(text, False, f"{slug}/{motive.id}")
                    yield wording, replaced(a, end, wording, self._style_for(s, wording))
        for source in [] if fresh else self._sources.outputs(s, end.start, fresh=False):
            for wording in self._ordered(wordings(source.slug, source.match.output), s.fingerprint):
                yield wording, replaced(a, end, wording, self._style_for(s, wording))

    def _turns(self, a: Anatomy, s: Statement, *, own: bool = False) -> Iterator[tuple[Wording, str | None]]:
        """Yield ways to bind an inward aim that stays: reached by what is done for those served, or leading to it.

        What leads to an aim differs from work to work, so that only the function's own knowledge of it counts, unless
        the aim is the act itself. Behind a statement that has another act, a second end would be one too many.
        """
        if not can_be_turned(a, s):
            return
        itself = aims_at_once(a, s) and not own
        for slug, motive in self._sources.motives(inward_words(s)):
            if itself or slug == self.function.slug:
                aims = [Wording(text, True, f"{slug}/{motive.id}") for text in motive.aim]
                for wording in self._ordered(aims, s.fingerprint):
                    yield wording, turned(a, s, wording.text, self._style_for(s, wording))

    def _goals(self, a: Anatomy, s: Statement, *, near: bool) -> Iterator[tuple[Wording, str | None]]:
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
        for slug, motive in self._sources.goals(inward_words(s), s.text):
            if near == bool(motive.about) and (itself or near or slug == self.function.slug):
                states = [Wording(text, False, f"{slug}/{motive.id}") for text in motive.then]
                for wording in self._ordered(states, s.fingerprint):
                    yield wording, followed(a, wording.text, self._style_for(s, wording))

    def _style_for(self, s: Statement, wording: Wording) -> Style:
        """Take the word for those whom a wording means in a line."""
        self.style = style_for(self.own_style, self.assessment, wording, s)
        return self.style

    def _ordered(self, choices: list[Wording], key: str) -> list[Wording]:
        return self._heard.first(_shuffled(choices, key))

    def _effect(self, wording: Wording) -> str:
        """Return an effect as a clause."""
        text = self.style.fill(wording.text)
        return f"{self.style.customers} {can(text)}" if wording.is_ability else text

    def _took(self, wording: Wording) -> None:
        self._used.add(wording.text)
        self._entries.add(wording.source)
        self._turn += 1

    def _proposal(
        self, s: Statement, kind: Kind, text: str, lenses: tuple[Lens, ...], why: str, source: str
    ) -> Proposal:
        return Proposal(
            id="",
            kind=kind,
            engine=OfflineEngine.name,
            anchor=Anchor(block=s.block, start=s.start, end=s.end),
            statement=s.id,
            original=s.text,
            proposed=text,
            lenses=lenses,
            rationale=why,
            source=source,
        )


def _named(s: Statement, match: Match) -> str:
    """Return the words of a line that an effect belongs to: the act with its thing, or the thing where they are far."""
    words = s.text[match.start : match.end]
    short = words if len(words.split()) <= _NAMED else s.text[match.thing_start : match.end]
    return short if s.text.isupper() or short[:2].isupper() else short[:1].lower() + short[1:]


def _shuffled(choices: list[Wording], key: str) -> list[Wording]:
    """Return the wordings in an order that depends on the statement alone."""
    return sorted(choices, key=lambda w: hashlib.sha256(f"{key}/{plain(w.text)}".encode()).hexdigest())
