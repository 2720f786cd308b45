"""Replaces an inward end by what the same work is for from the customers' side; the act and its facts stay."""

from __future__ import annotations

import re

import msgspec

from jdrewrite.language import Token
from jdrewrite.model import Statement
from jdrewrite.rewriting.offline.anatomy import Anatomy, gives_end, tail_of
from jdrewrite.rewriting.offline.clauses import Wording
from jdrewrite.rewriting.offline.style import Style

_FACT = re.compile(r"\d|%|[$€£]|\b[A-Z]{2,}\b|\b[A-Z][a-z]+[A-Z]")
"""Figures, money and named standards: an end that holds one is kept, because it is a fact."""
_OPENERS = re.compile(
    r"(?:,?\s+)?(?:in order|so as|with the (?:goal|aim|purpose|objective) of|for the purpose of|while|thereby)\s*$",
    re.IGNORECASE,
)
_WORK = 3
"""Words that must be left of the statement when its end is taken away."""


_END_WORDS = 9
"""Words of an end at most: a longer one holds more than an end."""
_BESIDE = 1
"""Nouns and adjectives of an end at most that are not the inward words themselves."""
_BARE_AIM = 14
"""Words up to which an inward aim can be bound to its customers without becoming a riddle."""


class End(msgspec.Struct, frozen=True):
    """The part of a statement that gives an inward end."""

    start: int
    end: int
    text: str


def inward_end(a: Anatomy, statement: Statement) -> End | None:
    """Return the purpose clause at the end of the statement that holds the inward evidence, if there is one."""
    spots = [(e.start, e.end) for e in statement.evidence if e.lens == "frame" and e.value == "inward"]
    for token in a.parse.tokens:
        if not _opens_purpose(a, token):
            continue
        start, end = tail_of(a.parse, token)
        start = min(start, token.start)
        text = a.body[start:]
        reaches_the_end = end >= len(a.body) - 1
        if not (reaches_the_end and any(start <= s < end for s, _ in spots)) or _FACT.search(text):
            continue
        if _holds_a_duty(a, token) or len(text.split()) > _END_WORDS or _holds_more(a, start, spots):
            continue
        opener = _OPENERS.search(a.body[:start])
        start = opener.start() if opener else start
        if len(a.body[:start].split()) >= _WORK and not gives_end(a.body[:start]):
            return End(start, len(a.body), a.body[start:].strip())
    return None


def _holds_more(a: Anatomy, start: int, spots: list[tuple[int, int]]) -> bool:
    """Tell whether the end says more than what is inward ("systems that are well run and cheap"): that stays."""
    words = [t for t in a.parse.tokens if t.start >= start and t.pos in {"NOUN", "PROPN", "ADJ"}]
    beside = [t for t in words if not any(s < t.end and t.start < e for s, e in spots)]
    return len(beside) > _BESIDE


def _holds_a_duty(a: Anatomy, token: Token) -> bool:
    """Tell whether the end names a second act ("to drive sales and promote all events"): that is a duty, and stays."""
    return any(t.dep == "conj" and t.pos == "VERB" for t in a.parse.subtree(token.i))


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
    clause = f"{style.subject(kept)} can {text}" if wording.is_ability else text
    comma = "," if len(kept.split()) > 6 else ""
    return f"{kept}{comma} so that {clause}{a.closing}"


def is_bare_aim(a: Anatomy, statement: Statement) -> bool:
    """Tell whether the inward end is the act itself ("Maximise revenue"), not something that the act is about."""
    root = a.parse.root()
    spots = [e.start for e in statement.evidence if e.lens == "frame" and e.value == "inward"]
    return root is not None and any(start <= root.end for start in spots)


def turned(a: Anatomy, aim: str, style: Style) -> str | None:
    """Return the statement with its inward aim kept, and reached by what is done for those served."""
    if a.has_end or a.words > _BARE_AIM or " by " in a.body:
        return None
    return f"{a.body} by helping {style.object(a.body)} {style.fill(aim)}{a.closing}"
