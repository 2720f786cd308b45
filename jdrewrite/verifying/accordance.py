"""When "as ... requires" tells by which rules the work is done, and neither when nor how strictly it is asked for."""

from __future__ import annotations

import re

_RULES = (
    r"(?:polic(?:y|ies)|procedures?|rules?|regulations?|laws?|acts?|statutes?|codes?|standards?|guidelines?|guidance|"
    r"protocols?|contracts?|agreements?|manuals?|instructions?|handbooks?|bylaws|by-laws|plans?|specifications?|recipes?)"
)
BY_RULE = re.compile(
    rf"\bas (?:(?!(?:need|necessary|required|as|when|if)\b)[\w’'-]+ ){{0,5}}{_RULES} (?:(?:and|or) [\w’'-]+ ){{0,2}}"
    r"(?:requires?|demands?|prescribes?|asks?|dictates?|provides?|lays? down|sets? out|specif(?:y|ies)|stipulates?)\b|"
    rf"\bas (?:required|demanded|prescribed|laid down|set out|specified|stipulated) (?:by|in|under) (?:[\w’'-]+ ){{0,4}}{_RULES}\b",
    re.IGNORECASE,
)
"""As much as "in accordance with office policies"."""


def by_rule(text: str, at: int) -> bool:
    """Tell whether a place lies in words that tell by which rules the work is done."""
    return any(m.start() <= at < m.end() for m in BY_RULE.finditer(text))
