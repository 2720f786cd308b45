"""Must, should, may; and negation. A duty may get neither weaker nor stronger."""

from __future__ import annotations

import re
from collections import Counter

from jdrewrite.model import Fact
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_STRENGTHS: tuple[tuple[str, str], ...] = (
    ("preferred", r"\bprefer(?:red|ably)\b|\bideally\b|\bdesir(?:ed|able)\b|\bnice to have\b|\ba plus\b|\bwould be an advantage\b|\badvantageous\b|\bbonus\b"),
    ("must", r"\bmust\b|\b(?:is|are) required\b|\brequired(?: to)?\b|\bshall\b|\bmandatory\b|\b(?:has|have|need|needs) to\b|\bessential\b|\brequires?\b|\bnecessary to\b|\bobligat\w+"),
    ("should", r"\bshould\b|\b(?:is|are) expected to\b|\bexpected\b"),
    ("may", r"\bmay\b|\bmight\b|\bcould\b|\boptional(?:ly)?\b|\b(?:is|are) (?:allowed|permitted) to\b|\bif (?:you|they) (?:wish|like)\b"),
    ("can", r"\bcan\b(?!not)"),
)  # fmt: skip
_PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _STRENGTHS)
_NOT = re.compile(r"\b(?:not|never|no|none|neither|nor|without|unless|except|cannot|prohibited|forbidden|non)\b|n[’']t\b", re.IGNORECASE)


def compare(before: Text, after: Text) -> Outcome:
    """Compare how strictly the duty is put, and what it excludes."""
    out = Outcome()
    old, new = _strengths(before), _strengths(after)
    for name in old.keys() | new.keys():
        if (old[name] > 0) != (new[name] > 0):
            text, place = (after, new) if new[name] else (before, old)
            del place
            match = next(m for key, p in _PATTERNS if key == name for m in p.finditer(text.text) if not text.in_end(m.start()))
            said = f"“{match.group()}” is {'new' if new[name] else 'gone'}"
            out.changed.append(Fact(check="modality", text=said, start=match.start(), end=match.end()))
    before_not, after_not = _negations(before), _negations(after)
    if len(before_not) != len(after_not):
        match = (after_not or before_not)[-1]
        said = "a negation is new" if len(after_not) > len(before_not) else "a negation is gone"
        out.changed.append(Fact(check="negation", text=f"{said}: “{match.group()}”", start=match.start(), end=match.end()))
    return out


def _strengths(text: Text) -> Counter[str]:
    found: Counter[str] = Counter()
    for name, pattern in _PATTERNS:
        found[name] = sum(not text.in_end(match.start()) for match in pattern.finditer(text.text))
    return found


def _negations(text: Text) -> list[re.Match[str]]:
    return [match for match in _NOT.finditer(text.text) if not text.in_end(match.start())]
