"""Who does what a verb says: the role, somebody named, or nobody that the grammar tells of."""

from __future__ import annotations

import msgspec

from jdrewrite.language.parse import Token
from jdrewrite.verifying.people import names_people
from jdrewrite.verifying.texts import Text

THOSE = frozenset("those whoever others someone somebody people".split())
_ROLE = frozenset("you i she he one".split())
_POINTING = frozenset({"who", "that", "which"})
_CAUSES = frozenset("have let get leave ask tell bring expect require want need".split())
_CONTROL = (
    frozenset(
        "help enable allow encourage empower teach train advise invite remind motivate urge persuade instruct prompt direct assign inspire".split()
    )
    | _CAUSES
)
_CLAUSES = frozenset({"xcomp", "advcl", "ccomp", "pcomp", "acomp"})
_DEEP = 8
"""Steps up the parse after which the doer is given up."""


class Doer(msgspec.Struct, frozen=True):
    """Who does an act."""

    role: bool
    """The role does it: nobody else is named."""
    token: Token | None = None
    """Who is named as doing it."""
    main: bool = False
    """It is said in the main clause, or in a purpose of it."""


_UNKNOWN = Doer(role=False)


def doer(text: Text, verb: Token, deep: int = 0) -> Doer:
    """Return who does what a verb says."""
    parse = text.parse
    kids, head = parse.children(verb.i), parse.tokens[verb.head]
    by = [n for t in kids if t.dep == "agent" for n in parse.children(t.i) if n.dep == "pobj"]
    if by:
        return Doer(role=False, token=by[0])
    passive = any(t.dep in {"nsubjpass", "auxpass"} for t in kids)
    if deep > _DEEP or passive or (verb.tag == "VBN" and verb.dep in {"acl", "amod"}):
        return _UNKNOWN
    subject = next((t for t in kids if t.dep == "nsubj"), None)
    if subject is not None:
        return _by_subject(text, verb, subject)
    if verb.dep == "acl" and verb.tag == "VBG":
        return Doer(role=False, token=head)
    if verb.dep == "ROOT":
        return Doer(role=True, main=True)
    if verb.dep == "conj":
        return _inherited(verb, doer(text, head, deep + 1))
    return _inherited(verb, _without_subject(text, verb, deep)) if verb.dep in _CLAUSES else _UNKNOWN


def _inherited(verb: Token, found: Doer) -> Doer:
    """Return the doer of another verb as that of this one, where it can be.

    One who is named behind the verb does only the other: in "Keep the books, so owners know", the owners only know. And
    what hangs on a small word, as in "by keeping books", may hang on any verb.
    """
    if found.token is not None and found.token.i > verb.i:
        return Doer(role=True, main=True)
    if verb.dep == "pcomp":
        return Doer(role=True) if found.role else _UNKNOWN
    return found


def _by_subject(text: Text, verb: Token, subject: Token) -> Doer:
    """Return whom the subject of a verb names."""
    head, kids = text.parse.tokens[verb.head], text.parse.children(verb.i)
    if subject.lower in _POINTING and verb.dep in {"relcl", "conj"}:
        return Doer(role=False, token=head) if head.pos in {"NOUN", "PROPN", "PRON"} else _UNKNOWN
    if any(t.tag == "TO" for t in kids) and head.lemma not in _CONTROL and not _for(kids):
        return _UNKNOWN  # "watch customers to understand them" is the role's understanding
    return _named(text, subject, verb)


def _without_subject(text: Text, verb: Token, deep: int) -> Doer:
    """Return who does what hangs on another verb: those who are let do it, or whoever does the other."""
    head = text.parse.tokens[verb.head]
    if head.lemma in _CONTROL and verb.dep in {"xcomp", "advcl", "ccomp"}:
        between = text.parse.tokens[head.i + 1 : verb.i]
        let = [t for t in between if t.dep in {"dobj", "pobj", "nsubj", "conj"}]
        let = [t for t in let if names_people(t.lemma) or t.lower == "us"]
        if let:
            return Doer(role=False, token=let[0])
    return _above(text, verb, deep)


def _for(kids: list[Token]) -> bool:
    """Tell whether this is the clause of "for the director to review"."""
    return any(t.lower == "for" and t.dep in {"mark", "prep"} for t in kids)


def _above(text: Text, verb: Token, deep: int) -> Doer:
    """Return the doer of the clause on which a verb without a subject hangs."""
    token = text.parse.tokens[verb.head]
    while token.pos not in {"VERB", "AUX"} and token.head != token.i:
        if token.dep in {"pobj", "dobj"} and token.pos in {"NOUN", "PROPN"}:
            return _UNKNOWN
        token = text.parse.tokens[token.head]
    return doer(text, token, deep + 1) if token.i != verb.i and token.pos in {"VERB", "AUX"} else Doer(role=True)


def _named(text: Text, subject: Token, verb: Token) -> Doer:
    main = verb.dep in {"ROOT", "conj"}
    if subject.lower in _ROLE or (subject.pos in {"NOUN", "PROPN"} and _opens(text, subject)):
        return Doer(role=True, main=main, token=None if subject.lower in _ROLE else subject)
    return Doer(role=False, token=subject)


def _opens(text: Text, subject: Token) -> bool:
    return text.parse.tokens[subject.head].dep == "ROOT" and text.names_the_role(subject.start)


def causing(text: Text, verb: Token) -> Token | None:
    """Return the "let" of "let colleagues draft it", None where nobody is let or made do it."""
    kids = text.parse.children(verb.i)
    have = next((t for t in kids if t.dep == "aux" and t.lemma == "have"), None)
    if (
        have is not None
        and any(t.dep == "nsubj" and t.i > have.i for t in kids)
        and not text.text.rstrip().endswith("?")
    ):
        return have  # "Have the team set an example", of which the parser makes a question
    token = verb
    while token.dep == "conj" and token.head != token.i:
        token = text.parse.tokens[token.head]
    head = text.parse.tokens[token.head]
    if verb.pos != "VERB" or token.dep not in {"xcomp", "advcl", "ccomp"} or head.lemma not in _CAUSES:
        return None
    return head if head.i < verb.i and head.i != token.i else None


def to_you(text: Text, verb: Token) -> bool:
    """Tell whether it is done to the role, or for it."""
    kids = text.parse.children(verb.i)
    ends = [n for t in kids if t.lower in {"to", "with", "for"} for n in text.parse.children(t.i)]
    return any(t.lower == "you" and t.dep in {"dobj", "pobj", "dative"} for t in (*kids, *ends))
