"""Whether a statement gives a purpose or an effect of its own, by its words and, where they are known, by its parse."""

from __future__ import annotations

import re

from jdrewrite.language.parse import Parse, Token

_END = re.compile(
    r"\b(so that|so as to|in order (?:to|that)|to ensure|ensur(?:e|es|ing)|thereby|which (?:lets|helps|means|allows)|"
    r"helping|enabling|allowing|supporting|driving|making sure|with the (?:goal|aim|purpose|objective) of|"
    r"for the (?:purpose|benefit) of|because|in order for|in support of|in the interest|"
    r"(?:that|which|and) (?:\w+ )?(?:ensures?|enables?|helps?|allows?|supports?|drives?|improves?|facilitates?|"
    r"leads? to|meets?|makes?)|"
    r"to (?:\w+ly )?(?:help|enable|allow|support|make sure|provide|deliver|drive|achieve|meet|improve|maintain|"
    r"maximi[sz]e|minimi[sz]e|facilitate|promote|prevent|avoid|protect|increase|reduce|determine|identify|assure|"
    r"guarantee|enhance|optimi[sz]e|solve|resolve|create|build|understand|inform|influence|develop|reach|make|"
    r"address|advance|further|gain|become|keep|move|bring|get|find|satisfy|encourage|foster|strengthen|grow|scale|"
    r"win|secure|validate|verify|confirm|align|produce|turn|accomplish|assist|answer|fulfil+|complete|translate))\b",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(r"(?:ensur(?:e|es|ing)|helping|enabling|allowing|supporting|driving|making sure)$", re.IGNORECASE)
"""Words that give an end to what stands before them, and are the act itself where they open the line."""
_JOINED = re.compile(r"and (?:\w+ )?\w+$", re.IGNORECASE)


def gives_end(text: str) -> bool:
    """Tell whether the text gives a purpose or an effect, as far as its words tell."""
    return bool(_END.search(text))


def has_end(found: Parse, end: int) -> bool:
    """Tell whether a duty gives a purpose or an effect.

    Args:
        found: its parse.
        end: where it ends without its closing mark, in characters.
    """
    given = (m for m in _END.finditer(found.text, 0, end) if not _is_no_end(found, m))
    return next(given, None) is not None or _aims(found)


def _is_no_end(found: Parse, m: re.Match[str]) -> bool:
    """Tell whether words that mostly give an end do not here: they are the act itself, or part of its object."""
    if not m.start():
        return bool(_AT_ONCE.match(m.group()))
    if not _JOINED.match(m.group()):
        return False
    token = next((t for t in found.tokens if t.end == m.end()), None)
    if token is None:
        return False
    if token.pos in {"NOUN", "PROPN"}:
        return True  # "with guidance and support from others"
    if token.lemma == "make" and _makes_a_thing(found, token):
        return True
    # "Document and improve procedures" is one act in two words, "clean the yard and improve safety" an act and its end.
    return token.dep == "conj" and _shares_the_object(found, token)


_GAINS = frozenset({"difference", "impact", "progress", "money", "profit", "sense"})
"""What is made only by way of what comes of an act."""
_OBJECTS = frozenset({"dobj", "prep", "acomp", "oprd", "attr", "ccomp", "xcomp", "advcl", "agent", "dative"})
"""Dependants by which an act has something of its own to be done to."""


def _makes_a_thing(found: Parse, make: Token) -> bool:
    """Tell whether "make" is an act of two words: "and makes adjustments", not "and makes them easy to use"."""
    kids = found.children(make.i)
    made = next((t for t in kids if t.dep == "dobj" and t.pos == "NOUN"), None)
    return made is not None and made.lemma not in _GAINS and not any(t.dep in {"ccomp", "oprd", "acomp"} for t in kids)


def _shares_the_object(found: Parse, verb: Token) -> bool:
    """Tell whether a verb stands beside the main one, and no verb before it has something of its own."""
    above = verb
    while above.dep == "conj" and above.head != above.i:
        above = found.tokens[above.head]
        if any(t.dep in _OBJECTS and t.i < verb.i for t in found.children(above.i)):
            return False
    return above.dep == "ROOT" or above.head == above.i


def _aims(found: Parse) -> bool:
    """Tell whether an infinitive gives the purpose of an act: "to efficiently resolve them"."""
    return any(
        t.dep == "advcl" and any(child.tag == "TO" for child in found.children(t.i)) and t.i > 2 for t in found.tokens
    )
