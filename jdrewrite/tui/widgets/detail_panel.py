"""What there is to say about the current line: the proposal as a word diff, its verdict, and the findings."""

from __future__ import annotations

from rich.text import Text
from textual.widgets import Static

from jdrewrite.analysis.rules import rule
from jdrewrite.documents.hunks import hunks
from jdrewrite.editing import Desk, Row
from jdrewrite.model import Assessment, Proposal, Verdict

_KINDS = {
    "reframe": "Reframe: same facts, another purpose",
    "connect": "Connect: says what customers have of it",
    "add": "Add: a new line, agree with the manager first",
}
_STATES = {"open": "a accept, r reject, e edit", "accepted": "accepted", "rejected": "rejected"}


class DetailPanel(Static):
    """Shows one row in full."""

    def show(self, desk: Desk, row: Row | None) -> None:
        """Show a row; without one, what the whole leaves out."""
        text = Text()
        if row is not None and row.proposal is not None:
            _proposal(text, desk, row.proposal)
        if row is not None:
            for finding in row.findings:
                _finding(text, finding.rule, finding.level, finding.message, finding.suggestion)
        if not text.plain and desk.assessment is not None:
            _whole(text, desk.assessment)
        self.update(text)


def _proposal(text: Text, desk: Desk, proposal: Proposal) -> None:
    decision = desk.decision(proposal.id)
    text.append(_KINDS[proposal.kind] + "\n", style="bold cyan")
    text.append_text(diff(proposal.original or "", desk.text_of(proposal)))
    text.append("\n\n" + proposal.rationale + "\n", style="italic")
    _verdict(text, desk.verdict_of(proposal))
    if decision.override:
        text.append(f"Accepted all the same: {decision.override}\n", style="magenta")
    text.append(_STATES[decision.state] + "\n\n", style="bold")


def diff(old: str, new: str) -> Text:
    """Draw a word-level diff: what goes is struck out, what comes is underlined, whatever the colours."""
    text = Text()
    at = 0
    for start, end, put in hunks(old, new):
        text.append(old[at:start])
        text.append(old[start:end], style="red strike")
        text.append(put, style="green underline")
        at = end
    text.append(old[at:])
    return text


def _verdict(text: Text, verdict: Verdict | None) -> None:
    if verdict is None:
        text.append("Not verified yet.\n", style="dim")
        return
    text.append(
        "✓ verified: nothing lost, nothing invented\n" if verdict.passed else "✗ refused by the judge\n",
        style="bold",
    )
    for title, facts in (
        ("lost", verdict.lost),
        ("invented", verdict.invented),
        ("changed", verdict.changed),
    ):
        for fact in facts:
            text.append(f"  {title}: {fact.text} ({fact.check})\n", style="magenta")
    for fact in verdict.added_purpose:
        text.append(f"  new purpose: {fact.text}\n", style="dim")
    for fact in verdict.warnings:
        text.append(f"  note: {fact.text}\n", style="dim")


def _finding(text: Text, rule_id: str, level: str, message: str, suggestion: str) -> None:
    sign = {"strength": "+", "warning": "!", "suggestion": "?"}[level]
    text.append(f"{sign} {message}\n", style={"strength": "green", "warning": "red"}.get(level, "yellow"))
    text.append(f"{rule(rule_id).why}\n", style="dim")
    if suggestion:
        text.append(f"{suggestion}\n")
    text.append("\n")


def _whole(text: Text, assessment: Assessment) -> None:
    text.append("What the whole leaves out\n\n", style="bold")
    for finding in assessment.findings:
        if finding.statement is None:
            _finding(text, finding.rule, finding.level, finding.message, finding.suggestion)
