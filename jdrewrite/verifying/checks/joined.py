"""Somebody or something more: "answer suppliers" may not become "answer suppliers and customers"."""

from __future__ import annotations

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.acronyms import spelt_out_in
from jdrewrite.verifying.lexicon import akin, among, same
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.relations import siblings
from jdrewrite.verifying.texts import Text
from jdrewrite.verifying.thesaurus import general

_NAMING = frozenset({"NOUN", "PROPN"})
_JOINING = frozenset({"and", "or", "&", "/"})
_WAYS = frozenset("in out up down on off".split())
"""Particles that name one of two ways."""


def compare(before: Text, after: Text) -> Outcome:
    """Find nouns and ways that now stand beside one that was there before, in the duty."""
    found = [*_nouns(before, after), *_ways(before, after)]
    return Outcome(invented=[Fact(check="joined", text=t.text, start=t.start, end=t.end) for t in found])


def _nouns(before: Text, after: Text) -> list[Token]:
    """Return the new nouns that stand beside one that was there."""
    old = [t for t in before.parse.tokens if t.pos not in {"PUNCT", "DET", "ADP", "CCONJ"}]
    long_forms = spelt_out_in(after.text, before.text)
    found = []
    for token in after.parse.tokens:
        if token.pos not in _NAMING or after.in_end(token.start) or any(_akin(token, t) for t in old):
            continue
        if any(start <= token.start < end for start, end in long_forms) or _closes(token, after, old):
            continue
        near = [*siblings(after.parse, token.i), *_across_the_joint(after, token.i)]
        beside = [t for t in near if t.pos in _NAMING and any(_akin(t, o) for o in old)]
        if beside and not _in_place_of_another(before, after, token):
            found.append(token)
    return found


def _across_the_joint(text: Text, i: int) -> list[Token]:
    """Return the words next to a noun but for the joint: of "supplier and customer queries" the parser joins the ends."""
    tokens = text.parse.tokens
    places = ((i - 1, i - 2), (i + 1, i + 2))
    return [tokens[n] for joint, n in places if 0 <= n < len(tokens) and tokens[joint].lower in _JOINING]


def _closes(token: Token, after: Text, old: list[Token]) -> bool:
    """Tell whether the noun only carries what was there: "print and digital" as "print and digital media"."""
    own = [t for t in after.parse.children(token.i) if t.dep in {"amod", "compound"}]
    return (general(token.lemma) or among("manner", token.lemma)) and any(_akin(t, o) for t in own for o in old)


def _akin(one: Token, other: Token) -> bool:
    return akin(one.lemma, other.lemma) or akin(one.lower, other.lower)


def _in_place_of_another(before: Text, after: Text, token: Token) -> bool:
    """Tell whether the noun says what a word said that is gone: "clients and staff" as "staff and customers"."""
    gone = [w for w in before.words if not any(akin(w.form, o.form) for o in after.words)]
    return any(same(w.form, token.lemma) or same(w.text, token.text) for w in gone)


def _ways(before: Text, after: Text) -> list[Token]:
    """Return the second of two ways where the original has one: "check guests in and out"."""
    old = {t.lower for t in before.parse.tokens}
    tokens = after.parse.tokens
    pairs = ((tokens[n + 1], tokens[n - 1]) for n in range(1, len(tokens) - 1) if tokens[n].lower in _JOINING)
    both = (pair for one, other in pairs for pair in ((one, other), (other, one)))
    return [
        new
        for new, there in both
        if {new.lower, there.lower} <= _WAYS
        and new.lower not in old
        and there.lower in old
        and not after.in_end(new.start)
    ]
