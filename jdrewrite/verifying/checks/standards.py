"""How well a thing is to be done, which the original does not ask: "drive a van" is not "safely drive a van alone".

Whoever falls short of it can be blamed by it, although the words are small. What asks for as much already may do so in
any words of the same kind, and an added end may say what those served get.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text

_FLAWLESS = r"perfect|flawless|faultless|impeccabl|immaculat|spotless|exemplary|unfailing|unfaltering"
_EXCELLENT = r"excellen|outstanding|exceptional|superb|superior|first-class|first-rate|world-class|top-quality"
_KINDS = (
    (_FLAWLESS, rf"{_FLAWLESS}|\b(?:no|zero|never|without|100) |error-free|to the letter"),
    (_EXCELLENT, rf"{_EXCELLENT}|{_FLAWLESS}|best|finest|highest|high|top|strong|superio|great|quality|expert|advanced|well\b"),
    (
        r"accurate|exact(?:ly)?$|precise|error-free|correct(?:ly)?$|accurately",
        (r"accura|exact|precis|error|correct|mistake|discrepan|right|true|truth|verif|valid|check|reconcil|integrity|proper|"
        r"meticulous|faithful|careful|diligen|quality|detail|match|measur|calibrat|audit"),
    ),
    (
        r"thorough|meticulous|painstaking|rigorous|diligent|conscientious|strict(?:ly)?$|exhaustive|tireless|relentless|scrupulous",
        (r"thorough|meticulous|painstaking|rigo|diligen|conscientious|strict|exhaustive|tireless|relentless|scrupulous|depth|deep|"
        r"detail|comprehensive|full|complet|careful|close|exact|precis|accura|tight|firm|stringent|every|hard|dedicat|all "),
    ),
    (
        r"safe(?:ly)?$|secure(?:ly)?$",
        r"saf|secur|hazard|danger|risk|injur|harm|accident|protect|unsafe|incident|emergenc|guard|health|defensiv|careful|lock",
    ),
    (
        r"alone$|single-?handed|handed(?:ly)?$|unaided|unassisted|unsupervised|solo$",
        r"alone|single|unaided|unassisted|unsupervised|solo|sole|independen|autonom|own\b|self|individual|without|initiative",
    ),
    (
        r"tidy|tidily|neat(?:ly)?$|orderly|legibl|well-organi[sz]ed",
        r"tid[yi]|neat|order|legib|clear|organi[sz]|clean|arrang|present|readab|well-",
    ),
    (
        r"quick(?:ly)?$|swift(?:ly)?$|rapid(?:ly)?$|fast$|speedy|speedily|timely|punctual",
        (r"quick|swift|rapid|fast|speed|time|punctual|prompt|deadline|schedul|soon|urgent|expedi|immediate|instant|delay|efficien|agil|"
        r"short|due|date|early|late|rush"),
    ),
    (
        r"efficient(?:ly)?$|effective(?:ly)?$",
        r"efficien|effective|productiv|best|well\b|optim|success|good|improv|cost|resource|quick|swift|fast|smooth|time|proper|skil",
    ),
)  # fmt: skip
"""Beginnings of words that ask for a standard, and what says in an original that something of the kind is asked."""
_STANDARDS = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(rf"(?<!\w)(?:{already})", re.IGNORECASE)) for asked, already in _KINDS
)
_HOW = frozenset({"ADJ", "ADV"})
_LEFT = re.compile(r"\b(?:leav\w*|left|let|stand\w*|not)\b[^.;]{0,40}$", re.IGNORECASE)
"""Before "alone" that is no way of working: "leave the goods alone", "not by price alone"."""


def compare(before: Text, after: Text) -> Outcome:
    """Find a standard of the work that the original does not set."""
    return Outcome(
        asked=[
            Fact(
                check="standards",
                text=f"“{token.text}”: the original does not say how well or in what way it is to be done",
                start=token.start,
                end=token.end,
            )
            for token in _set_by(before, after)
        ]
    )


def _set_by(before: Text, after: Text) -> Iterator[Token]:
    """Yield the words of the duty that set a standard of a kind of which the original says nothing."""
    new = [asked for asked, already in _STANDARDS if not already.search(before.text)]
    for token in after.parse.tokens if new else ():
        if token.pos not in _HOW or after.in_end(token.start) or not any(asked.match(token.lower) for asked in new):
            continue
        if any(akin(token.lemma, old.lemma) for old in before.parse.tokens):
            continue
        if not (token.lower == "alone" and _LEFT.search(after.text[: token.start])):
            yield token
