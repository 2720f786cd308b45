"""The share of one job description in what customers said."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.model import Assessment
from jdrewrite.voice.comments import Comment
from jdrewrite.voice.jobs import job_of
from jdrewrite.voice.patterns import Pattern, Routed, heard, routed
from jdrewrite.voice.routing import Router


class HeardFor:
    """Comments that are routed once, and asked about for one job description after the other."""

    def __init__(self, comments: Sequence[Comment]) -> None:
        self._found = routed(comments, Router())
        self.count = len(comments)
        """How many comments there are."""

    def __call__(self, assessment: Assessment) -> tuple[str, ...]:
        """Return the comments whose cause lies in the function of a job description."""
        return tuple(each.comment.text for each in self._own(assessment))

    def pattern(self, assessment: Assessment) -> Pattern | None:
        """Return these comments by topic; None where there are none."""
        found = heard(self._own(assessment)).patterns
        return found[0] if found else None

    def _own(self, assessment: Assessment) -> list[Routed]:
        function = job_of(assessment, "").function
        return [each for each in self._found if each.route.causes and each.route.causes[0].function == function]
