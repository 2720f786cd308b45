"""Those served as the words of a text name them, whether or not the lenses take a mention for service to them.

"Keep customer records" serves nobody yet, but whoever writes it calls those served customers, and "users" would be a
word from outside.
"""

from __future__ import annotations

import re

from jdrewrite.model import LOCKED_SECTIONS, ROLE_SECTIONS, Assessment

_OFTEN = 3
"""Mentions from which a group is taken for those whom the organisation serves."""
_GROUPS = (
    "merchants members nonprofits homeowners tenants residents guests students learners borrowers donors travelers "
    "travellers riders passengers sellers shoppers retailers readers viewers players policyholders cardholders "
    "subscribers farmers teachers educators clinicians entrepreneurs pupils visitors commuters"
).split()
_OTHER_MEMBERS = r"(?<!team )(?<!staff )(?<!board )(?<!faculty )(?<!family )(?<!crew )(?<!council )"
_NO_PEOPLE = (
    r"(?! (?:experience|interface|research|stor|acceptance|manual|guide|name|account|centered|centred|friendly))"
)
"""What makes a thing of the word before it: "user stories" are no users."""


def times_named(assessment: Assessment, plural: str, *, role_only: bool = False) -> int:
    """Count the mentions of a plain word, in singular and plural, outside notices.

    Args:
        assessment: the job description.
        plural: ``customers``, ``clients``, ``users`` or ``consumers``.
        role_only: count in what the role does and needs alone.
    """
    behind = _NO_PEOPLE if plural == "users" else ""
    word = re.compile(rf"\b{plural.removesuffix('s')}s?\b{behind}", re.IGNORECASE)
    return sum(
        len(word.findall(s.text))
        for s in assessment.statements
        if (s.section in ROLE_SECTIONS if role_only else s.section not in LOCKED_SECTIONS)
    )


def group_named(assessment: Assessment) -> str:
    """Return the group of people that the text names most, if it does often; else nothing."""
    text = " ".join(s.text for s in assessment.statements if s.section not in LOCKED_SECTIONS).lower()
    counts = {group: _count(group, text) for group in _GROUPS}
    best = max(counts, key=lambda group: counts[group])
    return best if counts[best] >= _OFTEN else ""


def _count(group: str, text: str) -> int:
    before = _OTHER_MEMBERS if group == "members" else ""
    behind = r"(?! of\b)" if group == "members" else ""
    return len(re.findall(rf"\b{before}{group}\b{behind}", text))
