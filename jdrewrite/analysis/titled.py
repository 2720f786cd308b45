"""Which occupation of the catalogue a title names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from jdrewrite.catalogue import Occupation, occupations
from jdrewrite.language.jobs import job_nouns

_WORD = re.compile(r"[a-z0-9]+(?:['’-][a-z0-9]+)*|[^\sa-z0-9]")
_UNDER = re.compile(r"\b(?:to|for|under|of) (?:an? |the |our )?$")
"""What stands before somebody else's title: "assistant to the director"."""
_SMALL = frozenset({"of", "for", "to", "in", "at", "with", "on", "by", "and", "or"})
"""Where a title goes on, but no longer says what the job is."""


class Titled(NamedTuple):
    """An occupation that a title names."""

    occupation: Occupation
    phrase: str
    """By which it is named, in lower case."""


def occupation_of(title: str) -> Titled | None:
    """Return the occupation that a title names: of several phrases the longest, of those as long the first.

    Whoever manages paralegals is no paralegal, nor is who assists one.

    Args:
        title: of a job description.
    """
    known = occupations()
    low = title.lower().replace("’", "'")
    words = [(m.group(), m.start()) for m in _WORD.finditer(low)]
    for length in range(min(_longest(), len(words)), 0, -1):
        for first in range(len(words) - length + 1):
            phrase = " ".join(word for word, _ in words[first : first + length])
            found = known.get(phrase) or known.get(phrase.removesuffix("s"))
            rest = [word for word, _ in words[first + length :]]
            if found and _is_the_job(low[: words[first][1]], rest) and not _is_another(found, low):
                return Titled(found, phrase)
    return None


@cache
def _longest() -> int:
    return max((len(title.split()) for title in occupations()), default=0)


def _is_the_job(before: str, rest: Sequence[str]) -> bool:
    """Tell whether a phrase of a title is what the job is, and no one whom it leads or works for."""
    if _UNDER.search(before):
        return False
    for word in rest:
        if not word[0].isalnum() or word in _SMALL:
            return True
        if word in job_nouns():
            return False
    return True


def _is_another(occupation: Occupation, title: str) -> bool:
    return any(re.search(rf"\b{re.escape(word)}", title) for word in occupation.other)
