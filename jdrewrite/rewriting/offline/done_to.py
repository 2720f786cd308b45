"""Whether an act of a line is done to a thing that the line names, by the parse."""

from __future__ import annotations

from jdrewrite.language.parse import Parse, Token
from jdrewrite.rewriting.offline.opening import opens_plainly

_REACH = 8
"""Steps in the parse from an act to its object: "manage the intake and review of vendor invoices"."""
_THROUGH = frozenset(
    "number quantity supply volume range variety set series amount collection type kind aspect part area "
    "portfolio share piece intake point review processing preparation creation development delivery design "
    "maintenance management execution completion implementation coordination operation scheduling planning "
    "production analysis administration oversight assembly installation handling resolution evaluation "
    "monitoring tracking entry documentation day-to-day supervision training onboarding hiring recruitment "
    "recruiting building testing deployment integration phase stage component effort facet end need activity "
    "task opportunity use all any each some most member team group level quality accuracy integrity status "
    "progress ownership introduction provision improvement scaling".split()
)
"""Nouns through which an act reaches its object: "lead the design of interfaces" designs interfaces."""
_TAKES_PART = frozenset("responsible accountable help assist participate contribute support aid".split())
"""Words behind which an -ing form is an act of the role as well: "assist in maintaining records"."""
_LIGHT = frozenset("activity task work duty need effort initiative request matter item operation".split())
"""Nouns that add little behind another: "safety training activities" is safety training."""
ENSURES = frozenset({"ensure", "assure"})
"""Acts that are done to what is spoken of in the clause behind them: "ensure that records are complete"."""
_BESIDE = frozenset(
    "by through via under during per within as according without like before after against until beyond for from into "
    "towards toward".split()
)
"""Prepositions behind which nothing is done to a thing."""
_NEEDED = {
    "advocate": "for",
    "care": "for",
    "search": "for",
    "apply": "for",
    "serve": "as",
    "act": "as",
    "look": "after",
}
"""Verbs that take what they are about behind such a preposition: "advocate for accessibility"."""


def is_done_to(parse: Parse, act_start: int, thing_start: int, thing_end: int) -> bool:
    """Tell whether a word of a line is an act of the role, and a thing its object.

    An output is found by its words; but for the plainest lines only the parse knows that "support" is no act in "with
    support from others".

    Args:
        parse: of the line.
        act_start: where the word begins, in characters of the line.
        thing_start: where the thing begins.
        thing_end: where it ends.
    """
    act, thing = parse.at(act_start), _head_of_span(parse, thing_start, thing_end)
    if act is None or thing is None:
        return False
    if opens_plainly(parse, act, thing, thing_start):
        return True
    if not _is_own_act(parse, act):
        return False
    if act.tag in {"VBN", "VBD"}:
        return False
    if thing.pos not in {"NOUN", "PROPN"} and thing.tag != "VBG":
        return False
    if any(t.tag in {"VB", "VBP", "VBZ"} for t in parse.tokens if thing_start <= t.start < thing.start):
        return False  # "design solutions" is no design of a solution where "design" is the verb
    return _reaches(parse, _head_of_phrase(parse, thing), act)


def _head_of_span(parse: Parse, start: int, end: int) -> Token | None:
    """Return the noun that a phrase is about: the inventory in "inventory of all equipment"; else its last word."""
    inside = [t for t in parse.tokens if start <= t.start and t.end <= end]
    last = next((t for t in inside if t.end == end), None)
    around = {t.i for t in inside}
    behind = any(t.dep == "prep" and t.lower == "of" for t in inside)
    heads = [t for t in inside if t.head not in around or t.head == t.i]
    return heads[0] if behind and len(heads) == 1 and heads[0].pos in {"NOUN", "PROPN"} else last


def _is_own_act(parse: Parse, token: Token) -> bool:
    """Tell whether a verb is the main one, or coordinated with it."""
    while token.pos == "VERB" and token.dep in {"conj", "xcomp", "pcomp", "dep"} and token.head != token.i:
        token = parse.tokens[token.head]
        if token.pos == "ADP":
            return parse.tokens[token.head].lemma in _TAKES_PART
    return (token.pos in {"VERB", "AUX"} and token.dep in {"ROOT", "ccomp"}) or token.head == token.i


def _head_of_phrase(parse: Parse, thing: Token) -> Token | None:
    """Return the noun that the thing stands for; None where the phrase is about something else."""
    while thing.dep in {"compound", "amod", "nmod", "poss"} and thing.head != thing.i:
        head = parse.tokens[thing.head]
        if head.pos in {"NOUN", "PROPN"} and head.lemma not in _LIGHT:
            return None
        thing = head
    return thing


def _reaches(parse: Parse, node: Token | None, act: Token) -> bool:
    """Tell whether the way up from a noun to the act passes nothing that changes what is done."""
    for _ in range(_REACH):
        if node is None or node.i == act.i:
            return node is not None
        above = parse.tokens[node.head]
        if node.dep in {"nsubj", "nsubjpass"} and above.dep == "ccomp" and above.head == act.i:
            return act.lemma in ENSURES
        if node.head == node.i or not _passes(parse, node, above, act):
            return False
        node = above
    return False


def _passes(parse: Parse, node: Token, above: Token, act: Token) -> bool:
    """Tell whether what is done by the word above a word is done to it as well."""
    if above.i != act.i and above.pos == "VERB" and above.dep not in {"conj", "xcomp"}:
        return False
    if node.dep in {"advcl", "relcl", "acl", "ccomp"}:
        return False
    passes = node.dep == "conj" or above.lemma in _THROUGH or above.pos in {"VERB", "ADP", "AUX", "PART"}
    if above.i != act.i and not passes:
        return False
    if node.dep == "prep" and above.pos == "VERB" and not _leads_to(above, node):
        return False
    if node.dep == "prep" and above.pos in {"NOUN", "PROPN"} and node.lower != "of":
        return False
    return not (node.pos == "VERB" and node.dep == "conj" and _has_object(parse, above, node.i))


def _leads_to(verb: Token, preposition: Token) -> bool:
    """Tell whether what follows the preposition is what is worked on, or whom one works with."""
    if verb.lemma == "work":
        return preposition.lower in {"with", "alongside", "across"}
    return preposition.lower not in _BESIDE or _NEEDED.get(verb.lemma) == preposition.lower


def _has_object(parse: Parse, verb: Token, before: int) -> bool:
    """Tell whether a verb has an object of its own, so that it does not share that of the next verb."""
    return any(t.dep in {"dobj", "prep", "ccomp"} and t.i < before for t in parse.children(verb.i))
