"""By the doers of the verbs: the role's act may not become that of others, nor two doers change places."""

from __future__ import annotations

from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.checks.agency.facts import EMPTY, HELPING, acts, fact, is_the_role, those_done_to
from jdrewrite.verifying.checks.agency.who import THOSE, causing, doer
from jdrewrite.verifying.lexicon import akin, same
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.people import names_people
from jdrewrite.verifying.relations import siblings
from jdrewrite.verifying.texts import Text
from jdrewrite.verifying.thesaurus import carrier

_SPEAKERS = {"we": "we", "us": "we", "our": "we", "ours": "we", "you": "you", "your": "you", "yours": "you"}


def compare(before: Text, after: Text) -> Outcome:
    """Find acts whose doer has changed."""
    out = Outcome()
    for kind in (_passed_on, _left_to, _exchanged, _subjects_exchanged, _done_by_those):
        out.changed += kind(before, after)
    out.asked += _subjects_exchanged(before, after, sure=False)
    return out


def _passed_on(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "those who draft it" or "colleagues drafting it" where the role drafted it."""
    old, new = acts(before), acts(after)
    for verb, who in new:
        if who.token is None or not _somebody(before, after, who.token):
            continue
        twins = [d for v, d in old if v.lemma == verb.lemma]
        again = [d for v, d in new if akin(v.lemma, verb.lemma) and d.role]
        if twins and not again and all(d.role and d.main for d in twins):
            yield fact(f"“{who.token.text}” do now what the role did: “{verb.text}”", verb)


def _somebody(before: Text, after: Text, token: Token) -> bool:
    """Tell whether a doer is somebody other than the role."""
    if token.lower in THOSE:
        return True
    if not (names_people(token.lemma) and token.pos in {"NOUN", "PROPN"}):
        return False
    return not is_the_role(before, after, token)


def _left_to(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "let colleagues draft it" where nobody was let do anything."""
    if any(t.lemma in HELPING and t.pos == "VERB" for t in before.parse.tokens):
        old = [v for v, d in acts(before) if d.role and d.main and v.lemma not in HELPING]
    else:
        old = [v for v, d in acts(before) if d.role]
    for verb in after.parse.tokens:
        cause = causing(after, verb)
        if cause is None or after.in_end(cause.start):
            continue
        who = doer(after, verb).token
        if who is None or not names_people(who.lemma):
            continue
        if verb.lemma not in EMPTY and any(same(verb.lemma, v.lemma) for v in old):
            yield fact(f"“{cause.text} {who.text} ... {verb.text}”: the role did it", verb)
            return


def _exchanged(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "help residents see what we need" where it was "help us see what residents need"."""
    old, new = acts(before, ends=True), acts(after, ends=True)
    for verb, who in new:
        was = [d for v, d in old if v.lemma == verb.lemma]
        now = [d for v, d in new if v.lemma == verb.lemma]
        if len(was) != 1 or len(now) != 1 or was[0].token is None or who.token is None:
            continue
        one, other = _name(was[0].token), _name(who.token)
        twin = next(v for v, d in old if d is was[0])
        if not (_plainly(before, twin, was[0].token) and _plainly(after, verb, who.token)):
            continue
        if akin(one, other) or not (_named(after, one) and _named(before, other)):
            continue
        if {one, other} & {"they", "it", "he", "she", "who", "that", "which", "this"}:
            continue
        if any(akin(t.lemma, one) for t in siblings(after.parse, who.token.i)):
            continue
        yield fact(f"“{who.token.text} {verb.text}”: it was “{was[0].token.text}” who did it", verb)


def _plainly(text: Text, verb: Token, who: Token) -> bool:
    """Tell whether the doer stands beside its verb: as its subject, behind "by", or as the one who is let or helped."""
    if who.dep == "pobj":
        return text.parse.tokens[who.head].dep == "agent" and text.parse.tokens[who.head].head == verb.i
    return who.dep in {"nsubj", "dobj"} and who.head in {verb.i, verb.head}


def _name(token: Token) -> str:
    return _SPEAKERS.get(token.lower, token.lemma)


def _named(text: Text, name: str) -> bool:
    if name in {"we", "you"}:
        return any(_SPEAKERS.get(t.lower) == name for t in text.parse.tokens)
    return any(akin(t.lemma, name) for t in text.parse.tokens)


def _subjects_exchanged(before: Text, after: Text, *, sure: bool = True) -> Iterator[Fact]:
    """Yield "the director is an adviser to the deputy" where the deputy was one to the director."""
    one, other = _subject(before), _subject(after)
    if one is None or other is None or one[1].dep != other[1].dep:
        return
    (act, who), (now, instead) = one, other
    alike = same(act.lemma, now.lemma)
    if alike != sure or not (alike or who.dep == "nsubjpass"):
        return
    was, became = _phrase(before, who), _phrase(after, instead)
    there, here = _outside(after, instead), _outside(before, who)
    left, come = was - became, became - was
    if left and come and left <= there and come <= here and names_people(instead.lemma):
        yield fact(f"“{instead.text}” has changed places with “{who.text}”", instead)


def _subject(text: Text) -> tuple[Token, Token] | None:
    root = text.parse.root()
    kids = text.parse.children(root.i) if root else []
    found = next((t for t in kids if t.dep in {"nsubj", "nsubjpass"} and t.pos in {"NOUN", "PROPN"}), None)
    return (root, found) if root and found else None


def _phrase(text: Text, token: Token) -> set[str]:
    return {t.lemma for t in text.parse.subtree(token.i) if t.pos in {"NOUN", "PROPN"}}


def _outside(text: Text, token: Token) -> set[str]:
    inside = {t.i for t in text.parse.subtree(token.i)}
    return {t.lemma for t in text.parse.tokens if t.i not in inside and t.pos in {"NOUN", "PROPN"}}


def _done_by_those(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "be guided and coached by members" where the role guided and coached them."""
    for verb in after.parse.tokens:
        if verb.tag not in {"VBN", "VBD"} or carrier(verb.lemma):
            continue
        chain = [verb, *(t for t in siblings(after.parse, verb.i) if t.pos == "VERB")]
        by = [n for v in chain for t in after.parse.children(v.i) if t.lower == "by" for n in after.parse.children(t.i)]
        doers = [t for n in by if n.dep == "pobj" for t in (n, *siblings(after.parse, n.i))]
        for twin in before.parse.tokens:
            if twin.lemma != verb.lemma or twin.pos != "VERB" or twin.tag == "VBN" or not doer(before, twin).role:
                continue
            done_to = those_done_to(before, twin)
            met = [d for d in doers for o in done_to if akin(d.lemma, o.lemma) and not _in_subject(before, d)]
            if met:
                yield fact(f"“{verb.text} by {met[0].text}”: the role did it to them", verb)
                return


def _in_subject(text: Text, token: Token) -> bool:
    """Tell whether somebody is named in the subject of the original, which is then no one to whom it was done."""
    subject = _subject(text)
    return subject is not None and any(akin(token.lemma, name) for name in _phrase(text, subject[1]))
