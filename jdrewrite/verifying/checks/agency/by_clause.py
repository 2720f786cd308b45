"""By the clause of an act: the role's own may not pass to somebody named, nor what it did to them be done to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.checks.agency.facts import fact
from jdrewrite.verifying.lexicon import akin, among
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.relations import helped, siblings
from jdrewrite.verifying.texts import Text
from jdrewrite.verifying.thesaurus import carrier, general

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_POINTING = frozenset({"who", "that", "which"})
_DONE = frozenset({"ccomp", "conj", "acl", "oprd", "xcomp"})
_HOPES = frozenset({"so", "before"})
_EMPTY = frozenset("be have do get make need use want take go come see know".split())
_LETTING = frozenset("let have make get allow ask tell encourage expect require leave".split())
_AGENT = re.compile(r"(?:[^aeiou]er|[st]or|ist|ant|ee|ian|customer|client|staff|people)$")
_ROLES = frozenset("member person people candidate leader partner player".split())
_THE_ROLE = frozenset("role position job post incumbent holder postholder person work that this".split())
_SPEAKERS = frozenset({"you", "we", "i", "she", "he", "one"})
_WITH = frozenset("with alongside among from by to of for".split())
"""Small words behind which the original names those who take part."""


def compare(before: Text, after: Text) -> Outcome:
    """Find acts of the role that another does now, and acts on somebody that are done to the role now."""
    kinds = (
        _handed_over,
        _done_by_them,
        _taken_from_others,
        _turned,
        _done_to_you,
        _had_done,
        _left_to_an_end,
        _made_a_duty,
    )
    return Outcome(changed=[found for kind in kinds for found in kind(before, after)])


def _handed_over(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "researchers, who triage the cases" where the role triaged them, and dealt with researchers."""
    partners = {t.lemma for t in before.parse.tokens if _partner(before, t)}
    for verb in after.parse.tokens:
        light = verb.lemma in _EMPTY
        if verb.pos != "VERB" or verb.tag == "VBN" or (light and verb.dep != "ROOT"):
            continue
        actor = _actor(after, verb)
        let = verb.dep in {"ccomp", "xcomp"} and after.parse.tokens[verb.head].lemma in _LETTING
        if actor is None or not (let or any(akin(actor.lemma, p) for p in partners)):
            continue
        twins = [t for t in before.parse.tokens if t.lemma == verb.lemma]
        others = [t for t in after.parse.tokens if t.lemma == verb.lemma and t.i != verb.i]
        if twins and not others and all(_of_the_role(before, t, actor) for t in twins):
            said = f"“{actor.text}” do now what the role did: “{verb.text}”"
            yield fact(said, verb)


