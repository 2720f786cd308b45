"""Who does what, by the doers of the verbs: the role's act may not become that of others, nor two doers change places."""

from __future__ import annotations

from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.agency import THOSE, Doer, causing, doer, to_you
from jdrewrite.verifying.lexicon import akin, among, same
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.people import names_people
from jdrewrite.verifying.relations import objects, siblings
from jdrewrite.verifying.texts import Text
from jdrewrite.verifying.thesaurus import carrier

_EMPTY = frozenset("be have do get make need use want take go come see know let leave work help include".split())
_SPEAKERS = {"we": "we", "us": "we", "our": "we", "ours": "we", "you": "you", "your": "you", "yours": "you"}
_OURS = frozenset({"our", "your"})
_TEACHING = frozenset(
    "educate advise guide coach train teach refer brief inform mentor instruct tell show help".split()
)
_HELPING = frozenset(
    "help let enable allow encourage ensure empower make coach teach train support get ask mentor guide educate advise have see expect require tell facilitate lead".split()
)


def compare(before: Text, after: Text) -> Outcome:
    """Find acts whose doer has changed."""
    out = Outcome()
    for kind in (_passed_on, _left_to, _exchanged, _subjects_exchanged, _done_by_those):
        out.changed += kind(before, after)
    out.asked += _subjects_exchanged(before, after, sure=False)
    out.asked += [*_made_object(before, after), *_let_do(before, after)]
    out.asked += [*_owners(before, after), *_toward_you(before, after), *_from_those(before, after)]
    return out


def _verbs(text: Text, *, ends: bool = False) -> list[tuple[Token, Doer]]:
    """Return the verbs that say an act, with who does it; outside of added ends, where those are not asked for."""
    acts = [t for t in text.parse.tokens if t.pos == "VERB" and t.dep not in {"amod", "compound", "prep"}]
    return [(t, doer(text, t)) for t in acts if t.lemma not in _EMPTY and (ends or not text.in_end(t.start))]


