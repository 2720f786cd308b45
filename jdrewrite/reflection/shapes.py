"""The grammatical shape of an answer, so that it can stand in a paragraph without a word of it being changed."""

from __future__ import annotations

import re
from typing import Literal

from jdrewrite.language.naming import is_ordinary
from jdrewrite.language.parse import Parse, parse
from jdrewrite.reflection.seeming import is_act as is_surely_act
from jdrewrite.reflection.seeming import is_doubt, is_thing, leaves_off

Shape = Literal["sentence", "verbs", "does", "doing", "to", "aside", "phrase", "loose", "nothing"]
"""``verbs`` follows "I" or "they", ``does`` follows "she"; ``aside`` tells when or where, ``loose`` fits nothing."""
_ASIDES = frozenset(
    "when whenever if once before after in at on by through with during while where because as until from via".split()
)
_NOTHING = re.compile(
    r"(nothing|not much|very little|little|hardly anything|none|no|n/?a|-+)( (at all|really|yet))?\W*"
)
_THINGS = frozenset({"nothing", "everything", "something", "anything"})
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_TIMES = frozenset("day days morning evening night week month year time shift weekday weekend hour".split())
_OF_TIME = frozenset({"every", "each", "all", "most"})
_PERSON = re.compile(
    r"\b\w*(?:er|or|ist|ian|man|woman|nurse|clerk|colleague|boss|head|agent|assistant|chef|pilot|accountant)$"
)
_CLAUSES = frozenset("what which who whom how whether whatever whoever".split())
_OPENING = re.compile(r"(?!I\b)[A-Z][a-z]*(?=[\s,'’.-]|$)")
_DAYS = re.compile(
    r"(mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|august|september|october|november|december",
    re.IGNORECASE,
)


def shape_of(words: str, expected: Shape) -> Shape:
    """Return the shape of an answer.

    Args:
        words: one line, not empty.
        expected: what the question asks for; it decides where the words could be either ("order forms").
    """
    if _NOTHING.fullmatch(words.lower()):
        return "nothing"
    if is_doubt(words) or leaves_off(words):
        return "loose"
    first = words.split(maxsplit=1)[0].lower().strip("\"'“‘,")
    if first == "to":
        return "to"
    if first in _ASIDES or (first in _OF_TIME and _TIMES.intersection(words.lower().replace(",", "").split()[1:3])):
        return "aside"
    if first in _CLAUSES or (expected == "phrase" and _opens_with_a_name(words)):
        return "phrase"
    parsed = parse(words)
    # "Orders arrive on time" begins like a duty; behind "Then" it is read as the sentence that it may be.
    if _has_subject(parse(f"Then {_lower(words)}") if parsed.lead else parsed):
        return "sentence"
    if first.endswith("ing") and len(first) > 4 and first not in _THINGS:
        return "doing"
    if expected != "phrase" and (is_act(words) or is_surely_act(_lower(words), "VBZ")):
        return "verbs" if is_act(words) else "does"
    return "phrase" if first != "nothing" and is_thing(words) else "loose"


def _opens_with_a_name(words: str) -> bool:
    """Tell whether somebody or something is named before the first comma: what follows tells more of it."""
    opening, comma, _ = words.partition(",")
    tokens = parse(opening).tokens if comma else ()
    return any(t.pos in {"NOUN", "PROPN"} for t in tokens) and not any(t.tag in _FINITE for t in tokens)


def is_clause(words: str) -> bool:
    """Tell whether an answer is a clause of the kind "who may call home"."""
    return words.split(maxsplit=1)[0].lower() in _CLAUSES


def is_person(words: str) -> bool:
    """Tell whether an answer names one person by a trade or place: "the family doctor", "Bus driver"."""
    return bool(_PERSON.search(words.partition(".")[0].strip().lower()))


def is_act(words: str) -> bool:
    """Tell whether an answer to "What may you decide?" is something that one does: "wait for someone running"."""
    return is_surely_act(_lower(words), "VB")


def may_be_act(words: str) -> bool:
    """Tell whether an answer could be something that one does, as well as a thing: "order forms"."""
    return _tag_behind("They will ", words) == "VB"


def is_plural(words: str) -> bool:
    """Tell whether an answer names several: "the drivers", "IT and the branch managers"."""
    parsed = parse(f"We know {inside(words)}.")
    head = next((t for t in parsed.tokens if t.dep == "dobj"), None)
    if head is None:
        return False
    return head.tag in {"NNS", "NNPS"} or any(t.dep == "conj" for t in parsed.children(head.i))


def _tag_behind(lead: str, words: str) -> str:
    return next((t.tag for t in parse(lead + _lower(words)).tokens if t.start == len(lead)), "")


def _has_subject(parsed: Parse) -> bool:
    """Tell whether the main clause has a subject and a finite verb."""
    root = parsed.root()
    if root is None:
        return False
    children = parsed.children(root.i)
    finite = root.tag in _FINITE or any(c.dep in {"aux", "auxpass"} and c.tag in _FINITE for c in children)
    return finite and any(c.dep in {"nsubj", "nsubjpass", "expl"} for c in children)


def inside(words: str, shape: Shape = "phrase") -> str:
    """Return an answer as it stands inside a sentence: a capital that only opened it goes, a name keeps its own.

    Args:
        words: one line.
        shape: as ``shape_of`` found it; an answer that begins with a verb begins with no name.
    """
    words = words.strip().rstrip(".;,:!?")
    if not _OPENING.match(words):
        return words
    return _lower(words) if shape in {"verbs", "does", "doing", "to", "aside"} or not _is_name(words) else words


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:] if _OPENING.match(words) else words


def _is_name(words: str) -> bool:
    """Tell whether the first word is a name; "Bank customers" are customers."""
    opening = _OPENING.match(words)
    if opening and _DAYS.fullmatch(opening.group()):
        return True
    lead = "We know that "
    tokens = parse(lead + words).tokens
    first = next((t for t in tokens if t.start == len(lead)), None)
    if first is None or first.pos != "PROPN" or is_ordinary(first.text.lower()):
        return False
    if first.dep != "compound" or tokens[first.head].pos != "NOUN":
        return True
    return _tag_behind(lead, words) == "NNP"  # "jira tickets" are of Jira even so


def whole(words: str) -> str:
    """Return an answer as a sentence of its own, with a capital and a full stop."""
    words = words.strip()
    opened = words[0].upper() + words[1:]
    return opened if opened.endswith((".", "!", "?", "”", '"')) else f"{opened.rstrip(';,:')}."
