"""Lines of command: who stands over the role may not come to stand under it, nor a peer over or under it.

Three places are told apart: over the role ("reports to the head of sales", "under an engineer's supervision"), under
it ("supervise the engineers", "with the engineers reporting to you") and beside it ("along with the engineers").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.people import names_people
from jdrewrite.verifying.relations import siblings
from jdrewrite.verifying.texts import Text

_ANSWERS = re.compile(
    r"\b(?:reports?|reporting|answers?|answering|answerable|accountable|subordinate)\s+(?:\w+ly\s+)?(?:to|the)\b(?=\s+\S)",
    re.IGNORECASE,
)
"""A line of report, from below to above; "the the" is a slip of the pen that real texts have."""
_REPORT = re.compile(
    r"\b(?:as (?:a |their |your |an? \w+ )?direct reports?|reporting to (?:them|him|her|you)|(?:answer|report)(?:ing|s)? to (?:you|them|him|her))\b",
    re.IGNORECASE,
)
"""What makes those named before it the lower."""
_COMMANDS = frozenset("supervise manage lead head direct command chair oversee boss".split())
_LINES = frozenset("supervision direction leadership command authority management oversight guidance".split())
_BESIDE = frozenset({"with", "alongside", "on", "in"})
_TOGETHER = frozenset(
    "collaborate cooperate coordinate partner liaise work serve sit participate join act be along conjunction collaboration partnership part member".split()
)
_GIVING = frozenset({"give", "provide", "offer"})
_WHO = frozenset({"those", "whoever", "anyone"})
_ENOUGH = 0.6
"""Share of the words of one side that must stand on the other side now."""
_REACH = 7
"""Words before a line of command in which its owner is named."""
_FAR = 60
"""Characters before those named in which a line of report is told."""
_CLAUSE = re.compile(r"[.;:!?]|, so that\b")
Place = dict[str, Token]


def compare(before: Text, after: Text) -> Outcome:
    """Find lines of command that were turned round, and new ones over or under those beside whom the role stood."""
    turned = list(_turned(before, after))
    if turned:
        return Outcome(changed=turned)
    return Outcome(changed=[*_crossed(before, after), *_given_now(before, after), *_new_line(before, after)][:1])


def _turned(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "the head reports to the clerk" where the clerk reported to the head."""
    old, new = _sides(before), _sides(after)
    if not old or not new:
        return
    (low, high), (lower, higher) = old, new
    own_low, own_high = low - high, high - low
    if not own_high:
        return
    now_lower, now_higher = lower - higher, higher - lower
    if len(own_high & now_lower) >= _ENOUGH * len(own_high) and len(own_low & now_higher) >= _ENOUGH * len(own_low):
        found = _ANSWERS.search(after.text) or _REPORT.search(after.text)
        start, end = found.span() if found else (0, len(after.text))
        yield _fact(f"“{after.text[start:end]}”: who reports to whom has been turned round", start, end)


def _sides(text: Text) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return the words that name the lower and the higher of a line of report, None where there is none."""
    direct = _REPORT.search(text.text)
    has = re.search(r"\b(?:has|have|with)\b", text.text, re.IGNORECASE)
    if direct and has and has.end() < direct.start():
        return _names(text, has.end(), direct.start()), _names(text, 0, has.start())
    line = _ANSWERS.search(text.text)
    if not line:
        return None
    stop = _CLAUSE.search(text.text, line.end())
    return _names(text, 0, line.start()), _names(text, line.end(), stop.start() if stop else len(text.text))


def _names(text: Text, start: int, end: int) -> frozenset[str]:
    return frozenset(t.lower for t in text.parse.tokens if start <= t.start < end and t.pos in {"NOUN", "PROPN", "ADJ"})


def _crossed(before: Text, after: Text) -> Iterator[Fact]:
    """Yield people who were over or beside the role and are under it now, or the other way round."""
    over, under, beside = _over(before), _under(before), _beside(before)
    now_over, now_under = _over(after), _under(after)
    for now, was, already, said in (
        (now_under, over, under, "the role was under them"),
        (now_over, under, over, "they were under the role"),
        (now_under, beside, under, "the role stood beside them"),
        (now_over, beside, over, "the role stood beside them"),
    ):
        for lemma, token in now.items():
            if any(akin(lemma, o) for o in was) and not any(akin(lemma, o) for o in already):
                yield _fact(f"“{token.text}”: {said}", token.start, token.end)
                return


def _given_now(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "gives direction" where the role worked under it."""
    received = {t.lemma for t in before.parse.tokens if t.lemma in _LINES and _received(before, t)}
    for token in after.parse.tokens:
        giver = after.parse.tokens[token.head]
        gives = token.dep == "dobj" and giver.lemma in _GIVING and _by_role(after, giver)
        if gives and token.lemma in received and not any(t.lemma == giver.lemma for t in before.parse.tokens):
            yield _fact(f"“{giver.text} ... {token.text}”: the role was under it", giver.start, token.end)


