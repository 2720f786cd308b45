"""In a role whose work lands on colleagues, what comes of it for those served is said through them, or not at all."""

from __future__ import annotations

import re

from jdrewrite.analysis.served_word import names
from jdrewrite.model import Assessment, Statement
from jdrewrite.rewriting.offline.clauses import Wording

_COLLEAGUES = re.compile(
    r"(?<!\{customers\} and )(?<!\{customers\} or )"
    r"\b(?:staff|colleagues?|teams|employees|managers|those who|served by|people (?:who|with|suited))\b"
)
"""Words that name those through whom the work reaches the ones served; "customers and colleagues" are not they."""
_NAMED = re.compile(r"\b(?:staff|colleagues?|teams|the \w+ team|employees|managers|those who)\b")
"""The same in a line of its own, which may speak of both."""
_FOR_THEM = frozenset(
    {"human-resources", "legal-compliance", "administration", "finance", "accounting", "purchasing", "people"}
)
"""Functions and fields of work whose wordings are written for work that is for colleagues."""


def is_inside(assessment: Assessment, slug: str) -> bool:
    """Tell whether the work lands on colleagues, and the wordings of this function or field may not know it."""
    return assessment.customer_word.direct == "inside" and slug not in _FOR_THEM


def through_colleagues(wordings: list[Wording], slug: str, assessment: Assessment, s: Statement) -> list[Wording]:
    """Return the wordings of an output that are true of where the work lands.

    Args:
        wordings: of one output.
        slug: of the function or field that they are from.
        assessment: tells whether the work lands on colleagues.
        s: the duty; where it names those served itself, it reaches them whatever the rest of the role does.
    """
    if not is_inside(assessment, slug) or _reaches(s, assessment.customer_word.plural):
        return wordings
    return [w for w in wordings if _COLLEAGUES.search(w.text)]


def _reaches(s: Statement, plural: str) -> bool:
    return s.labels.customer != "internal" and names(s.text, plural)


def naming_colleagues(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines that name colleagues beside those served."""
    return tuple(line for line in lines if _NAMED.search(line))
