"""Who does it, by the grammar: the role's own act may not pass to somebody named, nor may its object do it to the role."""

from __future__ import annotations

from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin, among
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.relations import helped, siblings
from jdrewrite.verifying.texts import Text
from jdrewrite.verifying.thesaurus import carrier, general

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_POINTING = frozenset({"who", "that", "which"})
_SPEAKERS = frozenset({"you", "we", "i", "she", "he", "one"})
_WITH = frozenset("with alongside among from by to of for".split())
"""Small words behind which the original names those who take part."""


def compare(before: Text, after: Text) -> Outcome:
    """Find acts of the role that another does now, and acts on somebody that are done to the role now."""
    return Outcome(changed=[*_handed_over(before, after), *_turned(before, after)])


def _handed_over(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "researchers, who triage the cases" where the role triaged them, and dealt with researchers."""
    partners = {t.lemma for t in before.parse.tokens if _partner(before, t)}
    for verb in after.parse.tokens:
        if verb.pos != "VERB" or verb.tag == "VBN" or carrier(verb.lemma) or among("light", verb.lemma):
            continue
        actor = _actor(after, verb)
        if actor is None or not any(akin(actor.lemma, p) for p in partners):
            continue
        twins = [t for t in before.parse.tokens if t.lemma == verb.lemma]
        others = [t for t in after.parse.tokens if t.lemma == verb.lemma and t.i != verb.i]
        if twins and not others and all(_of_the_role(before, t, actor) for t in twins):
            said = f"“{actor.text}” do now what the role did: “{verb.text}”"
            yield Fact(check="actors", text=said, start=verb.start, end=verb.end)


def _partner(text: Text, token: Token) -> bool:
    """Tell whether the original names somebody with whom, or for whom, something is done."""
    head = text.parse.tokens[token.head]
    while token.dep in {"conj", "nmod", "compound"} and head.i != token.i:
        token, head = head, text.parse.tokens[head.head]
        if token.dep == "pobj":
            break
    return token.dep == "pobj" and text.parse.tokens[token.head].lower in _WITH


def _actor(text: Text, verb: Token) -> Token | None:
    """Return the noun that does what a verb of a clause of its own says, None where it is the role or a pronoun."""
    subject = next((t for t in text.parse.children(verb.i) if t.dep == "nsubj"), None)
    if subject is not None and subject.lower in _POINTING and verb.dep == "relcl":
        subject = text.parse.tokens[verb.head]
    if subject is None or subject.pos not in {"NOUN", "PROPN"} or general(subject.lemma):
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
                yield Fact(check="actors", text=said, start=verb.start, end=verb.end)


def _subjects(text: Text) -> list[str]:
    """Return the nouns of all subjects."""
    subjects = [t for t in text.parse.tokens if t.dep in _SUBJECTS]
    return [t.lemma for s in subjects for t in text.parse.subtree(s.i) if t.pos in {"NOUN", "PROPN"}]


def _agents(text: Text, verb: Token) -> list[Token]:
    """Return those by whom something is done, with the nouns of their phrase."""
    by = [t for t in text.parse.children(verb.i) if t.dep == "agent"] if verb.tag == "VBN" else []
    nouns = [n for t in by for n in text.parse.children(t.i) if n.dep == "pobj"]
    return [t for n in nouns for t in text.parse.subtree(n.i) if t.pos in {"NOUN", "PROPN"}]
