"""Replaces an inward end by what the same work is for from the customers' side; the act and its facts stay."""

from __future__ import annotations

import re

import msgspec

from jdrewrite.language.parse import Token
from jdrewrite.model import Evidence, Statement
from jdrewrite.rewriting.offline.anatomy import Anatomy, tail_of
from jdrewrite.rewriting.offline.clauses import Wording, can
from jdrewrite.rewriting.offline.given_end import gives_end
from jdrewrite.rewriting.offline.style import Style

_FACT = re.compile(r"\d|%|[$€£]|\b[A-Z]{2,}\b|\b[A-Z][a-z]+[A-Z]")
"""Figures, money and named standards: an end that holds one is kept, because it is a fact."""
_MEANS_MORE = re.compile(
    r"\b(?:goals?|kpis?|okrs?|objectives?|targets?|brand|needs?|on time|budgets?|quality|standards?|"
    r"accura\w+|consisten\w+|performance|effective\w*|recommend\w*|feasib\w*|growth|"
    r"risks?|complian\w+|regulat\w+|legal\w*)\b",
    re.IGNORECASE,
)
"""Words of an end that are asked of the role as well: whoever reads the line would miss them."""
_OF_COLLEAGUES = re.compile(
    r"\bso that\b|\bhelp|\b(?:teams?|their|groups?|departments?|employees?|staff|internal)\b", re.IGNORECASE
)
"""Words by which the gain is that of colleagues, or said to be for somebody already."""
_OPENERS = re.compile(
    r"(?:,?\s+)?(?:in order|so as|with the (?:goal|aim|purpose|objective) of|for the purpose of|while|thereby)\s*$",
    re.IGNORECASE,
)
_NEEDS_ITS_END = re.compile(
    r"\b(?:ways?|means|methods?|opportunit(?:y|ies)|chances?|possibilit(?:y|ies)|potential|options?|ideas?|efforts?|attempts?|"
    r"steps|measures|actions?|needs?|desire|drive|willingness|readiness|ability|abilities|capacity|proposals?|suggestions?|"
    r"recommendations?|initiatives?|approach(?:es)?|room|areas?|places?|something|anything|what)\b"
    r"(?!.*\b(?:to|of|for|on|that|which)\b)",
    re.IGNORECASE,
)
"""Nouns that say nothing without what they are for, where nothing yet says it: "suggest ways" to do what?"""
_AIMS = re.compile(
    r"(?:to )?(?:meet|achiev|exceed|driv|increas|grow|generat|maximi[sz]|boost|win|clos|attract|reach|hit|rais)",
    re.IGNORECASE,
)
"""Beginnings of words by which something is gained; a statement that only mentions a gain is not turned."""
_GOES_ON = re.compile(r"\b(?:so that|so as|such that|thereby|help|allow|enabl)|[:;(]", re.IGNORECASE)
"""Words by which a line says already what its end leads to, and signs that it is more than one sentence."""
_WORK = 3
"""Words that must be left of the statement when its end is taken away."""


_END_WORDS = 7
"""Words of an end at most: a longer one holds more than an end."""
_BESIDE = 1
"""Nouns and adjectives of an end at most that are not the inward words themselves."""
_TURNED, _BARE_AIM = 22, 14
"""Words up to which an inward aim can be bound to its customers: where the aim ends the statement, and elsewhere."""
_BEHIND, _COMMAS = 3, 2
"""Words behind an end that still ends its statement; commas of a statement that is no list."""


class End(msgspec.Struct, frozen=True):
    """The part of a statement that gives an inward end."""

    start: int
    end: int
    text: str


def inward_words(s: Statement) -> str:
    """Return the words of a line that give an inward end."""
    return " / ".join(s.text[e.start : e.end] for e in s.evidence if e.lens == "frame" and e.value == "inward")


def inward_end(a: Anatomy, statement: Statement) -> End | None:
    """Return the purpose clause at the end of the statement that holds the inward evidence, if there is one."""
    spots = [(e.start, e.end) for e in statement.evidence if e.lens == "frame" and e.value == "inward"]
    for token in a.parse.tokens:
        if not _opens_purpose(a, token):
            continue
        start, end = tail_of(a.parse, token)
        start = min(start, token.start)
        text = a.body[start:]
        if _MEANS_MORE.search(text):
            continue
        reaches_the_end = end >= len(a.body) - 1
        if not (reaches_the_end and any(start <= s < end for s, _ in spots)) or _FACT.search(text):
            continue
        if _holds_a_duty(a, token, spots) or len(text.split()) > _END_WORDS or _holds_more(a, start, spots):
            continue
        opener = _OPENERS.search(a.body[:start])
        if not opener and _NEEDS_ITS_END.search(a.body[:start]):
            continue
        start = opener.start() if opener else start
        if len(a.body[:start].split()) >= _WORK and not gives_end(a.body[:start]):
            return End(start, len(a.body), a.body[start:].strip())
    return None


