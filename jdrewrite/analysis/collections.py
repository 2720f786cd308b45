"""Tells the collections of a museum, an archive or a library from those of debts."""

from __future__ import annotations

import re
from collections.abc import Iterable

_KEPT = re.compile(
    r"\b(?:(museum)|(librar)|(archiv)|(curat)|(specimen)|(arti?e?fact)|(accession)|(herbari)|(manuscript)|(rare book)|"
    r"(exhibit)|(conservat)|(catalog)|(galler)|(fossil)|(works? of art))",
    re.IGNORECASE,
)
"""What is said of collections that are kept and shown."""
_OWED = re.compile(
    r"\b(?:receivable|overdue|past[- ]due|debts?|debtors?|arrears|delinquen\w+|credit control)\b", re.IGNORECASE
)
_KEEPERS = 2
"""Different words for what is kept by which a job description tells that its collections are such."""


def keeps_collections(lines: Iterable[str]) -> bool:
    """Tell whether the collections of which a job description speaks are of things that are kept.

    Args:
        lines: its title and what it says.
    """
    said = "\n".join(lines)
    kept = {found.lastindex for found in _KEPT.finditer(said)}
    return len(kept) >= _KEEPERS and not _OWED.search(said)
