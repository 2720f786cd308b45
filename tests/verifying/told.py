"""What a verdict holds against a rewrite."""

from jdrewrite.model import Verdict


def told(verdict: Verdict) -> set[str]:
    """Return the names of the checks that found something lost, invented or changed."""
    return {fact.check for fact in (*verdict.lost, *verdict.invented, *verdict.changed)}
