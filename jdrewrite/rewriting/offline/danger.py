"""What is a duty already is no right: whoever is bidden to report a danger needs no leave to do so."""

from __future__ import annotations

import re
from collections.abc import Iterable

_DANGER = re.compile(
    r"\b(?:un)?safe(?:ty|guard\w*)?\b|\b(?:in )?danger(?:s|ous|ed)?\b|\bendanger\w*|\bharm\w*|\bhazard\w*|\babuse\b"
    r"|\bneglect\b|\bemergenc\w+|\bconcerns? (?:about|for|regarding)\b|\b(?:cause|causes) for concern\b|\burgent help\b"
    r"|\bchild protection\b|\bwelfare (?:concerns?|issues?)\b",
    re.IGNORECASE,
)
_BIDDEN = re.compile(
    r"\b(?:report(?:s|ing)?|rais(?:e|es|ing)|notif(?:y|ies|ying)|alert(?:s|ing)?|escalat(?:e|es|ing)|stop(?:s|ping)?"
    r"|refer(?:s|ring)?|respond(?:s|ing)?|call(?:s|ing)?|safeguard(?:s|ing)?|interven(?:e|es|ing)"
    r"|act(?:s|ing)? (?:up)?on|out of (?:use|service))\b",
    re.IGNORECASE,
)


def speaks_of_danger(line: str) -> bool:
    """Tell whether a right is one to act where somebody may come to harm."""
    return bool(_DANGER.search(line))


def are_bidden(duties: Iterable[str]) -> bool:
    """Tell whether one of some duties bids to report, stop or answer a danger."""
    return any(_DANGER.search(duty) and _BIDDEN.search(duty) for duty in duties)
