"""Adds to a duty what comes of it for those served."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from jdrewrite.analysis.served_word import names_others
from jdrewrite.catalogue import Match
from jdrewrite.model import BlockKind, Lens, Proposal, Statement
from jdrewrite.rewriting.offline import reasons
from jdrewrite.rewriting.offline.anatomy import anatomy
from jdrewrite.rewriting.offline.clauses import Wording, attach, wordings, wordings_of_anyone
from jdrewrite.rewriting.offline.parts import in_place, parts
from jdrewrite.rewriting.offline.repeats import without_repeats
from jdrewrite.rewriting.offline.silence import nobody_is_known
from jdrewrite.rewriting.offline.sources import EVERYDAY, OF_ANY_TRADE, Source
from jdrewrite.rewriting.offline.telling import most_telling
from jdrewrite.rewriting.offline.through import through_colleagues
from jdrewrite.rewriting.offline.worth import Rated, Worth
from jdrewrite.rewriting.offline.writer import Phrase, Writer

_EVERYDAY_MOST = 1
"""Statements at most that are connected by it."""
_WANTED, _EVERYDAY_FALLBACK = 3, 1
"""The same where there would be fewer proposals than wanted."""
_ANY_TRADE_MOST = 2
"""Statements at most that are connected by tasks that any trade has."""
_NAMED = 6
"""Words of a line at most that a reason repeats."""


class _Effect(NamedTuple):
    """A statement with an effect."""

    proposal: Proposal
    match: Match
    """What in the statement it belongs to."""
    heard: bool
    """Customers speak of it: that is worth more than what readers say of others."""


class Connecting:
    """Proposes effects."""

    def __init__(self, writer: Writer) -> None:
        """Connect what a writer writes."""
        self._writer = writer
        self._common = 0
        """Statements that are connected by everyday work."""
        self._of_any_trade = 0
        """Those that are connected by tasks that any trade has."""
        self._unknown = nobody_is_known(writer.assessment)
        """An effect on those served would name people of whom the text knows nothing."""

    def every_duty(self, worth: Worth) -> list[Rated]:
        """Return effects added to the duties where they are most telling; where it is not known for whom, on anyone.

        Args:
            worth: of proposals for the job description.
        """
        made: list[Rated] = []
        later: list[Statement] = []
        for s in most_telling(self._open_to_effects(), self._writer.sources):
            if made and anatomy(s.text).is_last_choice:
                break
            if not self._connected(s, made, _EVERYDAY_MOST, worth):
                later.append(s)
        for s in later:
            if len(made) < _WANTED:
                self._connected(s, made, _EVERYDAY_FALLBACK, worth)
        return made

    def every(self, s: Statement) -> Iterator[Proposal]:
        """Yield all effects that could be added to a statement, or to a part of it."""
        return (effect.proposal for effect in self._connect(s, everyday=None))

    def _open_to_effects(self) -> Iterator[Statement]:
        """Yield the statements to which an effect may be added, and the parts of those that are too long for it."""
        for s in self._writer.assessment.statements:
            if self._writer.is_writable(s):
                yield s
            elif self._writer.is_touchable(s):
                yield from parts(s)

    def _connected(self, s: Statement, made: list[Rated], everyday: int, worth: Worth) -> bool:
        if any(each.proposal.statement == s.id for each in made):
            return True  # of a sentence of many acts one is enough
        effect = next(self._connect(s, everyday=everyday), None)
        if effect:
            made.append(Rated(effect.proposal, worth.of(effect.proposal, effect.match) + effect.heard))
        return effect is not None

    def _connect(self, s: Statement, *, everyday: int | None) -> Iterator[_Effect]:
        """Yield a statement with effects.

        Args:
            s: the statement, or a part of one.
            everyday: statements at most that are connected by everyday work; None: whatever has been said before.
        """
        writer, a = self._writer, anatomy(s.text)
        if not a.takes_an_effect:
            return
        fresh = everyday is not None
        whole = writer.assessment.statement(s.id)
        for source in writer.sources.outputs(s, fresh=fresh):
            common = source.slug == EVERYDAY
            if everyday is not None and (writer.has_used(source.name) or (common and self._common >= everyday)):
                continue
            any_trade = source.slug in OF_ANY_TRADE
            if fresh and any_trade and self._of_any_trade >= _ANY_TRADE_MOST:
                continue
            for wording in self._true_wordings(s, source, fresh=fresh):
                if fresh and writer.has_said(wording):
                    continue
                style = writer.style_for(s, wording)
                within, listed = s.text != whole.text, s.kind is BlockKind.BULLET
                text = attach(a, wording, style, writer.turn, listed=listed, within=within)
                if text is None:
                    continue
                writer.took(wording)
                self._common += common
                self._of_any_trade += any_trade
                effect = Phrase(wording, style, text).effect
                of_anyone = wording.text in source.match.output.anyone
                named = "" if of_anyone else style.customers
                why = reasons.connect(_named(s, source.match), effect, named, writer.turn)
                lenses: tuple[Lens, ...] = ("sight", "frame") if of_anyone else ("sight", "frame", "customer")
                made = in_place(writer.proposal(s, "connect", text, lenses, why, wording), whole, s)
                yield _Effect(made, source.match, bool(writer.heard.said(wording)))

    def _true_wordings(self, s: Statement, source: Source, *, fresh: bool) -> list[Wording]:
        """Return the wordings of an output that are true of a line and do not repeat it, in the order of choice.

        Unasked, nothing is said of those served where the line names others, nor, if anything else can be said, where
        the task is one of any trade. Of 207 such effects on texts that nobody had worked from, readers with the whole
        text took 18 % as they were where a line named others, else 32 %; of those that name nobody they refused 7 %, of
        the rest 17 %.
        """
        writer = self._writer
        known = wordings(source.slug, source.match.output)
        anyone = wordings_of_anyone(source.slug, source.match.output)
        true = through_colleagues(known, source.slug, writer.assessment, s) or anyone
        others = fresh and names_others(s.text, writer.style.customers)
        if others or self._unknown or writer.sources.is_among_colleagues(s, source.slug):
            true = anyone
        elif fresh and source.slug in OF_ANY_TRADE:
            true = anyone or true
        return without_repeats(s.text, writer.ordered(true, s), writer.style.customers)


def _named(s: Statement, match: Match) -> str:
    """Return the words of a line that an effect belongs to: the act with its thing, or the thing where they are far."""
    words = s.text[match.start : match.end]
    short = words if len(words.split()) <= _NAMED else s.text[match.thing_start : match.end]
    return short if s.text.isupper() or short[:2].isupper() else short[:1].lower() + short[1:]
