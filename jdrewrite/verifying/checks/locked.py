"""Text that may not change at all: law, pay, licences, equal opportunity."""

from __future__ import annotations

import re

from jdrewrite.model import LOCKED_SECTIONS, Assessment

_LOCKED = re.compile(
    r"equal (?:employment )?opportunit|without regard to|regardless of (?:race|gender|age|sex)|reasonable accommodation|affirmative action|"
    r"e-?verify|protected (?:veteran|class|characteristic)|discriminat|background check|at-will|"
    r"\b(?:salary|compensation|base pay|pay range|wage)\b.*[$€£\d]|[$€£]\s?\d[\d,.]*\s?(?:k|per (?:hour|year|annum)|-|–|to)\b",
    re.IGNORECASE,
)


def is_locked(text: str, context: Assessment | None, section: str | None) -> bool:
    """Tell whether a text is locked, by its own words or by the section in which it stands."""
    if _LOCKED.search(text):
        return True
    if section is None and context is not None:
        section = next((s.section for s in context.statements if s.text == text), None)
    return section in LOCKED_SECTIONS
