"""What an added end takes upon the house: an act for those served, something given to them, or a promise to all of them.

"So that customers are phoned when a payment bounces" asks for phone calls that nobody makes yet; "so that those who can
show hardship get more time" is a right; "so that no customer has to wait" has no exception. Each is plain English and
may be wanted, so that a person is asked. What those served only can do is none, and none is what the original speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.language.parse import Parse, Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin, among
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.people import names_people
from jdrewrite.verifying.texts import Text

_ACTS = frozenset(
    "phone telephone ring email e-mail mail text message visit notify alert remind contact invite escort accompany "
    "drive chauffeur compensate reimburse refund repay reward coach interview survey exempt excuse upgrade".split()
)
"""What has to be done for somebody, each time, by people who have no such duty yet."""
_EACH_TIME = frozenset("call inform tell write".split())
"""What is one where the end says on which occasion it is done, and nothing of how: "called when a payment bounces"."""
_OCCASIONS = frozenset("when whenever if once as after".split())
_CONTACTS = frozenset(
    "call email e-mail letter text visit reminder notice notification alert callback confirmation receipt "
    "newsletter update invitation".split()
)
"""What somebody has to make or send before it can be got."""
_GIFTS = frozenset(
    "extension discount rebate refund compensation reduction exemption waiver grace instalment installment voucher priority "
    "preference allowance subsidy bonus upgrade deferral deferment reprieve concession gift reimbursement grant loan "
    "credit".split()
)
"""What those served have only where somebody grants it."""
_MORE = frozenset("time day week month chance try attempt".split())
_BESIDES = frozenset("more extra additional further second another".split())
"""Of these, "more time" or "a second chance" is granted; time alone is not."""
_GETTING = frozenset("get receive have keep give grant offer allow award promise send pay earn".split())
_PROOF = frozenset("show prove demonstrate qualify apply document declare evidence certify earn claim".split())
"""What somebody has to do to be one of those who are entitled."""
_LEAST = re.compile(
    r"\bpays? (?:nothing|later|half|by instal+ments?|in (?:instal+ments?|parts))\b|\b(?:owe|owes) nothing\b|"
    r"\b(?:is|are) (?:allowed|permitted|eligible)\b|\b(?:is|are) let off\b|"
    r"\b(?:is|are) (?:served|seen|treated|answered|helped|admitted) ahead of\b",
    re.IGNORECASE,
)
"""Rights in other words, said of those served."""
_BORNE = frozenset("wait queue pay complain miss lose".split())
_SUFFERED = _BORNE | frozenset(
    "refuse reject deny exclude overcharge charge disconnect evict leave turn cut drop ignore forget keep put".split()
)
"""What no-one can be promised to be spared, as those who bear it or to whom it is done."""
_WITHIN = re.compile(
    r"\b(?:because|over|due|owing|through|by|for want|for lack|without|unless|if|twice|again|longer|long|needlessly|in vain|"
    r"in doubt|guess\w*|unnoticed|alone|who|whom|that|more than|than)\b",
    re.IGNORECASE,
)
"""What limits such a promise to that which the work itself brings about: "over a missing page"."""
_EVERYBODY = frozenset("everyone everybody nobody".split())
_DEEP = 4
_BESIDE = frozenset({"det", "nummod", "punct", "compound", "advcl"})
_GOT = frozenset({"dobj", "attr", "oprd", "dative"})
_SOMEBODY = frozenset("somebody someone we you".split())
_UNIVERSAL = frozenset("no every each all".split())
_OPEN = frozenset("can could may might would".split())
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NO = frozenset({"no", "nobody", "none", "neither"})
_GET = frozenset("get receive".split())
_RECEIVED = frozenset("see serve answer help hear call give pay refund admit visit reply".split())
_NOT_OTHERS = frozenset("who that which staff team colleague partner agent employee researcher investor".split())
"""Words for those served that mostly name those at work."""
_AT_WORK = frozenset("serve sell work advise decide build help make run teach treat".split())
_ASIDE = frozenset("whether because when whenever where how if while since what".split())
"""What opens a clause of which nothing is said to come about."""


def compare(before: Text, after: Text) -> Outcome:
    """Find what the ends that only the rewrite has take upon the house."""
    found = {(f.start, f.end): f for f in (*_acts(before, after), *_gifts(before, after), *_for_all(before, after))}
    return Outcome(asked=list(found.values()))


def _clauses(text: Text) -> Iterator[tuple[Token, Token]]:
    """Yield the verbs of ends that say what happens to those served, or what they get, each with its subject."""
    for verb in text.parse.tokens:
        if verb.pos not in {"VERB", "AUX"} or not text.in_end(verb.start):
            continue
        line = _line(text.parse, verb)
        kids = [t for v in line for t in text.parse.children(v.i)]
        subject = next((t for t in kids if t.dep in _SUBJECTS), None)
        if subject is None or not text.in_end(subject.start) or line[-1].dep in {"relcl", "acl", "csubj"}:
            continue
        if not any(_leaves_open(t) or (t.lower in _ASIDE and t.i < subject.i) for t in kids):
            yield verb, subject


def _line(parse: Parse, verb: Token) -> list[Token]:
    """Return a verb with those on which it hangs, up to that which has the subject: "wait" and "has" of "has to wait"."""
    line = [verb]
    while line[-1].dep in {"conj", "xcomp"} and len(line) < _DEEP:
        if any(t.dep in _SUBJECTS for t in parse.children(line[-1].i)):
            break
        line.append(parse.tokens[line[-1].head])
    return line


def _leaves_open(token: Token) -> bool:
    """Tell whether its verb only says what may come about, or what does not."""
    may = token.dep in {"aux", "auxpass"} and token.lower in _OPEN
    return may or token.dep == "neg" or token.lower in {"seldom", "rarely"}


def _served(parse: Parse, token: Token) -> bool:
    if token.lower == "those":
        return not any(t.dep == "relcl" and t.lemma in _AT_WORK for t in parse.children(token.i))
    return (
        (among("served", token.lemma) or token.lower in _EVERYBODY)
        and token.lower not in _NOT_OTHERS
        and token.lemma not in _NOT_OTHERS
    )


def _none(parse: Parse, token: Token) -> bool:
    """Tell whether it is none that is got: "get no reminder"."""
    return any(t.lower in _NO for t in parse.children(token.i))


def _told(before: Text, *words: str) -> bool:
    """Tell whether the original speaks of it."""
    return any(akin(word, t.lemma) or akin(word, t.lower) for word in words for t in before.parse.tokens)


def _acts(before: Text, after: Text) -> Iterator[Fact]:
    """Yield acts of others upon those served: "customers are phoned", "so that somebody visits them"."""
    for verb, subject in _clauses(after):
        kids = after.parse.children(verb.i)
        if any(t.dep == "agent" for t in kids) or _told(before, verb.lemma):
            continue  # "by somebody who knows" says how, and not that
        passive = subject.dep == "nsubjpass" and _served(after.parse, subject)
        others = subject.lower in _SOMEBODY or subject.lemma in _NOT_OTHERS or names_people(subject.lemma)
        done_to = any((t.dep == "dobj" and _served(after.parse, t)) or t.lower == "them" for t in kids)
        if not (passive or (subject.dep == "nsubj" and others and done_to)):
            continue
        if verb.lemma in _ACTS or (verb.lemma in _EACH_TIME and _occasion(after.parse, verb)):
            yield _fact(verb, "an act that nobody has as a duty yet")


def _occasion(parse: Parse, verb: Token) -> bool:
    """Tell whether it is said on which occasion it is done, and nothing else of it."""
    kids = [t for t in parse.children(verb.i) if t.i > verb.i and t.pos != "PUNCT" and t.dep != "dobj"]
    said = [t for t in kids if t.dep == "advcl" and any(k.lower in _OCCASIONS for k in parse.children(t.i))]
    return len(said) == len(kids) == 1


def _gifts(before: Text, after: Text) -> Iterator[Fact]:
    """Yield what those served get, or may do, only where somebody grants it, or has to make it first."""
    for verb, subject in _clauses(after):
        if not _served(after.parse, subject) or verb.lemma not in _GETTING:
            continue
        for thing in after.parse.children(verb.i):
            if thing.dep not in _GOT or _none(after.parse, thing) or _told(before, thing.lemma):
                continue
            if thing.lemma in _GIFTS or (verb.lemma != "have" and _is_more(after.parse, thing)):
                yield _fact(thing, "somebody has to grant it to them")
            elif thing.lemma in _CONTACTS and _bare(after.parse, thing):
                yield _fact(thing, "an act that nobody has as a duty yet")
        if _must_show(after.parse, subject):
            yield _fact(verb, "a right for those who meet a condition")
    verbs = {t.i: subject for t, subject in _clauses(after)}
    for match in _LEAST.finditer(after.text):
        inside = [t for t in after.parse.tokens if match.start() <= t.start < match.end() and t.i in verbs]
        told = _told(before, *re.findall(r"[a-z]+", match.group().lower())[1:])
        if inside and not told and any(_served(after.parse, verbs[t.i]) for t in inside):
            yield Fact(check="pledges", text=_said(match.group(), "a right"), start=match.start(), end=match.end())


def _is_more(parse: Parse, thing: Token) -> bool:
    return thing.lemma in _MORE and any(t.lower in _BESIDES for t in parse.children(thing.i))


def _bare(parse: Parse, thing: Token) -> bool:
    """Tell whether nothing is said of a thing but that there is one: "a clear letter" says of which kind it is."""
    kids = [t for t in parse.children(thing.i) if t.dep not in _BESIDE]
    return not kids and not any(t.lower in {"the", "this", "that", "these"} for t in parse.children(thing.i))


def _must_show(parse: Parse, subject: Token) -> bool:
    """Tell whether only those are meant who have shown something: "customers who can show hardship"."""
    return any(t.dep == "relcl" and t.lemma in _PROOF for t in parse.children(subject.i))


def _for_all(before: Text, after: Text) -> Iterator[Fact]:
    """Yield what is promised to all those served: "no customer has to wait", "every patient gets an answer"."""
    for verb, subject in _clauses(after):
        about = _universal(after.parse, subject)
        nobody = subject.lower == "nobody" or (subject.lower == "one" and "no" in about)
        whom = _served(after.parse, subject) or (names_people(subject.lemma) and subject.lemma not in _NOT_OTHERS)
        if not (nobody or (about and whom)):
            continue
        clause = after.text[verb.start : after.parse.subtree(verb.i)[-1].end]
        if _WITHIN.search(clause) or any(t.lower in about for t in before.parse.tokens):
            continue
        if nobody or "no" in about:
            sure = verb.lemma in _BORNE or (verb.lemma in _SUFFERED and subject.dep == "nsubjpass")
        else:
            sure = verb.lemma in _GET or (verb.lemma in _RECEIVED and subject.dep == "nsubjpass")
            sure = sure and "all" not in about
        if sure:
            yield _fact(verb, "a promise to all of them, without exception")


def _universal(parse: Parse, subject: Token) -> set[str]:
    """Return the words that say of all, where they are said of the subject and of nothing before it."""
    said = [t for t in parse.children(subject.i) if t.lower in _UNIVERSAL]
    return {t.lower for t in said if not any(o.pos in {"NOUN", "PROPN"} for o in parse.tokens[t.i + 1 : subject.i])}


def _fact(token: Token, why: str) -> Fact:
    return Fact(check="pledges", text=_said(token.text, why), start=token.start, end=token.end)


def _said(words: str, why: str) -> str:
    return f"“{words}” in the added purpose: {why}"
