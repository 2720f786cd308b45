"""The rows that a front shows: one for each statement, and one for each proposed new line."""

from __future__ import annotations

from typing import Literal

import msgspec

from jdrewrite.analysis.statements import cut
from jdrewrite.editing.desk import Desk
from jdrewrite.language.words import plain
from jdrewrite.model import BlockKind, Finding, Proposal, Section, Statement

View = Literal["review", "original", "result"]
SIGNS = {
    "strength": "+",
    "warning": "!",
    "suggestion": "?",
    "open": "~",
    "accepted": "✓",
    "rejected": "×",
    "failed": "✗",
}
"""Signs of the margin: colour is never the only one."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the job description as it is shown."""

    text: str
    kind: BlockKind
    level: int = 0
    sign: str = " "
    tone: str = ""
    """What the sign means: a key of ``SIGNS``; an empty string for nothing."""
    section: Section | None = None
    first: bool = False
    """The first statement of its block."""
    statement: Statement | None = None
    proposal: Proposal | None = None
    findings: tuple[Finding, ...] = ()


def rows(desk: Desk, view: View) -> tuple[Row, ...]:
    """Return what is to be shown, in reading order.

    Args:
        desk: the present.
        view: ``review`` shows the text with signs and accepted wordings, ``original`` the text as it came,
            ``result`` the text as it will be written.
    """
    statements = iter(desk.assessment.statements if desk.assessment else ())
    by_statement = {p.statement: p for p in desk.proposals if p.statement}
    findings: dict[str, list[Finding]] = {}
    for finding in desk.assessment.findings if desk.assessment else ():
        if finding.statement:
            findings.setdefault(finding.statement, []).append(finding)
    found: list[Row] = []
    for block, spans in cut(desk.document):
        for number, (start, end) in enumerate(spans):
            statement = next(statements, None)
            text = plain(block.text[start:end])
            row = Row(text=text, kind=block.kind, level=block.level, first=number == 0, statement=statement)
            if statement is not None:
                row = _with(
                    row,
                    desk,
                    statement,
                    by_statement.get(statement.id),
                    tuple(findings.get(statement.id, ())),
                    view,
                )
            found.append(row)
        added = [p for p in desk.proposals if p.original is None and p.anchor.block == block.id]
        found += [new for p in added if (new := _addition(desk, p, block.kind, view))]
    return tuple(found)


def _with(
    row: Row,
    desk: Desk,
    statement: Statement,
    proposal: Proposal | None,
    findings: tuple[Finding, ...],
    view: View,
) -> Row:
    row = msgspec.structs.replace(row, section=statement.section, proposal=proposal, findings=findings)
    taken = proposal is not None and desk.decision(proposal.id).state == "accepted"
    if proposal is not None and taken and view != "original":
        row = msgspec.structs.replace(row, text=desk.text_of(proposal))
    tone = _tone(desk, proposal, findings)
    return row if view == "result" else msgspec.structs.replace(row, tone=tone, sign=SIGNS.get(tone, " "))


def _tone(desk: Desk, proposal: Proposal | None, findings: tuple[Finding, ...]) -> str:
    if proposal is not None:
        state = desk.decision(proposal.id).state
        verdict = desk.verdict_of(proposal)
        failed = state == "open" and verdict is not None and not verdict.passed
        return "failed" if failed else state
    levels = {finding.level for finding in findings}
    return next((level for level in ("warning", "strength", "suggestion") if level in levels), "")


def _addition(desk: Desk, proposal: Proposal, kind: BlockKind, view: View) -> Row | None:
    state = desk.decision(proposal.id).state
    if view == "original" or (view == "result" and state != "accepted"):
        return None
    shown = BlockKind.PARAGRAPH if kind is BlockKind.HEADING else kind
    tone = "" if view == "result" else _tone(desk, proposal, ())
    return Row(
        text=desk.text_of(proposal),
        kind=shown,
        sign=SIGNS.get(tone, " "),
        tone=tone,
        first=True,
        proposal=proposal,
    )
