"""Tells which strengths bring no points, and why: a reader who sees them looks for them in the score."""

from __future__ import annotations

from jdrewrite.analysis import weights
from jdrewrite.analysis.score import counted, taken_off, unit
from jdrewrite.analysis.worn import worn
from jdrewrite.model import Assessment, Finding, Statement

GLUED = "the same words stand in line after line, and say nothing of any of them"
MEANS = "those served are named, but for the organisation's own end"
TAKEN = "lines that name the organisation's own ends outweigh what is said for those served"


def idle(assessment: Assessment) -> dict[str, str]:
    """Return why strengths bring no points, as clauses by ids of findings; those that bring some are out.

    Args:
        assessment: of one job description.
    """
    role = counted(assessment.statements)
    glued = worn(role)
    good = sum(unit("frame", s.labels) * weights.SECTION[s.section] for s in role if s.id not in glued)
    outweighed = good <= taken_off(role)
    by_id = {s.id: s for s in role}
    why = {
        f.id: _why(f, by_id[f.statement], glued, outweighed)
        for f in assessment.findings
        if f.level == "strength" and f.statement in by_id
    }
    return {name: reason for name, reason in why.items() if reason}


def _why(finding: Finding, statement: Statement, glued: frozenset[str], outweighed: bool) -> str:
    if statement.id in glued:
        return GLUED
    if finding.lens == "customer" and not unit("customer", statement.labels):
        return MEANS
    return TAKEN if finding.lens == "frame" and outweighed else ""