def _passed_on(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "those who draft it" or "colleagues drafting it" where the role drafted it."""
    old, new = _verbs(before), _verbs(after)
    for verb, who in new:
        if who.token is None or not _somebody(before, after, who.token):
            continue
        twins = [d for v, d in old if v.lemma == verb.lemma]
        again = [d for v, d in new if akin(v.lemma, verb.lemma) and d.role]
        if twins and not again and all(d.role and d.main for d in twins):
            yield _fact(f"“{who.token.text}” do now what the role did: “{verb.text}”", verb)


def _somebody(before: Text, after: Text, token: Token) -> bool:
    """Tell whether a doer is somebody other than the role."""
    if token.lower in THOSE:
        return True
    if not (names_people(token.lemma) and token.pos in {"NOUN", "PROPN"}):
        return False
    return not _the_role(before, after, token)


def _the_role(before: Text, after: Text, token: Token) -> bool:
    """Tell whether it names the role itself, which the original names in its subject or not at all."""
    named = [t for t in before.parse.tokens if akin(t.lemma, token.lemma)]
    if named:
        return any(t.dep in {"nsubj", "nsubjpass"} and before.parse.tokens[t.head].dep == "ROOT" for t in named)
    return after.names_the_role(token.start)


def _left_to(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "let colleagues draft it" where nobody was let do anything."""
    if any(t.lemma in _HELPING and t.pos == "VERB" for t in before.parse.tokens):
        old = [v for v, d in _verbs(before) if d.role and d.main and v.lemma not in _HELPING]
    else:
        old = [v for v, d in _verbs(before) if d.role]
    for verb in after.parse.tokens:
        cause = causing(after, verb)
        if cause is None or after.in_end(cause.start):
            continue
        who = doer(after, verb).token
        if who is None or not names_people(who.lemma):
            continue
        if verb.lemma not in _EMPTY and any(same(verb.lemma, v.lemma) for v in old):
            yield _fact(f"“{cause.text} {who.text} ... {verb.text}”: the role did it", verb)
            return


def _exchanged(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "help residents see what we need" where it was "help us see what residents need"."""
    old, new = _verbs(before, ends=True), _verbs(after, ends=True)
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
        yield _fact(f"“{who.token.text} {verb.text}”: it was “{was[0].token.text}” who did it", verb)


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
        yield _fact(f"“{instead.text}” has changed places with “{who.text}”", instead)


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
            done_to = _done_to(before, twin)
            met = [d for d in doers for o in done_to if akin(d.lemma, o.lemma) and not _in_subject(before, d)]
            if met:
                yield _fact(f"“{verb.text} by {met[0].text}”: the role did it to them", verb)
                return


def _done_to(text: Text, verb: Token) -> list[Token]:
    """Return to whom a verb is done; those whom the parser took for a second verb, or lost behind "to", too."""
    found = [t for t in objects(text.parse, verb.i) if t.dep != "pobj"]
    listed = [t for t in text.parse.children(verb.i) if t.dep == "conj" and t.pos in {"NOUN", "PROPN"}]
    found += [m for t in listed for m in (t, *siblings(text.parse, t.i)) if m.pos in {"NOUN", "PROPN"}]
    for token in text.parse.tokens[verb.i + 1 :]:
        near = text.parse.tokens[max(0, token.i - 2) : token.i]
        if token.pos in {"NOUN", "PROPN"} and any(t.lower == "to" for t in near):
            found.append(token)
    return found


def _in_subject(text: Text, token: Token) -> bool:
    """Tell whether somebody is named in the subject of the original, which is then no one to whom it was done."""
    subject = _subject(text)
    return subject is not None and any(akin(token.lemma, name) for name in _phrase(text, subject[1]))


def _made_object(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "regards the managers as experts" where the role was regarded as one by them."""
    by = [n for t in before.parse.tokens if t.dep == "agent" for n in before.parse.children(t.i) if n.dep == "pobj"]
    by = [t for n in by for t in (n, *siblings(before.parse, n.i)) if names_people(t.lemma)]
    if any(t.lower == "by" for t in after.parse.tokens):
        return
    for verb, who in _verbs(after):
        ends = [n for t in after.parse.children(verb.i) if t.lower in {"upon", "on"} for n in after.parse.children(t.i)]
        done_to = [t for t in (*after.parse.children(verb.i), *ends) if t.dep in {"dobj", "pobj"}]
        met = [t for t in done_to if who.role and any(akin(t.lemma, b.lemma) for b in by)]
        if met:
            yield _fact(f"“{verb.text} ... {met[0].text}”: they did it to the role", verb)
            return


def _let_do(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "have the students tell them" where nobody was had do anything."""
    if any(t.lemma in _HELPING and t.pos in {"VERB", "AUX"} and t.dep != "aux" for t in before.parse.tokens):
        return
    for verb in after.parse.tokens:
        cause = causing(after, verb)
        who = doer(after, verb).token if cause and not after.in_end(cause.start) else None
        if cause is None or who is None or verb.lemma in {"know", "see", "feel"} or cause.dep not in {"ROOT", "aux"}:
            continue
        known = [t for t in before.parse.tokens if akin(t.lemma, who.lemma)]
        if known and names_people(who.lemma) and not any(t.dep in {"nsubj", "nsubjpass"} for t in known):
            yield _fact(f"“{cause.text} {who.text} {verb.text}”: nobody was made or let do anything", cause)
            return


def _owners(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "our views" where "your views" were asked for."""
    for token in after.parse.tokens:
        noun = after.parse.tokens[token.head]
        if token.lower not in _OURS or token.dep != "poss" or names_people(noun.lemma) or after.in_end(token.start):
            continue
        was = [
            t.lower for t in before.parse.tokens if t.dep == "poss" and before.parse.tokens[t.head].lemma == noun.lemma
        ]
        if was and token.lower not in was and set(was) <= _OURS and among("grammar", token.lower):
            yield _fact(f"“{token.text} {noun.text}” was “{was[0]} {noun.text}”", token)


def _toward_you(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "figures which the managers report to you" where the role reported to them."""
    if any(t.lower in {"you", "us", "me"} and t.dep in {"dobj", "pobj", "dative"} for t in before.parse.tokens):
        return
    for verb in after.parse.tokens:
        if verb.pos != "VERB" or after.in_end(verb.start) or not to_you(after, verb):
            continue
        who = doer(after, verb).token
        if who is None or not names_people(who.lemma) or _the_role(before, after, who):
            continue
        was = [t for t in before.parse.tokens if akin(t.lemma, who.lemma)]
        if was and all(t.dep in {"pobj", "dobj", "conj", "dative"} for t in was):
            yield _fact(f"“{who.text} {verb.text} ... you”: it comes to the role now", verb)
            return


def _from_those(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "learn from developers" where the role taught them."""
    for token in after.parse.tokens:
        prep = after.parse.tokens[token.head]
        if token.dep not in {"pobj", "conj"} or not names_people(token.lemma) or after.in_end(token.start):
            continue
        head = token
        while head.dep == "conj" and head.head != head.i:
            head = after.parse.tokens[head.head]
        prep = after.parse.tokens[head.head]
        if prep.lower != "from":
            continue
        was = [t for t in before.parse.tokens if akin(t.lemma, token.lemma)]
        if was and all(_given(before, t) for t in was):
            yield _fact(f"“from {token.text}”: the role gave to them", token)
            return


def _given(text: Text, token: Token) -> bool:
    """Tell whether something is given to, sold to or done for somebody, who gives nothing in return."""
    while token.dep == "conj" and token.head != token.i:
        token = text.parse.tokens[token.head]
    head = text.parse.tokens[token.head]
    return (token.dep == "pobj" and head.lower == "to") or (token.dep == "dobj" and head.lemma in _TEACHING)


def _fact(said: str, token: Token) -> Fact:
    return Fact(check="actors", text=said, start=token.start, end=token.end)
