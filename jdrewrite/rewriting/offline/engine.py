"""Chooses what to touch and in which words: the best third at most, no clause twice, silence where nothing is true."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

import msgspec

from jdrewrite.analysis import entry_for
from jdrewrite.catalogue import GENERAL, Function, Match, Motive, Work, is_of_field, motive_in, outputs_in, quiet, work
from jdrewrite.model import Anchor, Assessment, BlockKind, Kind, Lens, Proposal, Statement
from jdrewrite.rewriting.offline import reasons
from jdrewrite.rewriting.offline.additions import additions
from jdrewrite.rewriting.offline.anatomy import LONG, SHORT, Anatomy, anatomy
from jdrewrite.rewriting.offline.clauses import Wording, attach, can, wordings
from jdrewrite.rewriting.offline.heard import Heard
from jdrewrite.rewriting.offline.people_served import people_served
from jdrewrite.rewriting.offline.reframe import End, can_be_turned, followed, inward_end, replaced, turned
from jdrewrite.rewriting.offline.style import style_of

_CORE = frozenset({"purpose", "duties", "measures"})
"""Sections of which a third may be touched."""
_TOUCHED = frozenset({"purpose", "duties"})
_GUESS = 0.15
"""Confidence below which a function is not written for: its effects would be those of other work."""
_MOST = 4
"""Statements touched at most, however long the text: an editor reads each."""
_EVERYDAY = "everyday"
"""Slug of the work that nearly every job has: true, but less telling than what this job alone does."""
_EVERYDAY_MOST = 1
"""Statements at most that are connected by it."""
_INSIDE = re.compile(
    r"\b(?:internal(?:ly)?|employees?|newsletter|executives?|recruit\w*|talent|hiring|leadership team|benefits)\b",
    re.IGNORECASE,
)
"""Words that say that a line's work is for colleagues: an effect on those served would be a long way from it."""
_FOR_COLLEAGUES = frozenset({"people", "human-resources"})
"""What may be said of such lines: what well chosen and well prepared colleagues are to those served."""
_WANTED, _EVERYDAY_FALLBACK = 3, 1
"""The same where there would be fewer proposals than wanted."""
_OWN, _COMMON = 0.5, -2.0
"""What the function's own outputs count more, and what everyday work counts less."""
_ENOUGH = ((90, 1), (75, 3), (60, 4))
"""Percentiles from which fewer statements are touched: who serves well already needs little."""
_LINES, _MOST_LINES = ((90, 1), (75, 2)), 4
"""The same for new lines."""


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
        room = _room(assessment)
        if "reframe" in kinds:
            made += writer.reframes(room)
        if "connect" in kinds:
            made += writer.connections(room - len(made))
        if "add" in kinds:
            made += islice(additions(assessment, writer.function, writer.style, self.name), _lines(assessment))
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
        self._heard = heard
        self.function = _function_of(assessment)
        self.style = style_of(assessment.statements, people_served(assessment, self.function))
        whole = " ".join(s.text for s in assessment.statements)
        fields = [field for field in work().values() if is_of_field(field, whole)]
        self._makers: list[Function | Work] = [*fields, self.function]
        self._used: set[str] = set()
        self._entries: set[str] = set()
        self._turn = 0
        self._everyday = _EVERYDAY_MOST
        self._common = 0

    def reframes(self, room: int) -> list[Proposal]:
        """Return replacements for inward ends."""
        made: list[Proposal] = []
        for s in self.assessment.statements:
            if len(made) >= room:
                break
            if s.labels.frame == "inward" and _writable(s):
                proposal = next(self._reframe(s, fresh=True), None)
                if proposal:
                    made.append(proposal)
        return made

    def connections(self, room: int) -> list[Proposal]:
        """Return effects added to the duties where they are most telling."""
        candidates: list[tuple[float, int, Statement]] = []
        for n, s in enumerate(self.assessment.statements):
            says_nothing = s.labels.frame == "neutral" and not s.labels.sight
            if says_nothing and _writable(s) and anatomy(s.text).may_be_given_an_end:
                candidates += [(rank, -n, s) for rank, *_ in self._matches(s)[:1]]
        candidates.sort(key=lambda c: (-c[0], -c[1]))
        made: list[Proposal] = []
        later: list[Statement] = []
        for _, _, s in candidates:
            if len(made) < room and not self._connected(s, made, _EVERYDAY_MOST):
                later.append(s)
        for s in later:
            if len(made) < min(room, _WANTED):
                self._connected(s, made, _EVERYDAY_FALLBACK)
        return made

    def _connected(self, s: Statement, made: list[Proposal], everyday: int) -> bool:
        self._everyday = everyday
        proposal = next(self._connect(s, fresh=True), None)
        if proposal:
            made.append(proposal)
        return proposal is not None

    def all_for(self, s: Statement) -> Iterator[Proposal]:
        """Yield every proposal that could be made for a statement."""
        if _writable(s):
            yield from (self._reframe(s, fresh=False) if s.labels.frame == "inward" else self._connect(s, fresh=False))

    def _matches(
        self, s: Statement, end: int | None = None, *, fresh: bool = True
    ) -> list[tuple[float, Function | Work, Match]]:
        """Return the outputs that the statement is really about, the most telling first."""
        a = anatomy(s.text)
        text = s.text[:end]
        found: list[tuple[float, Function | Work, Match]] = []
        inside = bool(_INSIDE.search(s.text))
        for making in self._makers:
            if inside and making.slug not in _FOR_COLLEAGUES:
                continue
            own = _OWN if making is self.function else 0.0
            # What comes of working with others depends on what is worked at, which these lines do not say.
            matches = [m for m in outputs_in(making, text, a.does) if "collaborate" not in m.output.acts]
            matches = [m for m in matches if not (fresh and f"{making.slug}/{m.output.id}" in quiet())]
            found += [(m.strength + (_COMMON if making.slug == _EVERYDAY else own), making, m) for m in matches]
        return sorted(found, key=lambda f: (-f[0], f[1].slug, f[2].output.id))

    def _connect(self, s: Statement, *, fresh: bool) -> Iterator[Proposal]:
        a = anatomy(s.text)
        # A statement that gives an end of its own is not given a second one: the two seldom follow from each other.
        if not a.may_be_given_an_end:
            return
        for _, making, match in self._matches(s, fresh=fresh):
            source = f"{making.slug}/{match.output.id}"
            common = making.slug == _EVERYDAY
            if fresh and (source in self._entries or (common and self._common >= self._everyday)):
                continue
            for wording in self._ordered(wordings(making.slug, match.output), s.fingerprint):
                if fresh and wording.text in self._used:
                    continue
                text = attach(a, wording, self.style, self._turn)
                if text is None:
                    continue
                self._took(wording)
                self._common += common
                thing = s.text[match.thing_start : match.end]
                why = reasons.connect(self.function, thing, self._effect(wording), self.style.customers, self._turn)
                yield self._proposal(
                    s, "connect", text, ("sight", "frame", "customer"), why + self._heard.said(wording), wording.source
                )

    def _reframe(self, s: Statement, *, fresh: bool) -> Iterator[Proposal]:
        a = anatomy(s.text)
        if not a.whole:
            return
        end = inward_end(a, s)
        made = self._replacements(a, end, s) if end else self._turns(a, s)
        for wording, text in made:
            if text is None or (fresh and wording.text in self._used):
                continue
            self._took(wording)
            effect, customers = self._effect(wording), self.style.customers
            if end:
                why = reasons.replaced(end.text, effect, customers, self._turn)
            else:
                words = next(s.text[e.start : e.end] for e in s.evidence if e.value == "inward")
                why = reasons.turned(words, self.style.fill(wording.text), customers, self._turn)
            yield self._proposal(
                s, "reframe", text, ("frame", "customer", "sight"), why + self._heard.said(wording), wording.source
            )

    def _replacements(self, a: Anatomy, end: End, s: Statement) -> Iterator[tuple[Wording, str | None]]:
        """Yield ends in place of the inward one.

        What the work that stays does for those served is nearer to the line than the opposite of its old end.
        """
        for _, making, match in self._matches(s, end.start):
            for wording in self._ordered(wordings(making.slug, match.output), s.fingerprint):
                yield wording, replaced(a, end, wording, self.style)
        for slug, motive in self._motives(end.text):
            for wording in self._ordered(wordings(slug, motive), s.fingerprint):
                yield wording, replaced(a, end, wording, self.style)

    def _turns(self, a: Anatomy, s: Statement) -> Iterator[tuple[Wording, str | None]]:
        """Yield ways to bind an inward aim that stays: reached by what is done for those served, or leading to it."""
        if not can_be_turned(a, s):
            return
        inward = " / ".join(s.text[e.start : e.end] for e in s.evidence if e.lens == "frame" and e.value == "inward")
        for slug, motive in self._motives(inward):
            aims = [Wording(text, True, f"{slug}/{motive.id}") for text in motive.aim]
            for wording in self._ordered(aims, s.fingerprint):
                yield wording, turned(a, s, wording.text, self.style)
            followers = [Wording(text, True, f"{slug}/{motive.id}") for text in motive.then]
            for wording in self._ordered(followers, s.fingerprint):
                yield wording, followed(a, wording.text, self.style)

    def _motives(self, text: str) -> Iterator[tuple[str, Motive]]:
        for making in self._makers:
            found = motive_in(making, text)
            if found and f"{making.slug}/{found.id}" not in quiet():
                yield making.slug, found

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


