"""By where it goes, as the grammar only suggests: to the role or from it, by it or by others. The judge asks."""

from __future__ import annotations

from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.checks.agency.facts import HELPING, acts, fact, is_the_role, those_done_to
from jdrewrite.verifying.checks.agency.who import causing, doer, to_you
from jdrewrite.verifying.lexicon import akin, among
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.people import names_people
from jdrewrite.verifying.relations import siblings
from jdrewrite.verifying.texts import Text

_MACHINES = frozenset("equipment plant system machine machinery line unit installation device instrument".split())
_OURS = frozenset({"our", "your"})
_TEACHING = frozenset(
    "educate advise guide coach train teach refer brief inform mentor instruct tell show help".split()
)
_RECEIVING = frozenset("seek get obtain receive take follow use heed accept request".split())
_LEARNING = frozenset("learn receive get seek take obtain hear".split())
_DELEGATING = frozenset("delegate outsource commission entrust subcontract".split())
"""Verbs by which one has others do what one did."""


def compare(before: Text, after: Text) -> Outcome:
    """Find what probably goes the other way now."""
    kinds = (_made_object, _let_do, _asked_back, _namesakes, _owners, _toward_you, _from_those, _delegated)
    return Outcome(asked=[found for kind in kinds for found in kind(before, after)][:1])


def _delegated(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "commission the maps" or "leave it to others" where the role did it."""
    for verb, who in [(t, doer(after, t)) for t in after.parse.tokens if t.pos == "VERB"]:
        left = verb.lemma == "leave" and any(t.lower == "it" for t in after.parse.children(verb.i))
        if not (left or verb.lemma in _DELEGATING) or not (who.role and who.main) or after.in_end(verb.start):
            continue
        things = [t for t in after.parse.children(verb.i) if t.dep == "dobj"]
        if verb.lemma == "commission" and any(t.lemma in _MACHINES for t in things):
            continue  # to start it up
        if not any(akin(t.lemma, verb.lemma) for t in before.parse.tokens):
            yield fact(f"“{verb.text}”: the role did it itself", verb)
            return


def _made_object(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "regards the managers as experts" where the role was regarded as one by them."""
    root = before.parse.root()
    if root is None or root.tag not in {"VBN", "VBD"}:
        return
    by = [n for t in before.parse.tokens if t.lower == "by" for n in before.parse.children(t.i) if n.dep == "pobj"]
    by = [t for n in by for t in (n, *siblings(before.parse, n.i)) if names_people(t.lemma)]
    if any(t.lower == "by" for t in after.parse.tokens):
        return
    for verb, who in acts(after):
        ends = [n for t in after.parse.children(verb.i) if t.lower in {"upon", "on"} for n in after.parse.children(t.i)]
        done_to = [t for t in (*after.parse.children(verb.i), *ends) if t.dep in {"dobj", "pobj"}]
        met = [t for t in done_to if who.role and any(akin(t.lemma, b.lemma) for b in by)]
        if met:
            yield fact(f"“{verb.text} ... {met[0].text}”: they did it to the role", verb)
            return


def _let_do(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "have the students tell them" where nobody was had do anything."""
    if any(t.lemma in HELPING and t.pos in {"VERB", "AUX"} and t.dep != "aux" for t in before.parse.tokens):
        return
    for verb in after.parse.tokens:
        cause = causing(after, verb)
        who = doer(after, verb).token if cause and not after.in_end(cause.start) else None
        if cause is None or who is None or verb.lemma in {"know", "see", "feel"} or cause.dep not in {"ROOT", "aux"}:
            continue
        known = [t for t in before.parse.tokens if akin(t.lemma, who.lemma)]
        if known and names_people(who.lemma) and not any(t.dep in {"nsubj", "nsubjpass"} for t in known):
            yield fact(f"“{cause.text} {who.text} {verb.text}”: nobody was made or let do anything", cause)
            return


def _asked_back(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "seek the advice of tenants" where the role advised them."""
    for noun in after.parse.tokens:
        verb = after.parse.tokens[noun.head]
        if noun.dep != "dobj" or verb.lemma not in _RECEIVING or after.in_end(noun.start):
            continue
        ends = [n for t in after.parse.children(noun.i) if t.lower in {"of", "from"} for n in after.parse.children(t.i)]
        whose = [t for n in ends for t in (n, *siblings(after.parse, n.i)) if names_people(t.lemma)]
        acts = [t for t in before.parse.tokens if t.pos == "VERB" and akin(t.lemma, noun.lemma)]
        met = [w for w in whose for a in acts for o in those_done_to(before, a) if akin(w.lemma, o.lemma)]
        if met and all(doer(before, a).role for a in acts):
            yield fact(f"“{verb.text} the {noun.text} of {met[0].text}”: the role gave it to them", verb)
            return


def _namesakes(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "help the owners of it" where the role owned it."""
    for noun in after.parse.tokens:
        verb = after.parse.tokens[noun.head]
        apart = noun.dep == "dobj" and verb.pos == "VERB" and verb.lemma in HELPING | {"assist", "join", "serve"}
        if not apart or not names_people(noun.lemma) or after.in_end(noun.start):
            continue
        made = [v for v, d in acts(before) if d.role and d.main and akin(v.lemma, noun.lemma)]
        kept = any(akin(t.lemma, noun.lemma) for t in after.parse.tokens if t.i != noun.i)
        named = any(akin(t.lemma, noun.lemma) and t.pos != "VERB" for t in before.parse.tokens)
        if made and not kept and not named:
            yield fact(f"“{verb.text} the {noun.text}”: the role did it: “{made[0].text}”", noun)
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
            yield fact(f"“{token.text} {noun.text}” was “{was[0]} {noun.text}”", token)


def _toward_you(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "figures which the managers report to you" where the role reported to them."""
    if any(t.lower in {"you", "us", "me"} and t.dep in {"dobj", "pobj", "dative"} for t in before.parse.tokens):
        return
    for verb in after.parse.tokens:
        if verb.pos != "VERB" or after.in_end(verb.start) or not to_you(after, verb):
            continue
        who = doer(after, verb).token
        if who is None or not names_people(who.lemma) or is_the_role(before, after, who):
            continue
        was = [t for t in before.parse.tokens if akin(t.lemma, who.lemma)]
        if was and all(t.dep in {"pobj", "dobj", "conj", "dative"} for t in was):
            yield fact(f"“{who.text} {verb.text} ... you”: it comes to the role now", verb)
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
        if prep.lower != "from" or after.parse.tokens[prep.head].pos != "VERB":
            continue  # "questions from customers"
        if after.parse.tokens[prep.head].lemma not in _LEARNING:
            continue
        was = [t for t in before.parse.tokens if akin(t.lemma, token.lemma)]
        if was and all(_given(before, t) for t in was):
            yield fact(f"“from {token.text}”: the role gave to them", token)
            return


def _given(text: Text, token: Token) -> bool:
    """Tell whether something is given to, sold to or done for somebody, who gives nothing in return."""
    while token.dep == "conj" and token.head != token.i:
        token = text.parse.tokens[token.head]
    head = text.parse.tokens[token.head]
    return (token.dep == "pobj" and head.lower == "to") or (token.dep == "dobj" and head.lemma in _TEACHING)
