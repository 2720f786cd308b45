"""Sentences that an employer says of itself by its name, wherever they stand: "Acme helps customers build homes"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdrewrite.model import ROLE_SECTIONS, Section

_SUBJECT = re.compile(
    r"((?:[A-Z][\w&\u2019'-]*)(?: (?:[A-Z][\w&.\u2019'-]*|&|of|and|for|the))*),? (?:\w+ly )?"
    r"(?P<verb>is|has|was|helps?|[a-z]+(?:[^s\W]s))\b"
)
_PRAISED = re.compile(
    r"(?:is|are|has|have|was) (?:\w+ ){0,2}?(?:(?:an?|the|one of (?:the|our)) (?:[\w'\u2019-]+,? ){0,4}?"
    r"(?:leading|leaders?|largest|biggest|fastest|top|premier|award|world-class|global|renowned|trusted|innovative|"
    r"growing|company|firm|employer|start-?up|family business)\b|(?:been )?(?:named|voted|awarded|ranked|"
    r"recogni[sz]ed|honou?red|founded|established|headquartered)\b)"
)
"""What nobody says but of an organisation: "is a leading supplier", "has been named a top employer"."""
_TOLD = re.compile(
    r"(?:At|About|Join|Joining|Why|Welcome to|Working (?:at|for)|Life at|Here at)"
    r" (?P<name>[A-Z][\w&\u2019'-]*(?: (?:[A-Z][\w&.\u2019'-]*|&|of|and|for))*)"
)
"""Where an advertisement names the employer otherwise: "At Acme, we ...", "About Acme"."""
_NO_NAME = frozenset(
    "the our this that these we it its they you he she there here all each every a an as in us your my".split()
)
_NAMING: frozenset[Section] = frozenset({"company", "other"})
"""Sections that name the employer in passing: praise, and headings."""
_OF_THE_ROLE = re.compile(
    r"\b(?:you|your|candidates?|applicants?|roles?|positions?|posts?|incumbent|holder|seek\w*|look\w*|need\w*|recruit\w*|"
    r"hir(?:es?|ing)|want\w*|require\w*|must|should|will|expects?|invites?)\b",
    re.IGNORECASE,
)


def told_by_name(texts: Sequence[str], sections: Sequence[Section], title: str) -> frozenset[int]:
    """Return the numbers of statements of the role that tell what the employer is or does, by the name it goes by.

    Args:
        texts: all statements.
        sections: of each, as guessed; those of the company tell the name.
        title: of the job, which is nobody's name.
    """
    names = {_name(text) for text, section in zip(texts, sections, strict=True) if section == "company"} - {""}
    names |= {_told(text) for text, section in zip(texts, sections, strict=True) if section in _NAMING} - {""}
    names -= {name for name in names if name.lower() in title.lower()}
    return frozenset(
        number
        for number, (text, section) in enumerate(zip(texts, sections, strict=True))
        if section in ROLE_SECTIONS
        and (_name(text) in names or _is_praised(text, title))
        and not _OF_THE_ROLE.search(text)
    )


def _is_praised(text: str, title: str) -> bool:
    """Tell whether a sentence says of somebody by name what nobody says but of an organisation."""
    name = _name(text)
    return bool(name) and name.lower() not in title.lower() and bool(_PRAISED.match(text[len(name) :].lstrip(", ")))


def _told(text: str) -> str:
    """Return the name by which an advertisement calls the employer in passing; empty for none."""
    told = _TOLD.match(text)
    name = told["name"] if told else ""
    return "" if name.split(" ")[0].lower() in _NO_NAME else name


def _name(text: str) -> str:
    """Return the name with which a sentence begins; empty for none."""
    subject = _SUBJECT.match(text)
    name = subject.group(1) if subject else ""
    return "" if name.split(" ")[0].lower() in _NO_NAME else name
