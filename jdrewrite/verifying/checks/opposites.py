"""Contraries: where "existing" became "new", or "increase" became "reduce", the fact has changed."""

from __future__ import annotations

from jdrewrite.language.parse import Token
from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import lexicon
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.spelling import american
from jdrewrite.verifying.texts import Text


def compare(before: Text, after: Text) -> Outcome:
    """Find words whose contrary took their place."""
    old, new = _by_form(before), _by_form(after)
    out = Outcome()
    for one, other in lexicon().opposites:
        for a, b in ((one, other), (other, one)):
            gone = a in old and a not in new and not before.droppable(old[a].start)
            if gone and b in new and b not in old and (before.in_end(old[a].start) or not after.in_end(new[b].start)):
                said = f"“{old[a].text}” became “{new[b].text}”"
                out.changed.append(Fact(check="opposites", text=said, start=new[b].start, end=new[b].end))
    return out


def _by_form(text: Text) -> dict[str, Token]:
    found: dict[str, Token] = {}
    for token in text.parse.tokens:
        for form in (american(token.text), american(token.lemma)):
            found.setdefault(form, token)
    return found
