"""Adds to a duty what comes of it for those served."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jdrewrite.analysis.served_word import names_others
from jdrewrite.catalogue import Match, nearer
from jdrewrite.model import BlockKind, Lens, Proposal, Statement
from jdrewrite.rewriting.offline import reasons
from jdrewrite.rewriting.offline.anatomy import anatomy
from jdrewrite.rewriting.offline.clauses import Wording, attach, wordings, wordings_nearer, wordings_of_anyone
from jdrewrite.rewriting.offline.parts import in_place, match_in_place, parts
from jdrewrite.rewriting.offline.repeats import without_repeats
from jdrewrite.rewriting.offline.silence import nobody_is_known
from jdrewrite.rewriting.offline.sources import EVERYDAY, OF_ANY_TRADE, Source
from jdrewrite.rewriting.offline.through import through_colleagues
from jdrewrite.rewriting.offline.worth import Rated, Worth, least
from jdrewrite.rewriting.offline.writer import Phrase, Writer

_EVERYDAY_MOST = 1
"""Statements at most that are connected by it."""
_ANY_TRADE_MOST = 2
"""Statements at most that are connected by tasks that any trade has."""
_NAMES_THEM = 0.15
"""Worth that it may cost to name those served."""
_NAMED = 6
"""Words of a line at most that a reason repeats."""


class _Effect(NamedTuple):
    """A statement with an effect."""

    statement: Statement
    """Or a part of one."""
    source: Source
    wording: Wording
    proposal: Proposal


class Connecting:
    """Proposes effects."""

    def __init__(self, writer: Writer) -> None:
        """Connect what a writer writes."""
        self._writer = writer
        self._unknown = nobody_is_known(writer.assessment)
        """An effect on those served would name people of whom the text knows nothing."""

    def best(self, room: int, worth: Worth) -> list[Rated]:
        """Return effects added to the duties, those that are worth most; where it is not known for whom, on anyone.

        Args:
            room: statements that may be touched.
            worth: of proposals for the job description.
        """
        effects = (e for s in filter(_says_nothing, self._open_to_effects()) for e in self._effects(s, fresh=True))
        rated = [(self._value(effect, worth), effect) for effect in effects]
        made: list[Rated] = []
        chosen: list[_Effect] = []
        for value, effect in sorted(rated, key=lambda each: self._rank(*each), reverse=True):
            if len(made) >= room:
                break
            if not self._writer.has_said(effect.wording) and _goes_with(effect, chosen):
                chosen.append(effect)
                made.append(Rated(self._written(effect), value))
        return made

    def every(self, s: Statement, worth: Worth) -> Iterator[Proposal]:
        """Yield all effects that could be added to a statement, or to a part of it, those worth most first."""
        for effect in sorted(self._effects(s, fresh=False), key=lambda effect: -self._value(effect, worth)):
            if not self._writer.has_said(effect.wording):
                yield self._written(effect)

    def _open_to_effects(self) -> Iterator[Statement]:
        """Yield the statements to which an effect may be added, and the parts of those that are too long for it."""
        for s in self._writer.assessment.statements:
            if self._writer.is_writable(s):
                yield s
            elif self._writer.is_touchable(s):
                yield from parts(s)

    def _effects(self, s: Statement, *, fresh: bool) -> Iterator[_Effect]:
        """Yield a statement with effects, in the order of choice.

        Args:
            s: the statement, or a part of one.
            fresh: unasked.
        """
        taken_apart = anatomy(s.text)
        if not taken_apart.takes_an_effect:
            return
        for source in self._writer.sources.outputs(s, fresh=fresh):
            if fresh and taken_apart.goes_on_around(source.match.start, source.match.end):
                continue
            for wording in self._true_wordings(s, source, fresh=fresh):
                if made := self._proposal(s, source, wording):
                    yield _Effect(s, source, wording, made)

    def _value(self, effect: _Effect, worth: Worth) -> float:
        """Return what an effect is worth; one of which customers speak comes before all others."""
        heard = bool(self._writer.heard.said(effect.wording))
        whole = self._writer.assessment.statement(effect.statement.id)
        match = match_in_place(effect.source.match, whole, effect.statement)
        return worth.of(effect.proposal, effect.wording.line, match) + heard

    def _rank(self, value: float, effect: _Effect) -> tuple[bool, float]:
        """Return by what effects are chosen: worth their place first, and then whether they name those served.

        Readers sign as many that name nobody, but find one in five of them empty, where it is one in fifty of the
        others; and whom the work is for is what the text is to say. What would not be proposed takes no other's room.
        """
        return value >= least(effect.proposal), value + _NAMES_THEM * ("customer" in effect.proposal.lenses)

    def _written(self, effect: _Effect) -> Proposal:
        """Return an effect that is chosen, in the form and with the reason whose turn it is."""
        made = self._proposal(effect.statement, effect.source, effect.wording)
        self._writer.took(effect.wording)
        return made or effect.proposal

    def _proposal(self, s: Statement, source: Source, wording: Wording) -> Proposal | None:
        """Return a statement with an effect; None where it cannot take it."""
        writer = self._writer
        whole = writer.assessment.statement(s.id)
        style = writer.style_for(s, wording)
        within, listed = s.text != whole.text, s.kind is BlockKind.BULLET
        text = attach(anatomy(s.text), wording, style, writer.turn, listed=listed, within=within)
        if text is None:
            return None
        effect = Phrase(wording, style, text).effect
        named = style.customers if wording.names_them else ""
        why = reasons.connect(_named(s, source.match), effect, named, writer.turn)
        lenses: tuple[Lens, ...] = ("sight", "frame", "customer") if named else ("sight", "frame")
        return in_place(writer.proposal(s, "connect", text, lenses, why, wording), whole, s)

    def _true_wordings(self, s: Statement, source: Source, *, fresh: bool) -> list[Wording]:
        """Return the wordings of an output that are true of a line and do not repeat it, in the order of choice.

        Unasked, nothing is said of those served where the line names others, nor, if anything else can be said, where
        the task is one of any trade, but what the function says of it. Of 207 such effects on texts that nobody had
        worked from, readers with the whole text took 18 % as they were where a line named others, else 32 %; of those
        that name nobody they refused 7 %, of the rest 17 %.
        """
        writer = self._writer
        here = self._nearer(source)
        known = wordings(source.slug, source.match.output)
        anyone = [w for w in here if not w.names_them] + wordings_of_anyone(source.slug, source.match.output)
        named = [w for w in here if w.names_them]
        true = through_colleagues(named + known, source.slug, writer.assessment, s) or anyone
        others = fresh and names_others(s.text, writer.style.customers)
        if others or self._unknown or writer.sources.is_among_colleagues(s, source.slug):
            true = anyone
        elif fresh and source.slug in OF_ANY_TRADE:
            true = through_colleagues(named, source.slug, writer.assessment, s) + anyone or true
        return without_repeats(s.text, writer.ordered(true, s), writer.style.customers)

    def _nearer(self, source: Source) -> list[Wording]:
        """Return what the function of the job says of work that every trade has."""
        writer = self._writer
        return wordings_nearer(source.name, nearer(writer.sources.function, source.name, writer.assessment.title))


def _says_nothing(s: Statement) -> bool:
    """Tell whether a statement says nothing yet of what comes of the work."""
    return s.labels.frame == "neutral" and not s.labels.sight


def _goes_with(effect: _Effect, chosen: Sequence[_Effect]) -> bool:
    """Tell whether an effect may stand beside others: no work twice, and little that any trade does.

    Of a sentence of many acts one effect is enough.
    """
    if any(effect.statement.id == other.statement.id or effect.source.name == other.source.name for other in chosen):
        return False
    slugs = [other.source.slug for other in chosen]
    if effect.source.slug == EVERYDAY:
        return slugs.count(EVERYDAY) < _EVERYDAY_MOST
    return effect.source.slug not in OF_ANY_TRADE or sum(slug in OF_ANY_TRADE for slug in slugs) < _ANY_TRADE_MOST


def _named(s: Statement, match: Match) -> str:
    """Return the words of a line that an effect belongs to: the act with its thing, or the thing where they are far."""
    words = s.text[match.start : match.end]
    short = words if len(words.split()) <= _NAMED else s.text[match.thing_start : match.end]
    return short if s.text.isupper() or short[:2].isupper() else short[:1].lower() + short[1:]
