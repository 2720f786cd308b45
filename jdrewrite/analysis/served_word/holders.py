"""Whether a word for people is the title of the job: no job is there for those who hold it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from jdrewrite.analysis.served_word.candidates import Features
from jdrewrite.catalogue.inflection import singular
from jdrewrite.language.persons import persons_by_trade

_PARTS = re.compile(r"\s[-–—]\s|[,;:/|()\[\]–—]|\s(?:and|&|or)\s")
"""What stands between the parts of a title, each of which may name the job: "Education - Teacher"."""
_MORE = re.compile(r"\s(?:of|for|in|at|to|on|with|who|supporting)\s.*")
"""What tells more of the job behind its name: "Teacher of Music"."""
_GRADE = re.compile(r"(?:\s(?:level|grade|band|[ivx]+|\d+\w?|full[- ]time|part[- ]time|w/m/d|m/f))+$")


def without_holders(every: Mapping[str, Features], title: str) -> Mapping[str, Features]:
    """Return everybody whom a text could mean but those who hold the job; all of them where nobody else is named.

    Args:
        every: as ``candidates`` returns them.
        title: of the job.
    """
    return {who: features for who, features in every.items() if not are_holders(who, title)} or every


def are_holders(people: str, title: str) -> bool:
    """Tell whether a title names its holder as one of some people: "Senior Social Worker" is one of social workers.

    Only trades are read so: a student who helps in a library helps students, and a member may serve members.

    Args:
        people: the plural.
        title: of the job.
    """
    words = people.casefold().split()
    if not words or singular(words[-1]) not in persons_by_trade():
        return False
    one = " ".join([*words[:-1], singular(words[-1])])
    return any(f" {part}".endswith((f" {one}", f" {people.casefold()}")) for part in _names(title))


def _names(title: str) -> list[str]:
    """Return what a title calls the job, in lower case and without grades: of some titles several names."""
    parts = (_MORE.sub("", part.strip()) for part in _PARTS.split(title.casefold()))
    return [_GRADE.sub("", part) for part in parts if part]
