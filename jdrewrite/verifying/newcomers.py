"""Who comes into a text with an effect, to do something there: "so that patients are seen by a consultant".

That somebody who is named nowhere else will come, call or treat is no effect of this work, but a promise for another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jdrewrite.language.parse import Token
from jdrewrite.model import Assessment, Fact
from jdrewrite.verifying.lexicon import akin, among
from jdrewrite.verifying.people import names_people
from jdrewrite.verifying.texts import Text

_COMING = frozenset("come call ring phone visit arrive attend treat examine operate reply answer turn".split())
"""What somebody does for others by being there; whoever "can act" or "finds" something is helped by the work."""
_ANYBODY = frozenset("staff team colleague employee worker manager supervisor expert specialist professional".split())
"""Words for those at work that fit any job description."""


def unknown_doers(before: Text, after: Text, context: Assessment | None) -> list[Fact]:
    """Return those who do something in an added end, and whom neither the original nor the job description names.

    Args:
        before: the original.
        after: the rewrite.
        context: the assessment of the whole; without it nobody knows who else is named.
    """
    doers = list(_doers(after)) if context is not None else []
    if context is None or not doers:
        return []
    known = set(re.findall(r"[a-z]+", " ".join([before.text, *_said(context)]).lower()))
    return [
        Fact(
            check="people",
            text=f"“{after.text[doer.start : doer.end]}”: named nowhere else, and would have to do it",
            start=doer.start,
            end=doer.end,
        )
        for doer in doers
        if not any(akin(doer.lemma, word) for word in known)
    ]


def _said(context: Assessment) -> Iterator[str]:
    yield context.title
    yield context.customer_word.plural
    yield from (statement.text for statement in context.statements)


def _doers(text: Text) -> Iterator[Token]:
    for token in text.parse.tokens:
        fits = token.pos in {"NOUN", "PROPN"} and names_people(token.lemma) and token.lemma not in _ANYBODY
        if not fits or among("served", token.lemma) or not text.in_end(token.start):
            continue
        head = text.parse.tokens[token.head]
        agent = token.dep == "pobj" and head.dep == "agent"
        comes = token.dep == "nsubj" and head.lemma in _COMING and not _may(text, head)
        if agent or comes:
            yield token


def _may(text: Text, verb: Token) -> bool:
    return any(t.tag == "MD" and t.lower != "will" for t in text.parse.children(verb.i))
