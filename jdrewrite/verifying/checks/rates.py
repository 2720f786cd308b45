"""How often in words: "continuous" may not become "once a year", nor "repeatedly" "on one occasion"."""

from __future__ import annotations

import re

from jdrewrite.model import Fact
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text, leading_to, newly

_OFTEN = re.compile(
    r"\b(?:often|frequent(?:ly)?|repeated(?:ly)?|many times|time and (?:time )?again|over and over|again and again)\b",
    re.IGNORECASE,
)
_STEADY = re.compile(
    r"\b(?:often|frequen\w+|repeated\w*|regular\w*|routine\w*|constant\w*|continu(?:ous|al|ing|ally|ously|es?|ed)|ongoing|always|steadi?ly|steady|perpetual\w*|ever|"
    r"time and (?:time )?again|over and over|again|all the time|at all times|keep\w*|kept|never stop\w*|on and on|non-?stop|day (?:in|after)|relentless\w*|"
    r"many (?:a )?times?|more than once|several times|a number of times|bit by bit|step by step|usual\w*|most days|permanent\w*|without (?:end|stop\w*|pause|a break))\b",
    re.IGNORECASE,
)
"""All that says that a thing goes on, or comes back; "daily" and the like are told apart by the frequencies."""
_LASTING = re.compile(
    r"\b(?:often|frequent(?:ly)?|repeated(?:ly)?|regular(?:ly)?|routinely|constant(?:ly)?|continu(?:ous|al|ously|ally)|ongoing|always|at all times)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"\bon (?:one|a single|just one|only one) occasion\b|\b(?:one|a single) time\b(?! zone)|\bjust once\b|\bonce\b(?= (?:a|an|per|each|every|in|only)\b|\s*[;.,]|$)|\ba one-off\b|\bone-off\b|"
    r"\b(?:twice|every (?:other|few|second)|(?:two|three) times) (?:a )?(?:year|years|month|months)\b|\b(?:yearly|annually|quarterly|monthly)\b|\b(?:each|every) (?:year|quarter|month)\b",
    re.IGNORECASE,
)
_RARELY = re.compile(
    r"\b(?:rarely|seldom|hardly ever|infrequent(?:ly)?|sparingly|once in a while|(?:every )?now and (?:then|again)|every so often|off and on|on and off|"
    r"irregular(?:ly)?|sporadic(?:ally)?)\b",
    re.IGNORECASE,
)
_SELDOM = re.compile(
    r"\b(?:rare(?:ly)?|seldom|few|infrequent\w*|irregular\w*|sporadic\w*|occasion\w*|time to time|sometimes|at times|may|might|can|could|if|when|where|periodic\w*|needed|necessary|required|ad[- ]hoc)\b",
    re.IGNORECASE,
)
_EVERY_TIME = re.compile(
    r"\b(?:always|at all times|all the time|every (?:single )?time|in (?:all|every) cases?|without (?:fail|exception)|invariably)\b",
    re.IGNORECASE,
)
_MOSTLY = re.compile(
    r"\b(?:often|frequently|usually|normally|generally|typically|commonly|regularly|mostly|as a rule|(?:most|much) of the time|in (?:most|many) cases)\b",
    re.IGNORECASE,
)
_AS_WELL = re.compile(
    r"\b(?:all|each|every\w*|any\w*|whenever|whatever|never|no|not|without|constant\w*|continu\w+|permanent\w*|ever|keep\w*|must|consisten\w+|throughout)\b|n[’']t\b",
    re.IGNORECASE,
)
"""What says "always" in other words."""
_NOT = re.compile(r"(?:\bnot|n[’']t|\balmost|\bnearly)\s$", re.IGNORECASE)


def compare(before: Text, after: Text) -> Outcome:
    """Compare how often a thing happens where the text counts nothing; a calendar's own words are not asked here."""
    out = Outcome()
    lasting = [m for m in _LASTING.finditer(before.text) if not before.droppable(m.start())]
    if lasting and not _STEADY.search(after.text):
        new = [
            m for p in (_ONCE, _RARELY) for m in p.finditer(after.text) if m.group().lower() not in before.text.lower()
        ]
        if new:
            out.changed.append(_fact(new[0], f"took the place of “{lasting[0].group()}”"))
        elif often := _OFTEN.search(before.text):
            out.lost.append(Fact(check="rates", text=often.group(), start=often.start(), end=often.end()))
    rarely = [m for m in _RARELY.finditer(after.text) if not after.in_end(m.start())]
    if rarely and not _SELDOM.search(before.text) and not out.changed:
        out.changed.append(_fact(rarely[0], "is new"))
    was, often = _RARELY.search(before.text), _OFTEN.search(after.text)
    if was and often and not (_RARELY.search(after.text) or _OFTEN.search(before.text)):
        out.changed.append(_fact(often, f"took the place of “{was.group()}”"))
    out.changed += _no_longer_always(before, after)
    return out


def _no_longer_always(before: Text, after: Text) -> list[Fact]:
    """Return "often" where it was "always"."""
    always = [m for m in _EVERY_TIME.finditer(before.text) if not before.droppable(m.start())]
    always = [m for m in always if not _NOT.search(leading_to(before.text, m.start()))]
    mostly = newly(_MOSTLY, before, after)
    if not always or not mostly or _EVERY_TIME.search(after.text) or newly(_AS_WELL, before, after):
        return []
    return [_fact(mostly[0], f"took the place of “{always[0].group()}”")]


def _fact(match: re.Match[str], what: str) -> Fact:
    said = f"“{match.group()}” {what}: how often it is done has changed"
    return Fact(check="rates", text=said, start=match.start(), end=match.end())
