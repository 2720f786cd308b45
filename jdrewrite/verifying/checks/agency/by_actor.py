"""By who acts at all, and for whom: "we like" may not become "clients like", nor "everyone" "everyone in management"."""

from __future__ import annotations

from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.checks.agency.facts import fact
from jdrewrite.verifying.lexicon import akin, among, same
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.relations import siblings
from jdrewrite.verifying.texts import Text
from jdrewrite.verifying.thesaurus import general

_SPEAKERS = frozenset({"we", "i", "you"})
_OURSELVES = frozenset(
    "team company organization organisation business firm role position department group agency office unit work job one "
    "people person holder incumbent postholder colleague member staff part what who that which".split()
)
"""Nouns that may stand for "we" or "you"."""
_EVERYONE = frozenset({"everyone", "everybody", "anyone", "anybody"})
_AUXILIARY = frozenset({"be", "have", "do", "will", "get", "make", "take", "give", "need", "come", "go"})


def compare(before: Text, after: Text) -> Outcome:
    """Find an act that has another actor, an "everyone" that is no longer everyone, and a list that has grown."""
    return Outcome(changed=[*_swapped(before, after), *_no_longer_all(before, after), *_grown(before, after)])


def _swapped(before: Text, after: Text) -> Iterator[Fact]:
    """Yield the new actors of acts that the original gives to "we" or "you"."""
    yield from _now_you(before, after)
    for verb, actor in _actors(after):
        if actor.pos not in {"NOUN", "PROPN"} or actor.lemma.lower() in _OURSELVES or general(actor.lemma):
            continue
        was = [a for v, a in _actors(before) if v.lemma == verb.lemma]
        if not was or verb.lemma in _AUXILIARY or not all(a.lower in _SPEAKERS for a in was):
            continue
        if not any(same(actor.lemma, w.form) for w in before.words):
            said = f"“{actor.text}” now do what “{was[0].text}” did"
            yield fact(said, actor)


def _now_you(before: Text, after: Text) -> Iterator[Fact]:
    """Yield acts of others, or done to the role, that are the role's own now: "the manager approves", "you approve"."""
    parse = before.parse
    for verb, actor in _actors(after):
        was = [(v, a) for v, a in _actors(before) if v.lemma == verb.lemma]
        if actor.lower != "you" or verb.lemma in _AUXILIARY or not was:
            continue
        to_you = all(a.lower == "we" and any(t.lower == "you" for t in parse.children(v.i)) for v, a in was)
        of_others = all(a.pos == "NOUN" and _names_somebody(a) and _still_acts(a, after) for _, a in was)
        if to_you or of_others:
            yield fact(f"“{was[0][1].text}” did what “you” do now", verb)


def _names_somebody(actor: Token) -> bool:
    return actor.lemma.lower() not in _OURSELVES and not general(actor.lemma)


def _still_acts(actor: Token, after: Text) -> bool:
    """Tell whether who acted before does something else now."""
    return any(akin(actor.lemma, other.lemma) for _, other in _actors(after))


def _actors(text: Text) -> list[tuple[Token, Token]]:
    """Return each verb with who does it."""
    tokens = text.parse.tokens
    return [(tokens[t.head], t) for t in tokens if t.dep == "nsubj" and tokens[t.head].pos in {"VERB", "AUX"}]


def _no_longer_all(before: Text, after: Text) -> Iterator[Fact]:
    """Yield what narrows an "everyone" that nothing narrowed before."""
    if not any(t.lower in _EVERYONE for t in before.parse.tokens):
        return
    for token in after.parse.tokens:
        if token.lower not in _EVERYONE:
            continue
        for prep in after.parse.children(token.i):
            for noun in after.parse.children(prep.i) if prep.dep == "prep" else ():
                if noun.pos in {"NOUN", "PROPN"} and _foreign(before, noun):
                    said = f"“{token.text} {prep.text} {noun.text}” are fewer than “{token.text.lower()}”"
                    yield Fact(check="actors", text=said, start=token.start, end=noun.end)


def _grown(before: Text, after: Text) -> Iterator[Fact]:
    """Yield what an effect adds to a thing that the original names alone: "accountants, lawyers and consultants"."""
    for token in after.parse.tokens:
        if token.dep != "conj" or token.pos not in {"NOUN", "PROPN"} or not after.in_end(token.start):
            continue
        group = [t for t in siblings(after.parse, token.i) if t.pos in {"NOUN", "PROPN"}]
        kept = [t for t in group if any(akin(t.lemma, w.form) for w in before.words) and _names_a_fact(t)]
        if kept and _foreign(before, token):
            said = f"“{token.text}” stands beside “{kept[0].text}” and goes further than the original"
            yield fact(said, token)


def _names_a_fact(token: Token) -> bool:
    return not (general(token.lemma) or among("filler", token.lemma) or among("served", token.lemma))


def _foreign(before: Text, noun: Token) -> bool:
    """Tell whether a noun names something of which the original says nothing."""
    if not _names_a_fact(noun) or among("manner", noun.lemma) or noun.lemma.lower() in _OURSELVES:
        return False
    return not any(same(noun.lemma, w.form) or same(noun.lemma, w.text) for w in before.words)
