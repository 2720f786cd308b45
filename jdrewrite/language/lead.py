"""Puts a bare duty behind words that make it a sentence, so that a general English model parses it right.

"Process vendor invoices" is tagged as three nouns; behind "You will" the same model finds the verb. Which
words help depends on the form of the first word.
"""

from __future__ import annotations

import re
from functools import cache

from jdrewrite import resources

_FIRST = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_STARTERS = frozenset(
    "a an the this these those that you we they he she it i your our their his her its there as in on at by for to "
    "from with if when while who what where how all any each every some no not and or but must should may can will "
    "would shall is are was were be been being has have had do does did".split()
)
_OPEN = frozenset("also always".split())
_NO_MANNER = frozenset("daily weekly monthly quarterly yearly early only family supply apply assembly friendly".split())
"""Words in -ly that do not tell how something is done, so that a noun may follow."""


def lead(text: str) -> str:
    """Return the words to put before the statement for parsing; an empty string where none are needed.

    Args:
        text: one statement.
    """
    match = _FIRST.match(text)
    if not match:
        return ""
    first = match.group().lower()
    if first in _STARTERS:
        return ""
    if first in _OPEN or (first.endswith("ly") and first not in _NO_MANNER):
        following = _FIRST.search(text, match.end())
        first = following.group().lower() if following else first
    if first in duty_verbs():
        return "You will "
    if first.endswith("s") and (_singular(first) & duty_verbs()):
        return "She "
    if first.endswith("ing") and len(first) > 5:
        return "You are "
    return ""


def is_duty_verb(word: str) -> bool:
    """Tell whether a word in lower case is a verb of duties: ``manage``, ``manages`` or ``managing``."""
    verbs = duty_verbs()
    if word.endswith("ing"):
        stem = word[:-3]
        return not verbs.isdisjoint({stem, stem + "e", stem[:-1]})
    return word in verbs or (word.endswith("s") and not verbs.isdisjoint(_singular(word)))


def _singular(verb: str) -> set[str]:
    """Return the base forms of which this third person may be made: ``manages``, ``processes``, ``carries``."""
    forms = {verb[:-1]}
    if verb.endswith("es"):
        forms.add(verb[:-2])
    if verb.endswith("ies"):
        forms.add(verb[:-3] + "y")
    return forms


@cache
def duty_verbs() -> frozenset[str]:
    """Return verbs with which duties begin, in the base form."""
    path = resources.words("duty_verbs.txt")
    return frozenset(line for line in path.read_text(encoding="utf-8").split() if not line.startswith("#"))
