"""Text that may not change at all: law, pay, licences, equal opportunity."""

from __future__ import annotations

import re

from jdrewrite.language.lead import lead
from jdrewrite.model import LOCKED_SECTIONS, Assessment

_NOTICE = re.compile(
    r"equal (?:employment )?opportunit(?:y|ies) employer|\be\.?e\.?o\.?(?: employer|c)\b|without regard to (?:race|colou?r|age|sex|gender|religion)|"
    r"regardless of (?:race|colou?r|gender|age|sex|background|religion)|on the basis of (?:race|sex|age|gender|disability)|affirmative action|"
    r"all qualified (?:applicants|candidates)|protected (?:veteran|class|characteristic|by law)|do(?:es)? not discriminate|\bat[- ]will\b|e-verify|"
    r"title (?:vii|ix)\b|americans with disabilities|fair chance|eligible to work|authori[sz]ed to work|authori[sz]ation to work|visa sponsorship|"
    r"not (?:intended to be|an exhaustive|all-inclusive|designed to cover)|may be (?:changed|amended|modified) at any time|privacy (?:notice|statement)|"
    r"\b(?:salary|compensation|base pay|pay range|wage|remuneration|stipend)s?\b[^.]*(?:[$€£]|\d)|"
    r"[$€£]\s?\d[\d,.]*\s?k?\s?(?:(?:-|–|to)\s?[$€£]?\s?\d|(?:per|an|a|/) ?(?:hour|year|annum|month))",
    re.IGNORECASE,
)
"""Words of which a notice consists; no duty says them."""
_LEGAL = re.compile(
    r"reasonable accommodations?|background (?:check|screen)\w*|drug (?:test|screen)\w*|criminal record|dbs check|discriminat\w+|"
    r"employment eligibility|right to work|health insurance|401\(?k\)?|paid time off|\bpto\b|pension scheme|annual leave|exempt status|\bflsa\b",
    re.IGNORECASE,
)
"""Words that a notice says to applicants, and a duty may say as well: "conduct background checks"."""
_LICENSED = re.compile(r"\blicen[cs]\w*|\bcertifi\w*|\bregistered\b|\bclearance\b", re.IGNORECASE)


def is_locked(text: str, context: Assessment | None, section: str | None) -> bool:
    """Tell whether a text is locked, by its own words or by the section in which it stands.

    A requirement that names a licence is locked where the text is known to be a requirement; what a lone sentence
    about a licence loses or gains is found by the other checks.
    """
    if _NOTICE.search(text) or (_LEGAL.search(text) and lead(text) == ""):
        return True
    if section is None and context is not None:
        section = next((s.section for s in context.statements if s.text == text), None)
    return section in LOCKED_SECTIONS or (section == "requirements" and bool(_LICENSED.search(text)))
