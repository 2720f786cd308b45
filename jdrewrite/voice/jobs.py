"""What routing takes from an analysed job description."""

from __future__ import annotations

from jdrewrite.model import DUTY_SECTIONS, Assessment
from jdrewrite.voice.routing import Job
from jdrewrite.voice.words import words_of


def job_of(assessment: Assessment, path: str) -> Job:
    """Return a job description as routing needs it: its function, and what its purpose and duties say."""
    texts = tuple(s.text for s in assessment.statements if s.section in DUTY_SECTIONS)
    guesses = tuple((guess.name, guess.confidence) for guess in assessment.function)
    return Job(path, assessment.title, guesses[0][0], words_of([assessment.title, *texts]), texts, guesses)