def _new_line(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "report to those who lead the sales" where the role led them."""
    for token in after.parse.tokens:
        if token.lower not in _WHO or token.dep not in {"pobj", "nsubj"}:
            continue
        line = _ANSWERS.search(after.text, max(0, token.start - _FAR), token.end)
        if line and token.start - line.end() <= 1 and not _ANSWERS.search(before.text):
            yield _fact(f"“{line.group()} {token.text}”: nobody was set over the role there", line.start(), token.end)


def _over(text: Text) -> Place:
    """Return those who direct, lead or instruct the role, or to whom it reports."""
    found = _as_they(text)
    for token in text.parse.tokens:
        if token.lemma in _LINES and token.pos in {"NOUN", "PROPN"} and _received(text, token):
            found += _givers(text, token)
        if token.lemma in _COMMANDS and token.pos == "VERB":
            found += [n for t in text.parse.children(token.i) if t.dep == "agent" for n in text.parse.children(t.i)]
            found += _led_in(text, token)
        if token.lemma in {"report", "answer"} and token.pos == "VERB" and _by_role(text, token):
            ends = [t for t in text.parse.children(token.i) if t.lower == "to"]
            found += [n for t in ends for n in text.parse.children(t.i) if n.dep == "pobj"]
    return _people(text, found)


def _received(text: Text, token: Token) -> bool:
    """Tell whether the direction comes to the role: it is what it works under, or by, not what it gives."""
    while token.dep == "conj" and token.head != token.i:
        token = text.parse.tokens[token.head]
    return token.dep == "pobj" and text.parse.tokens[token.head].lower in {"under", "on", "by", "with", "at"}


def _givers(text: Text, line: Token) -> list[Token]:
    """Return whose direction it is, by the words beside it: parsers lose "an architect's or engineer's supervision"."""
    tokens = text.parse.tokens
    before = tokens[max(0, line.i - _REACH) : line.i]
    found = [tokens[t.i - 1] for t in before if t.tag == "POS" and t.i]
    behind = tokens[line.i + 1 : line.i + 2]
    for prep in behind:
        if prep.lower in {"of", "from", "by"}:
            found += [n for n in text.parse.children(prep.i) if n.dep == "pobj"]
    return found


def _as_they(text: Text) -> list[Token]:
    """Return those of "as the producers direct", for whose verb parsers have no steady name."""
    found = []
    for verb in text.parse.tokens:
        kids = text.parse.children(verb.i) if verb.lemma in _COMMANDS | {"instruct", "order", "tell"} else []
        as_ = any(t.dep == "mark" and t.lower == "as" for t in kids)
        if as_ and not any(t.dep == "dobj" for t in kids):
            found += [t for t in kids if t.dep == "nsubj"]
    return found


def _led_in(text: Text, verb: Token) -> list[Token]:
    """Return the team of "be led as one of a team", of which the role is but a member."""
    passive = any(t.dep == "auxpass" for t in text.parse.children(verb.i)) and _by_role(text, verb)
    inside = text.parse.subtree(verb.i) if passive else []
    ones = [t for t in inside if t.lower in {"one", "member", "part"}]
    return [n for one in ones for t in text.parse.children(one.i) if t.lower == "of" for n in text.parse.children(t.i)]


def _under(text: Text) -> Place:
    """Return those whom the role directs, or who report to it."""
    found: list[Token] = []
    for token in text.parse.tokens:
        kids = text.parse.children(token.i)
        if token.lemma in _COMMANDS and token.pos == "VERB" and token.tag != "VBN" and _by_role(text, token):
            found += [t for t in kids if t.dep == "dobj"]
        if token.lemma in _LINES and token.dep == "dobj":
            giver = text.parse.tokens[token.head]
            if giver.lemma in _GIVING and _by_role(text, giver):
                ends = [t for t in (*text.parse.children(giver.i), *kids) if t.lower == "to"]
                found += [n for t in ends for n in text.parse.children(t.i) if n.dep == "pobj"]
                found += [t for t in text.parse.children(giver.i) if t.dep == "dative"]
                found += [t for t in kids if t.dep in {"nmod", "compound"}]
        if token.lower in {"charge", "command"} and token.i and text.parse.tokens[token.i - 1].lower in {"in", "take"}:
            found += [n for t in kids if t.lower == "of" for n in text.parse.children(t.i) if n.dep == "pobj"]
        if token.lemma in {"answer", "report"} and token.pos == "VERB":
            to_you = [n for t in kids if t.lower == "to" for n in text.parse.children(t.i) if n.lower == "you"]
            found += [t for t in kids if t.dep == "nsubj"] if to_you else []
    found += [t for t in text.parse.tokens if _has_under(text, t)]
    first = text.parse.tokens[:1]
    if first and first[0].lower in _COMMANDS and first[0].dep in {"amod", "compound"}:
        found.append(text.parse.tokens[first[0].head])  # "Head two teams", of which the parser makes a noun
    return _people(text, found)


def _has_under(text: Text, token: Token) -> bool:
    """Tell whether this is the team of "has a team under it"."""
    near = text.parse.tokens[max(0, token.i - _REACH) : token.i + _REACH]
    has = any(t.lemma == "have" and t.i < token.i for t in near) and token.dep in {"dobj", "nsubj"}
    return has and any(
        t.lower == "under" and any(n.lower in {"you", "it", "them", "him", "her"} for n in text.parse.children(t.i))
        for t in near
    )


def _by_role(text: Text, verb: Token) -> bool:
    """Tell whether the role does it: no subject is named that says somebody else does."""
    while verb.dep in {"conj", "xcomp"} and verb.head != verb.i:
        if any(t.dep == "nsubj" for t in text.parse.children(verb.i)):
            break
        verb = text.parse.tokens[verb.head]
    if verb.dep in {"relcl", "acl"} and verb.tag != "VBN":
        return False
    subjects = [t for t in text.parse.children(verb.i) if t.dep in {"nsubj", "nsubjpass"}]
    return not subjects or verb.dep == "ROOT" or all(t.lower in {"you", "we"} for t in subjects)


def _beside(text: Text) -> Place:
    """Return those with whom the role works, or among whom it is."""
    found = []
    for token in text.parse.tokens:
        if token.dep != "pobj":
            continue
        prep = text.parse.tokens[token.head]
        head = text.parse.tokens[prep.head]
        joined = {t.lower for t in text.parse.tokens[max(0, prep.i - 3) : prep.i]} | {head.lemma}
        if prep.lower == "of":
            found += [token] if head.lemma in {"part", "member"} else []
        elif prep.lower in _BESIDE and joined & _TOGETHER:
            found.append(token)
    return _people(text, found)


def _people(text: Text, found: list[Token]) -> Place:
    """Return those of the words that name people, with the other members of their lists."""
    group = [m for t in found for m in (t, *(s for s in siblings(text.parse, t.i) if s.i > t.i))]
    return {t.lemma: t for t in group if t.pos in {"NOUN", "PROPN"} and names_people(t.lemma)}


def _fact(said: str, start: int, end: int) -> Fact:
    return Fact(check="reporting", text=said, start=start, end=end)
