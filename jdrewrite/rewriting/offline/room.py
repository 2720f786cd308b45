"""How much of a job description may be touched: a third at most, less where it serves well already."""

from __future__ import annotations

from collections.abc import Collection

from jdrewrite.model import ROLE_SECTIONS, WORK_SECTIONS, Assessment, BlockKind, Section

_MOST = 4
"""Statements touched at most, however long the text: an editor reads each."""
_WANTED, _SAYS_LITTLE, _LONG = 3, 60, 9
"""Proposals that an editor wants at least of a text below this percentile with so many statements about the role."""
_ENOUGH = ((90, 1), (75, 3), (60, 4))
"""Percentiles from which fewer statements are touched: who serves well already needs little."""
_LINES, _MOST_LINES = ((90, 1), (75, 2)), 4
"""The same for new lines."""


def room(assessment: Assessment) -> int:
    """Return how many statements may be touched: a third at most, fewer where the text serves well already."""
    limit = next((most for least, most in _ENOUGH if _percentile(assessment) >= least), _MOST)
    return min(limit, max(1, _role(assessment, WORK_SECTIONS) // 3))


def wanted(assessment: Assessment) -> int:
    """Return how many proposals of any kind an editor wants at least; of a text that is short or serves well one.

    Of 26 that were made of such texts only because three were wanted, readers with the whole text signed 6 and refused
    11; of 38 of the others 12 and 10.
    """
    little = _percentile(assessment) < _SAYS_LITTLE and _role(assessment, ROLE_SECTIONS) >= _LONG
    return _WANTED if little else 1


def lines(assessment: Assessment) -> int:
    """Return how many new lines may be proposed."""
    return next((most for least, most in _LINES if _percentile(assessment) >= least), _MOST_LINES)


def _role(assessment: Assessment, sections: Collection[Section]) -> int:
    """Return how many statements about the role stand in some sections."""
    return sum(s.section in sections and s.kind is not BlockKind.HEADING for s in assessment.statements)


def _percentile(assessment: Assessment) -> int:
    standing = assessment.score.standing
    return standing.percentile if standing else 50
