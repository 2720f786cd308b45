"""Turns the entries of an answer into judged proposals, and refuses what nobody may propose."""

from __future__ import annotations

from collections.abc import Iterator

from jdrewrite.analysis import entry_for
from jdrewrite.model import Anchor, Assessment, Lens, Proposal, Verdict
from jdrewrite.rewriting.base import Given
from jdrewrite.rewriting.events import Refusal
from jdrewrite.rewriting.llm import quoting
from jdrewrite.rewriting.llm.brief import Brief
from jdrewrite.rewriting.llm.reply import Addition, Broken, Change, Entry, excerpt
from jdrewrite.rewriting.llm.suspicion import suspicion
from jdrewrite.rewriting.placing.places import before_duties
from jdrewrite.rewriting.placing.subsections import place_of_duty

_TOLD = 4
"""Facts of a verdict that are told at most."""


class Taking:
    """Takes the entries of one answer; knows what was answered already."""

    def __init__(self, brief: Brief, assessment: Assessment, given: Given, *, engine: str, model: str) -> None:
        self._brief = brief
        self._assessment = assessment
        self._given = given
        self._engine = engine
        self._function = entry_for(assessment.function[0].name)
        self._source = f"{brief.prompt.id}, {model}"
        self._texts: set[str] = set()
        self.answered: dict[str, None] = {}
        """Ids and lenses for which there is an answer, in the order in which they came."""
        self.several = False
        """Whether one statement may get several wordings."""

    def take(self, entry: Entry) -> Iterator[Proposal | Refusal]:
        """Yield the judged proposal that an entry is, or why it is none; nothing for what was answered before."""
        if isinstance(entry, Broken):
            yield Refusal(reason=entry.reason, excerpt=entry.excerpt)
        elif isinstance(entry, Change):
            yield self._change(entry)
        else:
            yield self._addition(entry)

    def _change(self, entry: Change) -> Proposal | Refusal:
        known = {s.id: s for s in self._assessment.statements}
        text = quoting.visible(entry.text)
        if entry.id not in known:
            return Refusal(reason=f"there is no statement {excerpt(entry.id)!r}", excerpt=excerpt(text))
        statement = known[entry.id]
        reason = self._not_open(entry.id, text) or self._odd(text, statement.text)
        if reason:
            return Refusal(reason=reason, statement=entry.id, excerpt=excerpt(text))
        self._took(entry.id, text)
        if text == statement.text:
            return Refusal(reason="it is the original, word for word", statement=entry.id, excerpt=excerpt(text))
        return self._given.judge(
            Proposal(
                id="",
                kind=entry.kind,
                engine=self._engine,
                anchor=Anchor(block=statement.block, start=statement.start, end=statement.end),
                statement=statement.id,
                original=statement.text,
                proposed=text,
                lenses=_distinct(entry.lenses),
                rationale=quoting.reason(entry.why),
                source=self._source,
            )
        )

    def _not_open(self, statement: str, text: str) -> str:
        if statement not in self._brief.open:
            return "the statement is locked: it may not be reworded"
        if text in self._texts:
            return "the same text was proposed before"
        if self.several:
            return "there are enough wordings" if len(self._texts) >= self._brief.room else ""
        if statement in self.answered:
            return "the statement was answered before"
        changed = sum(1 for answer in self.answered if answer in self._brief.open)
        return f"more than {self._brief.room} statements were to be changed" if changed >= self._brief.room else ""

    def _addition(self, entry: Addition) -> Proposal | Refusal:
        text = quoting.visible(entry.text)
        place = self._place(entry.lens, text)
        if entry.lens not in self._brief.lenses:
            reason = f"no new line for {entry.lens} was asked for"
        elif entry.lens in self.answered or text in self._texts:
            reason = f"there is a new line for {entry.lens} already"
        elif place is None:
            reason = "the text has no place for a new line"
        else:
            reason = self._odd(text, "")
        if reason or place is None:
            return Refusal(reason=reason, excerpt=excerpt(text))
        self._took(entry.lens, text)
        return self._given.judge(
            Proposal(
                id="",
                kind="add",
                engine=self._engine,
                anchor=place,
                statement=None,
                original=None,
                proposed=text,
                lenses=(entry.lens,),
                rationale=quoting.reason(entry.why),
                source=self._source,
            )
        )

    def _odd(self, text: str, original: str) -> str:
        return quoting.oddity(text, original) or suspicion(text, original, self._function)

    def _place(self, lens: Lens, text: str) -> Anchor | None:
        statements = self._assessment.statements
        after = (before_duties(statements) if lens == "frame" else None) or place_of_duty(statements, text)
        return Anchor(block=after.block, start=after.end, end=after.end) if after else None

    def _took(self, answer: str, text: str) -> None:
        self.answered[answer] = None
        self._texts.add(text)


def passed(proposal: Proposal) -> bool:
    """Tell whether the judge let a proposal pass; one that was not judged counts as passed."""
    return proposal.verdict is None or proposal.verdict.passed


def why(verdict: Verdict) -> str:
    """Return what the judge found, in one line for the model."""
    found = [f"lost {fact.text!r} ({fact.check})" for fact in verdict.lost]
    found += [f"invented {fact.text!r} ({fact.check})" for fact in verdict.invented]
    found += [f"changed {fact.text!r} ({fact.check})" for fact in verdict.changed]
    return "; ".join(found[:_TOLD])


def _distinct(lenses: list[Lens]) -> tuple[Lens, ...]:
    return tuple(dict.fromkeys(lenses))