def _holds_more(a: Anatomy, start: int, spots: list[tuple[int, int]]) -> bool:
    """Tell whether the end says more than what is inward ("systems that are well run and cheap"): that stays."""
    words = [t for t in a.parse.tokens if t.start >= start and t.pos in {"NOUN", "PROPN", "ADJ"}]
    beside = [t for t in words if not any(s < t.end and t.start < e for s, e in spots)]
    return len(beside) > _BESIDE or any(t.pos == "PROPN" and t.text[:1].isupper() for t in words)


def _holds_a_duty(a: Anatomy, token: Token, spots: list[tuple[int, int]]) -> bool:
    """Tell whether the end names a second act ("to drive sales and promote all events"): that is a duty, and stays.

    So is one act that is done for another: "to remove obstacles to cut costs".
    """
    if any(t.tag == "TO" and t.i > token.i for t in a.parse.subtree(token.i)):
        return True
    others = [t for t in a.parse.subtree(token.i) if t.dep == "conj" and t.pos == "VERB"]
    return any(not any(s - 1 <= t.start < e for s, e in spots) for t in others)


def _opens_purpose(a: Anatomy, token: Token) -> bool:
    """Tell whether the token heads a purpose: "to maximise ...", "ensuring ...", "driving ..."."""
    if token.pos != "VERB" or token.i == 0:
        return False
    kids = a.parse.children(token.i)
    infinitive = any(t.tag == "TO" for t in kids) and token.dep in {"advcl", "acl", "xcomp", "relcl"}
    head = a.parse.tokens[token.head]
    if infinitive:
        # "able to", "work to achieve", "responsible for ... to": an infinitive that the head needs is no purpose
        return head.lower not in {
            "able",
            "ability",
            "work",
            "works",
            "try",
            "strive",
            "continue",
            "responsible",
            "help",
        }
    before = a.body[: token.start].rstrip()
    return token.tag == "VBG" and token.dep == "advcl" and before.endswith(",")


def replaced(a: Anatomy, end: End, wording: Wording, style: Style) -> str:
    """Return the statement with another end in place of the inward one."""
    kept = a.body[: end.start].rstrip().rstrip(",")
    text = style.fill(wording.text)
    clause = f"{style.subject(kept)} {can(text)}" if wording.is_ability else text
    comma = "," if len(kept.split()) > 6 else ""
    return f"{kept}{comma} so that {clause}{a.closing}"


def can_be_turned(a: Anatomy, statement: Statement) -> bool:
    """Tell whether the inward end can stay and be bound to those served.

    It can where it is the act itself ("Maximise revenue"), or where the statement ends with it ("... to cut costs").
    """
    spots = [(e.start, e.end) for e in statement.evidence if e.lens == "frame" and e.value == "inward"]
    root = a.parse.root()
    if not spots or root is None or _OF_COLLEAGUES.search(a.body) or a.body.count(",") > _COMMAS:
        return False
    is_act = aims_at_once(a, statement)
    is_last = len(a.body[max(end for _, end in spots) :].split()) <= _BEHIND
    return a.words <= (_BARE_AIM if is_act and not is_last else _TURNED)


def aims_at_once(a: Anatomy, statement: Statement) -> bool:
    """Tell whether the inward aim is the act itself: "Maximise revenue", not "Plan campaigns to maximise revenue"."""
    root = a.parse.root()
    inward = (e for e in statement.evidence if e.lens == "frame" and e.value == "inward")
    return root is not None and any(e.start <= root.end for e in inward)


def turned(a: Anatomy, statement: Statement, aim: str, style: Style) -> str | None:
    """Return the statement with its inward aim kept, and reached by what is done for those served."""
    if not any(_is_aimed_at(statement.text, e) for e in statement.evidence if e.value == "inward"):
        return None
    if re.search(r"\b(?:by|through|via)\b", a.body):
        return None
    return f"{a.body} by helping {style.object(a.body)} {style.fill(aim)}{a.closing}"


def _is_aimed_at(text: str, spot: Evidence) -> bool:
    """Tell whether the inward words say that something is to be gained, as the act or as its purpose."""
    before = text[: spot.start].rstrip().lower()
    return bool(_AIMS.match(text[spot.start : spot.end])) and (not before or before.endswith((" to", " and", " or")))


def may_be_followed(a: Anatomy) -> bool:
    """Tell whether what the inward end is good for can be said behind it: one act, and no effect on anybody yet."""
    return a.words <= _TURNED and a.body.count(",") <= _COMMAS and not _GOES_ON.search(a.body)


def followed(a: Anatomy, state: str, style: Style) -> str:
    """Return the statement with its inward end kept as a means: "to cut waste, so that customers pay less"."""
    return f"{a.body}, so that {style.fill(state)}{a.closing}"
