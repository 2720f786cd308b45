"""How often and how much: daily or weekly, all or some, at least or up to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.model import Fact
from jdrewrite.verifying.outcome import Found, Outcome, fact
from jdrewrite.verifying.texts import Text

_FORMS: tuple[tuple[str, str], ...] = (
    ("hour", r"\bhourly\b|\b(?:each|every|per|an) hour\b"),
    ("shift", r"\b(?:each|every|per) shift\b"),
    ("day", r"\bdaily\b|\b(?:each|every|per) (?:working )?day\b|\bday[- ]to[- ]day\b|\ba day\b|\bend of day\b"),
    ("fortnight", r"\b(?:bi-?weekly|fortnightly|every two weeks|semi-?monthly)\b"),
    ("week", r"(?<!bi)(?<!bi-)\bweekly\b|\b(?:each|every|per|a) week\b"),
    ("month", r"\bmonthly\b|\b(?:each|every|per|a) month\b"),
    ("quarter", r"\bquarterly\b|\b(?:each|every|per|a) quarter\b"),
    ("year", r"\b(?:annual|annually|yearly)\b|\b(?:each|every|per|a) year\b"),
    ("nightly", r"\bnightly\b|\bovernight\b"),
    ("at least", r"\bat least\b|\bminimum(?: of)?\b|\bno (?:less|fewer) than\b|\bor more\b"),
    ("at most", r"\bup to\b|\bat most\b|\bmaximum of\b|\bno more than\b"),
    ("all", r"\ball(?! (?:right|the time|year))\b|\bentire\b|\bwhole\b"),
    ("each", r"\b(?:each|every|any)\b(?! (?:hour|day|week|month|quarter|year|shift|working|time|other|two))"),
    ("both", r"\bboth\b"),
    ("some", r"\bsome\b(?! of)|\bseveral\b|\ba few\b|\bselected\b"),
    ("most", r"\bmost of\b|\bthe majority\b|\bmost(?= \w+s\b)"),
    ("only", r"\b(?:only|solely|exclusively)\b"),
    ("occasionally", r"\b(?:occasional(?:ly)?|as needed|as required|if needed|from time to time|sometimes|when necessary|where necessary|when needed|if necessary|as necessary)\b"),
    ("before", r"\b(?:in advance|ahead of|prior to|before)\b"),
    ("after", r"\b(?:following|after|upon)\b"),
)  # fmt: skip
_PATTERNS = tuple((form, re.compile(pattern, re.IGNORECASE)) for form, pattern in _FORMS)
_ALIKE = ({"all", "each"},)
_ORDER_ONLY = frozenset({"before", "after"})


def compare(before: Text, after: Text) -> Outcome:
    """Compare frequency and quantity words of the duty; those in an added purpose are not the duty's."""
    out = Outcome()
    old = list(_found(before, ends=True))
    new = list(_found(after, ends=False))
    everywhere = {form for form, *_ in _found(after, ends=True)}
    for found in old:
        if found[0] in everywhere or any(found[0] in group and group & everywhere for group in _ALIKE):
            out.kept.append(fact("frequency", found))
        elif before.in_end(found[2]):
            continue
        elif found[0] in _ORDER_ONLY:
            out.warnings.append(Fact(check="frequency", text=f"“{found[1]}” is gone", start=found[2], end=found[3]))
        else:
            out.lost.append(fact("frequency", found))
    known = {form for form, *_ in old}
    for found in new:
        alike = any(found[0] in group and group & known for group in _ALIKE)
        if found[0] not in known and not alike and found[0] not in _ORDER_ONLY:
            out.changed.append(fact("frequency", found))
    return out


def _found(text: Text, *, ends: bool) -> Iterator[Found]:
    for form, pattern in _PATTERNS:
        for match in pattern.finditer(text.text):
            if ends or not text.in_end(match.start()):
                yield form, match.group(), *match.span()
