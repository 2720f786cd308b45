"""The share of one job description in what customers said."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.model import Assessment
from jdrewrite.voice.comments import Comment
from jdrewrite.voice.jobs import job_of
from jdrewrite.voice.patterns import Pattern, Routed, heard, routed
from jdrewrite.voice.routing import Job, Router
from jdrewrite.voice.words import words_of

_IN_COMMON = 2
"""Words that a comment of no known function must share with a job description to be asked about."""
_KNOWN = 0.3
"""Confidence from which a job description is heard for the function that it reads as of."""
_SURE = 0.9
"""Confidence from which it is taken to be of that job: there is no other beside it that it could be of."""


class HeardFor:
    """Comments that are routed once, and asked about for one job description after the other."""

    def __init__(self, comments: Sequence[Comment]) -> None:
        self._found = routed(comments, Router())
        self.count = len(comments)
        """How many comments there are."""

    def __call__(self, assessment: Assessment) -> tuple[str, ...]:
        """Return the comments whose cause lies in the function of a job description, or in what it says itself."""
        return tuple(each.comment.text for each in self._own(job_of(assessment, "")))

    def pattern(self, assessment: Assessment) -> Pattern | None:
        """Return these comments by topic; None where there are none."""
        found = heard(self._own(job_of(assessment, ""))).patterns
        return found[0] if found else None

    def quotes(self, function: str, assessment: Assessment | None = None) -> tuple[str, ...]:
        """Return some comments as they stand, those first that speak of what a job description says.

        Args:
            function: of the job.
            assessment: of its job description, if there is one. Where it reads as of another function, whoever named
                one for the job hears those of both.
        """
        own = self._by_words(job_of(assessment, "")) if assessment else []
        read = assessment.function[0] if assessment else None
        functions = {function, *([read.name] if read and read.confidence >= _KNOWN else [])}
        patterns = heard([each for name in sorted(functions) for each in self._of_function(name)]).patterns
        quotes = [quote for p in patterns for part in (*(t.quotes for t in p.themes), p.praised) for quote in part]
        return (*(each.comment.text for each in own), *quotes)

    def _own(self, job: Job) -> list[Routed]:
        return [*self._by_words(job), *self._of_function(job.function)]

    def _of_function(self, function: str) -> list[Routed]:
        return [each for each in self._found if each.route.causes and each.route.causes[0].function == function]

    def _by_words(self, job: Job) -> list[Routed]:
        """Return comments of no known function that are of this job by its own words: "crossing guard", "stray dog"."""
        likely = [
            each.comment
            for each in self._found
            if not each.route.causes and len(words_of([each.comment.text]) & job.words) >= _IN_COMMON
        ]
        if not likely:
            return []
        found = routed(likely, Router([job]))
        return [r for r in found if not r.route.nobody and r.route.jobs and r.route.jobs[0].confidence >= _SURE]
