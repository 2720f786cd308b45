"""Sentences that an employer says of itself by its name, wherever they stand: "Acme helps customers build homes"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jdrewrite.model import ROLE_SECTIONS, Section

_SUBJECT = re.compile(
    r"((?:[A-Z][\w&\u2019'-]*)(?: (?:[A-Z][\w&.\u2019'-]*|&|of|and|for|the))*),? (?:\w+ly )?"
    r"(?P<verb>is|has|was|helps?|[a-z]+(?:[^s\W]s))\b"
)
_NO_NAME = frozenset("the our this that these we it its they you he she there here all each every a an as in".split())
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
    names -= {name for name in names if name.lower() in title.lower()}
    if not names:
        return frozenset()
    return frozenset(
        number
        for number, (text, section) in enumerate(zip(texts, sections, strict=True))
        if section in ROLE_SECTIONS and _name(text) in names and not _OF_THE_ROLE.search(text)
    )


def _name(text: str) -> str:
    """Return the name with which a sentence begins; empty for none."""
    subject = _SUBJECT.match(text)
    name = subject.group(1) if subject else ""
    return "" if name.split(" ")[0].lower() in _NO_NAME else name
