"""How far it reaches: one or all, one's own or others', the team or the whole company.

Each of these hangs on a small word that readers skip, and few of them are certain by themselves: the judge asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin, among
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.people import names_people
from jdrewrite.verifying.texts import Text

_ALL = frozenset({"every", "each", "whole", "entire"})
_ALREADY_ALL = re.compile(
    r"\b(?:all|every\w*|each|entire\w*|whole\w*|any\w*|across|full\w*|complete\w*|throughout|wide|end[- ]to[- ]end|overall|various|multiple|"
    r"total\w*|comprehensive\w*|global\w*|\w+-wide|both|per|end|always|regular\w*|individual\w*|[a-z]+ly)\b",
    re.IGNORECASE,
)
_CERTAIN = frozenset("specific particular certain selected chosen given some".split())
_ONE = frozenset({"single", "one"})
_ALREADY_ONE = re.compile(r"\b(?:single|one|an?|each|per|sole|every|1)\b", re.IGNORECASE)
_STEPS = re.compile(r"\b(?:from|than) one\b|\bone (?:[\w-]+ ){0,3}to (?:the|another)\b|\bsingl\w+ out\b", re.IGNORECASE)
"""Where "one" is but the first of several."""
_OWN = re.compile(r"\b(?:(?:your|our|its|their|his|her|one[’']s) own|you (?:\w+ )?(?:yourself|alone))\b", re.IGNORECASE)
_BEYOND = re.compile(
    r"\b(?:other\w*|another|all|every\w*|across|opposing|different|any|everyone|each)\b",
    re.IGNORECASE,
)
_NEAR = 25
"""Characters behind "own" in which the thing owned is named."""
_MINE = frozenset({"your", "our", "its", "his", "her", "their", "my"})
_LADDER = {
    "team": 2, "squad": 2, "department": 2, "division": 2, "unit": 2, "branch": 2,
    "company": 3, "organization": 3, "organisation": 3, "enterprise": 3, "industry": 4, "sector": 4, "world": 5,
}  # fmt: skip
"""Bodies from the smaller to the larger."""


def compare(before: Text, after: Text) -> Outcome:
    """Find words that widen or narrow what the original names."""
    kinds = (_all_of_it, _only_one, _only_own, _of_others, _whose, _another_body)
    return Outcome(asked=[fact for kind in kinds for fact in kind(before, after)][:1])


def _twins(before: Text, noun: Token) -> list[Token]:
    return [t for t in before.parse.tokens if t.pos in {"NOUN", "PROPN"} and t.lemma == noun.lemma]


def _nouns(after: Text) -> Iterator[tuple[Token, Token]]:
    """Yield each small word that narrows a noun, with the noun."""
    for token in after.parse.tokens:
        noun = after.parse.tokens[token.head]
        narrows = token.dep in {"det", "amod", "nummod", "poss"} and noun.pos in {"NOUN", "PROPN"}
        if narrows and not after.in_end(token.start):
            yield token, noun


def _all_of_it(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "every project" where there was one, and "the whole company" where it was but a part."""
    some = [] if _ALREADY_ALL.search(before.text) else list(_nouns(after))
    for token, noun in _nouns(after):
        chosen = [t for n in _twins(before, noun) for t in before.parse.children(n.i) if t.lower in _CERTAIN]
        if token.lower in {*_ALL, "all", "any"} and chosen and not _said(after, chosen[0].lower):
            yield _fact(f"“{token.text} {noun.text}” reaches further than “{chosen[0].text} {noun.text}”", token, noun)
    for token, noun in some:
        twins = _twins(before, noun)
        bound = twins and all(t.tag in {"NN", "NNP"} and _bound(before, t) for t in twins)
        # "the guest" is said of all of them
        if token.lower in _ALL and bound and not among("served", noun.lemma):
            yield _fact(f"“{token.text} {noun.text}” reaches further than “{twins[0].text}”", token, noun)


def _said(text: Text, word: str) -> bool:
    return any(t.lower == word for t in text.parse.tokens)


