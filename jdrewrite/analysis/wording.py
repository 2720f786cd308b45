"""Finds the job description's own word for the people it serves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from jdrewrite.model import ROLE_SECTIONS, CustomerWord, Statement

_PLURALS = {
    "customer": "customers",
    "clientele": "clients",
    "consumer": "consumers",
    "buyer": "buyers",
    "citizen": "citizens",
    "public": "members of the public",
    "family": "families",
    "families": "families",
    "people": "people",
    "canadians": "Canadians",
    "americans": "Americans",
    "audience": "audiences",
    "audiences": "audiences",
}
_REGULAR = (
    "customer client consumer buyer shopper guest patient resident citizen subscriber policyholder passenger "
    "traveller traveler tenant student pupil learner donor user member visitor reader viewer listener veteran "
    "taxpayer ratepayer homeowner borrower cardholder merchant seller"
).split()
_WORDS = {
    **{word: f"{word}s" for word in _REGULAR},
    **{f"{word}s": f"{word}s" for word in _REGULAR},
    **_PLURALS,
}
_COMMON = frozenset({"customers", "clients", "users", "patients", "residents", "students"})
_SEEN = 4
"""Weight of mentions from which a rarer word is taken for the job description's own."""
_WEAK = frozenset(
    {"people", "families", "audiences", "users", "Americans", "Canadians", "buyers", "members of the public"}
)
"""Words that stand for the customer only where no clearer word occurs as often as a third of the time."""


def customer_word(statements: Iterable[Statement], fallback: str, own: Mapping[str, str] | None = None) -> CustomerWord:
    """Return the plural that the text uses most, duties counting more than the company's praise of itself.

    Args:
        statements: labelled statements.
        fallback: the function's word for those it serves, used where the text names nobody.
        own: words of a project for those it serves, in any form, with their plural.
    """
    known = {**_WORDS, **(own or {})}
    common = _COMMON | set((own or {}).values())
    counts: Counter[str] = Counter()
    for statement in statements:
        weight = 3 if statement.section in ROLE_SECTIONS else 1
        for evidence in statement.evidence:
            if evidence.lens == "customer" and evidence.value == "external":
                word = known.get(statement.text[evidence.start : evidence.end].lower())
                if word:
                    counts[word] += weight
    if not counts:
        return CustomerWord(plural=fallback, source="function")
    # A word that stands there once or twice may speak of something else; the common ones are understood anywhere.
    counts = Counter({word: n for word, n in counts.items() if word in common or n >= _SEEN})
    if not counts:
        return CustomerWord(plural=fallback, source="function")
    top = max(counts.values())
    best = max(counts, key=lambda word: (word not in _WEAK and counts[word] * 3 >= top, counts[word], word))
    return CustomerWord(plural=best, source="text", count=counts[best])
