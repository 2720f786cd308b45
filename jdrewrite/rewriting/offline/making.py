"""What a role makes, in the words of its job description: the "cost reports" that it is said to prepare.

A line about them says what a line of any job leaves open: which work is judged, which error is held back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jdrewrite.catalogue import Make, makes, plural, singular, whatever
from jdrewrite.language.lead import is_duty_verb
from jdrewrite.language.parse import Parse, Token, parse

_LONG = 45
"""Words above which a duty is a paragraph of many acts, where it is not sure what belongs together."""
_BEFORE = 2
"""Words before a noun that are kept: "monthly cost reports", not "various accurate monthly cost reports"."""
_NOUN = "NN"
_NAME = re.compile(r"[A-Z]{2,}|[A-Za-z]+[A-Z]|.*\d")
"""What keeps its capitals in the middle of a sentence."""
_JOINS = frozenset("- – / & '".split())
_BESIDE = frozenset({"and", "or", ",", "&", "/", "to"})
"""What stands between two acts."""
_PLAIN = re.compile(r"[A-Za-z][A-Za-z-]*")


class Made(NamedTuple):
    """Something that a role makes."""

    make: Make
    things: str
    """Its name in the plural, as it reads in the middle of a sentence."""


def made_in(duties: Sequence[str]) -> list[Made]:
    """Return what the duties say that the role makes, what they speak of most often and most closely first.

    Args:
        duties: the statements that say what the role does, in order.
    """
    found = [each for duty in duties if len(duty.split()) <= _LONG for each in _in_duty(parse(duty))]
    return sorted(dict.fromkeys(found), key=lambda each: (-found.count(each), -_closely(each)))


def _closely(made: Made) -> int:
    """Return how many words tell which things they are."""
    return min(len(made.things.split()), _BEFORE)


def _in_duty(duty: Parse) -> Iterator[Made]:
    for noun in duty.tokens:
        if noun.tag.startswith(_NOUN) and (act := _act_on(noun, duty)):
            words = _words_before(noun, duty)
            if made := _known(act, words, noun):
                yield made


def _act_on(noun: Token, duty: Parse) -> str:
    """Return the verb whose object a noun is, alone or beside others; empty where it is none."""
    at = noun
    while at.dep == "conj" and at.head != at.i and duty.tokens[at.head].tag.startswith(_NOUN):
        at = duty.tokens[at.head]
    verb = duty.tokens[at.head]
    return verb.lemma if at.dep == "dobj" and verb.tag.startswith("VB") else ""


def _words_before(noun: Token, duty: Parse) -> list[str]:
    """Return the words that tell which of its kind a noun is, nearest last: of "long-form features" none is whole."""
    found: list[str] = []
    for token in reversed(duty.tokens[: noun.i]):
        tells = token.dep in {"compound", "amod", "nmod", "nn"} and token.head in {noun.i, *range(token.i + 1, noun.i)}
        if not tells or not _PLAIN.fullmatch(token.text) or token.lower in whatever() or len(found) == _BEFORE:
            return [] if token.text in _JOINS else found
        found.insert(0, token.text if _NAME.fullmatch(token.text) else token.lower)
        if _is_act(token, duty):
            return found[1:]
    return found


def _is_act(token: Token, duty: Parse) -> bool:
    """Tell whether a word that is taken for one of the noun is what is done: "prepare and file court documents"."""
    before = duty.tokens[token.i - 1].lower if token.i else ""
    return is_duty_verb(token.lower) and (not token.i or before in _BESIDE)


def _known(act: str, before: list[str], noun: Token) -> Made | None:
    head = singular(noun.lower)
    for make in makes():
        if act not in make.acts:
            continue
        compound = f"{before[-1]} {head}" if before else head
        if head in make.heads or compound.lower() in make.heads or (before and head in make.plain):
            return Made(make, " ".join([*before, _several(noun, head)]))
    return None


def _several(noun: Token, head: str) -> str:
    """Return the plural of a noun; "APIs" keep their capitals."""
    if not _NAME.match(noun.text):
        return plural(head)
    return noun.text if noun.tag in {"NNS", "NNPS"} else f"{noun.text}s"