def _done_by_them(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "as they prepare the returns" where the role prepared them."""
    for verb in after.parse.tokens:
        kids = after.parse.children(verb.i)
        they = any(t.dep == "nsubj" and t.lower == "they" for t in kids) and not any(t.tag == "MD" for t in kids)
        if not they or verb.dep not in {"advcl", "relcl", "ccomp"}:
            continue
        twins = [t for t in before.parse.tokens if t.lemma == verb.lemma]
        others = [t for t in after.parse.tokens if t.lemma == verb.lemma and t.i != verb.i]
        things = [t.lemma for t in kids if t.dep == "dobj"]
        shared = [o for t in twins for o in before.parse.children(t.i) if o.dep == "dobj" and o.lemma in things]
        if shared and not others and all(_main(before, t) for t in twins):
            said = f"“they {verb.text}”: others do now what the role did"
            yield fact(said, verb)


def _taken_from_others(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "set limits" where the original has "limits set by the manager", or "managers who set limits"."""
    for verb in after.parse.tokens:
        if verb.pos != "VERB" or verb.lemma in _EMPTY or carrier(verb.lemma) or not _main(after, verb):
            continue
        twins = [t for t in before.parse.tokens if t.lemma == verb.lemma]
        others = [t for t in after.parse.tokens if t.lemma == verb.lemma and t.i != verb.i]
        if twins and not others and all(_of_others(before, t) for t in twins):
            said = f"“{verb.text}”: others did it, and the role does it now"
            yield fact(said, verb)


def _of_others(text: Text, token: Token) -> bool:
    """Tell whether somebody named does it, in a clause that hangs on a noun."""
    if token.tag == "VBN" and token.dep == "acl":
        return bool(_agents(text, token))
    if token.dep != "relcl" or token.tag == "VBN":
        return False
    actor = _actor(text, token)
    return actor is not None and bool(_AGENT.search(actor.lemma)) and actor.lemma not in _ROLES


def _partner(text: Text, token: Token) -> bool:
    """Tell whether the original names somebody with whom, or for whom, something is done."""
    head = text.parse.tokens[token.head]
    while token.dep in {"conj", "nmod", "compound"} and head.i != token.i:
        token, head = head, text.parse.tokens[head.head]
        if token.dep == "pobj":
            break
    if token.dep == "nsubj" and token.pos in {"NOUN", "PROPN"} and head.dep not in {"ROOT", "conj"}:
        return True  # "for the director to review"
    return token.dep == "pobj" and text.parse.tokens[token.head].lower in _WITH


def _actor(text: Text, verb: Token) -> Token | None:
    """Return the noun that does what a verb of a clause of its own says, None where it is the role or a pronoun."""
    subject = next((t for t in text.parse.children(verb.i) if t.dep == "nsubj"), None)
    if subject is not None and subject.lower in _POINTING and verb.dep == "relcl":
        subject = text.parse.tokens[verb.head]
    if subject is None or subject.pos not in {"NOUN", "PROPN"} or subject.lemma in _THE_ROLE:
        return None
    return None if any(t.tag == "MD" for t in text.parse.children(verb.i)) else subject


def _of_the_role(text: Text, token: Token, actor: Token) -> bool:
    """Tell whether the role does it: nobody else is named as its subject, and it is not done to the actor."""
    if token.dep not in {"ROOT", "conj"} or helped(text.parse, token) or token.tag == "VBN":
        return False
    for verb in (token, *siblings(text.parse, token.i)):
        kids = text.parse.children(verb.i)
        if any(t.dep in _SUBJECTS and t.lower not in _SPEAKERS for t in kids):
            return False
        if any(t.dep == "dobj" and akin(t.lemma, actor.lemma) for t in kids):
            return False
    return True


def _turned(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "being supervised by team members" for "supervising team members"."""
    for verb in after.parse.tokens:
        doers = _agents(after, verb)
        if not doers or any(akin(a.lemma, s) for a in doers for s in _subjects(before)):
            continue  # "shipments are managed by the shipping clerk" for "the shipping clerk manages ..."
        for twin in before.parse.tokens:
            if twin.lemma != verb.lemma or twin.pos != "VERB" or twin.tag == "VBN" or _agents(before, twin):
                continue
            done_to = [t for o in before.parse.children(twin.i) if o.dep == "dobj" for t in before.parse.subtree(o.i)]
            if any(akin(a.lemma, t.lemma) for a in doers for t in done_to if not general(t.lemma)):
                said = f"“{verb.text} by {doers[0].text}”: they do to the role what it did to them"
                yield fact(said, verb)


def _done_to_you(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "growers interview you" where the role interviewed growers."""
    for verb in after.parse.tokens:
        kids = after.parse.children(verb.i)
        if verb.pos != "VERB" or not any(t.dep in {"dobj", "dative"} and t.lower in {"you", "them"} for t in kids):
            continue
        doers = [t for s in kids if s.dep == "nsubj" for t in after.parse.subtree(s.i) if t.pos in {"NOUN", "PROPN"}]
        twins = [t for t in before.parse.tokens if t.lemma == verb.lemma and t.pos == "VERB"]
        done_to = [o for t in twins for o in before.parse.children(t.i) if o.dep == "dobj"]
        if any(akin(d.lemma, o.lemma) for d in doers for o in done_to):
            said = f"“{verb.text}”: done to the role now by those to whom it did it"
            yield fact(said, verb)


def _had_done(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "have the pumps repaired" where the role repaired them."""
    for have in after.parse.tokens:
        if have.lemma != "have" or after.parse.tokens[min(have.i + 1, len(after.parse.tokens) - 1)].lower == "to":
            continue
        for verb in _let(after, have):
            if any(t.lower in {"your", "his", "her", "their"} for t in after.parse.tokens[have.i : verb.i]):
                continue  # "have your reports written by Friday" is the role's own work
            twins = [t for t in before.parse.tokens if t.lemma == verb.lemma]
            others = [t for t in after.parse.tokens if t.lemma == verb.lemma and t.i != verb.i]
            if twins and not others and all(_main(before, t) for t in twins):
                said = f"“have ... {verb.text}”: the role did it, and lets others do it now"
                yield fact(said, verb)


def _let(text: Text, have: Token) -> list[Token]:
    """Return what a "have" lets be done: the parser may take it for the helper of "repaired"."""
    if have.dep == "aux":
        head = text.parse.tokens[have.head]
        named = any(t.dep == "nsubj" and t.i > have.i for t in text.parse.children(head.i))
        return [head] if named and head.dep == "ROOT" and head.tag in {"VBN", "VBD"} else []
    inside = text.parse.subtree(have.i) if _main(text, have) else []
    done = [t for t in inside if t.i > have.i + 1 and t.tag == "VBN" and t.dep in _DONE]
    return [t for t in done if not any(k.dep in {"aux", "auxpass"} for k in text.parse.children(t.i))]


def _left_to_an_end(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "report leaks, so they can be mended" where the role mended them."""
    for act in before.parse.tokens:
        if act.pos != "VERB" or not _main(before, act) or carrier(act.lemma) or among("light", act.lemma):
            continue
        again = [t for t in after.parse.tokens if akin(t.lemma, act.lemma)]
        if again and all(_below(after, t) and _by_somebody(after, t) for t in again):
            said = f"“{again[0].text}”: what the role did is only hoped for now"
            yield fact(said, again[0])


def _made_a_duty(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "and test them" where the original only speaks of "tested products"."""
    for verb in after.parse.tokens:
        if verb.tag != "VB" or verb.dep != "conj" or after.in_end(verb.start) or carrier(verb.lemma):
            continue
        if not any(t.dep == "dobj" and t.lower in {"them", "it"} for t in after.parse.children(verb.i)):
            continue
        kin = [t for t in before.parse.tokens if akin(t.lemma, verb.lemma)]
        if kin and all(t.tag == "VBN" and t.dep == "amod" for t in kin):
            said = f"“{verb.text}” is a duty now, and was said of the things"
            yield fact(said, verb)


def _main(text: Text, token: Token) -> bool:
    """Tell whether it is an act of the role, in the main clause."""
    first = token
    while first.dep == "conj" and first.head != first.i:
        first = text.parse.tokens[first.head]
    kids = text.parse.children(token.i)
    return (
        token.tag in {"VB", "VBP", "VBZ", "VBG"}
        and first.dep == "ROOT"
        and not any(t.dep in _SUBJECTS and t.lower not in _SPEAKERS for t in kids)
        and not text.in_end(token.start)
    )


def _below(text: Text, token: Token) -> bool:
    """Tell whether a verb stands in a "so that" or "before" clause."""
    while token.dep == "conj" and token.head != token.i:
        token = text.parse.tokens[token.head]
    return token.dep == "advcl" and any(t.lower in _HOPES for t in text.parse.children(token.i) if t.i < token.i)


def _by_somebody(text: Text, token: Token) -> bool:
    """Tell whether it is done by nobody named, or by others."""
    chain = [token, *siblings(text.parse, token.i)]
    kids = [t for verb in chain for t in text.parse.children(verb.i)]
    if any(t.dep == "nsubj" and t.lower in _SPEAKERS for t in kids) or any(t.dep == "agent" for t in kids):
        return False
    return token.pos == "VERB" and any(t.dep in {"auxpass", "nsubjpass"} for t in kids)


def _subjects(text: Text) -> list[str]:
    """Return the nouns of all subjects."""
    subjects = [t for t in text.parse.tokens if t.dep in _SUBJECTS]
    return [t.lemma for s in subjects for t in text.parse.subtree(s.i) if t.pos in {"NOUN", "PROPN"}]


def _agents(text: Text, verb: Token) -> list[Token]:
    """Return those by whom something is done, with the nouns of their phrase."""
    by = [t for t in text.parse.children(verb.i) if t.dep == "agent"] if verb.tag == "VBN" else []
    nouns = [n for t in by for n in text.parse.children(t.i) if n.dep == "pobj"]
    return [t for n in nouns for t in text.parse.subtree(n.i) if t.pos in {"NOUN", "PROPN"}]
