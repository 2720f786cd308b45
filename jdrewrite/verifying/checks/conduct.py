"""How the person is to bear themselves, which the original does not ask: "answer calls" is not "answer calls courteously".

It can be counted by nobody, but somebody will be appraised by it. What asks for good manners already may do so in any
words, and an added end may say how those served are met.
"""

from __future__ import annotations

import re

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_STEMS = (
    r"courteous|courtesy|polite|tactful|tact$|respectful|discreet|cheerful|gracious|warm(?:ly|th|-hearted)?$|kind(?:ly|ness|-hearted)$|"
    r"friendl|empath|cordial|civil(?:ly|ity)$|diplomatic|pleasant|enthusias|compassion|cheer$|smil|sympathetic|amiabl|"
    r"welcoming|hospitabl|gentl[ey]|professional(?:ly|ism)$|patien(?:tly|ce)$|calmly$|good-humou?red|considerate"
)
_BEARING = re.compile(rf"(?:un|im|dis)?(?:{_STEMS})", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:manners?|respect|customer[- ]service|hospitality|etiquette|demeanou?r|attitude|sensitiv\w*|professional|patient(?= (?:and|with|way|manner))|"
    r"kind(?! of)|calm|caring|positive|helpful|discretion|rapport|goodwill|first impression)\b",
    re.IGNORECASE,
)
"""Other words of an original that ask for it."""


def compare(before: Text, after: Text) -> Outcome:
    """Find a standard of conduct in the duty that the original does not set."""
    if any(_is_bearing(t) for t in before.parse.tokens) or _ASKED.search(before.text):
        return Outcome()
    return Outcome(
        asked=[
            Fact(
                check="conduct",
                text=f"“{token.text}”: the original does not say how the person is to bear themselves",
                start=token.start,
                end=token.end,
            )
            for token in after.parse.tokens
            if _is_bearing(token) and not after.in_end(token.start)
        ]
    )


def _is_bearing(token: Token) -> bool:
    return token.pos in {"ADV", "ADJ", "NOUN"} and _BEARING.match(token.lower) is not None
