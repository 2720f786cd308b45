"""Wider than it was: "questions about problems with bills" is not "questions about bills".

A noun such as "problem" or "change" bears no fact where it only names again what the work is done to. Behind "about" or
"of", with a thing of its own, it says of all that concerns the thing which part is meant.
"""

from __future__ import annotations

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import akin
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.relations import siblings
from jdrewrite.verifying.texts import Text

_TROUBLE = frozenset(
    "problem issue trouble difficulty concern fault error mistake complaint defect failure wrong fail break worry hitch bug".split()
)
_SORTS: tuple[frozenset[str], ...] = (
    _TROUBLE,
    frozenset("change alter amend vary move new switch update revise".split()),
    frozenset("progress advance far forward develop go proceed stand status state".split()),
    frozenset("need want require lack miss".split()),
    frozenset("use employ operate apply run handle".split()),
    frozenset("difference differ discrepancy deviate vary gap".split()),
    frozenset("quality good well condition".split()),
    frozenset("gap lack miss hole absent".split()),
    frozenset("impact effect affect influence consequence".split()),
)
"""Words that tell which side of a thing is meant; each of a row may stand for each."""
_NAMES = frozenset(
    "problem issue trouble difficulty concern change progress need use difference quality gap impact effect".split()
)

_REGARDING = frozenset({"regard", "concern"})


def compare(before: Text, after: Text) -> Outcome:
    """Find a noun that said which side of a thing was meant, and for which nothing stands any more."""
    return Outcome(
        asked=[
            Fact(
                check="widened",
                text=f"“{token.text}” is gone: the work now concerns all of “{thing.text}”",
                start=0,
                end=len(after.text),
            )
            for token in before.parse.tokens
            if token.lemma in _NAMES and _behind(before, token) and not before.droppable(token.start)
            for thing in _things(before, token)[:1]
            if not siblings(before.parse, token.i) and not _said(token, after) and _stays(after, thing)
        ]
    )


def _behind(text: Text, token: Token) -> bool:
    """Tell whether the noun stands behind "about", "of" or "regarding"."""
    head = text.parse.tokens[token.head]
    return token.pos == "NOUN" and (token.dep == "pobj" or (token.dep == "dobj" and head.lemma in _REGARDING))


def _things(text: Text, token: Token) -> list[Token]:
    """Return what the noun is of: "account" of "problems with their account"."""
    preps = [t for t in text.parse.children(token.i) if t.dep == "prep"]
    return [t for p in preps for t in text.parse.children(p.i) if t.dep == "pobj"]


def _said(token: Token, after: Text) -> bool:
    row = {word for sort in _SORTS if token.lemma in sort for word in sort} | {token.lemma}
    return any(akin(word, t.lemma) for word in row for t in after.parse.tokens)


def _stays(after: Text, thing: Token) -> bool:
    return any(akin(thing.lemma, w.form) and not after.in_end(w.start) for w in after.words)
