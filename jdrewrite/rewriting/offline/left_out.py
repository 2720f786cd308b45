"""Lenses that a project leaves out: what is proposed is what would be proposed with them, less what is theirs.

To ask for less makes nothing truer: without this, wordings that are worth too little would take the places left free.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from jdrewrite.analysis.findings import lacking
from jdrewrite.analysis.rules import book
from jdrewrite.analysis.score import score
from jdrewrite.model import Assessment, Configured, Finding, Lens, Proposal


def with_all_lenses(assessment: Assessment) -> Assessment:
    """Return an assessment as it would be if the project left no lens out."""
    off = assessment.configured.off
    if not off:
        return assessment
    whole = score(assessment.statements, lambda _lens: None, assessment.function[0].name)
    known = {finding.rule for finding in assessment.findings}
    missing = ((rule, lens) for rule, lens in lacking(assessment.statements) if lens in off and rule not in known)
    return msgspec.structs.replace(
        assessment,
        configured=Configured(),
        score=whole,
        findings=(*assessment.findings, *(_missing(rule, lens) for rule, lens in missing)),
    )


def asked_for(proposals: Iterable[Proposal], assessment: Assessment) -> list[Proposal]:
    """Return what says something through a lens that the project asks for, and only of those lenses."""
    configured = assessment.configured
    if not configured.off:
        return list(proposals)
    kept = []
    for each in proposals:
        lenses = tuple(lens for lens in each.lenses if lens not in configured.off)
        opening = each.kind == "add" and "frame" in each.lenses
        if opening and ("frame" in configured.off or configured.disables("purpose.missing")):
            continue
        if lenses or not each.lenses:
            kept.append(msgspec.structs.replace(each, lenses=lenses))
    return kept


def _missing(rule: str, lens: Lens) -> Finding:
    return Finding(
        id=f"{rule}@document",
        rule=rule,
        lens=lens,
        level=book().rule(rule).level,
        statement=None,
        line=None,
        start=0,
        end=0,
        excerpt="",
        message="",
        suggestion="",
    )