def _function_of(assessment: Assessment) -> Function:
    """Return the entry of the function, or the general one where the function is hardly more than a guess."""
    guess = assessment.function[0]
    return entry_for(guess.name if guess.confidence >= _GUESS else GENERAL)


def _writable(s: Statement) -> bool:
    words = len(s.text.split())
    return not s.locked and s.section in _TOUCHED and s.kind is not BlockKind.HEADING and SHORT <= words <= LONG


def _room(assessment: Assessment) -> int:
    """Return how many statements may be touched: a third at most, fewer where the text serves well already."""
    role = sum(s.section in _CORE and s.kind is not BlockKind.HEADING for s in assessment.statements)
    limit = next((most for least, most in _ENOUGH if _percentile(assessment) >= least), _MOST)
    return min(limit, max(1, role // 3))


def _lines(assessment: Assessment) -> int:
    """Return how many new lines may be proposed."""
    return next((most for least, most in _LINES if _percentile(assessment) >= least), _MOST_LINES)


def _percentile(assessment: Assessment) -> int:
    standing = assessment.score.standing
    return standing.percentile if standing else 50


def _shuffled(choices: list[Wording], key: str) -> list[Wording]:
    """Return the wordings in an order that depends on the statement alone."""
    return sorted(choices, key=lambda w: hashlib.sha256(f"{key}/{w.text}".encode()).hexdigest())