def _bound(text: Text, noun: Token) -> bool:
    """Tell whether a noun in the singular means a certain one."""
    return any(t.dep in {"det", "poss"} and t.lower not in {"a", "an", "no"} for t in text.parse.children(noun.i))


def _only_one(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "a single product" where no one product was meant."""
    if _STEPS.search(after.text):
        return
    for token, noun in _nouns(after):
        if token.lower not in _ONE:
            continue
        twins = _twins(before, noun)
        if token.dep in {"amod", "nummod"} and twins and not _ALREADY_ONE.search(before.text):
            yield _fact(f"“{token.text} {noun.text}” is narrower than “{twins[0].text}”", token, noun)


def _only_own(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "your own field" where it was "other fields"."""
    owned = {n.start for t, n in _nouns(after) if _twins(before, n) or n.lemma in _LADDER}
    own = next((m for m in _OWN.finditer(after.text) if _owns(after, m, owned)), None)
    wide = _BEYOND.search(before.text)
    if (
        own
        and wide
        and not _OWN.search(before.text)
        and not re.search(rf"\b{wide.group()}\b", after.text, re.IGNORECASE)
    ):
        said = f"“{own.group()}” took the place of “{wide.group()}”"
        yield Fact(check="scope", text=said, start=own.start(), end=own.end())


def _owns(after: Text, own: re.Match[str], owned: set[int]) -> bool:
    """Tell whether something that the original names, or a part of the company, is one's own: not "on your own"."""
    if after.in_end(own.start()):
        return False
    return "own" not in own.group() or any(own.end() <= start <= own.end() + _NEAR for start in owned)


def _of_others(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "other teams" where it was "your team"."""
    if re.search(r"\b(?:others?|another|across|different|various|elsewhere)\b", before.text, re.IGNORECASE):
        return
    for token, noun in _nouns(after):
        twins = _twins(before, noun)
        mine = [t for n in twins for t in before.parse.children(n.i) if t.dep == "poss" and t.lower in _MINE]
        if (
            token.lower in {"other", "another"}
            and mine
            and not any(t.lower == mine[0].lower for t in after.parse.tokens)
        ):
            yield _fact(f"“{token.text} {noun.text}” took the place of “{mine[0].text} {noun.text}”", token, noun)


def _whose(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "our customers' servers" where they were "our servers"."""
    for token, noun in _nouns(after):
        twins = _twins(before, noun)
        mine = [t for n in twins for t in before.parse.children(n.i) if t.dep == "poss" and t.lower in _MINE]
        stranger = names_people(token.lemma) and not any(akin(token.lemma, w.form) for w in before.words)
        if token.dep == "poss" and mine and stranger and token.lemma not in _LADDER:
            yield _fact(f"“{token.text} {noun.text}” was “{mine[0].text} {noun.text}”", token, noun)


def _another_body(before: Text, after: Text) -> Iterator[Fact]:
    """Yield "the company" where it was "the team", and a team within what had none."""
    old = {t.lemma: t for t in before.parse.tokens if t.lemma in _LADDER}
    new = {t.lemma: t for t in after.parse.tokens if t.lemma in _LADDER and not after.in_end(t.start)}
    gone, come = set(old) - set(new), set(new) - set(old)
    for lemma in come:
        steps = [old[g] for g in gone if _LADDER[g] != _LADDER[lemma]]
        if steps and not any(_LADDER[o] == _LADDER[lemma] for o in old):
            yield _fact(f"“{new[lemma].text}” took the place of “{steps[0].text}”", new[lemma], new[lemma])
        elif not old and _part_of_a_name(after, new[lemma]):
            yield _fact(f"“{new[lemma].text}” is new: it was the whole", new[lemma], new[lemma])


def _part_of_a_name(text: Text, token: Token) -> bool:
    """Tell whether this is the "team" of "Acme's sales team"."""
    return any(t.dep == "poss" and t.pos == "PROPN" for t in text.parse.children(token.i))


def _fact(said: str, first: Token, last: Token) -> Fact:
    return Fact(check="scope", text=said, start=first.start, end=max(first.end, last.end))
