"""Promises that nobody made: always, never, within an hour."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.verifying.outcome import Found, Outcome, fact
from jdrewrite.verifying.texts import Text

_PROMISE = re.compile(
    r"\balways\b|\bnever\b|\bevery time\b|\ball the time\b|\bguarante\w+|\bwithout (?:fail|exception|delay)\b|\b(?:100|hundred) ?(?:%|percent|per cent)|"
    r"\bwithin (?:an?|the|\w+|\d+) (?:same )?(?:minutes?|hours?|days?|weeks?|business days?|working days?)\b|\b(?:zero|no) (?:errors?|defects?|delays?|complaints?)\b|"
    r"\binstant(?:ly)?\b|\bimmediate(?:ly)?\b|\bthe same day\b|\bround the clock\b|\b24/7\b|\bat all times\b|\bat once\b|\bat any time\b",
    re.IGNORECASE,
)
_SOFT = frozenset({"at once", "immediately", "immediate"})
"""Said of an effect, these are plain English ("can see at once"); said of the duty, they are a promise."""


def compare(before: Text, after: Text) -> Outcome:
    """Find promises in the rewrite that the original did not make."""
    known = {form for form, *_ in _promises(before)}
    invented = [
        fact("guarantees", found)
        for found in _promises(after)
        if found[0] not in known and not (found[0] in _SOFT and after.in_end(found[2]))
    ]
    return Outcome(invented=invented)


def _promises(text: Text) -> Iterator[Found]:
    for match in _PROMISE.finditer(text.text):
        yield match.group().lower(), match.group(), *match.span()
