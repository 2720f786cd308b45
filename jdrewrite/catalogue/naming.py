"""Puts the plural for those served into a wording: "customers’ data", but "the data of members of the public"."""

from __future__ import annotations

import re
from functools import cache

CUSTOMERS = "{customers}"
THINGS = "{things}"
"""What a role makes, in the words of its job description."""
_PEOPLE = re.compile(r"^(?:the |our )?(people) (?:we|who|in) .*$")
"""What is short for people in general: "people’s letters" are those of the people we serve."""
_BEHIND = re.compile(
    r"\w (?:of|in|at|who|whom|whose|that|which|we|with|without|from|for|to|on|under|over|across|within|by|through)\b"
)
_SEVERAL = re.compile(r"(?:(?<!s)s|people|children|(?:wo)?men)$")
_KINDS = "conflicting|first|future|new|open|own|personal|present|private|technical|urgent"
_OWNED = re.compile(
    r"(?:(?P<of>\b(?:by|for|from|in|of|on|through|to|with) )?(?P<which>\bwhich )|"
    r"(?P<before>\b(?:the|these|those|no|all) ))?"
    rf"\{{customers\}}['’] (?P<thing>(?:(?:{_KINDS}) ){{0,2}}[\w-]+(?: and accounts)?)",
    re.IGNORECASE,
)
_OWNING = re.compile(r"\{customers\}['’]")
_COUNTED = re.compile(r"\b(more|many|fewer|most|some|other|new|young|those|the|own|every|same) \{customers\}")
"""Words behind which no article goes."""
_ARTICLE = re.compile(r"^(?:the|our) (?=\S)")


def with_customers(text: str, customers: str) -> str:
    """Return a wording with the plural for those served in every place, as English has it there.

    Args:
        text: with no other slot than ``{customers}``.
        customers: as it reads in the middle of a sentence: ``patients``, ``people with disabilities``; empty for none.
    """
    if CUSTOMERS not in text or not customers.strip():
        return text.replace(CUSTOMERS, customers)
    people = _PEOPLE.sub(r"\1", customers)
    if _is_long(people):
        text = _OWNED.sub(lambda found: _of_them(found, people), text)
    # Words that somebody gave are no template of a substitution: a backslash in them says nothing.
    owning = people + ("’" if people.endswith("s") else "’s")
    text = _OWNING.sub(lambda _: owning, text)
    if people != customers:  # "more the people we serve"
        text = _COUNTED.sub(lambda found: f"{found[1]} {people}", text)
    elif article := _ARTICLE.match(customers):
        bare = customers[article.end() :]
        several = bool(_SEVERAL.search(bare))
        text = _COUNTED.sub(lambda found: f"{found[1]} {bare}" if several else _some_of(found[1], customers), text)
    return text.replace(CUSTOMERS, customers)


@cache
def _is_long(people: str) -> bool:
    """Tell whether something stands behind the noun: no "’s" goes there."""
    *before, last = people.split()
    return bool(_BEHIND.search(people)) or (not _SEVERAL.search(last) and any(map(_SEVERAL.search, before)))


def _of_them(found: re.Match[str], people: str) -> str:
    """Return "the data of those people", without a second article; "which data" of whose is asked stays asked."""
    owned = f"{found['thing']} of {people}"
    if found["which"]:
        return f"{found['of']}{found['which']}the {owned}" if found["of"] else f"{found['which']}{owned}"
    return f"{found['before'] or 'the '}{owned}"


def _some_of(word: str, customers: str) -> str:
    """Return "more of the elderly", who are not counted."""
    return f"{word} of {customers}" if word in {"more", "many", "fewer", "most", "some"} else f"{word} people"
