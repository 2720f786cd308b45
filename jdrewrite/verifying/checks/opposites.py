"""Contraries: where "existing" became "new", or "increase" became "reduce", the fact has changed."""

from __future__ import annotations

from jdrewrite.model import Fact
from jdrewrite.verifying.lexicon import american, lexicon
from jdrewrite.verifying.outcome import Outcome
from jdrewrite.verifying.texts import Text, Word


def compare(before: Text, after: Text) -> Outcome:
    """Find words whose contrary took their place."""
    old, new = _by_form(before), _by_form(after)
    out = Outcome()
    for one, other in lexicon().opposites:
        for a, b in ((one, other), (other, one)):
            gone = a in old and a not in new and not before.droppable(old[a].start)
            if gone and b in new and b not in old and not after.in_end(new[b].start):
                said = f"“{old[a].text}” became “{new[b].text}”"
                out.changed.append(Fact(check="opposites", text=said, start=new[b].start, end=new[b].end))
    return out


def _by_form(text: Text) -> dict[str, Word]:
    found: dict[str, Word] = {}
    for word in text.words:
        for form in (american(word.text), american(word.form)):
            found.setdefault(form, word)
    return found
