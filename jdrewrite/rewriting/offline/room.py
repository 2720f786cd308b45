"""How much of a job description may be touched: a third at most, less where it serves well already."""

from __future__ import annotations

from jdrewrite.model import WORK_SECTIONS, Assessment, BlockKind

_MOST = 4
"""Statements touched at most, however long the text: an editor reads each."""
_ENOUGH = ((90, 1), (75, 3), (60, 4))
"""Percentiles from which fewer statements are touched: who serves well already needs little."""
_LINES, _MOST_LINES = ((90, 1), (75, 2)), 4
"""The same for new lines."""


def room(assessment: Assessment) -> int:
    """Return how many statements may be touched: a third at most, fewer where the text serves well already."""
    role = sum(s.section in WORK_SECTIONS and s.kind is not BlockKind.HEADING for s in assessment.statements)
    limit = next((most for least, most in _ENOUGH if _percentile(assessment) >= least), _MOST)
    return min(limit, max(1, role // 3))


def lines(assessment: Assessment) -> int:
    """Return how many new lines may be proposed."""
    return next((most for least, most in _LINES if _percentile(assessment) >= least), _MOST_LINES)


def _percentile(assessment: Assessment) -> int:
    standing = assessment.score.standing
    return standing.percentile if standing else 50
