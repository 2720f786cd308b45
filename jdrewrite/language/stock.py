"""How job descriptions say that there is more to do: a line that closes a list and claims no duty."""

from __future__ import annotations

import re

_VERBS = (
    r"and|may|will|to|also|you|be|is|are|required|asked|expected|perform(?:s|ing)?|do(?:es|ing)?|carr(?:y|ies|ying)|out"
    r"|undertak(?:es?|ing)|complet(?:es?|ing)|handl(?:es?|ing)|assum(?:es?|ing)|accept(?:s|ing)?|fulfil(?:ls?|ling)?"
    r"|execut(?:es?|ing)|tak(?:es?|ing)|on|assist(?:s|ing)?\s+with"
)
_THINGS = r"dut(?:y|ies)|tasks?|work|responsibilit(?:y|ies)|assignments?|projects?|functions?|activit(?:y|ies)"
_MORE = re.compile(
    rf"\W*(?:(?:{_VERBS})\s+){{0,6}}(?:(?:all|any|such|the|an?|variety|range|of)\s+){{0,4}}"
    r"(?:other|additional|related|similar|further|ad[- ]hoc|miscellaneous)\s+"
    rf"(?:(?!(?:on|in|for|to|with|of|from|at|by)\b)[\w/-]+,?\s+){{0,3}}?(?:{_THINGS})\b(?!\s+(?:orders?|with|for|between)\b)",
    re.IGNORECASE,
)
_ASSIGNED = re.compile(
    r"\W*(?:\w+\s+){0,3}?duties\s+(?:as|when)\s+(?:assigned|required|needed|directed)\b", re.IGNORECASE
)


def says_more(text: str) -> bool:
    """Tell whether a line says that there is more to do, such as "Other duties as assigned"."""
    return bool(_MORE.match(text) or _ASSIGNED.match(text))
