"""Promises in words that an added end makes: by when those served get something, or what they will be spared.

"So that patients are seen at once" binds whoever signs the job description as much as "within an hour" does. What the
original says itself is no promise of the rewrite, and what somebody sees or knows at once is plain English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.verifying.ends import CONDITIONS
from jdrewrite.verifying.haste import ON_THE_SPOT, promised
from jdrewrite.verifying.lexicon import among
from jdrewrite.verifying.outcome import Found, Outcome, fact
from jdrewrite.verifying.people import names_people
from jdrewrite.verifying.texts import Text, leading_to

_UNIT = r"(?:minute|hour|day|morning|afternoon|evening|night|week|month)"
_BY_WHEN = re.compile(
    rf"\b(?:the|that|this) (?:very )?same (?P<same>{_UNIT})\b|\b(?:this|that) (?P<very>very {_UNIT})\b|"
    rf"(?<!waiting for )(?<!wait for )(?<!until )(?<!till )\bthe (?:very )?(?P<next>next (?:working |business )?(?:{_UNIT}))\b|"
    r"\b(?P<short>in no time|in (?:(?:a few |a couple of )(?:seconds|minutes|hours|days)|seconds|minutes)|within (?:the|an?) (?:hour|day|week)|"
    r"by (?:tonight|tomorrow|nightfall|noon|midday|midnight|the (?:end of the )?(?:day|evening|morning|week)))\b",
    re.IGNORECASE,
)
"""Times by which something is to be there; of what keeps nobody "waiting for the next day" nothing is promised."""
_PLAIN = frozenset({"at once"})
"""Said of everything in plain English: a promise only where those served are named, and get something."""
_SPARED = re.compile(
    r"\bwithout (?:any|the (?:least|slightest)|so much as an?|an? single|a moment of) (?P<what>[a-z]+)\b|"
    r"\b(?:without|free (?:of|from)) (?P<pain>pain)\b|\b(?P<free>pain(?=-free|less)|error(?=-free))[a-z-]+",
    re.IGNORECASE,
)
_EVERY = re.compile(r"\b(?:every|each|everyone|everybody)\b[^.,;]*?\bwithout (?:an? )?(?P<what>[a-z]+)", re.IGNORECASE)
"""What everyone served is spared is a promise, whatever it is."""
_CAN = re.compile(r"\b(?:can|could|may)\b[^.,;]*$", re.IGNORECASE)
"""What they can do is no promise that it comes about."""
_ALL_OF_THEM = frozenset({"everyone", "everybody"})
_SENSES = frozenset(
    "see know tell understand recognise recognize notice find learn hear read feel grasp spot realise realize follow "
    "say ask think judge decide".split()
)
"""What can be done at once by whoever has it before them."""
_GETTING = frozenset(
    "see treat serve help admit attend examine assist receive get have answer reply pay refund visit come be".split()
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FREE = frozenset({"det", "predet", "poss", "case", "punct", "amod"})
"""Words that leave open whom of all those served is meant; others narrow it to a case: "guests who are hurt"."""
_IN_PART = frozenset({"first", "last", "many", "several"})
"""Of many, "at once" says "together", and the first one has nobody to wait for."""
_REACH = 12


def compare(before: Text, after: Text) -> Outcome:
    """Find promises of time, or of being spared something, in the ends that only the rewrite has."""
    found = [*_times(before, after), *_in_haste(before, after), *_without(before, after)]
    return Outcome(invented=[fact("guarantees", one) for one in found])


def _times(before: Text, after: Text) -> Iterator[Found]:
    for match in _BY_WHEN.finditer(after.text):
        unit = next(part for part in match.groups() if part).lower()
        known = re.search(rf"\b{re.escape(unit.removeprefix('very '))}\b", before.text, re.IGNORECASE)
        if after.in_end(match.start()) and not known:
            yield unit, match.group(), *match.span()


def _in_haste(before: Text, after: Text) -> Iterator[Found]:
    for match in promised(before, after):
        token = after.parse.at(match.start())
        verb = _verb_of(after, token) if token and after.in_end(match.start()) else None
        if verb is None or _seen(after, verb):
            continue
        words = match.group().lower()
        if words == ON_THE_SPOT and not (_is_passive(after, verb) or verb.lemma in _GETTING):
            continue
        if words not in _PLAIN or (verb.lemma in _GETTING and _of_those_served(after, verb)):
            yield words, match.group(), *match.span()


def _verb_of(text: Text, token: Token) -> Token | None:
    """Return the verb that is to happen at that time: the nearest before it in its clause."""
    before = text.parse.tokens[max(0, token.i - _REACH) : token.i]
    verbs = [t for t in before if t.pos == "VERB" and t.tag != "VBG"]
    return verbs[-1] if verbs else next((t for t in reversed(before) if t.pos == "AUX" and t.tag != "MD"), None)


def _seen(text: Text, verb: Token) -> bool:
    """Tell whether somebody only sees or may do it, or whether it hangs on a condition that the end names."""
    kids = text.parse.children(verb.i)
    may = any(t.tag == "MD" and t.lower in {"can", "could", "may"} for t in kids)
    asks = any(t.dep == "advmod" and t.lower in CONDITIONS for k in kids for t in text.parse.children(k.i))
    return may or asks or (verb.lemma in _SENSES and not _is_passive(text, verb))


def _is_passive(text: Text, verb: Token) -> bool:
    return any(t.dep in {"nsubjpass", "auxpass"} for t in text.parse.children(verb.i))


def _of_those_served(text: Text, verb: Token) -> bool:
    """Tell whether all those served are the subject, and none of them in particular."""
    for subject in text.parse.children(verb.i):
        if subject.dep in _SUBJECTS and (among("served", subject.lemma) or names_people(subject.lemma)):
            return all(t.dep in _FREE and t.lower not in _IN_PART for t in text.parse.children(subject.i))
    return False


def _without(before: Text, after: Text) -> Iterator[Found]:
    for match in _SPARED.finditer(after.text):
        what = next(part for part in match.groups() if part).lower()
        if _CAN.search(leading_to(after.text, match.start())):
            continue
        if after.in_end(match.start()) and not re.search(rf"\b{re.escape(what)}", before.text, re.IGNORECASE):
            yield f"without {what}", match.group(), *match.span()
    for match in _EVERY.finditer(after.text):
        if re.search(rf"\b(?:without|{match['what']})", before.text, re.IGNORECASE):
            continue
        whom = [t for t in after.parse.tokens if match.start() <= t.start < match.end()][:2]
        if after.in_end(match.start()) and any(among("served", t.lemma) or t.lower in _ALL_OF_THEM for t in whom):
            yield "all without", match.group(), *match.span()
