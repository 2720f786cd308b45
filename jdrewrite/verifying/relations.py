"""Grammar between words: what a verb is done to, which verb governs a noun, and what stands in one list."""

from __future__ import annotations

from collections.abc import Iterator

from jdrewrite.language.parse import Parse, Token

_OBJECTS = frozenset({"dobj", "pobj", "nsubjpass", "attr", "dative", "oprd"})
_BRIDGES = frozenset({"prep", "prt", "agent", "dobj", "pobj", "acomp", "attr", "dative"})
_LETTING = frozenset("help let enable allow teach assist empower".split())
_DEEP = 3
"""Steps from a verb to an object of it: "report on the results of tests"."""


def siblings(parse: Parse, i: int) -> list[Token]:
    """Return the other members of the list in which a token stands: "price, part number and notes"."""
    first = i
    while parse.tokens[first].dep in {"conj", "appos"} and parse.tokens[first].head != first:
        first = parse.tokens[first].head
    group, grown = [first], 0
    while grown < len(group):
        group += [t.i for t in parse.children(group[grown]) if t.dep in {"conj", "appos"} and t.i not in group]
        grown += 1
    return [parse.tokens[n] for n in group if n != i]


def objects(parse: Parse, i: int) -> list[Token]:
    """Return the nouns to which a verb is done, its coordinated verb's where it has none of its own."""
    own = list(_own(parse, i))
    if own:
        return own
    for other in siblings(parse, i):
        shared = [t for t in parse.children(other.i) if t.dep in {"dobj", "nsubjpass"}]
        if shared and other.i > i:
            return own + shared
    return own


def _own(parse: Parse, i: int, depth: int = 0) -> Iterator[Token]:
    for child in parse.children(i):
        if child.dep in _OBJECTS:
            yield child
            yield from (t for t in siblings(parse, child.i) if t.i > child.i)
        if child.dep in _BRIDGES and depth < _DEEP:
            yield from _own(parse, child.i, depth + 1)


def governors(parse: Parse, i: int) -> list[Token]:
    """Return the verbs above a noun, the nearest first, with those that share it as an object."""
    found: list[Token] = []
    token = parse.tokens[i]
    while token.head != token.i:
        token = parse.tokens[token.head]
        if token.pos in {"VERB", "AUX"} and token not in found:
            found.append(token)
            found += [t for t in siblings(parse, token.i) if t.pos == "VERB" and t not in found]
            break
    return found


def helped(parse: Parse, token: Token) -> bool:
    """Tell whether it is what others are helped to do: "helping them to wash, dress and eat"."""
    for _ in range(4):
        head = parse.tokens[token.head]
        if token.dep in {"xcomp", "ccomp"}:
            return head.lemma in _LETTING and _others_between(parse, head, token)
        if token.dep != "conj" or head.i == token.i:
            return False
        token = head
    return False


def _others_between(parse: Parse, helping: Token, done: Token) -> bool:
    """Tell whether those who are helped are named: "help them increase it", not "help increase it"."""
    between = parse.tokens[helping.i + 1 : done.i]
    return any(t.pos in {"NOUN", "PROPN", "PRON", "ADJ"} for t in between)


def things(parse: Parse, i: int) -> list[str]:
    """Return the base forms of what a verb is done to, by itself or by way of "of", "with", ...."""
    kids = parse.children(i)
    deeper = [k for t in kids if t.dep in {"prep", "prt", "agent", "dobj"} for k in parse.children(t.i)]
    deepest = [k for t in deeper if t.dep == "prep" for k in parse.children(t.i)]
    return [t.lemma for t in (*kids, *deeper, *deepest) if t.dep in {"dobj", "pobj", "nsubjpass"}]
