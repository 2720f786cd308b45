"""Lines that open with an act and its object right behind it: plain to see, and often parsed wrongly."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from jdrewrite.language.lead import is_duty_verb
from jdrewrite.language.parse import Parse, Token

_LEADS = frozenset({"You will ", "She ", "You are "})
_JOINS = frozenset({",", "and", "or", "/", "&"})
_BEFORE_A_NOUN = frozenset({"DT", "JJ", "JJR", "NN", "NNP", "PRP$", "POS", "CD", "HYPH"})
_GOES_ON = frozenset({"NN", "NNS", "NNP", "NNPS", "POS", "HYPH"})
"""Tags behind a noun that make another thing of it: "test data"."""


def opens_plainly(parse: Parse, act: Token, thing: Token, thing_start: int) -> bool:
    """Tell whether a line opens with the act and its object right behind it: "Tune SQL queries", "Tag and file data".

    Args:
        parse: of the line.
        act: a word that may be what is done.
        thing: the last word of what it may be done to.
        thing_start: where the first word of it stands, in characters.
    """
    tokens = parse.tokens
    if parse.lead not in _LEADS or act.start >= thing_start or _goes_on(tokens, thing):
        return False
    between = (t for t in tokens[act.i + 1 : thing.i] if t.start < thing_start)
    return _are_acts(tokens[: act.i + 1]) and all(t.tag in _BEFORE_A_NOUN for t in between)


def _are_acts(tokens: Sequence[Token]) -> bool:
    """Tell whether these are acts side by side; with nothing between them the second is a noun: "buy service parts"."""
    verbs = [is_duty_verb(t.lower) for t in tokens]
    known = all(verb or t.lower in _JOINS or t.pos == "ADV" for t, verb in zip(tokens, verbs, strict=True))
    return known and not any(first and second for first, second in pairwise(verbs))


def _goes_on(tokens: Sequence[Token], thing: Token) -> bool:
    """Tell whether what follows makes another thing of it: "train customer and field technicians" trains none."""
    if thing.i + 1 == len(tokens):
        return False
    behind = tokens[thing.i + 1]
    shared = thing.tag == "NN" and (behind.tag == "CC" or behind.lower == "/")
    return shared or behind.tag in _GOES_ON
