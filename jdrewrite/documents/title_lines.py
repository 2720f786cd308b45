"""What a line must be to be a title, and a title without what says only that it is one."""

from __future__ import annotations

from typing import NamedTuple

from jdrewrite.documents.title_words import (
    FURNITURE,
    NO_JOB,
    OF_THE_JOB,
    PREFIX,
    SECTION,
    SECTION_WHOLE,
    SUFFIX,
    TRADE_OR_SECTION,
    is_words,
)
from jdrewrite.language.jobs import mentions_a_job, names_a_job, without_working_time
from jdrewrite.model import TitleFrom

LOOKED_AT = 12
"""Blocks at the top in which a title may stand."""
RANKS = frozenset({"senior", "junior", "lead", "full", "principal", "part", "new"})
"""Words that a title may begin with, and that are none alone."""
_MOST = 110
"""Characters; a longer heading is a sentence."""


class Title(NamedTuple):
    """A title, and where it was found if not where a title stands."""

    text: str
    told_by: TitleFrom = ""


def may_be_title(text: str) -> bool:
    """Tell whether a line reads like the title of a job, and not like a section, a field or a sentence."""
    return (
        2 < len(text) < _MOST
        and (not SECTION.match(text) or bool(TRADE_OR_SECTION.match(text) and names_a_job(text)))
        and not SECTION_WHOLE.fullmatch(text.rstrip())
        and not FURNITURE.search(text)
        and not NO_JOB.search(text)
        and is_words(PREFIX.sub("", text))
    )


def bare(text: str) -> str:
    """Return a title without what says only that it is one: "Buyer: job description"."""
    said = without_working_time(SUFFIX.sub("", PREFIX.sub("", text.strip()))).rstrip(" :-–—|")
    if mentions_a_job(of := OF_THE_JOB.sub("", said)):
        said = of
    return said or text.strip().rstrip(":")
