"""Before or after: "once it is agreed" may not become "before it is agreed", nor "do both" "do one before the other"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text, Word, leading_to

_EARLIER = re.compile(r"\b(?:before|prior to|ahead of|in advance of)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:after|once|following|upon|as soon as|subsequent to)\b", re.IGNORECASE)
_MEANWHILE = re.compile(
    r"\b(?:at the (?:same )?time (?:of|that)|at the (?:moment|point) (?:of|that|when)|when|whenever|during|while)\b",
    re.IGNORECASE,
)
_WHEN = (
    r"(?:the (?:end|close|start)\b|\d|noon\b|midnight\b|tomorrow\b|next\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|"
    r"(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan(?:uary)?\b|Feb(?:ruary)?\b|Mar(?:ch)?\b|Apr(?:il)?\b|May\b|June?\b|July?\b|Aug(?:ust)?\b|"
    r"Sept?(?:ember)?\b|Oct(?:ober)?\b|Nov(?:ember)?\b|Dec(?:ember)?\b|Q[1-4]\b))"
)
"""A point in time: behind "by", it is a deadline; "sent by customers" and "by reusing crates" are none."""
_BY = re.compile(rf"\b(?:until|till|no later than|not later than|by(?= {_WHEN}))", re.IGNORECASE)
_SOME_TIME = (
    r"(?:an?|the|\d[\d.,]*|[a-z]+)\b(?: [a-z]+){0,2}? ?-?(?:second|minute|hour|day|week|month|quarter|year)s?\b"
)
_WITHIN = re.compile(
    rf"\b(?:within|inside|in (?:under|less than)|in(?= {_SOME_TIME} or less))(?= {_SOME_TIME})", re.IGNORECASE
)
"""A limit: behind it stands a span of time."""
_PAST = re.compile(
    rf"\b(?:after|beyond|past|more than|over|in more than|no sooner than)(?= {_SOME_TIME})", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:after|from|since|starting(?: on)?|as of|past|beyond)\b", re.IGNORECASE)
_NEGATED = re.compile(
    r"\b(?:not|never|nor|no|none|cannot)\b(?: [\w’'-]+){0,6} $|n[’']t\b(?: [\w’'-]+){0,6} $", re.IGNORECASE
)
"""Behind "not", the contrary says the same: "not after Friday" is "until Friday"."""
_DURING = re.compile(r"\b(?:during|while|in the course of)\b", re.IGNORECASE)
_PAIRS = (
    (_DURING, _LATER),
    (_LATER, _DURING),
    (_EARLIER, _LATER),
    (_LATER, _EARLIER),
    (_MEANWHILE, _EARLIER),
    (_BY, _SINCE),
    (_SINCE, _BY),
    (_WITHIN, _PAST),
    (_PAST, _WITHIN),
)
_NEAR = 4
"""Words behind "before" that say what it is before."""
_OPENERS = frozenset({"before", "after", "once", "until", "till"})
_ORDER = re.compile(
    r"\b(?:before\w*|after\w*|once|until|till|prior|preced\w+|follow\w*|subsequent\w*|then|next|first|last|final\w*|upon|on \w+ing|"
    r"as soon as|ahead|in advance|when\w*|while|during|throughout|by the time|earlier|later|since|eventual\w*|ultimate\w*|"
    r"advance\w*|proactiv\w+|post|pre\w*|until|through to|end[- ]to[- ]end|from)\b",
    re.IGNORECASE,
)
"""Words by which a text may tell what comes first."""


def compare(before: Text, after: Text) -> Outcome:
    """Find what came after something and now comes before it, or the other way round."""
    out = Outcome()
    for was, now in _PAIRS:
        if was.search(after.text) or now.search(before.text):
            continue
        for old in was.finditer(before.text):
            for new in now.finditer(after.text):
                if not _NEGATED.search(leading_to(after.text, new.start())) and _of_the_same(
                    _following(before, old.end()), _following(after, new.end())
                ):
                    said = f"“{old.group()}” became “{new.group()}”"
                    out.changed.append(Fact(check="sequence", text=said, start=new.start(), end=new.end()))
    if not _ORDER.search(before.text):
        for token in _linking(after):
            said = f"“{token.text}” says what comes first, which the original does not"
            out.invented.append(Fact(check="sequence", text=said, start=token.start, end=token.end))
    return out


def _linking(text: Text) -> Iterator[Token]:
    """Yield the words that put one act of the work before another."""
    for token in text.parse.tokens:
        if token.lower not in _OPENERS or text.in_end(token.start):
            continue
        head = text.parse.tokens[token.head]
        clause = token.dep in {"mark", "advmod"} and head.dep == "advcl" and token.i < head.i
        if clause or any(
            t.dep == "pcomp" or (t.dep == "pobj" and t.lower in {"that", "this", "which"})
            for t in text.parse.children(token.i)
        ):
            yield token


def _following(text: Text, at: int) -> list[Word]:
    return [word for word in text.words if word.start >= at][:_NEAR]


def _of_the_same(old: list[Word], new: list[Word]) -> bool:
    return any(akin(a.form, b.form) for a in old for b in new)
