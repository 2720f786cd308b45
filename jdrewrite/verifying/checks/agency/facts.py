"""What the kinds of changed agency share: the acts of a text with their doers, to whom they are done, and how it is told."""

from __future__ import annotations

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.checks.agency.who import Doer, doer
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.relations import objects, siblings
from jdrewrite.verifying.texts import Text

EMPTY = frozenset("be have do get make need use want take go come see know let leave work help include".split())
"""Verbs that say no act by themselves."""
HELPING = frozenset(
    "help let enable allow encourage ensure empower make coach teach train support get ask mentor guide educate advise have see expect require tell facilitate remind motivate "
    "invite urge persuade instruct prompt direct assign inspire".split()
)
"""Verbs that say already that others do something."""


def acts(text: Text, *, ends: bool = False) -> list[tuple[Token, Doer]]:
    """Return the verbs that say an act, with who does it; outside of added ends, where those are not asked for."""
    verbs = [t for t in text.parse.tokens if t.pos == "VERB" and t.dep not in {"amod", "compound", "prep"}]
    return [(t, doer(text, t)) for t in verbs if t.lemma not in EMPTY and (ends or not text.in_end(t.start))]


def is_the_role(before: Text, after: Text, token: Token) -> bool:
    """Tell whether it names the role itself, which the original names in its subject or not at all."""
    named = [t for t in before.parse.tokens if akin(t.lemma, token.lemma)]
    if named:
        return any(t.dep in {"nsubj", "nsubjpass"} and before.parse.tokens[t.head].dep == "ROOT" for t in named)
    return after.names_the_role(token.start)


def those_done_to(text: Text, verb: Token) -> list[Token]:
    """Return to whom a verb is done; those whom the parser took for a second verb, or lost behind "to", too."""
    found = [t for t in objects(text.parse, verb.i) if t.dep != "pobj"]
    listed = [t for t in text.parse.children(verb.i) if t.dep == "conj" and t.pos in {"NOUN", "PROPN"}]
    found += [m for t in listed for m in (t, *siblings(text.parse, t.i)) if m.pos in {"NOUN", "PROPN"}]
    for token in text.parse.tokens[verb.i + 1 :]:
        near = text.parse.tokens[max(0, token.i - 2) : token.i]
        if token.pos in {"NOUN", "PROPN"} and any(t.lower == "to" for t in near):
            found.append(token)
    return found


def fact(said: str, token: Token) -> Fact:
    """Return what is to be told of the doer of an act, at its place in the rewrite."""
    return Fact(check="actors", text=said, start=token.start, end=token.end)
