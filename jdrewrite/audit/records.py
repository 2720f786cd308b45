"""What an audit keeps of each job description: small enough for 20,000 of them, complete enough for every report."""

from __future__ import annotations

import msgspec

from jdrewrite.model import Assessment, Finding, Labels, Lens, Section

VERSION = "2"
"""Of the records; another version is read again from the texts, never guessed at."""


class Line(msgspec.Struct, frozen=True, array_like=True):
    """One statement of a job description."""

    id: str
    fingerprint: str
    line: int
    section: Section
    text: str
    labels: Labels


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one job description: what fits in memory for all of them at once."""

    path: str
    """As it was found; one of many in a table is ``table.csv#12``."""
    title: str
    function: str
    confidence: float
    """0 to 1."""
    score: float
    """0 to 100."""
    level: str
    percentile: int | None
    """Within ``group``; None where nothing is known to compare with."""
    group: str
    lenses: dict[Lens, float]
    """Share of the points that each lens could give, 0 to 1."""
    customers: str
    """The word for those served."""
    named: int
    """How often the text itself uses it; 0 where it is the function's usual word."""
    statements: int
    strengths: int
    suggestions: int
    warnings: int
    unit: str = ""
    """What the folder or the column calls the group that the job belongs to; empty where nobody asked for it."""


class Audited(msgspec.Struct, frozen=True, kw_only=True, tag="jd"):
    """One job description that was read."""

    row: Row
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]


class Failed(msgspec.Struct, frozen=True, kw_only=True, tag="error"):
    """A file, or one job description of it, that could not be read."""

    path: str
    reason: str
    way_out: str
    code: int
    """The exit code that this error alone would give."""


Record = Audited | Failed


def record_of(assessment: Assessment, unit: str = "") -> Audited:
    """Return what an audit keeps of an assessment, and of the unit that the job belongs to."""
    score, best = assessment.score, assessment.function[0]
    levels = [finding.level for finding in assessment.findings]
    row = Row(
        path=assessment.path,
        title=assessment.title,
        function=best.name,
        confidence=round(best.confidence, 3),
        score=score.total,
        level=score.level,
        percentile=score.standing.percentile if score.standing else None,
        group=score.standing.group if score.standing else "",
        lenses={part.lens: round(part.points / part.out_of, 4) for part in score.lenses},
        customers=assessment.customer_word.plural,
        named=assessment.customer_word.count,
        statements=len(assessment.statements),
        strengths=levels.count("strength"),
        suggestions=levels.count("suggestion"),
        warnings=levels.count("warning"),
        unit=unit,
    )
    lines = tuple(Line(s.id, s.fingerprint, s.line, s.section, s.text, s.labels) for s in assessment.statements)
    return Audited(row=row, lines=lines, findings=assessment.findings)
