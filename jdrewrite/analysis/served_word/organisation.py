"""Which kind of organisation a job description speaks for: whom it can serve depends on it."""

from __future__ import annotations

from collections.abc import Sequence

from jdrewrite.analysis.served_word.book import Kind, book, pattern
from jdrewrite.model import Statement


def kind_of(title: str, statements: Sequence[Statement]) -> Kind:
    """Return the kind of organisation whose words the text has most.

    Notices name laws and agencies whoever the employer is; what is asked of a person speaks of other employers.

    Args:
        title: of the job.
        statements: of the job description.
    """
    told = "\n".join([title, *(s.text for s in statements if s.section not in {"legal", "requirements"})])
    asked = "\n".join(s.text for s in statements if s.section == "requirements")
    points = [(_points(kind, told, asked), kind) for kind in book().kind]
    return max((p for p in points if p[0] >= p[1].least), key=lambda p: p[0])[1]


def _points(kind: Kind, told: str, asked: str) -> float:
    if kind.unless:
        told, asked = (pattern(kind.unless).sub(" ", text) for text in (told, asked))
    return sum(
        cue.points * min(cue.most, len(pattern(cue.words).findall(f"{told}\n{asked}" if cue.asked else told)))
        for cue in kind.cues
    )
