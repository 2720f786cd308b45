"""What ``check`` advises for a line is what ``rewrite`` proposes for it: one line, one end."""

from __future__ import annotations

import re

import msgspec

from jdrewrite.model import Assessment, Finding, Proposal
from jdrewrite.proposing import passed, proposals

_EXAMPLE = re.compile(r"(?<=For instance: ).+(?=\.$)")
_SIGNS = " ,.;"


def in_step(assessment: Assessment) -> Assessment:
    """Return an assessment whose examples for lines are the ends that are proposed for them, where one is.

    A line for which nothing is proposed keeps the example of its finding.

    Args:
        assessment: of one job description.
    """
    if not any(f.statement and _EXAMPLE.search(f.suggestion) for f in assessment.findings):
        return assessment
    found = proposals(assessment, kinds=("reframe", "connect"))
    ends = {p.statement: end for p in found if p.statement and passed(p) and (end := _end(p))}
    advised = tuple(_advised(f, ends[f.statement]) if f.statement in ends else f for f in assessment.findings)
    return msgspec.structs.replace(assessment, findings=advised)


def _end(proposal: Proposal) -> str:
    """Return the words that a proposal puts behind its line; empty where it does not leave the line as it is."""
    line = (proposal.original or "").rstrip(_SIGNS)
    return proposal.proposed[len(line) :].strip(_SIGNS) if line and proposal.proposed.startswith(line) else ""


def _advised(finding: Finding, end: str) -> Finding:
    return msgspec.structs.replace(finding, suggestion=_EXAMPLE.sub(lambda _: end, finding.suggestion))
