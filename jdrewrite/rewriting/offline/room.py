"""How much of a job description may be touched: a third at most, less where it serves well already."""

from __future__ import annotations

from collections.abc import Collection

from jdrewrite.model import ROLE_SECTIONS, WORK_SECTIONS, Assessment, BlockKind, Section

_MOST = 4
"""Statements touched at most, however long the text: an editor reads each."""
_WANTED = 3
"""Proposals that an editor wants at least, however long the text."""
_ENOUGH = ((90, 1), (75, 3), (60, 4))
"""Percentiles from which fewer statements are touched: who serves well already needs little."""
_LINES, _MOST_LINES = ((90, 1), (75, 2)), 4
"""The same for new lines."""


def room(assessment: Assessment) -> int:
    """Return how many statements may be touched: a third at most, fewer where the text serves well already."""
    limit = next((most for least, most in _ENOUGH if _percentile(assessment) >= least), _MOST)
    return min(limit, _third(assessment, WORK_SECTIONS))


def wanted(assessment: Assessment) -> int:
    """Return how many proposals of any kind an editor wants at least: of a short text fewer."""
    return min(_WANTED, _third(assessment, ROLE_SECTIONS))


def lines(assessment: Assessment) -> int:
    """Return how many new lines may be proposed."""
    return next((most for least, most in _LINES if _percentile(assessment) >= least), _MOST_LINES)


def _third(assessment: Assessment, sections: Collection[Section]) -> int:
    """Return a third of the statements about the role in some sections, one at least."""
    role = sum(s.section in sections and s.kind is not BlockKind.HEADING for s in assessment.statements)
    return max(1, role // 3)


def _percentile(assessment: Assessment) -> int:
    standing = assessment.score.standing
    return standing.percentile if standing else 50
