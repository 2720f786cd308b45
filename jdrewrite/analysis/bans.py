"""Acts that a text forbids to whoever is not yet fit for them: law, and neither a border nor help.

"You must not give legal advice to clients without supervision" keeps nothing from anybody, and gives nobody anything.
"""

from __future__ import annotations

import re

from jdrewrite.analysis.light import LightDoc

_BAN = re.compile(
    r"^(?:(?!without\b|unless\b|so\b|to\b)[\w’'-]+ ){0,5}"
    r"(?:must|may|shall|should|can|do|does) ?(?:not|never|n['’]t)\b[^.?!]* "
    r"(?:without|unless|until|except (?:under|with))\b[^.?!]*"
    r"\b(?:supervis|authori[sz]|approv|permi(?:t|ss)|qualif|train|licen[cs]|consent|"
    r"instruct|regist|certif|competen|admitted|insured)",
    re.IGNORECASE,
)
_NOT_THEIRS = re.compile(
    r"^(?:(?!to\b|so\b|who\b)[\w’'-]+ ){0,5}(?:must|may|shall|can|are|is) ?(?:not|n['’]t) "
    r"(?:(?:be )?(?:allowed|permitted) to )?"
    r"(?!(?:keep|leave|harm|hurt|hinder|delay|refuse|deny|put|let|make|mislead|disclose|reveal|share|discuss|be)\b)"
    r"(?!.*\b(?:but|instead|only|so that|in order)\b)\w+ ",
    re.IGNORECASE,
)
"""What is not for this role to do, with a verb for what is mostly good: "You must not lift patients"."""
_BORDER = re.compile(r"\b(?:departments?|teams?|units?|colleagues|divisions?)\b", re.IGNORECASE)
"""Those from whom something may be kept: then the ban is a border all the same."""


def forbids(doc: LightDoc) -> bool:
    """Tell whether a statement only forbids an act to whoever has no leave, training or supervision for it."""
    text = " ".join(doc.lowers)
    return _BAN.search(text) is not None and _BORDER.search(text) is None


def is_not_theirs(doc: LightDoc) -> bool:
    """Tell whether a statement names acts for those served that the role must leave alone: that is no good done."""
    return _NOT_THEIRS.match(" ".join(doc.lowers)) is not None
