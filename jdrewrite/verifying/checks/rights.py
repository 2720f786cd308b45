"""Rights to decide, and requirements on the person: nobody gets or loses one by a rewrite."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.verifying.outcome import Found, Outcome, compared
from jdrewrite.verifying.texts import Text

_RIGHTS = (
    ("decide", r"\bdecid\w+|\bdecision[- ]mak\w+|\bfinal say\b|\bhas the last word\b"),
    ("approve", r"\bapprov(?:e|es|ing)\b|\bauthori[sz](?:e|es|ing)\b|\bsign(?:s|ing)? off\b"),
    ("authority", r"\bauthority\b|\bdiscretion\b|\bauthori[sz]ed to\b|\bempowered to\b|\bmandate\b|\bautonomy\b"),
    ("waive", r"\bwaiv\w+|\brefund\w*|\bwrit\w+ off\b|\bveto\w*"),
    ("alone", r"\bwithout (?:prior |further )?(?:approval|permission|consent|asking|referral|supervision)\b|\bindependent(?:ly)?\b|\bunsupervised\b"),
)  # fmt: skip
_REQUIRED = (
    ("degree", r"\bdegree\b|\bbachelor\w*|\bmaster[’']?s\b|\bph\.?d\b|\bdiploma\b|\bb\.?sc\b|\bm\.?sc\b|\bmba\b"),
    ("licence", r"\blicen[cs]\w+"),
    ("certified", r"\bcertifi\w+"),
    ("registered", r"\bregistered\b|\bregistration\b|\baccredit\w+"),
    ("clearance", r"\bclearance\b"),
    ("years", r"\byears?\b"),
    ("fluent", r"\bfluen\w+|\bbilingual\b|\bnative\b"),
    ("citizen", r"\bcitizenship\b"),
    ("experience", r"\bexperience\b"),
    ("reports", r"\b[Rr]eport(?:s|ing)?\s+(?:directly\s+|in\s+)?to\s+(?:the|our|a|an|this|[A-Z])"),
    ("supervises", r"\bsupervis\w+"),
    ("based", r"\bbased (?:in|at)\b|\blocated (?:in|at)\b|\bon[- ]site\b|\bremote(?:ly)?\b"),
    ("shift", r"\bshifts?\b|\bovertime\b|\bweekends?\b|\bon[- ]call\b"),
    ("travel", r"\btravel\w*"),
)  # fmt: skip
_ALL = tuple((form, re.compile(pattern, 0 if form == "reports" else re.IGNORECASE)) for form, pattern in (*_RIGHTS, *_REQUIRED))


def compare(before: Text, after: Text) -> Outcome:
    """Compare rights and requirements, wherever they stand."""
    return compared("rights", _found(before), _found(after))


def _found(text: Text) -> Iterator[Found]:
    for form, pattern in _ALL:
        for match in pattern.finditer(text.text):
            of_customers = form in {"decide", "years", "travel", "experience", "alone"} and text.in_end(match.start())
            if not of_customers:
                yield form, match.group(), *match.span()
