"""Chooses what to touch and in which words: the best third at most, no clause twice, silence where nothing is true."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator

import msgspec

from jdrewrite.analysis import entry_for
from jdrewrite.catalogue import GENERAL, Function, Match, Motive, load, motive_in, outputs_in
from jdrewrite.model import Anchor, Assessment, BlockKind, Kind, Lens, Proposal, Statement
from jdrewrite.rewriting.offline import reasons
from jdrewrite.rewriting.offline.additions import additions
from jdrewrite.rewriting.offline.anatomy import LONG, SHORT, anatomy
from jdrewrite.rewriting.offline.clauses import Wording, attach, wordings
from jdrewrite.rewriting.offline.reframe import inward_end, is_bare_aim, replaced, turned
from jdrewrite.rewriting.offline.style import style_of

_CORE = frozenset({"purpose", "duties", "measures"})
_MOST = 8
"""Statements touched at most, however long the text: an editor reads each."""
_GENERAL = 2
"""Statements at most that are connected by what every job has, where the job has a function of its own."""
_ENOUGH = ((75.0, 1), (60.0, 2), (45.0, 4))
"""Scores from which fewer statements are touched: who serves well already needs little."""


class OfflineEngine:
    """Writes without a key and without a network; the same text gives the same proposals."""

    name = "offline"

    def propose(self, assessment: Assessment, kinds: Collection[Kind]) -> tuple[Proposal, ...]:
        """Return proposals in the order of their gain: reframes, connections, then additions."""
        writer = _Writer(assessment)
        made: list[Proposal] = []
        room = _room(assessment)
        if "reframe" in kinds:
            made += writer.reframes(room)
        if "connect" in kinds:
            made += writer.connections(room - len(made))
        if "add" in kinds:
            made += additions(assessment, writer.function, writer.style, self.name)
        return tuple(msgspec.structs.replace(p, id=f"p{n}") for n, p in enumerate(made, 1))

    def alternatives(self, assessment: Assessment, statement: str, count: int) -> tuple[Proposal, ...]:
        """Return different proposals for one statement, as many as the catalogue has true wordings for."""
        writer = _Writer(assessment)
        found = list(writer.all_for(assessment.statement(statement)))[:count]
        return tuple(msgspec.structs.replace(p, id=f"{statement}.{n}") for n, p in enumerate(found, 1))


class _Writer:
    """Holds what has been used in this job description, so that nothing is said twice."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self.function = entry_for(assessment.function[0].name)
        self.style = style_of(assessment.statements, assessment.customer_word.plural)
        self._used: set[str] = set()
        self._entries: set[str] = set()
        self._turn = 0

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
        """Return effects added to the duties where they are most telling, in the order of the text."""
        candidates: list[tuple[float, int, Statement]] = []
        for n, s in enumerate(self.assessment.statements):
            if _writable(s) and s.labels.frame == "neutral" and not s.labels.sight:
                matches = self._matches(s)
                if matches:
                    # What the function itself makes is more telling than what every job has.
                    own = matches[0][0].slug == self.function.slug
                    candidates.append((matches[0][1].strength + (2.0 if own else 0.0), -n, s))
        made: list[Proposal] = []
        for _, _, s in sorted(candidates, key=lambda c: (-c[0], -c[1])):
            if len(made) >= room:
                break
            proposal = next(self._connect(s, fresh=True), None)
            if proposal:
                made.append(proposal)
        return made

    def all_for(self, s: Statement) -> Iterator[Proposal]:
        """Yield every proposal that could be made for a statement."""
        if _writable(s):
            yield from (self._reframe(s, fresh=False) if s.labels.frame == "inward" else self._connect(s, fresh=False))

    def _matches(self, s: Statement) -> list[tuple[Function, Match]]:
        """Return the outputs that the statement is really about, those of the function before the general ones."""
        found: list[tuple[Function, Match]] = []
        for function in dict.fromkeys((self.function.slug, GENERAL)):
            entry = self.function if function == self.function.slug else load(GENERAL)
            matches = outputs_in(entry, s.text)
            if matches:
                a = anatomy(s.text)
                found += [(entry, m) for m in matches if a.does(m.start, m.end)]
        return found

    def _connect(self, s: Statement, *, fresh: bool) -> Iterator[Proposal]:
        a = anatomy(s.text)
        # A statement that gives an end of its own is not given a second one: the two seldom follow from each other.
        if not a.whole or a.has_end:
            return
        for function, match in self._matches(s):
            source = f"{function.slug}/{match.output.id}"
            if fresh and (source in self._entries or self._general_enough(function)):
                continue
            for wording in _shuffled(wordings(function.slug, match.output), s.fingerprint):
                if fresh and wording.text in self._used:
                    continue
                text = attach(a, wording, self.style, self._turn)
                if text is None:
                    continue
                self._took(wording)
                thing = s.text[match.start : match.end]
                why = reasons.connect(function, thing, self.style.customers, self._turn)
                yield self._proposal(s, "connect", text, ("sight", "frame", "customer"), why, wording.source)

    def _general_enough(self, function: Function) -> bool:
        """Tell whether the general entry has been drawn on enough for a job that has a function of its own."""
        used = sum(source.startswith(f"{GENERAL}/") for source in self._entries)
        return function.slug == GENERAL != self.function.slug and used >= _GENERAL

    def _reframe(self, s: Statement, *, fresh: bool) -> Iterator[Proposal]:
        a = anatomy(s.text)
        if not a.whole:
            return
        end = inward_end(a, s)
        spots = [s.text[e.start : e.end] for e in s.evidence if e.lens == "frame" and e.value == "inward"]
        motive = next(iter(self._motives([end.text] if end else [*spots, s.text])), None)
        if motive is None or not (end or (is_bare_aim(a, s) and motive[0] == self.function.slug)):
            return
        slug, entry = motive
        for wording in _shuffled(wordings(slug, entry), s.fingerprint):
            if fresh and wording.text in self._used:
                continue
            text = replaced(a, end, wording, self.style) if end else turned(a, wording, self.style)
            if text is None:
                continue
            self._took(wording)
            customers = self.style.customers
            why = reasons.replaced(end.text, customers, self._turn) if end else reasons.turned(customers, self._turn)
            yield self._proposal(s, "reframe", text, ("frame", "customer", "sight"), why, wording.source)

    def _motives(self, texts: list[str]) -> Iterator[tuple[str, Motive]]:
        for function in (self.function, load(GENERAL)):
            for text in texts:
                found = motive_in(function, text)
                if found:
                    yield function.slug, found

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


def _writable(s: Statement) -> bool:
    words = len(s.text.split())
    return not s.locked and s.section in _CORE and s.kind is not BlockKind.HEADING and SHORT <= words <= LONG


def _room(assessment: Assessment) -> int:
    """Return how many statements may be touched: a third at most, fewer where the text serves well already."""
    role = sum(s.section in _CORE and s.kind is not BlockKind.HEADING for s in assessment.statements)
    limit = next((most for score, most in _ENOUGH if assessment.score.total >= score), _MOST)
    return min(limit, max(1, role // 3))


def _shuffled(choices: list[Wording], key: str) -> list[Wording]:
    """Return the wordings in an order that depends on the statement alone."""
    return sorted(choices, key=lambda w: hashlib.sha256(f"{key}/{w.text}".encode()).hexdigest())
